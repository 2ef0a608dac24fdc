/** What a publication has besides its texts: pictures and templates. */
import type {Root} from 'hast'

/** A picture of the publication. */
export interface Resource {
  /** Path within the publication's folder. */
  readonly path: string
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml'
  /** CSS pixels; absent where an SVG does not say. */
  readonly width?: number
  readonly height?: number
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string
  /** Whether it moves, as an animated GIF does; known when it was encoded. */
  readonly moves?: boolean
  /** The content, made safe (SVG without scripts and outside references). */
  readonly load: () => Promise<Uint8Array>
}

export interface TemplateFile {
  readonly file: string
  readonly tree: Root
}
