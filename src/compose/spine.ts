/** Reading order: which articles an edition has, in which parts. */
import type {Report} from '../core/diagnostic.ts'
import type {Article, EditionSpec, Publication} from '../core/model.ts'

/** How a language sorts titles: as in its index, by readings and without leading articles. */
export interface TitleOrder {
  readonly compare: (a: string, b: string) => number
  readonly keyOf: (title: string, sortAs?: string) => string
}

/** A run of articles, under a part's title or none. */
export interface Arranged<A extends Article> {
  readonly title?: string
  readonly articles: readonly A[]
}

/** The articles of an edition in reading order: the spine's, else by `order`, then by title as the language sorts. */
export function arrangeArticles<A extends Article>(
  articles: readonly A[], publication: Publication, spec: EditionSpec, order: TitleOrder, report: Report
): readonly Arranged<A>[] {
  if (publication.spine.length === 0) return [{articles: sortByTitle(articles, order)}]
  const bySlug = new Map(articles.map((article) => [article.slug, article]))
  return publication.spine.flatMap((part) => {
    const present = part.articles.flatMap((slug) => bySlug.get(slug) ?? [])
    if (present.length === 0) return []
    const title = part.key === undefined ? undefined : spec.partTitles.get(part.key)
    if (part.key !== undefined && title === undefined) report('read/part-untitled', {part: part.key, language: spec.language}, {file: `${spec.language}/edition.yaml`})
    return [{articles: present, ...(title !== undefined && {title})}]
  })
}

function sortByTitle<A extends Article>(articles: readonly A[], {compare, keyOf}: TitleOrder): readonly A[] {
  const keyed = articles.map((article) => ({article, key: keyOf(article.title, article.sortAs)}))
  return keyed.sort(({article: a, key}, {article: b, key: other}) =>
    (a.order ?? Infinity) - (b.order ?? Infinity) || // Infinity - Infinity is NaN, which counts as equal
    compare(key, other) || (a.slug < b.slug ? -1 : 1)).map(({article}) => article)
}
