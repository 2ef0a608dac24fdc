/** Reading order: which articles an edition has, in which parts. */
import type {Report} from '../core/diagnostic.ts'
import {collatorOf} from '../core/locale.ts'
import type {Article, EditionSpec, Publication} from '../core/model.ts'

/** A run of articles, under a part's title or none. */
export interface Arranged<A extends Article> {
  readonly title?: string
  readonly articles: readonly A[]
}

/** The articles of an edition in reading order: the spine's, else by `order`, then by title as the language sorts. */
export function arrangeArticles<A extends Article>(articles: readonly A[], publication: Publication, spec: EditionSpec, report: Report): readonly Arranged<A>[] {
  if (publication.spine.length === 0) return [{articles: sortByTitle(articles, spec.language)}]
  const bySlug = new Map(articles.map((article) => [article.slug, article]))
  return publication.spine.flatMap((part) => {
    const present = part.articles.flatMap((slug) => bySlug.get(slug) ?? [])
    if (present.length === 0) return []
    const title = part.key === undefined ? undefined : spec.partTitles.get(part.key)
    if (part.key !== undefined && title === undefined) report('read/part-untitled', {part: part.key, language: spec.language}, {file: `${spec.language}/edition.yaml`})
    return [{articles: present, ...(title !== undefined && {title})}]
  })
}

function sortByTitle<A extends Article>(articles: readonly A[], language: string): readonly A[] {
  const {compare} = collatorOf(language)
  return [...articles].sort((a, b) =>
    (a.order ?? Infinity) - (b.order ?? Infinity) || // Infinity - Infinity is NaN, which counts as equal
    compare(a.sortAs ?? a.title, b.sortAs ?? b.title) || (a.slug < b.slug ? -1 : 1))
}
