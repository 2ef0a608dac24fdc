/** Composes handouts: articles of a finished edition on sheets of their own, under a head, with what says where they come from. */
import type {Element} from 'hast'
import {breakAddress} from '../core/addresses.ts'
import type {Report} from '../core/diagnostic.ts'
import {h} from '../core/hast.ts'
import type {Handout, Handouts, HandoutSet} from '../core/handouts.ts'
import {commaOf, isFullWidth, listNames} from '../core/locale.ts'
import type {Division, Edition, Id, NavPoint, Slug, Sources} from '../core/model.ts'
import {loosen} from '../core/suggest.ts'
import {listSource} from './handout-source.ts'
import {makeHandoutText, type HandoutText} from './handout-text.ts'
import {makeFill, type Fill} from './template.ts'

/** What is the same for all handouts of an edition. */
interface Context {
  readonly edition: Edition
  readonly fill: Fill
  readonly bySlug: ReadonlyMap<Slug, Division>
  readonly pointById: ReadonlyMap<Id, NavPoint>
}

/** The handouts of an edition: of the `sets`, else of those that the publisher lists, else one of each article. A set without articles is reported. */
export function composeHandouts(edition: Edition, sources: Sources, sets: readonly HandoutSet[], report: Report): Handouts {
  const articles = edition.divisions.filter(({kind}) => kind === 'article')
  const bySlug = new Map(articles.map((division) => [division.article?.slug ?? division.id, division]))
  const context: Context = {edition, fill: makeFill(sources.templates, edition.terms, report), bySlug, pointById: new Map(listPoints(edition.contents))}
  const given = sets.length > 0 ? sets : edition.publication.handouts.sets
  const chosen: readonly HandoutSet[] = given.length > 0 ? given : [...bySlug.keys()].map((slug) => ({articles: [slug], keywords: []}))
  const names = new Set<string>()
  const list = chosen.flatMap((set): readonly Handout[] => {
    const slugs = chooseArticles(set, context)
    if (slugs.length > 0) return [makeHandout(set, slugs, makeName(set.name ?? slugs.join('-'), names), context)]
    report('compose/handout-empty', {handout: set.name ?? [...set.articles, ...set.keywords].join(', '), language: edition.spec.language}, set.place)
    return []
  })
  return {list, source: listSource(edition), style: `${edition.styles.pdf}\n${sources.styles.get('handout') ?? ''}`}
}

function listPoints(points: readonly NavPoint[]): readonly (readonly [Id, NavPoint])[] {
  return points.flatMap((point): readonly (readonly [Id, NavPoint])[] => [[point.id, point], ...listPoints(point.children)])
}

/** Articles that are named, in that order, then those with one of the keywords, in the order of the book. */
function chooseArticles({articles, keywords}: HandoutSet, {bySlug}: Context): readonly Slug[] {
  const wanted = new Set(keywords.map(loosen))
  const found = [...bySlug].filter(([, {article}]) => article?.keywords.some((keyword) => wanted.has(loosen(keyword)))).map(([slug]) => slug)
  return [...new Set([...articles.filter((slug) => bySlug.has(slug)), ...found])]
}

/** A file's name that every system takes and no other handout has. */
function makeName(wish: string, taken: Set<string>): string {
  const plain = [...wish.normalize('NFC').replaceAll(/[\s\\/:*?"<>|\0-\x1f\x7f]+/g, '-')].slice(0, 60).join('').replaceAll(/^[-.]+|[-.]+$/g, '') || 'handout'
  let name = plain
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${plain}-${count}`
  taken.add(name.toLowerCase())
  return name
}

function makeHandout(set: HandoutSet, slugs: readonly Slug[], name: string, context: Context): Handout {
  const {edition, fill, pointById, bySlug} = context
  const {spec: {language, direction, title: book, contributors}, publication: {handouts}} = edition
  const divisions = slugs.flatMap((slug) => bySlug.get(slug) ?? [])
  const single = divisions.length === 1 ? divisions[0] : undefined
  const text = makeHandoutText(divisions)
  const title = titleOf(set, divisions, edition)
  const address = handouts.address === undefined ? undefined : fillAddress(single ? handouts.address : handouts.address.replace(/#\{slug\}$/, ''), language, single ? slugs[0] ?? name : name)
  const tree = fill('handout', {
    publication: title === book ? undefined : book, title: title === single?.title ? single.phrases ?? title : title, byline: text.byline, text: text.body, further: listFurther(slugs, text, context),
    code: address === undefined ? undefined : [h('a', {className: ['code'], href: address})],
    address: address === undefined ? undefined : [h('a', {href: address}, breakAddress(address.replaceAll(/^https?:\/\/(?:www\.)?|\/$/g, '')))]
  })
  const fit = set.fit ?? handouts.fit
  return {
    name, title, language, direction, divisions, authors: contributors.filter(({role}) => role === 'author').map((author) => author.name),
    tree: {...tree, properties: {...tree.properties, id: `handout.${divisions[0]?.id ?? name}`}},
    outline: divisions.flatMap(({id}) => pointById.get(id) ?? []),
    ...(single?.file !== undefined && {file: single.file}), ...(single && slugs[0] !== undefined && {slug: slugs[0]}), ...(fit !== undefined && {fit}), ...(address !== undefined && {address})
  }
}

/** The publisher's words, else the title of the only article, the keyword as the articles write it, the titles of a few, the book's. */
function titleOf({name, title, keywords}: HandoutSet, divisions: readonly Division[], {spec}: Edition): string {
  const given = (name === undefined ? undefined : spec.handoutTitles.get(name)) ?? title
  if (given !== undefined) return given
  if (divisions.length === 1 && divisions[0]) return divisions[0].title
  const wanted = new Set(keywords.map(loosen))
  const keyword = divisions.flatMap(({article}) => article?.keywords ?? []).find((each) => wanted.has(loosen(each)))
  return keyword ?? (divisions.length < 4 ? listNames(spec.language, divisions.map((each) => each.title)) : spec.title)
}

/** Each placeholder filled, fit for an address. */
function fillAddress(pattern: string, language: string, slug: string): string {
  return pattern.replaceAll('{language}', encodeURIComponent(language)).replaceAll('{slug}', slug.split('/').map(encodeURIComponent).join('/'))
}

/** What the book has besides: articles that these point to, then those that point to them, each with its page. */
function listFurther(slugs: readonly Slug[], {ids}: HandoutText, {edition: {graph, script}, bySlug}: Context): readonly Element[] {
  const [outgoing, incoming] = [graph.outgoing, graph.incoming].map((side) => slugs.flatMap((slug) => side.get(slug) ?? []))
  const others = [...new Set([...outgoing ?? [], ...incoming ?? []])].flatMap((slug) => bySlug.get(slug) ?? []).filter(({id}) => !ids.has(id))
  const separator = isFullWidth(script) ? '\u3000' : commaOf(script)
  return others.map(({id, title, phrases}) => h('li', {}, h('span', {}, phrases ?? title), h('span', {className: ['folio-reference']}, separator, {type: 'folio', use: 'contents', targets: [id]})))
}
