/** What can be pointed at in an edition, and what points there. */
import type {Id, Slug} from './model.ts'

/** A place that can be pointed at. */
export interface Target {
  readonly id: Id
  readonly slug: Slug
  /** Title of the article or words of the heading. */
  readonly label: string
}

/** Links between the articles of one edition. */
export interface ReferenceGraph {
  readonly targetById: ReadonlyMap<Id, Target>
  /** From article to article, by slug, in order of appearance, each once. */
  readonly outgoing: ReadonlyMap<Slug, readonly Slug[]>
  readonly incoming: ReadonlyMap<Slug, readonly Slug[]>
  readonly working: number
  readonly dangling: number
}
