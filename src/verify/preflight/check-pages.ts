/** Checks of pages: sizes, boxes, bleed, edges, their number, and those with little or nothing on them. */
import {pointsPerMillimetre} from '../../core/lengths.ts'
import {isWithin, type Box} from './geometry.ts'
import type {PageFindings} from './findings.ts'
import type {Check} from './report.ts'
import {millimetres, nameBox, namePages, pagesWhere} from './words.ts'

/** Points that pages may differ: browsers and layout programs round. */
const tolerance = 0.5
/** Millimetres that printers ask for. */
const usualBleed = 3

export const checkSizes: Check = ({pages}, report) => {
  const groups: {readonly box: Box; readonly pages: number[]}[] = []
  pages.forEach(({edge}, at) => {
    const group = groups.find(({box}) => Math.abs(widthOf(box) - widthOf(edge)) <= tolerance && Math.abs(heightOf(box) - heightOf(edge)) <= tolerance)
    if (group) group.pages.push(at + 1)
    else groups.push({box: edge, pages: [at + 1]})
  })
  const [usual, ...others] = [...groups].sort((a, b) => b.pages.length - a.pages.length)
  if (!usual) return {said: 'none'}
  for (const {box, pages: odd} of others) report('preflight/page-sizes', {found: nameBox(box), expected: nameBox(usual.box), pages: namePages(odd)})
  return {said: `${nameBox(usual.box)}${others.length > 0 ? ' and others' : ', all alike'}`}
}

function widthOf([left, , right]: Box): number {
  return right - left
}

function heightOf([, bottom, , top]: Box): number {
  return top - bottom
}

export const checkBoxes: Check = ({pages}, report) => {
  const complaints: readonly (readonly [string, (page: PageFindings) => boolean])[] = [
    ['page without a size', ({boxes: {media}}) => media === undefined || widthOf(media) <= 0 || heightOf(media) <= 0],
    ['bleed beyond the sheet', ({boxes: {media, bleed}}) => media !== undefined && bleed !== undefined && !isWithin(bleed, media)],
    ['trim beyond the sheet', ({boxes: {media, trim}}) => media !== undefined && trim !== undefined && !isWithin(trim, media)],
    ['trim beyond the bleed', ({boxes: {bleed, trim}}) => bleed !== undefined && trim !== undefined && !isWithin(trim, bleed)]
  ]
  for (const [found, holds] of complaints) {
    const wrong = pagesWhere(pages, holds)
    if (wrong.length > 0) report('preflight/boxes', {found, pages: namePages(wrong)})
  }
  const trimmed = pages.filter(({boxes: {trim}}) => trim).length
  return {said: trimmed === pages.length ? 'trim on every page' : trimmed === 0 ? 'no trim: the sheet is the page' : `trim on ${trimmed} of ${pages.length} pages`, note: trimmed < pages.length}
}

export const checkBleed: Check = ({pages, expectations}, report) => {
  const expected = Math.min(usualBleed, expectations.bleed ?? usualBleed)
  const wrong = pagesWhere(pages, ({beyond}) => beyond < expected * pointsPerMillimetre - tolerance)
  const least = Math.min(...pages.map(({beyond}) => beyond))
  if (wrong.length > 0) report('preflight/bleed', {found: `${millimetres(least)} mm`, expected: `${expected} mm`, pages: namePages(wrong)})
  const room = Math.min(...pages.map(({boxes: {media, bleed}, edge}) => roomOf(bleed ?? media ?? edge, edge)))
  const reaching = pages.filter(({beyond}) => beyond < Infinity).length
  return {
    said: `${room > tolerance ? `${millimetres(room)} mm` : 'none'}, ${reaching === 0 ? 'nothing reaches the edge' : `something reaches the edge on ${reaching} pages`}`,
    note: room <= tolerance
  }
}

/** The least that an outer box is larger, on any side. */
function roomOf(outer: Box, inner: Box): number {
  return Math.min(inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3])
}

export const checkEdges: Check = ({pages}, report) => {
  const [cut, near] = [pagesWhere(pages, (page) => page.cut > 0), pagesWhere(pages, (page) => page.near > 0)]
  if (cut.length > 0) report('preflight/edge', {found: 'beyond the edge', pages: namePages(cut)})
  if (near.length > 0) report('preflight/edge', {found: 'nearer than 3 mm to the edge', pages: namePages(near)})
  return {said: cut.length + near.length === 0 ? '3 mm or more from the edge' : 'too near to the edge'}
}

export const checkCount: Check = ({pages, isForPress}, report) => {
  const odd = pages.length > 2 && pages.length % 4 !== 0
  if (odd && isForPress) report('preflight/page-count', {pages: pages.length})
  return {said: `${pages.length}${odd ? ', no multiple of 4' : ''}`, note: odd}
}

/** Lines that a page has at most to be called nearly empty, head and folio among them; and at least to be called full. */
const [fewLines, manyLines] = [3, 15]
/** Blank pages, and nearly empty ones, that follow one another by design. */
const [designedBlanks, designedEmpty] = [1, 3]

export function isBlank({glyphs, drawn}: PageFindings): boolean {
  return glyphs === 0 && !drawn
}

function isNearlyEmpty(page: PageFindings): boolean {
  return !page.drawn && page.glyphs > 0 && page.lines.size <= fewLines
}

export const checkBlanks: Check = ({pages}, report) => {
  const blank = pagesWhere(pages, isBlank)
  for (const run of runsOf(blank)) {
    const atEnd = run.at(-1) === pages.length // filled up to whole sheets
    if (run.length > designedBlanks && !atEnd) report('preflight/blank-pages', {pages: namePages(run), count: run.length})
  }
  return {said: blank.length === 0 ? 'none' : namePages(blank), note: blank.length > 0}
}

export const checkRunaways: Check = ({pages}, report) => {
  const empty = pagesWhere(pages, isNearlyEmpty)
  for (const run of runsOf(empty)) if (run.length > designedEmpty) report('preflight/runaway', {pages: namePages(run)})
  const tops = listUsualTops(pages)
  const short = pagesWhere(pages, (page, at) => isNearlyEmpty(page) && page.glyphs < 150 && tops.has(topOf(page)) && (pages[at - 1]?.lines.size ?? 0) >= manyLines)
  if (short.length > 0) report('preflight/short-page', {pages: namePages(short)})
  return {said: empty.length === 0 ? 'none' : namePages(empty), note: empty.length > 0}
}

/** Heights at which full pages begin, by their head or first line: a page that begins elsewhere, as titles do, is short by design. */
function listUsualTops(pages: readonly PageFindings[]): ReadonlySet<number> {
  const full = pages.filter(({lines}) => lines.size >= manyLines).map(topOf)
  const counts = new Map<number, number>()
  for (const top of full) counts.set(top, (counts.get(top) ?? 0) + 1)
  return new Set([...counts].flatMap(([top, count]) => count * 4 >= full.length ? [top] : []))
}

function topOf({lines}: PageFindings): number {
  return Math.max(...lines)
}

/** Numbers that follow one another. */
function runsOf(pages: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = []
  for (const page of pages) {
    const last = runs.at(-1)
    if (last?.at(-1) === page - 1) last.push(page)
    else runs.push([page])
  }
  return runs
}
