/** Rules of OPDS and of Atom as checks of our own: what a feed breaks, in words. */
import type {Element} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {maybeLanguage} from '../../src/core/locale.ts'

export interface ReadLink {
  readonly rel?: string
  readonly href?: string
  readonly type?: string
  readonly title?: string
  readonly size?: number
  readonly language?: string
  readonly integrity?: string
  readonly properties?: {readonly numberOfItems?: number}
}

export interface ReadPublication {
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly links?: readonly ReadLink[]
  readonly images?: readonly ReadLink[]
}

/** A feed as it comes from JSON, of which nothing is sure. */
export interface ReadFeed {
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly links?: readonly ReadLink[]
  readonly facets?: readonly {readonly metadata?: {readonly title?: string}; readonly links?: readonly ReadLink[]}[]
  readonly publications?: readonly ReadPublication[]
}

const acquisition = 'http://opds-spec.org/acquisition'
const imageTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/jxl']

/** What an OPDS 2.0 feed breaks (§§ 1.1, 2, 5). */
export function judgeJsonFeed(text: string): readonly string[] {
  const feed = JSON.parse(text) as ReadFeed
  const {publications = [], links = [], facets = [], metadata} = feed
  const says = (isTrue: boolean, words: string): readonly string[] => isTrue ? [] : [words]
  const lists = [links, ...facets.map((facet) => facet.links ?? []), ...publications.flatMap((each) => [each.links ?? [], each.images ?? []])]
  return [
    ...says(typeof metadata?.['title'] === 'string', 'no title'),
    ...says(links.some((link) => link.rel === 'self'), 'no link to itself'),
    ...says(publications.length > 0, 'no publications'),
    ...says(metadata?.['numberOfItems'] === publications.length, 'another number of items'),
    ...facets.flatMap((facet) => [
      ...says(typeof facet.metadata?.title === 'string', 'a facet without a title'), ...says((facet.links ?? []).length > 1, 'a facet with one link'),
      ...says((facet.links ?? []).filter((link) => link.rel === 'self').length <= 1, 'two active facets')
    ]),
    ...lists.flatMap((list) => [
      ...says(new Set(list.map((link) => JSON.stringify(link))).size === list.length, 'a link twice'),
      ...list.flatMap((link) => [...says(link.href !== undefined && URL.canParse(link.href, 'https://a.invalid/b/'), 'a link without address'), ...says(link.size === undefined || link.size > 0, 'an empty file')])
    ]),
    ...publications.flatMap(judgePublication)
  ]
}

function judgePublication({metadata = {}, links = [], images}: ReadPublication): readonly string[] {
  const dates = [metadata['modified'], metadata['published']].filter((date) => date !== undefined)
  return [
    ...(typeof metadata['title'] === 'string' ? [] : ['a publication without a title']),
    ...(URL.canParse(String(metadata['identifier'])) ? [] : ['an identifier that is none']),
    ...([metadata['language']].flat().every((tag) => maybeLanguage(String(tag)) === tag) ? [] : ['a language that is none']),
    ...(dates.every((date) => /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/.test(String(date))) ? [] : ['a date that is none']),
    ...(links.some(({rel, type}) => rel?.startsWith(acquisition) && type !== undefined) ? [] : ['a publication that cannot be had']),
    ...(images === undefined || images.some(({type}) => imageTypes.includes(type ?? '')) ? [] : ['no picture that all clients show'])
  ]
}

/** The root of a feed in XML. */
export function readXml(text: string): Element {
  const root = fromXml(text).children.find((node): node is Element => node.type === 'element')
  if (!root) throw new Error('no element')
  return root
}

export function childrenOf(node: Element, ...names: readonly string[]): readonly Element[] {
  return node.children.filter((child): child is Element => child.type === 'element' && names.includes(child.name))
}

export function wordsOf(node: Element | undefined): string {
  return (node?.children ?? []).map((child) => child.type === 'text' ? child.value : child.type === 'element' ? wordsOf(child) : '').join('')
}

/** What a feed in Atom breaks (RFC 4287, § 4.1; OPDS 1.2, §§ 2, 5). */
export function judgeAtomFeed(text: string): readonly string[] {
  const feed = readXml(text)
  const entries = childrenOf(feed, 'entry')
  const ids = [feed, ...entries].map((node) => wordsOf(childrenOf(node, 'id')[0]))
  const relations = (node: Element): readonly string[] => childrenOf(node, 'link').map(({attributes}) => attributes['rel'] ?? '')
  const one = (node: Element, names: readonly string[]): readonly string[] => names.filter((name) => childrenOf(node, name).length !== 1).map((name) => `${node.name} without one ${name}`)
  const facets = childrenOf(feed, 'link').filter(({attributes}) => attributes['rel'] === 'http://opds-spec.org/facet')
  return [
    ...[feed, ...entries].flatMap((node) => one(node, ['id', 'title', 'updated'])),
    ...(new Set(ids).size === ids.length && ids.every((id) => URL.canParse(id)) ? [] : ['an id twice, or none']),
    ...[feed, ...entries].flatMap((node) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(wordsOf(childrenOf(node, 'updated')[0])) ? [] : ['a date that is none']),
    ...(childrenOf(feed, 'author').length > 0 || entries.every((entry) => childrenOf(entry, 'author').length > 0) ? [] : ['no author']),
    ...['self', 'start'].filter((rel) => relations(feed).filter((each) => each === rel).length !== 1).map((rel) => `not one link ${rel}`),
    ...(facets.every(({attributes}) => attributes['title'] && attributes['opds:facetGroup']) && facets.filter(({attributes}) => attributes['opds:activeFacet']).length <= 1 ? [] : ['facets that are none']),
    ...entries.flatMap((entry) => relations(entry).some((rel) => rel.startsWith(acquisition)) ? [] : ['an entry that cannot be had']),
    ...entries.flatMap((entry) => childrenOf(entry, 'link')).flatMap(({attributes}) => attributes['href'] && attributes['type'] ? [] : ['a link without address or type'])
  ]
}
