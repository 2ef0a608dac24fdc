/** The cover of an edition: the publisher's picture, or the words of a typeset one with their template and style. */
import type {Element} from 'hast'
import type {Report} from '../core/diagnostic.ts'
import {commaOf, scriptOf} from '../core/locale.ts'
import type {Cover, EditionSpec, Resource, Sources} from '../core/model.ts'
import {suggest} from '../core/suggest.ts'
import {chooseColours} from './cover-colours.ts'
import type {MatterContext} from './matter.ts'

/** The cover, complete but for being a picture. */
export function makeCover(context: MatterContext, sources: Sources, report: Report): Cover {
  const {spec, publication: {identifier, publisher}, terms, fill} = context
  const script = scriptOf(spec.language)
  const picture = maybeGivenCover(spec, sources.resources, report)
  const names = spec.contributors.filter(({role}) => role === 'author').map(({name}) => name)
  const joined = names.length > 0 ? names.join(commaOf(script)) : undefined
  // who publishes a book of their own is not named twice
  const publishing = publisher === joined ? undefined : publisher
  const {title, subtitle, language, direction} = spec
  const tree = fill('cover', {title, subtitle, names: joined, publisher: publishing})
  return {
    alternative: spec.cover?.alternative ?? `${terms.words.cover} – ${title}`,
    ...(picture && {picture}),
    tree: withSize(tree, title, script),
    style: [sources.styles.get(`scripts/${script}`), sources.styles.get('cover')].join('\n'),
    language, direction, script, colours: chooseColours(identifier),
    words: {title, ...(subtitle !== undefined && {subtitle}), ...(joined !== undefined && {names: joined}), ...(publishing !== undefined && {publisher: publishing})}
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
const letterWidths: ReadonlyMap<string, number> = new Map([['Hans', 1.04], ['Hant', 1.04], ['Jpan', 1.04], ['Kore', 1], ['Arab', 0.55], ['Thai', 0.64]])
/** Scripts that are broken between letters, or where only a dictionary finds the words. */
const spaceless = new Set(['Hans', 'Hant', 'Jpan', 'Thai'])
/** What the title may take of 1600 by 2560 pixels, and its largest and least letters. */
const room = {width: 1200, height: 940, most: 190, least: 56}

/** The template's element with the size of the title in `--title-size`: as large as its words allow. */
function withSize(tree: Element, title: string, script: string): Element {
  return {...tree, properties: {...tree.properties, style: `--title-size:${chooseTitleSize(title, script)}px`}}
}

/** Pixels, such that the longest word fits into a line and all lines into the room. */
export function chooseTitleSize(title: string, script: string): number {
  const letter = letterWidths.get(script) ?? 0.6
  const longest = spaceless.has(script) ? 0 : Math.max(...title.split(/[\s\p{Pd}/]+/u).map(countLetters))
  const byWord = longest === 0 ? room.most : room.width / (longest * letter)
  const byHeight = Math.sqrt(room.width * 0.8 * room.height / (Math.max(countLetters(title), 1) * letter * 1.4)) // a line of 1.4, seldom full
  return Math.round(Math.max(room.least, Math.min(room.most, byWord, byHeight)))
}

/** Letters that take room: marks stand above and below them. */
function countLetters(text: string): number {
  return [...text.replaceAll(/[\p{M}\p{Cf}]/gu, '')].length
}
