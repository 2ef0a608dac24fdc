/** Words that stand again elsewhere, as headings do in contents and heads: without markup, but for what is in another language or runs the other way. */
import type {ElementContent, Nodes} from 'hast'
import {rightToLeftLetters} from './characters.ts'
import {classesOf, h} from './hast.ts'
import type {Direction} from './model.ts'

/** The words of a node with a span around each phrase in another language, and with its isolates; `undefined` where there is none, and text is enough. */
export function maybePhrases(node: Nodes): readonly ElementContent[] | undefined {
  const phrases = trimEnds(joinTexts(listPhrases(node)))
  return phrases.some((phrase) => phrase.type === 'element') ? phrases : undefined
}

function listPhrases(node: Nodes): readonly ElementContent[] {
  if (node.type === 'text') return [{type: 'text', value: node.value}]
  if (node.type !== 'element') return 'children' in node ? node.children.flatMap(listPhrases) : []
  const {tagName, properties: {alt, lang, dir}} = node
  if (tagName === 'img') return [{type: 'text', value: String(alt ?? '')}]
  if (classesOf(node).includes('note-call')) return []
  const below = node.children.flatMap(listPhrases)
  const isIsolated = tagName === 'bdi'
  if (!isIsolated && (typeof lang !== 'string' || /^h[1-6]$|caption$/.test(tagName))) return below
  return [h(isIsolated ? 'bdi' : 'span', {...(typeof lang === 'string' && {lang}), ...(typeof dir === 'string' && {dir})}, joinTexts(below))]
}

function joinTexts(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const joined: ElementContent[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text') joined[joined.length - 1] = {type: 'text', value: last.value + node.value}
    else joined.push(node)
  }
  return joined.map((node) => node.type === 'text' ? {type: 'text', value: node.value.replace(/\s+/g, ' ')} : node)
}

function trimEnds(nodes: readonly ElementContent[]): readonly ElementContent[] {
  return nodes.map((node, at): ElementContent => {
    if (node.type !== 'text') return node
    const start = at === 0 ? node.value.trimStart() : node.value
    return {type: 'text', value: at === nodes.length - 1 ? start.trimEnd() : start}
  }).filter((node) => node.type !== 'text' || node.value !== '')
}

/** The first so many code units of phrases; what follows is left out. */
export function cutPhrases(nodes: readonly ElementContent[], length: number): readonly ElementContent[] {
  let rest = length
  const cut = (node: ElementContent): readonly ElementContent[] => {
    if (rest <= 0) return []
    if (node.type === 'text') {
      const value = node.value.slice(0, rest)
      rest -= node.value.length
      return [{type: 'text', value}]
    }
    return 'children' in node && node.type === 'element' ? [{...node, children: node.children.flatMap(cut)}] : []
  }
  return nodes.flatMap(cut)
}

const rightToLeft = new RegExp(`[${rightToLeftLetters}]`, 'u')
const leftToRight = new RegExp(`(?![${rightToLeftLetters}])\\p{L}`, 'u')

/** Words that numbers or other words follow; isolated where letters of theirs run against the text around them, and would draw what follows to the wrong side. */
export function isolateWords(words: string, direction: Direction): ElementContent {
  const text = {type: 'text', value: words} as const
  return (direction === 'rtl' ? leftToRight : rightToLeft).test(words) ? h('bdi', {}, text) : text
}
