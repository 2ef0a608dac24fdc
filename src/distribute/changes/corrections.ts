/** Two printings of an article, compared as a list of errata does: page, what is printed, what it ought to say. */
import type {ArticleCorrections, Correction, Passage} from '../../core/changes.ts'
import {isFullWidth, scriptOf} from '../../core/locale.ts'
import type {Language} from '../../core/model.ts'
import {diffWords, type Piece} from '../../core/word-diff.ts'
import {countWordsOf, splitWords} from '../../core/words.ts'
import {answerPassages, foldSpaces, type Answer} from './answers.ts'

/** Columns of text around a change, by which its place is found on the page. */
const context = 30
/** A longer passage is named by its beginning and its end where it is to be struck out. */
const mostGone = 160
const ellipsis = '…'

/** What changed for readers of the former printing; nothing of white space or of marks that are not seen. In a book of two languages the `second` one is compared by itself. */
export function correctArticle(former: readonly Passage[], now: readonly Passage[], language: Language, second?: Language): Pick<ArticleCorrections, 'corrections' | 'rewritten'> {
  const sides = second === undefined || second === language ? [[former, now, language] as const] : [false, true].map((isSecond) => {
    const own = (passages: readonly Passage[]): readonly Passage[] => passages.filter((passage) => (passage.language === second) === isSecond)
    return [own(former), own(now), isSecond ? second : language] as const
  })
  const places = new Map(former.map((passage, at) => [passage, at]))
  const found = sides.flatMap((side) => correctSide(...side)).map((each) => ({...each, place: each.at ? places.get(each.at) ?? 0 : -1})).sort((a, b) => a.place - b.place)
  const isRewritten = countOf(former, language) > fewWords && found.reduce((sum, {words}) => sum + words, 0) > (countOf(former, language) + countOf(now, language)) / 2
  return isRewritten ? {corrections: [], rewritten: true} : {corrections: found.map(({correction}) => correction), rewritten: false}
}

/** Fewer words are corrected by hand, however many of them. */
const fewWords = 60

interface Found {
  readonly correction: Correction
  /** The former passage that it corrects, or that it comes behind; none at the beginning. */
  readonly at: Passage | undefined
  /** Words that go and come, those too that a correction does not show. */
  readonly words: number
}

function countOf(texts: readonly {readonly text: string}[], language: Language): number {
  return texts.reduce((sum, {text}) => sum + countWordsOf(text, language), 0)
}

function correctSide(former: readonly Passage[], now: readonly Passage[], language: Language): readonly Found[] {
  const found: Found[] = []
  const open: {readonly gone: Passage[]; readonly fresh: Passage[]} = {gone: [], fresh: []}
  const before = new Map<Language | undefined, Answer>() // what is new stands behind a passage of its own language
  let last: Passage | undefined
  const settle = (): void => {
    for (const own of new Set([...open.gone, ...open.fresh].map((passage) => passage.language))) { // a correction has one language
      const [gone, fresh] = [open.gone, open.fresh].map((passages) => passages.filter((passage) => passage.language === own)) as [Passage[], Passage[]]
      const correction = maybeRun(gone, fresh, before.get(own) ?? {}, own ?? language)
      if (correction) found.push({correction, at: gone[0] ?? last, words: countOf([...gone, ...fresh], language)})
    }
    open.gone.length = open.fresh.length = 0
  }
  for (const answer of answerPassages(former, now, language)) {
    if (answer.former && answer.now) {
      settle()
      const at = last = answer.former
      const corrections = foldSpaces(at.text) === foldSpaces(answer.now.text) ? [] : correctPassage(at, answer.now, at.language ?? language)
      found.push(...corrections.map((correction) => ({correction, at, words: countOf([...correction.printed, ...correction.correct].filter(({kind}) => kind !== 'same'), language)})))
      before.set(answer.now.language, answer)
    } else if (answer.former) open.gone.push(answer.former)
    else if (answer.now) open.fresh.push(answer.now)
  }
  settle()
  return found
}

/** Passages that have no answer, together: put in behind what stood before them, taken out, or one for the other. */
function maybeRun(gone: readonly Passage[], fresh: readonly Passage[], before: Answer, language: Language): Correction | undefined {
  const [first] = gone
  if (gone.length === 0 && fresh.length === 0) return undefined
  const marks = marksOf(first ?? fresh[0])
  const text = (passages: readonly Passage[]): string => passages.map((passage) => passage.text).join('\n')
  const added: readonly Piece[] = fresh.length > 0 ? [{kind: 'new', text: text(fresh)}] : []
  if (first) return {...pageAt(first, 0), ...marks, printed: [{kind: 'gone', text: shorten(text(gone), language)}], correct: added}
  if (!before.former || !before.now) return {...marks, printed: [], correct: added}
  const anchor = (passage: Passage, more: string): Piece => ({kind: 'same', text: `${endOf(passage.text, language)}${more}`})
  return {...pageAt(before.former, before.former.text.length - 1), ...marks, printed: [anchor(before.former, '')], correct: [anchor(before.now, '\n'), ...added]}
}

/** The changes of one passage, each with some words around it; those near each other are one. */
function correctPassage(former: Passage, now: Passage, language: Language): readonly Correction[] {
  const hunks: {at: number; readonly pieces: Piece[]}[] = []
  const pieces = diffTexts(former.text, now.text, language)
  let [at, isOpen] = [0, false]
  for (const [number, piece] of pieces.entries()) {
    const {kind, text} = piece
    const hunk = isOpen ? hunks.at(-1) : undefined
    if (kind === 'same') {
      const [isFirst, isLast] = [number === 0, number === pieces.length - 1]
      const isLong = widthOf(text) > (isFirst || isLast ? context : 2 * context) * 1.2
      if (hunk) hunk.pieces.push({kind, text: isLong ? startOf(text, language) : text})
      isOpen = hunk !== undefined && !isLong
      if (!isLast && !isOpen) hunks.push({at: at + text.length, pieces: [{kind, text: isLong ? endOf(text, language) : text}]})
      isOpen = !isLast
    } else if (hunk) hunk.pieces.push(piece)
    else {
      hunks.push({at, pieces: [piece]})
      isOpen = true
    }
    if (kind !== 'new') at += text.length
  }
  const marks = marksOf(former)
  return hunks.map(({at: place, pieces: own}): Correction => {
    const isAdded = own.every(({kind}) => kind !== 'gone')
    return {...pageAt(former, isAdded ? place - 1 : place), ...marks, printed: own.filter(({kind}) => kind !== 'new'), correct: own.filter(({kind}) => kind !== 'gone')}
  })
}

/** Pieces of both texts as they are, compared by words alone. */
function diffTexts(former: string, now: string, language: Language): readonly Piece[] {
  let [at, place] = [0, 0]
  return diffWords(foldSpaces(former), foldSpaces(now), language).map(({kind, text: {length}}) => {
    const text = kind === 'new' ? now.slice(place, place + length) : former.slice(at, at + length)
    if (kind !== 'new') at += length
    if (kind !== 'gone') place += length
    return {kind, text}
  })
}

function marksOf(passage: Passage | undefined): Pick<Correction, 'language' | 'direction'> {
  return {...(passage?.language !== undefined && {language: passage.language}), ...(passage?.direction && {direction: passage.direction})}
}

/** The page on which a character of the passage stands. */
function pageAt({pages}: Passage, place: number): Pick<Correction, 'page'> {
  const label = (pages.findLast(({offset}) => offset <= place) ?? pages[0])?.label
  return label === undefined ? {} : {page: label}
}

/** Columns that a text takes. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0)
}

function startOf(text: string, language: Language): string {
  const taken = take(splitWords(text, language))
  const last = taken.findLastIndex(isBlank) // half a compound is no word
  return `${taken.slice(0, last > 0 ? last : undefined).join('').trimEnd()}${blankOf(language)}${ellipsis}`
}

function endOf(text: string, language: Language): string {
  const words = splitWords(text, language)
  const taken = take(words.toReversed()).toReversed()
  if (taken.length === words.length) return text
  const first = taken.findIndex(isBlank) // nor is its other half
  const rest = taken.slice(first < 0 || first > taken.length / 2 ? 0 : first + 1)
  const start = Math.max(rest.findIndex((word) => /[\p{L}\p{N}]/u.test(word)), 0) // no comma comes first
  return `${ellipsis}${blankOf(language)}${rest.slice(start).join('')}`
}

function isBlank(word: string): boolean {
  return word.trim() === ''
}

/** As many words as the context takes. */
function take(words: readonly string[], most = context): readonly string[] {
  let width = 0
  const count = words.findIndex((word) => (width += widthOf(word)) > most)
  return count < 0 ? words : words.slice(0, Math.max(count, 1))
}

function shorten(text: string, language: Language): string {
  if (widthOf(text) <= mostGone) return text
  const words = splitWords(text, language)
  const blank = blankOf(language)
  return `${take(words, mostGone / 2).join('').trimEnd()}${blank}${ellipsis}${blank}${take(words.toReversed(), mostGone / 2).toReversed().join('').trimStart()}`
}

/** What stands between words and an ellipsis, which begins no line; full-width scripts set no spaces. */
function blankOf(language: Language): string {
  return isFullWidth(scriptOf(language)) ? '' : '\u00a0'
}
