/** The cover of an edition: the publisher's picture, or the words of a typeset one with their template and style. */
import type {Element} from 'hast'
import type {Report} from '../core/diagnostic.ts'
import {commaOf} from '../core/locale.ts'
import type {EditionSpec, Sources} from '../core/model.ts'
import type {Resource} from '../core/resources.ts'
import type {Cover} from '../core/pictures.ts'
import {suggest} from '../core/suggest.ts'
import {handOf, sheetsOf} from '../core/typefaces.ts'
import {chooseColours} from './cover-colours.ts'
import type {MatterContext} from './matter.ts'

/** The cover, complete but for being a picture. */
export function makeCover(context: MatterContext, sources: Sources, report: Report): Cover {
  const {spec, publication: {identifier, publisher}, terms, fill} = context
  const script = handOf(spec.language)
  const picture = maybeGivenCover(spec, sources.resources, report)
  const names = spec.contributors.filter(({role}) => role === 'author').map(({name}) => name)
  const joined = names.length > 0 ? names.join(commaOf(script)) : undefined
  // who publishes a book of their own is not named twice
  const publishing = publisher === joined ? undefined : publisher
  const {title, subtitle, language, direction} = spec
  const words = {
    title, ...(subtitle !== undefined && {subtitle}), ...(joined !== undefined && {names: joined}), ...(publishing !== undefined && {publisher: publishing})
  }
  return {
    alternative: spec.cover?.alternative ?? `${terms.words.cover} – ${title}`,
    ...(picture && {picture}),
    tree: withSizes(fill('cover', {title, subtitle, names: joined, publisher: publishing}), words, script),
    style: [...sheetsOf(script), 'cover'].map((name) => sources.styles.get(name) ?? '').join('\n'),
    language, direction, script, words, colours: chooseColours(identifier)
  }
}

function maybeGivenCover({cover, language}: EditionSpec, resources: ReadonlyMap<string, Resource>, report: Report): Resource | undefined {
  if (!cover) return undefined
  const path = cover.path.replace(/^(?:\.?\/)+/, '')
  for (const candidate of [path, `${language}/${path}`]) {
    const picture = resources.get(candidate.normalize('NFC')) ?? resources.get(candidate.normalize('NFD'))
    if (picture) return picture
  }
  report('compose/missing-cover', {cover: cover.path, suggestion: suggest(path, [...resources.keys()])}, cover.place)
  return undefined
}

/** What one letter takes of the width of a line, in proportion to its size; a little more than is usual. */
const letterWidths: ReadonlyMap<string, number> = new Map([
  ['Hans', 1.04], ['Hant', 1.04], ['Jpan', 1.04], ['Kore', 1], ['Arab', 0.55], ['Aran', 0.5], ['Thai', 0.64], ['Laoo', 0.64], ['Mymr', 0.8], ['Mlym', 0.8], ['Cyrl', 0.72], ['Grek', 0.68]
])
/** Scripts that are broken between letters, or where only a dictionary finds the words. */
const spaceless = new Set(['Hans', 'Hant', 'Jpan', 'Thai', 'Laoo', 'Khmr', 'Mymr'])
/** Longer words are broken. */
const longestWord = 20

/** What words may take of 1600 by 2560 pixels, and their largest and least letters. */
export interface Room {
  readonly width: number
  readonly height: number
  readonly most: number
  readonly least: number
}

const rooms = {
  title: {width: 1200, height: 940, most: 190, least: 48},
  subtitle: {width: 1200, height: 420, most: 72, least: 32},
  names: {width: 1200, height: 220, most: 72, least: 32}
} as const satisfies Record<string, Room>

/** The template's element with `--title-size`, `--subtitle-size` and `--names-size`: as large as the words allow. */
function withSizes(tree: Element, words: Cover['words'], script: string): Element {
  const sizes = (['title', 'subtitle', 'names'] as const).map((name) => `--${name}-size:${chooseSize(words[name] ?? '', script, rooms[name])}px`)
  return {...tree, properties: {...tree.properties, style: sizes.join(';')}}
}

/** Pixels, such that the longest word fits into a line and all lines into the room. */
export function chooseSize(text: string, script: string, {width, height, most, least}: Room): number {
  const letter = letterWidths.get(script) ?? 0.62
  const longest = spaceless.has(script) ? 1 : Math.max(1, ...text.split(/[\s\p{Pd}/]+/u).map(countLetters))
  const byWord = width / (Math.min(longest, longestWord) * letter)
  const byHeight = Math.sqrt(width * 0.8 * height / (Math.max(countLetters(text), 1) * letter * 1.4)) // a line of 1.4, seldom full
  return Math.round(Math.max(least, Math.min(most, byWord, byHeight)))
}

/** Whether the text has room in its least letters. */
export function fitsRoom(text: string, script: string, {width, height, least}: Room): boolean {
  return estimateLine(text, script) * least * least * 1.4 <= width * 0.8 * height
}

/** Length of a text on one line, in its own type size. */
export function estimateLine(text: string, script: string): number {
  return countLetters(text) * (letterWidths.get(script) ?? 0.62)
}

/** Letters that take room: marks stand above and below them. */
function countLetters(text: string): number {
  return [...text.replaceAll(/[\p{M}\p{Cf}]/gu, '')].length
}
