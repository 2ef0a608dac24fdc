/** Books in two languages: what an edition of two is, and how it is called. */
import {classesOf} from './hast.ts'
import type {Division, EditionSpec, Language} from './model.ts'
import type {Terms} from './terms.ts'

/**
 * How the two stand to one another. `facing`: on paper the first on versos and the second on rectos, in e-books block by block;
 * `columns`: side by side; `interleaved`: block by block everywhere.
 */
export type PairLayout = 'facing' | 'columns' | 'interleaved'

/** The two languages of an edition: the first leads. */
export interface Pairing {
  readonly first: EditionSpec
  readonly second: EditionSpec
  readonly layout: PairLayout
  /** The publisher's own title for both; absent: the titles of the two editions. */
  readonly title?: string
}

/** What the second language of a composed edition has of its own. */
export interface SecondLanguage {
  readonly language: Language
  readonly script: string
  readonly terms: Terms
}

/** Between two titles of one thing. */
export const between = ' / '

/** What the publisher may say of an edition in two languages. */
export interface PairingWishes {
  readonly layout?: PairLayout
  readonly title?: string
  readonly subtitle?: string
  readonly isbn?: EditionSpec['isbn']
}

/** An edition in the languages of two: the first one's, under both titles, with numbers of its own. */
export function joinSpecs(first: EditionSpec, second: EditionSpec, {layout = 'facing', title, subtitle, isbn = {}}: PairingWishes = {}): EditionSpec {
  const {sortAs, subtitle: own, priceCode: _, ...rest} = simplify(first)
  const subtitles = [own, second.subtitle].filter((each) => each !== undefined)
  const below = subtitle ?? (title === undefined && subtitles.length > 0 ? subtitles.join(between) : undefined)
  return {
    ...rest, isbn, title: title ?? `${first.title}${between}${second.title}`,
    ...(below !== undefined && {subtitle: below}), ...(sortAs !== undefined && title === undefined && {sortAs}),
    pairing: {first: simplify(first), second: simplify(second), layout, ...(title !== undefined && {title})}
  }
}

/** In horizontal lines; an article that one of the two lacks stands alone in the other, and both need not be named. */
function simplify(spec: EditionSpec): EditionSpec {
  return {...spec, writing: 'horizontal', translation: {...spec.translation, missing: 'omit', fill: false, noticeBehind: false, alsoIn: false}}
}

/** The polyglot index. */
export const indexTag = 'index'

/** `fr`, `fr+es` for an edition in two languages, `index` for the polyglot index: its folder, and part of the names of its files. */
export function tagOf({language, pairing, volume}: Pick<EditionSpec, 'language' | 'pairing' | 'volume'>): string {
  return volume ?? (pairing ? `${language}+${pairing.second.language}` : language)
}

/** Whether a division stands on facing pages, a language on each. */
export function facesPages({tree}: Pick<Division, 'tree'>): boolean {
  return classesOf(tree).includes('facing')
}
