/** Titles in two languages: one behind the other in a line, or below one another where they are shown. */
import type {ElementContent} from 'hast'
import {between} from '../core/bilingual.ts'
import {h, isElement} from '../core/hast.ts'
import {listNames} from '../core/locale.ts'
import type {Direction, EditionSpec, Language, NavPoint} from '../core/model.ts'
import type {Filling} from './template.ts'

interface Tongue {
  readonly language: Language
  readonly direction: Direction
}

type Titled = Pick<NavPoint, 'title' | 'phrases'>

/** Both titles in one line; words that are the same in both stand once. */
export function joinTitles(first: Titled, second: Titled, {language, direction}: Tongue): Titled {
  if (first.title === second.title) return {title: first.title, ...(first.phrases && {phrases: first.phrases})}
  return {
    title: `${first.title}${between}${second.title}`,
    phrases: [...first.phrases ?? [textNode(first.title)], textNode(between), h('span', {lang: language, dir: direction}, second.phrases ?? second.title)]
  }
}

/** Both below one another; the second one alone where there is no first. */
export function stackTitles(first: string | undefined, second: string | undefined, {language, direction}: Tongue): Filling {
  const below = second === undefined || second === first ? [] : [h('span', {className: ['parallel'], lang: language, dir: direction}, second)]
  const nodes = [...first === undefined ? [] : [textNode(first)], ...first !== undefined && below.length > 0 ? [textNode(' ')] : [], ...below]
  return nodes.length === 0 ? undefined : nodes
}

/** The title of an edition as its first pages show it. */
export function showTitle({title, pairing}: EditionSpec): Filling {
  return pairing && pairing.title === undefined ? stackTitles(pairing.first.title, pairing.second.title, pairing.second) : title
}

/** The subtitle; below a title of the publisher's own for both languages stand the titles of the two. */
export function showSubtitle({subtitle, pairing}: EditionSpec): Filling {
  if (!pairing) return subtitle
  const {first, second, title} = pairing
  if (title !== undefined) return subtitle ?? stackTitles(first.title, second.title, second)
  return stackTitles(first.subtitle, second.subtitle, second)
}

/** The edition as its cover names it: the second title stands in the place of a subtitle. */
export function titleCover(spec: EditionSpec): EditionSpec {
  const {pairing} = spec
  return pairing && pairing.title === undefined ? {...spec, title: pairing.first.title, subtitle: pairing.second.title} : spec
}

/** The languages of an edition in two, by their names in the first. */
export function nameLanguages({first, second}: NonNullable<EditionSpec['pairing']>): string {
  const names = new Intl.DisplayNames(first.language, {type: 'language'})
  return listNames(first.language, [first.language, second.language].map((language) => names.of(language) ?? language))
}

/** Main headings of an article in two languages: those of one bead in one line. */
export function pairHeadings(beads: readonly (readonly [first: readonly NavPoint[], second: readonly NavPoint[]])[], tongue: Tongue): readonly NavPoint[] {
  return beads.flatMap(([first, second]) => Array.from({length: Math.max(first.length, second.length)}, (_, at): NavPoint => {
    const [one, two] = [first[at], second[at]]
    if (one && two) return {...one, ...joinTitles(one, two, tongue)}
    const alone = one ?? two as NavPoint // one of them is there
    return one ? alone : {...alone, phrases: [h('span', {lang: tongue.language, dir: tongue.direction}, alone.phrases ?? alone.title)]}
  }))
}

/** The sides of a bead. */
export function sidesOf({children}: {readonly children: readonly ElementContent[]}): readonly [first: ElementContent | undefined, second: ElementContent | undefined] {
  const find = (name: string): ElementContent | undefined => children.find((node) => isElement(node) && (node.properties['className'] as readonly string[] | undefined)?.includes(name))
  return [find('first'), find('second')]
}

function textNode(value: string): ElementContent {
  return {type: 'text', value}
}
