/** The articles of a book in two languages, in their order: pairs, and those that only one of the two has. */
import type {Division, Id, Publication, Slug} from '../core/model.ts'
import type {Bead} from '../core/translation.ts'
import {makeArticle, type Composable} from './article.ts'
import {joinArticles, setAlone} from './bilingual-article.ts'
import {joinTitles, stackTitles} from './bilingual-titles.ts'
import type {EditionParts} from './edition.ts'
import {makePart, type MatterContext} from './matter.ts'

/** The second language of a book: its parts, under ids that the first does not have, and the alignment of each pair of articles. */
export interface SecondParts {
  readonly parts: EditionParts
  readonly beadsBySlug: ReadonlyMap<Slug, readonly Bead[]>
}

interface Run {
  readonly title?: string
  readonly otherTitle?: string
  readonly slugs: readonly Slug[]
}

interface Body {
  readonly divisions: readonly Division[]
  readonly articlesByPart: ReadonlyMap<Id, readonly Id[]>
}

/** Parts and articles of both, each article once. */
export function makeBilingualBody(parts: EditionParts, {parts: others, beadsBySlug}: SecondParts, contexts: readonly [MatterContext, MatterContext]): Body {
  const [first, second] = [composeArticles(parts, contexts[0]), composeArticles(others, contexts[1])]
  const tongues = [contexts[0].spec, contexts[1].spec] as const
  const layout = contexts[0].spec.pairing?.layout ?? 'interleaved'
  const make = (slug: Slug): readonly Division[] => {
    const [one, two] = [first.get(slug), second.get(slug)]
    if (one && two) return [joinArticles(one, two, beadsBySlug.get(slug) ?? [], tongues, layout)]
    return one ? [setAlone(one, tongues[0], false)] : two ? [setAlone(two, tongues[1], true)] : []
  }
  const articlesByPart = new Map<Id, readonly Id[]>()
  const divisions = listRuns(parts, others, contexts[0].publication).flatMap(({title, otherTitle, slugs}) => {
    const articles = slugs.flatMap(make)
    if (title === undefined && otherTitle === undefined) return articles
    const part = makeBilingualPart(articlesByPart.size + 1, title ?? otherTitle ?? '', otherTitle, contexts)
    articlesByPart.set(part.id, articles.map(({id}) => id))
    return [part, ...articles]
  })
  return {divisions, articlesByPart}
}

function composeArticles({arranged, graph}: EditionParts, context: MatterContext): ReadonlyMap<Slug, Division> {
  const bySlug = new Map<Slug, Composable>(arranged.flatMap((run) => run.articles).map((article) => [article.slug, article]))
  return new Map(Array.from(bySlug, ([slug, article]) => [slug, makeArticle(article, bySlug, graph, context)]))
}

function makeBilingualPart(number: number, title: string, other: string | undefined, [{...context}, {spec: second}]: readonly [MatterContext, MatterContext]): Division {
  if (other === undefined || other === title) return makePart(context, number, title)
  const both = joinTitles({title}, {title: other}, second)
  return {...makePart(context, number, both.title, stackTitles(title, other, second)), ...both}
}

/** The order of the spine; without one that of the first language, and behind it what only the second has. */
function listRuns({arranged}: EditionParts, {arranged: others}: EditionParts, {spine}: Publication): readonly Run[] {
  const known = new Set([...arranged, ...others].flatMap(({articles}) => articles.map(({slug}) => slug)))
  if (spine.length === 0) return [{slugs: [...known]}]
  const titleOf = (slugs: readonly Slug[], runs: EditionParts['arranged']): string | undefined => runs.find(({articles}) => articles.some(({slug}) => slugs.includes(slug)))?.title
  return spine.flatMap(({articles}): readonly Run[] => {
    const slugs = articles.filter((slug) => known.has(slug))
    const [title, otherTitle] = [titleOf(slugs, arranged), titleOf(slugs, others)]
    return slugs.length === 0 ? [] : [{slugs, ...(title !== undefined && {title}), ...(otherTitle !== undefined && {otherTitle})}]
  })
}
