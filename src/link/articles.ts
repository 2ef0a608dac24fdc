/** Links the articles of an edition: every reference becomes a link or plain words, every picture a file or its alternative. */
import type {Report} from '../core/diagnostic.ts'
import type {Article, Slug} from '../core/model.ts'
import type {Resource} from '../core/resources.ts'
import type {ReferenceGraph} from '../core/references.ts'
import type {Terms} from '../core/terms.ts'
import type {LinkContext} from './references.ts'
import {makeTargets, type ArticleTarget} from './targets.ts'
import {linkTree} from './tree.ts'

export interface Linked {
  /** In the order given; no `reference` nodes, ids unique in the edition. */
  readonly articles: readonly LinkedArticle[]
  readonly graph: ReferenceGraph
}

/** An article with the id that its section will have. */
export interface LinkedArticle extends Article {
  readonly id: string
}

export interface LinkSettings extends Omit<LinkContext, 'targets' | 'report'> {
  readonly resources: ReadonlyMap<string, Resource>
  readonly terms: Terms
}

/** Links the articles of one edition, given in reading order. */
export function linkArticles(articles: readonly Article[], settings: LinkSettings, report: Report): Linked {
  const targets = makeTargets(articles, report)
  const context: LinkContext = {...settings, targets, report}
  const tally = {working: 0, dangling: 0}
  const outgoing = new Map<Slug, readonly Slug[]>()
  const linked = articles.map((article) => {
    const target = targets.bySlug.get(article.slug) as ArticleTarget // made from these same articles
    const mentioned = new Set<Slug>()
    const tree = linkTree({...settings, target, context, mentioned, tally, placed: new Set()})
    outgoing.set(article.slug, [...mentioned])
    return {...article, id: target.id, tree}
  })
  return {articles: linked, graph: {targetById: targets.targetById, outgoing, incoming: reverse(outgoing), ...tally}}
}

function reverse(outgoing: ReadonlyMap<Slug, readonly Slug[]>): ReadonlyMap<Slug, readonly Slug[]> {
  const incoming = new Map<Slug, Slug[]>()
  for (const [from, slugs] of outgoing) {
    for (const slug of slugs) {
      const froms = incoming.get(slug)
      if (froms) froms.push(from)
      else incoming.set(slug, [from])
    }
  }
  return incoming
}
