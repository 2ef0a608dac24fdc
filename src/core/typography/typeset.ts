/** Micro-typography: what an author types on a keyboard, as a printer of the language sets it. It changes marks and spaces, never letters or figures. */
import type {ElementContent, Root} from 'hast'
import {isElement} from '../hast.ts'
import {maybeLanguage} from '../locale.ts'
import type {Language} from '../model.ts'
import {customsOf} from './customs.ts'
import {setQuotes} from './quotes.ts'
import {makeRun, type Piece} from './run.ts'
import {setSpaces} from './spaces.ts'

/** What is written as a machine wants it, drawn, or ends a line. */
const opaques = new Set(['br', 'code', 'img', 'kbd', 'math', 'pre', 'samp', 'svg', 'tt', 'var', 'wbr'])
const inline = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'del', 'dfn', 'em', 'i', 'ins', 'mark', 'q', 'rb', 'rp', 'rt', 'ruby', 's', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u'
])

/** Sets the marks and spaces of a tree, in place; text in another language (`lang`) by the customs of that one. */
export function typesetTree(tree: Root, language: Language): void {
  typesetBlock(tree.children as readonly ElementContent[], language) // no doctype in a fragment
}

/** Sets a line of plain words: a title, a description. */
export function typesetLine(line: string, language: Language): string {
  return typesetRun([{type: 'text', value: line}], language)[0] ?? line
}

/** Words that follow upon one another form a run; blocks and phrases in another language form their own. */
function typesetBlock(nodes: readonly ElementContent[], language: Language): void {
  let pieces: Piece[] = []
  const end = (): void => {
    const texts = pieces
    pieces = []
    if (!texts.some((piece) => piece !== undefined)) return
    typesetRun(texts, language).forEach((value, at) => {
      const piece = texts[at]
      if (piece) piece.value = value
    })
  }
  const gather = (node: ElementContent): void => {
    if (node.type === 'text') {
      pieces.push(node)
      return
    }
    if (!('children' in node)) {
      if (node.type !== 'comment') pieces.push(undefined)
      return
    }
    if (!isElement(node)) {
      node.children.forEach(gather)
      return
    }
    const own = languageOf(node.properties['lang']) ?? language
    if (opaques.has(node.tagName) || node.properties['translate'] === 'no') pieces.push(undefined)
    else if (!inline.has(node.tagName)) {
      end()
      typesetBlock(node.children, own)
    } else if (own !== language) {
      pieces.push(undefined)
      typesetBlock(node.children, own)
    } else node.children.forEach(gather)
  }
  nodes.forEach(gather)
  end()
}

function languageOf(lang: unknown): Language | undefined {
  return typeof lang === 'string' ? maybeLanguage(lang) : undefined
}

function typesetRun(pieces: readonly Piece[], language: Language): readonly string[] {
  const customs = customsOf(language)
  const run = makeRun(pieces)
  setSpaces(run, customs)
  setQuotes(run, customs)
  if (customs.guillemetSpace !== undefined) setSpaces(run, customs) // around the marks that are new
  return run.values()
}
