/** The printed page as the publisher wants it. */
import type {Typeface} from './typefaces.ts'

/** All lengths in millimetres. */
export interface PageGeometry {
  readonly width: number
  readonly height: number
  readonly margins: {readonly top: number; readonly bottom: number; readonly inner: number; readonly outer: number}
  /** Type size of body text, in points. */
  readonly fontSize: number
}

/** How the pages of the printed book are set. */
export interface Typesetting {
  /** Where an article begins: after the one before it, on a page or on a recto of its own; `auto` goes by their length. */
  readonly articles: 'auto' | 'run-on' | 'page' | 'recto'
  /** What stands at the top: the titles of part and article, or the first and last article of the pages. */
  readonly heads: 'titles' | 'guide-words'
  /** With serifs or without. */
  readonly typeface: Typeface
  /** Tables too wide for type of good size: turned by 90° where they fit better so, or in smaller type always. */
  readonly tables: 'turn' | 'shrink'
  /** Where notes stand: at the end of their article, or at the foot of the page that calls them where they can be set well. */
  readonly notes: 'article' | 'foot'
  /** Lists that follow the contents. */
  readonly lists: readonly ('figures' | 'tables')[]
  /** Whether the inner margin grows with the number of pages. */
  readonly gutterGrows: boolean
}
