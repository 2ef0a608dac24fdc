/** How many words of a composed edition its PDF gives back, in their order, to a reader of text: the measure of search, copying and speech. */
import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import type {Element} from 'hast'
import {classesOf, isElement, walk} from '../../src/core/hast.ts'
import {directionOf, scriptOf} from '../../src/core/locale.ts'
import type {Edition, Language} from '../../src/core/model.ts'
import {listDestinations, listPages, openPdf} from '../../src/verify/pdf.ts'
import {readPageText} from '../../src/verify/pdf-text.ts'
import {assembleLines} from './text-layer.ts'

export interface WordsBack {
  readonly words: number
  /** Of them, in order, by poppler (`pdftotext` in its default order) and by our own reader. */
  readonly poppler: number
  readonly own: number
  /** Some words that poppler, and that our own reader did not give back, with their number. */
  readonly lost: {readonly poppler: readonly string[]; readonly own: readonly string[]}
}

/** Scripts whose words have no spaces between them: a line's end does not part them. */
const unspaced = new Set(['Jpan', 'Hans', 'Hant', 'Hani', 'Thai', 'Laoo', 'Khmr', 'Mymr'])
const inline = new Set(['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 'ruby', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr'])

/** Counts the words of all articles of an edition in its printed book. */
export function countWordsBack(edition: Edition, file: string): WordsBack {
  const pdf = openPdf(readFileSync(file))
  if (!pdf) throw new Error(`Unexpected ${file}, expected a sound PDF`)
  const {language} = edition.spec
  const pages = listPages(pdf)
  const pageById = listDestinations(pdf, pages)
  const isFromRight = directionOf(language) === 'rtl'
  const byPoppler = execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], {encoding: 'utf8', maxBuffer: 1 << 29}).split('\f')
  const byUs = pages.map((page) => assembleLines(readPageText(pdf, page), isFromRight).map(({text}) => text).join('\n'))
  const total = {words: 0, poppler: 0, own: 0}
  const lost = {poppler: new Map<string, number>(), own: new Map<string, number>()}
  for (const [at, division] of edition.divisions.entries()) {
    if (division.kind !== 'article') continue
    const words = listBlocks(division.tree).flatMap((block) => listWords(block, language))
    const first = pageById.get(division.id) ?? 0
    const last = pageById.get(edition.divisions[at + 1]?.id ?? '') ?? pages.length - 1
    total.words += words.length
    for (const [reader, texts] of [['poppler', byPoppler], ['own', byUs]] as const) {
      const missing = findMissing(words, joinLines(texts.slice(first, last + 1).join('\n'), language), language)
      total[reader] += words.length - missing.length
      for (const word of missing) lost[reader].set(word, (lost[reader].get(word) ?? 0) + 1)
    }
  }
  return {...total, lost: {poppler: showMost(lost.poppler), own: showMost(lost.own)}}
}

/** Words as ICU divides them, in NFC; directional marks and soft hyphens are no letters. */
export function listWords(text: string, language: Language): readonly string[] {
  const plain = text.normalize('NFC').replaceAll(/[\u00AD\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '').replaceAll('\u202F', ' ') // which ICU takes for part of a word
  const segmenter = new Intl.Segmenter(language, {granularity: 'word'})
  const parts = plain.match(/[\s\S]{1,2000}(?:[\s。、，！？]|$)|[\s\S]{1,2000}/gu) ?? [] // its time grows with the square of the length
  return parts.flatMap((part) => [...segmenter.segment(part)]).filter(({isWordLike}) => isWordLike).map(({segment}) => segment)
}

/** The lines of a page as running text: words divided at line ends are whole again. */
export function joinLines(text: string, language: Language): string {
  const between = unspaced.has(scriptOf(language)) ? /(?<=[\p{ASCII}])\n(?=[\p{ASCII}])/gu : /\n/g
  const whole = text.replaceAll('\u2010\n', '').replaceAll(/(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu, '')
  return whole.replaceAll(between, ' ').replaceAll('\n', '')
}

/** The text of each block that stands on paper, in order; readings (ruby) stand behind theirs. */
function listBlocks(tree: Element): readonly string[] {
  const blocks: string[] = ['']
  const readings: string[] = []
  const titles = new Set<unknown>()
  walk(tree, (node) => {
    if (node.type === 'text') blocks[blocks.length - 1] += node.value
    if (node.type !== 'element') return
    if (isHidden(node) || titles.has(node)) return false
    if (classesOf(node).some((name) => name === 'footnotes' || name === 'cross-references')) for (const child of node.children) if (isElement(child, 'h2')) titles.add(child)
    if (node.tagName === 'rt') {
      walk(node, (each) => { if (each.type === 'text') readings.push(each.value) })
      return false
    }
    if (!inline.has(node.tagName)) blocks.push(...readings.splice(0), '')
  })
  return [...blocks, ...readings].filter((block) => block.trim() !== '')
}

/** What print.css leaves out, and what is no text on paper. */
function isHidden(element: Element): boolean {
  return isElement(element, 'math', 'rp', 'svg') || classesOf(element).includes('note-back')
}

/** The words that do not stand in a text in their order. Where words have no spaces, their borders depend on what stands around: there their letters are looked for. */
export function findMissing(words: readonly string[], text: string, language: Language): readonly string[] {
  return unspaced.has(scriptOf(language)) ? findUnread(words, text.normalize('NFC').replaceAll(/\s/g, '')) : findUncommon(words, listWords(text, language))
}

/** What is not in the longest sequence that both have in common. */
function findUncommon(words: readonly string[], found: readonly string[]): readonly string[] {
  const width = found.length + 1
  const lengths = new Uint16Array((words.length + 1) * width) // of the sequence from each pair of places on
  for (let a = words.length - 1; a >= 0; a--) {
    for (let b = found.length - 1; b >= 0; b--) {
      const [down, right] = [lengths[(a + 1) * width + b] ?? 0, lengths[a * width + b + 1] ?? 0]
      lengths[a * width + b] = words[a] === found[b] ? (lengths[(a + 1) * width + b + 1] ?? 0) + 1 : Math.max(down, right)
    }
  }
  const missing: string[] = []
  for (let [a, b] = [0, 0]; a < words.length;) {
    if (b < found.length && words[a] === found[b]) [a, b] = [a + 1, b + 1]
    else if (b < found.length && (lengths[a * width + b + 1] ?? 0) >= (lengths[(a + 1) * width + b] ?? 0)) b++
    else missing.push(words[a++] ?? '')
  }
  return missing
}

/** Between two words there may be a head, a folio, a reading: letters that are passed over. A word of one letter is found too easily far away. */
function findUnread(words: readonly string[], text: string): readonly string[] {
  let from = 0
  return words.filter((word) => {
    const place = text.indexOf(word, from)
    if (place < 0 || place - from > (word.length > 1 ? 60 : 12)) return true
    from = place + word.length
    return false
  })
}

function showMost(lost: ReadonlyMap<string, number>): readonly string[] {
  return [...lost].sort((a, b) => b[1] - a[1]).slice(0, 12).map(([word, count]) => count === 1 ? word : `${word} ×${count}`)
}
