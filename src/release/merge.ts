/** A build of some languages or formats leaves the others as they were: the release is both. */
import {formats} from '../core/formats.ts'
import type {Format} from '../core/model.ts'
import type {Release, ReleasedArticle, ReleasedEdition, ReleasedProduct} from '../core/release.ts'

/** What a build was to make. */
export interface Scope {
  /** Whether every edition was to be made. */
  readonly everyEdition: boolean
  /** Whether every format was to be made. */
  readonly everyFormat: boolean
  /** Whether the handouts were chosen one by one. */
  readonly someHandouts: boolean
  /** All editions that the publication has, in order. */
  readonly tags: readonly string[]
}

/** Catalogue, feeds and trade metadata are made of the whole release each time: one that is not made now has nothing to tell any more. */
const madeAnew = /^(?:[^/]+\/)?(?:index\.html|opds\.(?:json|xml))$|^sitemap(?:-\d+)?\.xml$|^onix\.xml$/

/** Former editions stay where this build made none, be it that none was asked for or that it was not sound; former formats where they were not asked for. */
export function mergeReleases(built: Release, former: Release | undefined, scope: Scope): Release {
  if (!former || former.identifier !== built.identifier || former.name !== built.name) return built
  const kept = former.editions.filter(({tag}) => !scope.everyEdition || scope.tags.includes(tag))
  const formerByTag = new Map(kept.map((edition) => [edition.tag, edition]))
  const builtByTag = new Map(built.editions.map((edition) => [edition.tag, edition]))
  const tags = [...new Set([...scope.tags, ...builtByTag.keys(), ...formerByTag.keys()])]
  const editions = tags.flatMap((tag): readonly ReleasedEdition[] => {
    const [now, before] = [builtByTag.get(tag), formerByTag.get(tag)]
    const one = now && before && !scope.everyFormat ? mergeEdition(now, before, scope) : now ?? before
    return one ? [one] : []
  })
  const newPaths = new Set(built.files.map(({path}) => path))
  const stays = (path: string): boolean => {
    const tag = tags.find((each) => path.startsWith(`${each}/`))
    if (newPaths.has(path) || madeAnew.test(path)) return false
    if (tag !== undefined) return !builtByTag.has(tag) || !scope.everyFormat // what lies with an edition stays and goes with it
    return !scope.everyEdition || (!scope.everyFormat && !path.includes('/')) // a folder is that of an edition that is gone
  }
  const files = [...built.files, ...former.files.filter(({path}) => stays(path))]
  return {...built, editions, files}
}

function mergeEdition(now: ReleasedEdition, before: ReleasedEdition, {someHandouts}: Scope): ReleasedEdition {
  const [made, kept] = [byFormat(now), byFormat(before)]
  const products = formats.flatMap((format) => {
    const [newer, older] = [made.get(format), kept.get(format)]
    if (newer && older && format === 'handouts' && someHandouts) return [addHandouts(newer, older)]
    return newer ?? older ?? []
  })
  const articleBySlug = new Map(before.articles.map((article) => [article.slug, article]))
  const {cover, thumbnail, coverAlternative, accessibility} = before
  return {
    ...(cover && {cover}), ...(thumbnail && {thumbnail}), ...(coverAlternative !== undefined && {coverAlternative}), ...(accessibility !== undefined && {accessibility}),
    ...now, articles: now.articles.map((article) => fillArticle(article, articleBySlug.get(article.slug), made.has('pdf'), made.has('handouts') && !someHandouts)), products
  }
}

function byFormat({products}: ReleasedEdition): ReadonlyMap<Format, ReleasedProduct> {
  return new Map(products.map((product) => [product.format, product]))
}

function addHandouts(product: ReleasedProduct, former: ReleasedProduct): ReleasedProduct {
  const paths = new Set(product.files.map(({path}) => path))
  const {pages: _, ...rest} = product
  return {...rest, files: [...product.files, ...former.files.filter(({path}) => !paths.has(path))]}
}

/** Pages and handouts that were not made anew. */
function fillArticle(article: ReleasedArticle, former: ReleasedArticle | undefined, hasPages: boolean, hasHandouts: boolean): ReleasedArticle {
  const {page, handout} = former ?? {}
  return {...(!hasPages && page !== undefined && {page}), ...(!hasHandouts && handout !== undefined && {handout}), ...article}
}
