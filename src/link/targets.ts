/** What can be pointed at in an edition, and every spelling under which it is known. */
import {suggest, loosen} from '../core/suggest.ts'
import type {Report} from '../core/diagnostic.ts'
import {textOf, walkElements} from '../core/hast.ts'
import type {Article, Id, Slug} from '../core/model.ts'
import type {Target} from '../core/references.ts'
import {makeIdMaker, nameArticle, namePlace} from './ids.ts'

/** One article as a target: its id, and its places by the author's anchors. */
export interface ArticleTarget {
  readonly article: Article
  readonly id: Id
  readonly idByAnchor: ReadonlyMap<string, Id>
}

export interface Targets {
  readonly bySlug: ReadonlyMap<Slug, ArticleTarget>
  readonly targetById: ReadonlyMap<Id, Target>
  /** The article that a path without extension names: `cold-calling`, `sales/cold-calling`, an alias, in any case. */
  readonly maybeFind: (path: string) => ArticleTarget | undefined
  /** The slug that a mistyped path may mean. */
  readonly suggest: (path: string) => Slug | undefined
}

/** Lists the targets of an edition's articles. */
export function makeTargets(articles: readonly Article[], report: Report): Targets {
  const makeId = makeIdMaker()
  const bySlug = new Map<Slug, ArticleTarget>()
  const targetById = new Map<Id, Target>()
  for (const article of articles) {
    const id = makeId(nameArticle(article.slug))
    targetById.set(id, {id, slug: article.slug, label: article.title})
    bySlug.set(article.slug, {article, id, idByAnchor: listPlaces(article, id, makeId, targetById)})
  }
  const byName = nameTargets([...bySlug.values()], report)
  const slugs = [...bySlug.keys()]
  return {
    bySlug, targetById,
    maybeFind: (path) => bySlug.get(path) ?? byName.get(fold(path)) ?? byName.get(fold(path.slice(path.lastIndexOf('/') + 1))),
    suggest: (path) => suggest(path.slice(path.lastIndexOf('/') + 1), slugs)
  }
}

function listPlaces(article: Article, articleId: Id, makeId: (wanted: string) => Id, targetById: Map<Id, Target>): ReadonlyMap<string, Id> {
  const idByAnchor = new Map<string, Id>()
  walkElements(article.tree, (element) => {
    const anchor = element.properties['id']
    if (typeof anchor !== 'string' || idByAnchor.has(anchor)) return
    const id = makeId(namePlace(articleId, anchor))
    idByAnchor.set(anchor, id)
    const isHeading = /^h[1-6]$/.test(element.tagName)
    targetById.set(id, {id, slug: article.slug, label: isHeading ? textOf(element) : article.title})
  })
  return idByAnchor
}

/** Slugs win over paths, paths over flattened folders, these over aliases; the first article keeps a name that two claim. */
function nameTargets(targets: readonly ArticleTarget[], report: Report): ReadonlyMap<string, ArticleTarget> {
  const byName = new Map<string, ArticleTarget>()
  const claim = (name: string, target: ArticleTarget): ArticleTarget => {
    const holder = byName.get(fold(name))
    if (!holder) byName.set(fold(name), target)
    return holder ?? target
  }
  for (const target of targets) claim(target.article.slug, target)
  for (const target of targets) claim(stripExtension(target.article.file.slice(target.article.file.indexOf('/') + 1)), target)
  for (const target of targets) if (target.article.slug.includes('--')) claim(unflatten(target.article.slug), target)
  for (const target of targets) {
    const {aliases, slug, file} = target.article
    for (const alias of aliases) {
      const holder = claim(stripExtension(alias.replaceAll(/^\/+|\/+$/g, '')), target)
      if (holder !== target) report('link/ambiguous-alias', {alias, slug, other: holder.article.slug}, {file})
    }
  }
  return byName
}

/** The form in which names are compared. */
export function fold(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, '-')
}

/** The path that a name of folders flattened into it stands for: `docs--helpers` for `docs/helpers`. */
export function unflatten(path: string): string {
  return path.replaceAll('--', '/')
}

/** The anchor of an article that a mistyped one may mean. */
export function suggestAnchor(target: ArticleTarget, anchor: string): string | undefined {
  const loose = loosen(anchor)
  return [...target.idByAnchor.keys()].find((known) => loosen(known) === loose)
}

export function stripExtension(path: string): string {
  return path.replace(/\.(?:md|markdown|mdx|txt|html?)$/i, '').replace(/(?:^|\/)_?index$/i, '')
}
