/** What changed from one release to the next: articles of an edition, and passages of its printed text. */
import type {Direction, Format, Language, Place, Slug} from './model.ts'
import type {Release, ReleasedArticle, ReleasedEdition, ReleasedRevision} from './release.ts'
import {keepRising} from './sequence.ts'
import type {Piece} from './word-diff.ts'

/** The release with which this one is compared. */
export interface ChangesSetup {
  /** Its folder or its manifest within the publication's folder. */
  readonly since: string
  /** Whether books end with a list of what is new in them. */
  readonly backMatter: boolean
  readonly place: Place
}

/** `moved`: the same text at another place of the order, or under another slug. */
export interface ArticleChange {
  readonly kind: 'new' | 'changed' | 'removed' | 'moved'
  readonly slug: Slug
  readonly formerSlug?: Slug
  /** As it is now; of an article that is gone, as it was. */
  readonly title: string
  /** Where it was another one. */
  readonly formerTitle?: string
  /** Language of the text where it is not the edition's. */
  readonly language?: Language
  /** Folio on which it begins now. */
  readonly page?: string
  /** Folio on which it began in the former printed book. */
  readonly formerPage?: string
  /** Whether it stands elsewhere among those that stayed. */
  readonly moved: boolean
}

export interface FormatChanges {
  readonly added: readonly Format[]
  readonly removed: readonly Format[]
  /** Other bytes in the same format. */
  readonly changed: readonly Format[]
}

/** Of one edition. */
export interface EditionChanges {
  readonly tag: string
  readonly languages: readonly Language[]
  readonly direction: Direction
  readonly title: string
  /** Where it was another one. */
  readonly formerTitle?: string
  /** `removed`: it stands in the former release only. */
  readonly kind: 'new' | 'changed' | 'removed' | 'same'
  /** In reading order; those that are gone come behind the article that stood before them. */
  readonly articles: readonly ArticleChange[]
  /** How many articles are as they were, moved ones left out. */
  readonly unchanged: number
  readonly formats: FormatChanges
}

/** A release as changes name it. */
export interface ReleaseState {
  /** Calendar date of publication, else of the last change. */
  readonly date: string
  readonly revision?: ReleasedRevision
}

export interface Changes {
  readonly name: string
  readonly former: ReleaseState
  readonly now: ReleaseState
  readonly languages: {readonly added: readonly Language[]; readonly removed: readonly Language[]}
  /** In the order of the release; those that are gone come last. */
  readonly editions: readonly EditionChanges[]
}

/** A paragraph, heading, line of a list or cell of a table as readers of the printed book see it. */
export interface Passage {
  /** White space folded, no-break spaces kept; nothing that is not seen. */
  readonly text: string
  readonly language?: Language
  readonly direction?: Direction
  /** Pages that it stands on: the first from offset 0 (UTF-16), each other one from where it begins. None where nothing was printed. */
  readonly pages: readonly {readonly label: string; readonly offset: number}[]
}

/** A place of the printed text to be corrected. */
export interface Correction {
  /** Folio of the former printing. */
  readonly page?: string
  readonly language?: Language
  readonly direction?: Direction
  /** What stands there, in its context: `same` and `gone`. */
  readonly printed: readonly Piece[]
  /** What ought to: `same` and `new`; none where the passage is to be struck out. */
  readonly correct: readonly Piece[]
}

/** What a holder of the former printing corrects in one article. */
export interface ArticleCorrections {
  readonly slug: Slug
  readonly title: string
  /** Language of title and text where it is not the edition's. */
  readonly language?: Language
  /** In the order of the former text; none of an article that was `rewritten`. */
  readonly corrections: readonly Correction[]
  /** So much is other that nobody would correct it by hand. */
  readonly rewritten: boolean
}

/** A release with its files, where they are at hand. */
export interface Shelf {
  readonly release: Release
  /** `undefined` for a file that is not there. */
  readonly open: (path: string) => Promise<Uint8Array | undefined>
}

/** An edition as it was published before. */
export interface FormerEdition {
  /** Calendar date by which its readers know it. */
  readonly date: string
  readonly edition: ReleasedEdition
}

/** Calendar date by which readers know a release. */
export function dateOf({date, modified}: Pick<Release, 'date' | 'modified'>): string {
  return date ?? modified.slice(0, 10)
}

/** What of an article decides on whether it changed. */
export type Comparable = Pick<ReleasedArticle, 'slug' | 'title' | 'digest' | 'language' | 'page'>

/** Former articles answered by slug, else by their text; what has no answer is new or removed. */
export function compareArticles(former: readonly Comparable[], now: readonly Comparable[]): readonly ArticleChange[] {
  const answers = answerArticles(former, now)
  const placeOf = new Map(former.map((article, at) => [article, at]))
  const points = now.flatMap((article, at) => {
    const before = placeOf.get(answers.get(article) as Comparable) // undefined is no key
    return before === undefined ? [] : [[at, before] as const]
  })
  const inOrder = new Set(keepRising(points).map(([at]) => at))
  const changes = now.map((article, at): ArticleChange | undefined => judgeArticle(article, answers.get(article), !inOrder.has(at)))
  const answered = new Set(answers.values())
  const nowByFormer = new Map([...answers].map(([one, other]) => [other, one]))
  const goneBehind = groupGone(former, answered, nowByFormer)
  return [...goneBehind.get(undefined) ?? [], ...now.flatMap((article, at) => [...changes[at] ? [changes[at]] : [], ...goneBehind.get(article) ?? []])]
}

/** The former article of each that has one. */
function answerArticles(former: readonly Comparable[], now: readonly Comparable[]): ReadonlyMap<Comparable, Comparable> {
  const formerBySlug = new Map(former.map((article) => [article.slug, article]))
  const answers = new Map(now.flatMap((article) => {
    const same = formerBySlug.get(article.slug)
    return same ? [[article, same] as const] : []
  }))
  const taken = new Set(answers.values())
  const restByDigest = new Map<string, Comparable[]>() // several may say the same; the last of each is the next to answer
  for (const article of former.filter((each) => !taken.has(each)).reverse()) {
    const rest = restByDigest.get(article.digest)
    if (rest) rest.push(article)
    else restByDigest.set(article.digest, [article])
  }
  for (const article of now) {
    const same = answers.has(article) ? undefined : restByDigest.get(article.digest)?.pop()
    if (same) answers.set(article, same)
  }
  return answers
}

function judgeArticle({slug, title, digest, language, page}: Comparable, former: Comparable | undefined, moved: boolean): ArticleChange | undefined {
  const own = {slug, title, ...(language !== undefined && {language}), ...(page !== undefined && {page})}
  if (!former) return {kind: 'new', ...own, moved: false}
  if (former.digest === digest && former.slug === slug && !moved) return undefined
  return {
    kind: former.digest === digest ? 'moved' : 'changed', ...own, moved,
    ...(former.slug !== slug && {formerSlug: former.slug}), ...(former.title !== title && {formerTitle: former.title}), ...(former.page !== undefined && {formerPage: former.page})
  }
}

/** What is gone, by the article of today behind whose former place it stood. */
function groupGone(former: readonly Comparable[], answered: ReadonlySet<Comparable>, nowByFormer: ReadonlyMap<Comparable, Comparable>): ReadonlyMap<Comparable | undefined, readonly ArticleChange[]> {
  const groups = new Map<Comparable | undefined, ArticleChange[]>()
  let before: Comparable | undefined
  for (const article of former) {
    if (answered.has(article)) {
      before = nowByFormer.get(article)
      continue
    }
    const {slug, title, language, page} = article
    const change: ArticleChange = {kind: 'removed', slug, title, ...(language !== undefined && {language}), ...(page !== undefined && {formerPage: page}), moved: false}
    const group = groups.get(before)
    if (group) group.push(change)
    else groups.set(before, [change])
  }
  return groups
}
