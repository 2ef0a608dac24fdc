/** A reference as written becomes a link, or words without one. */
import type {Element, ElementContent} from 'hast'
import {decodePath} from '../core/encoding.ts'
import {h, textOf} from '../core/hast.ts'
import {directionOf, isFullWidth, languageMarks, maybeLanguage, scriptOf} from '../core/locale.ts'
import type {Article, Id, Language, Place, Publication, Slug} from '../core/model.ts'
import type {Report} from '../core/diagnostic.ts'
import {resolvePath} from './paths.ts'
import {fold, stripExtension, suggestAnchor, unflatten, type ArticleTarget, type Targets} from './targets.ts'

/** What resolving needs of the edition and its siblings. */
export interface LinkContext {
  readonly publication: Publication
  readonly language: Language
  readonly targets: Targets
  /** Languages in which each article exists, by folded slug. */
  readonly languagesByName: ReadonlyMap<string, readonly Language[]>
  /** Anchors of each translation by those of its source. */
  readonly bridges?: ReadonlyMap<Slug, ReadonlyMap<string, string>>
  /** Articles of the source, by folded slug. */
  readonly sourceByName?: ReadonlyMap<string, Article>
  readonly report: Report
}

/** Where a reference leads: the id, and the article when it is another one. */
export interface Resolved {
  readonly id: Id
  readonly slug: Slug
}

/** The target of a reference; `undefined` has been reported, but for a page of the own site that is no article. */
export function resolveReference(url: string, from: ArticleTarget, context: LinkContext, place: Place): Resolved | undefined {
  const [, path = '', anchor = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(stripSite(url, context.publication)) ?? []
  const plain = decodePath(path).normalize('NFC')
  const target = path === '' ? from : findArticle(plain, from.article, context)
  if (!target) {
    if (!isOwnSite(url, context.publication)) reportDangling(url, plain, context, place)
    return undefined
  }
  const wanted = decodePath(anchor).normalize('NFC')
  const {slug} = target.article
  if (wanted === '' || wanted === 'top') return {id: target.id, slug}
  const spellings = [wanted, wanted.toLowerCase(), wanted.normalize('NFD')]
  const bridge = context.bridges?.get(slug)
  const id = [...spellings, ...spellings.flatMap((each) => bridge?.get(each) ?? [])].map((each) => target.idByAnchor.get(each)).find((each) => each !== undefined)
  if (id !== undefined) return {id, slug}
  context.report('link/missing-anchor', {url, anchor: wanted, suggestion: suggestAnchor(target, wanted)}, place)
  return {id: target.id, slug}
}

/** Whether an absolute URL leads to the publisher's own site, whose articles are these. */
export function isOwnSite(url: string, publication: Publication): boolean {
  const {site} = publication
  return site !== undefined && (url === site || url.startsWith(`${site}/`) || url.startsWith(`${site}#`))
}

function stripSite(url: string, publication: Publication): string {
  return publication.site !== undefined && isOwnSite(url, publication) ? url.slice(publication.site.length) || '/' : url
}

function findArticle(path: string, from: Article, {publication, targets}: LinkContext): ArticleTarget | undefined {
  const inside = path.startsWith('/') ? path : resolvePath(unflatten(from.file), path) ?? path
  const steps = inside.split('/').filter((step) => step !== '' && step !== '.' && step !== '..')
  const named = targets.maybeFind(stripExtension(steps.join('/')))
  const first = steps[0] === undefined ? undefined : maybeLanguage(steps[0])
  if (first === undefined || !publication.editions.some(({language}) => language === first)) return named
  const rest = targets.maybeFind(stripExtension(steps.slice(1).join('/')))
  return steps.length > 1 ? rest ?? named : named ?? rest // an article may be called `it`
}

/** What stands in the place of a link to an article that this edition lacks: the words, and the title that the article has in the source. */
export function nameUntranslated(url: string, from: ArticleTarget, words: readonly ElementContent[], context: LinkContext): readonly ElementContent[] {
  const {language, publication, sourceByName, targets} = context
  const [path = ''] = stripSite(url, publication).split(/[?#]/)
  const name = fold(nameOf(decodePath(path).normalize('NFC')))
  const article = path === '' || findArticle(path, from.article, context) ? undefined : sourceByName?.get(name)
  if (!article || targets.bySlug.has(article.slug)) return words
  if (fold(textOf({type: 'root', children: [...words]}).trim()) === fold(article.title)) return words
  const [open, close] = isFullWidth(scriptOf(language)) ? ['（', '）'] : [' (', ')']
  const title = h('cite', {...languageMarks(article.language, directionOf(language))}, article.titlePhrases ?? article.title)
  return [...words, {type: 'text', value: open}, title, {type: 'text', value: close}]
}

/** The last step of a path, without extension. */
function nameOf(path: string): string {
  const name = stripExtension(path.replaceAll(/^\/+|\/+$/g, ''))
  return name.slice(name.lastIndexOf('/') + 1)
}

function reportDangling(url: string, path: string, context: LinkContext, place: Place): void {
  const {language, languagesByName, report, targets} = context
  const name = stripExtension(path.replaceAll(/^\/+|\/+$/g, ''))
  const others = (languagesByName.get(fold(nameOf(path))) ?? []).filter((other) => other !== language)
  if (others.length > 0) report('link/untranslated', {url, language, others: others.slice(0, 5).join(', ')}, place)
  else report('link/dangling', {url, suggestion: targets.suggest(name)}, place)
}

/** The page number beside a link, for paper; the e-book leaves it out. */
export function makePageReference(id: Id, language: Language): ElementContent {
  const [open, close] = isFullWidth(scriptOf(language)) ? ['（', '）'] : ['\u00A0(', ')']
  return h('span', {className: ['folio-reference']}, open, {type: 'folio', use: 'reference', targets: [id]}, close)
}

/** A link to a place of the edition. */
export function makeLink(id: Id, title: string | undefined, children: readonly ElementContent[]): Element {
  return h('a', {href: `#${id}`, ...(title !== undefined && {title})}, children)
}
