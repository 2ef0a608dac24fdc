/** What is found on a page, before it is judged. */
import type {Space} from './colours.ts'
import type {Font} from './fonts.ts'
import type {Box} from './geometry.ts'

export interface Picture {
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** As it stands on the page, in points. */
  readonly placedWidth: number
  readonly placedHeight: number
  readonly bitonal: boolean
  /** SHA-256 of the packed content, hexadecimal. */
  readonly hash: string
}

export interface PageFindings {
  readonly boxes: {readonly media: Box | undefined; readonly bleed: Box | undefined; readonly trim: Box | undefined}
  /** What is cut: the trim, else what is shown, else the sheet. */
  readonly edge: Box
  readonly colours: Set<Space>
  readonly fonts: Set<Font>
  readonly pictures: Picture[]
  /** Heights of lines of text within the edge, whole points. */
  readonly lines: Set<number>
  glyphs: number
  /** Whether anything but text is drawn within the edge. */
  drawn: boolean
  tofu: number
  richBlack: boolean
  lightBlack: boolean
  /** Most ink in one place that was filled with one colour; 4 is all of four inks. */
  ink: number
  /** Points; the thinnest. */
  thinnest: number
  overprint: boolean
  whiteOverprint: boolean
  transparent: boolean
  /** Points that the least of what reaches the edge runs beyond it; infinite where nothing does. */
  beyond: number
  /** Letters outside of the edge, or nearer to it than 3 mm. */
  cut: number
  near: number
  /** Too much is drawn, or too deep in one another, to look at all of it. */
  unread: boolean
  readonly annotations: readonly string[]
}

export function makeFindings(boxes: PageFindings['boxes'], edge: Box, annotations: readonly string[]): PageFindings {
  return {
    boxes, edge, annotations, colours: new Set(), fonts: new Set(), pictures: [], lines: new Set(), glyphs: 0, drawn: false, tofu: 0, richBlack: false, lightBlack: false,
    ink: 0, thinnest: Infinity, overprint: false, whiteOverprint: false, transparent: false, beyond: Infinity, cut: 0, near: 0, unread: false
  }
}
