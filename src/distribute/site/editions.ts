/** What the pages of a catalogue ask of an edition. */
import type {Element} from 'hast'
import {formats, isEbook} from '../../core/formats.ts'
import {h} from '../../core/hast.ts'
import {directionOf} from '../../core/locale.ts'
import type {Format} from '../../core/model.ts'
import type {Release, ReleasedEdition, ReleasedProduct} from '../../core/release.ts'
import type {TermName} from '../../core/terms.ts'
import {linkFrom, type Page} from './addresses.ts'
import {listedName, type Voice} from './voice.ts'

/** What readers are offered, and what it is called; the rest is for printers. */
const termByFormat: Readonly<Record<Format, TermName | undefined>> = {
  epub: 'format-epub', kepub: 'format-kepub', kindle: 'format-kindle', pdf: 'format-pdf', screen: 'format-screen', 'large-print': 'format-large-print',
  booklet: 'format-booklet', handouts: 'format-handouts', press: undefined, cover: undefined
}

/** A product for readers. */
export interface Offer {
  readonly product: ReleasedProduct
  readonly term: TermName
  /** Letters of its file's name, `EPUB`. */
  readonly kind: string
}

/** The products for readers, in the order of the formats. */
export function listOffers({products}: ReleasedEdition): readonly Offer[] {
  return [...products].sort((a, b) => formats.indexOf(a.format) - formats.indexOf(b.format)).flatMap((product): readonly Offer[] => {
    const term = termByFormat[product.format]
    const kind = isEbook(product.format) ? 'EPUB' : 'PDF'
    return term === undefined || product.files.length === 0 ? [] : [{product, term, kind}]
  })
}

/** What a product is called: for whom, and what kind of file. */
export function nameOffer({term, kind}: Offer, voice: Voice): string {
  const name = voice.say(term)
  return name.toUpperCase().includes(kind) ? name : `${kind} · ${name}`
}

/** Whether it is the work in one language: such editions are translations of one another. */
export function isPlain({languages}: ReleasedEdition): boolean {
  return languages.length === 1
}

/** Whether it is the index of all languages rather than a book of two. */
export function isPolyglot({languages, tag}: ReleasedEdition): boolean {
  return languages.length > 1 && !tag.includes('+')
}

/** The edition that the others were translated from, else the first. */
export function leadOf({editions, sourceLanguage}: Release): ReleasedEdition | undefined {
  return editions.find((edition) => isPlain(edition) && edition.languages[0] === sourceLanguage) ?? editions.find(isPlain) ?? editions[0]
}

/** The editions with the source first; then those of two languages, then the index of all. */
export function orderEditions(release: Release): readonly ReleasedEdition[] {
  const lead = leadOf(release)
  const rank = (edition: ReleasedEdition): number => edition === lead ? 0 : isPlain(edition) ? 1 : isPolyglot(edition) ? 3 : 2
  return [...release.editions].sort((a, b) => rank(a) - rank(b))
}

/** By what readers find it in a list: languages in themselves; the index of all languages by its own name. */
export function nameEdition(edition: ReleasedEdition): readonly (Element | string)[] {
  const {languages: [language = 'und', second], direction, subtitle, title} = edition
  if (isPolyglot(edition)) return [h('span', {lang: language, dir: direction}, subtitle ?? title)]
  const own = h('span', {lang: language, dir: directionOf(language)}, listedName(language))
  return second === undefined ? [own] : [own, ' · ', h('span', {lang: second, dir: directionOf(second)}, listedName(second))]
}

/** Its cover, small; where it has none, its title instead, which those who hear the page are told anyway. */
export function showCover(edition: ReleasedEdition, page: Page): Element {
  const {cover, thumbnail = cover, coverAlternative, title} = edition
  if (!thumbnail) return h('div', {class: 'cover blank', 'aria-hidden': 'true'}, h('span', {}, title))
  return h('img', {class: 'cover', src: linkFrom(page, thumbnail.path), alt: coverAlternative ?? title, decoding: 'async'})
}
