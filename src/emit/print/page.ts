/** Style sheet of the page: trim, mirrored margins, words of the running heads, folios. Their looks are in print.css. */
import type {Division, DivisionKind, Edition} from '../../core/model.ts'
import type {Chunk} from './chunks.ts'
import {counterStyleOf, type ChunkLayout} from './layout.ts'
import {fitHead} from './running-head.ts'

type Side = 'left' | 'right'

/** Divisions that carry neither head nor folio. */
const bareKinds = new Set<DivisionKind>(['half-title', 'title-page', 'imprint', 'part', 'colophon'])

/**
 * Whether a chunk begins on a verso: then a page before it is printed and thrown away, for the browser's first page is
 * a recto whatever its number.
 */
export function beginsOnVerso({start}: ChunkLayout): boolean {
  return start % 2 === 0
}

/** The page that a division is set on, named after its place in the chunk: ids need not be CSS identifiers. */
export function pageNameOf(division: Division, place: number): string {
  return bareKinds.has(division.kind) ? 'bare' : `d${place}`
}

/** Trim, margins, size and height of the text; `:left` and `:right` are sides of the spread, recto is left where the book is read from right to left. */
export function makeTrimCss(edition: Edition): string {
  const {width, height, margins: {top, bottom, inner, outer}} = edition.publication.page
  return [
    `@page{size:${width}mm ${height}mm}`,
    `@page:right{margin:${top}mm ${outer}mm ${bottom}mm ${inner}mm}`,
    `@page:left{margin:${top}mm ${inner}mm ${bottom}mm ${outer}mm}`,
    `:root{font-size:${edition.publication.page.fontSize}pt;--text-height:${height - top - bottom}mm}`
  ].join('\n')
}

/** Heads and folios; they take no room of the text, so that a pass which only measures goes without. */
export function makeHeadsCss(edition: Edition, chunk: Chunk, chunkLayout: ChunkLayout, frontPages: number): string {
  const [recto, verso]: readonly [Side, Side] = edition.spec.direction === 'rtl' ? ['left', 'right'] : ['right', 'left']
  const first = (chunk.matter === 'front' ? chunkLayout.start : chunkLayout.start - frontPages) - (beginsOnVerso(chunkLayout) ? 1 : 0)
  const contentOf = (words: string): string => quoteCss(fitHead(words, edition.publication.page))
  return [
    `@page:first{counter-set:page ${first}}`,
    ...[recto, verso].map((side) => `@page:${side}{@bottom-${side}{content:counter(page,${counterStyleOf(chunk.matter)})}}`),
    `@page:${verso}{@top-${verso}{content:${contentOf(edition.spec.title)}}}`,
    ...chunk.divisions.flatMap((division, place) => bareKinds.has(division.kind) ? []
      : [`@page ${pageNameOf(division, place)}:${recto}{@top-${recto}{content:${contentOf(division.head)}}}`]),
    ...['bare', 'vacat'].flatMap((name) => [recto, verso].map((side) =>
      `@page ${name}:${side}{@top-${side}{content:none}@bottom-${side}{content:none}}`))
  ].join('\n')
}

/** A CSS string that can also stand inside of `<style>`. */
export function quoteCss(text: string): string {
  return `"${text.replace(/["\\<>&\0-\x1f\x7f]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`
}
