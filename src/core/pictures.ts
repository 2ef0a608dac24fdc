/** The nouns of pictures and covers. */
import type {Element} from 'hast'
import type {Direction, Language, Place} from './model.ts'
import type {Resource} from './resources.ts'

/** How large the pictures of an e-book may be. */
export interface PictureLimits {
  /** Pixels. */
  readonly maxWidth: number
  readonly maxHeight: number
  /** Of JPEG, 1 to 100. */
  readonly quality: number
}

/** A cover that the publisher gives. */
export interface CoverSpec {
  /** As written: a file of the publication. */
  readonly path: string
  readonly alternative?: string
  readonly place: Place
}

/** A picture made fit for reading systems. */
export interface EncodedPicture {
  readonly mediaType: Resource['mediaType']
  readonly content: Uint8Array
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string
  readonly moves: boolean
}

/** What the cover of an edition is made from. */
export interface Cover {
  /** Its text alternative. */
  readonly alternative: string
  /** The publisher's own; else it is typeset. */
  readonly picture?: Resource
  /** The words, set by our template; `style` is its complete style sheet. */
  readonly tree: Element
  readonly style: string
  readonly language: Language
  readonly direction: Direction
  readonly script: string
  readonly colours: CoverColours
  /** The same words for a cover that is drawn without a browser. */
  readonly words: {readonly title: string; readonly subtitle?: string; readonly names?: string; readonly publisher?: string}
}

/** CSS colours. */
export interface CoverColours {
  readonly paper: string
  readonly ink: string
  /** Of ornament and the lesser words. */
  readonly accent: string
}
