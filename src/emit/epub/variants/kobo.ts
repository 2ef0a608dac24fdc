/**
 * XHTML as Kobo's readers want it: each sentence in a numbered span, to which bookmarks, notes and the place last read are tied,
 * and the body in the two columns' boxes. The numbering follows what Kobo's converter and kepubify give.
 */
import {escapeText} from '../markup.ts'

/** Kobo keeps the same sheet in every document of its own; only what does no harm on paper-like screens is left of it. */
const stylehacks = '<style type="text/css" class="kobostylehacks">div#book-inner { margin-top: 0; margin-bottom: 0; }</style>'

/** Their words stay in one piece, as do those that are hidden; a formula or drawing holds no spans. */
const whole = new Set(['pre', 'svg', 'math', 'script', 'style', 'audio', 'video', 'rp'])
/** A new paragraph of the numbering begins with the next words. */
const numbered = new Set(['p', 'ol', 'ul', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

const predefined: Readonly<Record<string, string>> = {'&lt;': '<', '&gt;': '>', '&amp;': '&', '&#13;': '\r'}

/** A document of ours for Kobo, its text and links untouched. `language` says where sentences end. */
export function addKoboMarkup(document: string, language: string): string {
  const start = document.indexOf('<body')
  const open = document.indexOf('>', start) + 1
  const end = document.lastIndexOf('</body>')
  if (start < 0 || end < open) return document
  const body = document.slice(open, end)
  const boxes = ['book-columns', 'book-inner'].map((id) => body.includes(` id="${id}"`) ? '<div>' : `<div id="${id}">`) // an author's id keeps its owner
  return `${document.slice(0, open).replace('</head>', `${stylehacks}\n</head>`)}${boxes.join('')}${addSpans(body, language)}</div></div>${document.slice(end)}`
}

/** Tags come out as they are: our serialiser has no `>` in attributes, and neither comments nor sections of characters. */
function addSpans(body: string, language: string): string {
  const open = makeNumbering(body)
  const path: {readonly name: string; readonly isWhole: boolean}[] = []
  let made = ''
  for (const [token] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    const name = /^<\/?([^\s/>]+)/.exec(token)?.[1]
    const parent = path.at(-1)
    const isWhole = parent?.isWhole ?? false
    if (name === undefined) made += isWhole ? token : splitText(token, parent?.name === 'p', language, open.sentence)
    else if (name === 'img' && !isWhole) made += `${open.picture()}${token}</span>`
    else {
      made += token
      if (token.startsWith('</')) path.pop()
      else if (!token.endsWith('/>')) {
        path.push({name, isWhole: isWhole || whole.has(name) || token.includes(' hidden="')})
        if (numbered.has(name)) open.paragraph()
      }
    }
  }
  return made
}

/** White space of its own is only kept in a span where it stands between words, in a paragraph. */
function splitText(markup: string, isParagraph: boolean, language: string, openSentence: () => string): string {
  const text = markup.replace(/&(?:lt|gt|amp|#13);/g, (reference) => predefined[reference] ?? reference)
  if (/^\s*$/.test(text) && !isParagraph) return markup
  return splitSentences(text, language).map((sentence) => `${openSentence()}${escapeText(sentence)}</span>`).join('')
}

const segmenters = new Map<string, Intl.Segmenter>()

/** Sentences with the blanks after them. A line that ends in the markup ends no sentence, as it would by the rules of plain text. */
function splitSentences(text: string, language: string): readonly string[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, {granularity: 'sentence'})
  segmenters.set(language, segmenter)
  const flowing = text.replace(/[\n\r\u0085\u2028\u2029]/g, ' ')
  return Array.from(segmenter.segment(flowing), ({segment, index}) => text.slice(index, index + segment.length))
}

/** Opening tags with ids that no element of the document has. */
function makeNumbering(body: string): {readonly paragraph: () => void; readonly sentence: () => string; readonly picture: () => string} {
  const taken = new Set(Array.from(body.matchAll(/ id="(kobo\.[^"]*)"/g), ([, id]) => id))
  let paragraph = 0
  let sentence = 0
  let isNext = true // the first words begin the first paragraph
  const open = (): string => {
    if (isNext) [paragraph, sentence, isNext] = [paragraph + 1, 0, false]
    do sentence++
    while (taken.has(`kobo.${paragraph}.${sentence}`))
    return `<span class="koboSpan" id="kobo.${paragraph}.${sentence}">`
  }
  return {
    paragraph: () => { isNext = true },
    sentence: open,
    picture: () => {
      isNext = true
      return open()
    }
  }
}
