/** What the head of a page tells machines: its address, its other languages, its feeds, what it looks like when it is shared. */
import type {Element} from 'hast'
import {h} from '../../core/hast.ts'
import type {Release, ReleasedEdition} from '../../core/release.ts'
import {hasFeed} from '../opds/feed.ts'
import {addressOfFile, addressOfPage, linkFrom, overview, type Page} from './addresses.ts'
import {isPlain} from './editions.ts'

/** A page and the others that say the same in other languages. */
export interface Alternate {
  /** `x-default`: the page to choose from. */
  readonly language: string
  readonly page: Page
}

/** The pages in one language each, and the page of all: each names all of them, itself too. None where there is nothing to choose. */
export function listAlternates({editions}: Release, from: Page): readonly Alternate[] {
  const plain = editions.filter(isPlain)
  const belongs = from.tag === undefined || plain.some(({tag}) => tag === from.tag)
  return belongs && plain.length > 0 ? [...plain.map((edition) => ({language: edition.languages[0] ?? 'und', page: {tag: edition.tag}})), {language: 'x-default', page: overview}] : []
}

/** `edition` is the one that the page shows, or that lends its words to the page of all. */
export function makeHead(page: Page, edition: ReleasedEdition, release: Release): readonly Element[] {
  const {tag} = page
  const {thumbnail, description} = edition
  const folder = tag === undefined ? '' : `${tag}/`
  return [
    ...(description === undefined ? [] : [h('meta', {name: 'description', content: description})]),
    h('link', {rel: ['canonical'], href: addressOfPage(release, page, page)}),
    ...listAlternates(release, page).map((each) => h('link', {rel: ['alternate'], hreflang: each.language, href: addressOfPage(release, each.page, page)})),
    ...((tag === undefined ? release.editions : [edition]).some(hasFeed) ? [
      h('link', {rel: ['alternate'], type: 'application/opds+json', href: linkFrom(page, `${folder}opds.json`), title: edition.title}),
      h('link', {rel: ['alternate'], type: 'application/atom+xml;profile=opds-catalog', href: linkFrom(page, `${folder}opds.xml`), title: edition.title})
    ] : []),
    ...(thumbnail ? [h('link', {rel: ['icon'], type: 'image/jpeg', href: linkFrom(page, thumbnail.path)})] : []),
    ...makeOpenGraph(page, edition, release)
  ]
}

/** The Open Graph protocol, whose addresses are whole ones. */
function makeOpenGraph(page: Page, {title, description, cover, coverAlternative, languages: [language = 'und']}: ReleasedEdition, release: Release): readonly Element[] {
  const {language: own, region} = new Intl.Locale(language).maximize()
  const said: readonly (readonly [name: string, value: string | undefined])[] = [
    ['og:type', page.tag === undefined ? 'website' : 'book'], ['og:title', title], ['og:description', description], ['og:site_name', release.publisher],
    ['og:locale', region === undefined ? undefined : `${own}_${region}`],
    ...(release.address === undefined ? [] : [
      ['og:url', addressOfPage(release, page, page)], ...(cover ? [['og:image', addressOfFile(release, cover.path, page)], ['og:image:alt', coverAlternative ?? title]] as const : [])
    ] as const)
  ]
  return said.flatMap(([property, content]) => content === undefined ? [] : [h('meta', {property, content})])
}
