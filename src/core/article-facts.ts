/** What is told of an article apart from its text. */
import type {Language, Slug} from './model.ts'

/** What lists of articles tell of one. */
export interface ArticleFacts {
  readonly slug: Slug
  readonly description?: string
  readonly keywords: readonly string[]
  /** Words, or characters in scripts without word spaces. */
  readonly words: number
  readonly digest: string
  /** Language of the text where it is not the edition's. */
  readonly language?: Language
}
