/** Two releases compared down to their passages: the texts come from their e-books, which name the pages of the printed book. And the errata of an edition, as page and as PDF. */
import {setTypefaces} from './compose/typefaces.ts'
import {dateOf, type ArticleCorrections, type Changes, type Passage, type Shelf} from './core/changes.ts'
import {makeLedger, type Report} from './core/diagnostic.ts'
import {isEbook} from './core/formats.ts'
import {h} from './core/hast.ts'
import type {Division, Edition, Format, Slug, Sources} from './core/model.ts'
import type {Companion} from './core/product.ts'
import type {ReleasedEdition} from './core/release.ts'
import {makeUuid} from './core/uuid.ts'
import type {World} from './core/world.ts'
import {compareEditions, compareReleases} from './distribute/changes/compare.ts'
import {correctArticle} from './distribute/changes/corrections.ts'
import {errataPath, hasErrata, makeErrata, writeErrataPage, type Errata} from './distribute/changes/errata-page.ts'
import type {CorrectionsByTag} from './distribute/changes/text.ts'
import {readManifest} from './distribute/manifest/manifest.ts'
import {voiceOf} from './distribute/site/voice.ts'
import {readTexts} from './verify/epub/texts.ts'

export interface Compared {
  readonly changes: Changes
  readonly corrections: CorrectionsByTag
  /** Editions whose articles changed in a way that cannot be shown: an e-book of theirs is not at hand or not sound. */
  readonly untold: readonly string[]
}

/** Compares every edition that both releases have. */
export async function compareShelves(former: Shelf, now: Shelf): Promise<Compared> {
  const changes = compareReleases(former.release, now.release)
  const corrections = new Map<string, readonly ArticleCorrections[]>()
  const untold: string[] = []
  for (const {tag, articles} of changes.editions) {
    const [before, after] = [former, now].map(({release}) => release.editions.find((edition) => edition.tag === tag))
    if (!before || !after || !articles.some(({kind}) => kind === 'changed')) continue
    const found = correctEdition({edition: before, epub: await openEbook(before, former)}, {edition: after, epub: await openEbook(after, now)})
    if (found) corrections.set(tag, found)
    else untold.push(tag)
  }
  return {changes, corrections, untold}
}

async function openEbook({products}: ReleasedEdition, {open}: Shelf): Promise<Uint8Array | undefined> {
  const file = products.find(({format}) => isEbook(format))?.files[0]
  return file && open(file.path)
}

/** An edition with one of its e-books. */
export interface Readable {
  readonly edition: ReleasedEdition
  readonly epub?: Uint8Array | undefined
}

/** Of each article that changed, in the order of the former edition; `undefined` where a text is not to be had. */
export function correctEdition(former: Readable, now: Readable): readonly ArticleCorrections[] | undefined {
  const [before, after] = [textsOf(former), textsOf(now)]
  if (!before || !after) return undefined
  const nowBySlug = new Map(now.edition.articles.map((article) => [article.slug, article]))
  const [language = 'und', second] = now.edition.languages
  return former.edition.articles.flatMap((article): readonly ArticleCorrections[] => {
    const {slug, title, digest, page, language: own} = article
    const other = nowBySlug.get(slug)
    if (!other || other.digest === digest) return []
    const {corrections, rewritten} = correctArticle(before.get(slug) ?? [], after.get(slug) ?? [], own ?? language, second)
    const placed = corrections.map((correction) => correction.page === undefined && page !== undefined ? {...correction, page} : correction)
    return rewritten || placed.length > 0 ? [{slug, title, ...(own !== undefined && {language: own}), corrections: placed, rewritten}] : []
  })
}

/** Passages by slug: an e-book has the articles of its edition in the same order. */
function textsOf({edition: {articles}, epub}: Readable): ReadonlyMap<Slug, readonly Passage[]> | undefined {
  const texts = epub && readTexts(epub)
  return texts?.length === articles.length ? new Map(articles.map(({slug}, at) => [slug, texts[at] ?? []])) : undefined
}

/** The former release that the publication names; reported where it cannot be used. */
export function openFormer({publication, former}: Sources, world: Pick<World, 'read'>, report: Report): Shelf | undefined {
  if (!former) return undefined
  const {file, text} = former
  const release = readManifest(text)
  if ('problem' in release) report('changes/damaged-manifest', {problem: release.problem}, {file})
  else if (release.identifier !== publication.identifier) report('changes/other-publication', {name: release.name, found: release.identifier, expected: publication.identifier}, {file})
  else return {release, open: async (path) => world.read(`${file.slice(0, file.lastIndexOf('/') + 1)}${path}`).catch(() => undefined)}
  return undefined
}

/** Formats that readers hold as paper, on the pages of the interior. */
const printedFormats: readonly Format[] = ['pdf', 'press', 'booklet']

/** An edition that was just made. */
export interface Finished extends Readable {
  /** As it was composed, before its typefaces were chosen. */
  readonly composed: Edition
  /** Whether a browser is at work: else the page of the web is all. */
  readonly isPrinted: boolean
}

/** Page and PDF; none where the former release was not printed, or nobody has anything to correct. */
export async function emitErrata(finished: Finished, former: Shelf, sources: Sources, world: World, report: Report): Promise<readonly Companion[]> {
  const {edition, composed, isPrinted} = finished
  const before = former.release.editions.find(({tag}) => tag === edition.tag)
  if (!before?.products.some(({format}) => printedFormats.includes(format))) return []
  const {articles} = compareEditions(before, edition)
  if (!articles.some(({kind}) => kind === 'changed')) return []
  const epub = await openEbook(before, former)
  const corrections = correctEdition({edition: before, epub}, finished)
  if (!corrections) report('changes/no-texts', {edition: edition.tag, lacking: textsOf({edition: before, epub}) ? 'new' : 'former'}, sources.publication.changes?.place)
  const errata: Errata = {edition, articles, corrections, date: dateOf(former.release), address: sources.publication.address}
  if (!hasErrata(errata)) return []
  const style = sources.styles.get('errata') ?? ''
  const page = new TextEncoder().encode(writeErrataPage(errata, voiceOf(edition, sources.terms), style))
  const print = isPrinted ? await printErrata(errata, composed, sources, world, report) : undefined
  return [{path: errataPath(edition.tag, 'html'), content: page}, ...print ? [{path: errataPath(edition.tag, 'pdf'), content: print}] : []]
}

/** A small book of one division, in the print style of the edition; `undefined` where it cannot be printed, which is reported. */
async function printErrata(errata: Errata, composed: Edition, {styles, terms}: Sources, world: World, report: Report): Promise<Uint8Array | undefined> {
  const [{emitPrint}, {verifyPrint}] = [await import('./emit/print/book.ts'), await import('./verify/print.ts')]
  world.progress(`${errata.edition.tag}: errata`)
  const {list, report: hear} = makeLedger()
  const small = await setTypefaces(makeSmallBook(errata, composed, terms, styles.get('errata') ?? ''), ['pdf'], world, hear)
  const {folios, pagination: _, ...product} = await emitPrint(small, world, hear)
  if (product.content.length > 0) verifyPrint(product, small, folios, hear)
  for (const {code, facts, place} of list) report(code, facts as never, place) // made from these facts
  return product.content.length > 0 ? product.content : undefined
}

function makeSmallBook(errata: Errata, composed: Edition, terms: Sources['terms'], style: string): Edition {
  const voice = voiceOf(errata.edition, terms)
  const [title, id] = [voice.say('errata'), 'errata--list']
  const tree = h('section', {className: ['list', 'errata'], id}, makeErrata(errata, voice, false))
  const words = (errata.corrections ?? []).flatMap(({corrections}) => corrections).length * 40 + 100
  const division: Division = {id, kind: 'whats-new', matter: 'body', title, head: title, words, tree}
  const {publication, spec, styles, uuid} = composed
  const {second: _, cover: __, jacket: ___, ...rest} = composed
  return {
    ...rest, publication: {...publication, typesetting: {...publication.typesetting, tables: 'shrink', notes: 'article'}},
    spec: {...spec, writing: 'horizontal', title: `${title} · ${spec.title}`, isbn: {}}, divisions: [division], contents: [{id, title, children: []}], landmarks: [],
    graph: {targetById: new Map(), outgoing: new Map(), incoming: new Map(), working: 0, dangling: 0}, articles: 0, headwords: [], resources: new Map(),
    styles: {...styles, pdf: `${styles.pdf}\n${style}`}, uuid: makeUuid(`${uuid} errata`)
  }
}
