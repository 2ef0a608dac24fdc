/** The state of a page while its operators run, and what the painting ones do. */
import {sha256} from '../../core/digest.ts'
import {readSpace, type Colour} from './colours.ts'
import {isTrue, maybeDictionary, nameOf, numberOf, valueOf, PDFRawStream, type PDFDict, type PDFObject} from './document.ts'
import type {PageFindings} from './findings.ts'
import type {Font} from './fonts.ts'
import {boundsOf, intersect, isEmpty, place, scaleOf, transformBox, type Box, type Matrix} from './geometry.ts'
import {recordLetters, recordPaint, type Paint} from './record.ts'

/** What `q` saves and `Q` brings back (8.4.1). */
export interface State {
  readonly matrix: Matrix
  readonly clip: Box
  readonly fill: Colour
  readonly stroke: Colour
  readonly width: number
  readonly overprint: boolean
  readonly transparent: boolean
  readonly font: Font | undefined
  readonly textMode: number
  readonly leading: number
  readonly rise: number
}

/** What all pages share: fonts read once, and how many operators there may still be. */
export interface Shared {
  readonly fontByDictionary: Map<PDFDict, Font>
  readonly hashByPicture: Map<PDFObject, string>
}

/** One content stream at work. */
export interface Run {
  state: State
  readonly outer: State[]
  path: (readonly [number, number])[]
  clips: boolean
  text: Matrix
  line: Matrix
  readonly resources: PDFDict | undefined
  readonly depth: number
  readonly findings: PageFindings
  readonly shared: Shared
  /** Operators that the page may still have. */
  readonly allowance: {left: number}
}

/** Something of a category of the resources (7.8.3). */
export function resourceOf({resources}: Run, category: string, name: unknown): PDFObject | undefined {
  return typeof name === 'string' ? valueOf(maybeDictionary(valueOf(resources, category)), name.slice(1)) : undefined
}

function paint({state, findings}: Run, kind: Paint['kind'], colour: Colour, box: Box): boolean {
  const {overprint, transparent, clip} = state
  return recordPaint(findings, {kind, colour, box: intersect(box, clip), overprint, transparent})
}

/** Fills or draws the path, and clips to it where that was asked (8.5.3). */
export function paintPath(run: Run, {fills, strokes}: {readonly fills: boolean; readonly strokes: boolean}): void {
  const {state, path, findings} = run
  const box = boundsOf(path)
  if (path.length > 0 && fills) paint(run, 'area', state.fill, box)
  if (path.length > 0 && strokes) {
    const width = state.width * scaleOf(state.matrix)
    const half = width / 2
    const seen = paint(run, 'line', state.stroke, [box[0] - half, box[1] - half, box[2] + half, box[3] + half])
    if (seen) findings.thinnest = Math.min(findings.thinnest, width)
  }
  if (run.clips) run.state = {...state, clip: path.length > 0 ? intersect(state.clip, box) : state.clip}
  run.clips = false
  run.path = []
}

/** Points: what begins at the very edge of its clip is seen, however numbers are rounded. */
const fuzz = 0.01

/** Shows a string; invisible text (mode 3) is none. */
export function showText(run: Run, bytes: string): void {
  const {state: {font, textMode, fill, stroke, matrix, rise}, findings, text} = run
  if (textMode === 3 || textMode === 7 || bytes === '') return
  const [tx, ty] = place(0, rise, text)
  const at = place(tx, ty, matrix)
  const letters = font?.kind === 'Type0' ? bytes.length >> 1 : bytes.length
  const isBlank = font?.kind !== 'Type0' && bytes.trim() === ''
  const box: Box = [at[0] - fuzz, at[1] - fuzz, at[0] + fuzz, at[1] + fuzz]
  const seen = !isEmpty(intersect(box, findings.boxes.media ?? findings.edge)) && !isBlank
  if (font) findings.fonts.add(font)
  if (seen && recordText(run, textMode === 1 ? stroke : fill, box)) recordLetters(findings, at, letters)
  if (seen && font) findings.tofu += font.countTofu(bytes)
}

/** Text that runs off the edge is recorded as text there; a slug beyond it is too far off to be meant. */
function recordText(run: Run, colour: Colour, box: Box): boolean {
  const {findings: {edge, boxes: {bleed}}} = run
  if (!isEmpty(intersect(box, edge))) return paint(run, 'text', colour, box)
  return !isEmpty(intersect(box, bleed ?? edge))
}

/** A picture in the unit square (8.9). */
export function placePicture(run: Run, picture: PDFRawStream): void {
  const {state, findings, shared, resources} = run
  const {dict} = picture
  const [width, height] = [numberOf(valueOf(dict, 'Width')) ?? 0, numberOf(valueOf(dict, 'Height')) ?? 0]
  const isMask = isTrue(valueOf(dict, 'ImageMask'))
  const colour: Colour = isMask ? state.fill : {space: readSpace(valueOf(dict, 'ColorSpace'), resources), components: [0.5, 0.5, 0.5, 0]}
  const seen = paint(run, 'picture', colour.space === 'cmyk' ? {...colour, components: [0.5, 0.5, 0.5, 0.5]} : colour, transformBox([0, 0, 1, 1], state.matrix))
  if (!seen) return
  if (valueOf(dict, 'SMask') !== undefined) findings.transparent = true
  const [a, b, c, d] = state.matrix
  const hash = shared.hashByPicture.get(picture) ?? sha256(picture.contents)
  shared.hashByPicture.set(picture, hash)
  findings.pictures.push({
    width, height, placedWidth: Math.hypot(a, b), placedHeight: Math.hypot(c, d), bitonal: isMask || numberOf(valueOf(dict, 'BitsPerComponent')) === 1, hash
  })
}

/** A shading over all that the clip lets be seen (8.7.4.2). */
export function paintShading(run: Run, shading: PDFObject | undefined): void {
  const {state, findings} = run
  const dictionary = maybeDictionary(shading)
  paint(run, 'area', {space: readSpace(valueOf(dictionary, 'ColorSpace'), run.resources), components: [0.5, 0.5, 0.5, 0]}, intersect(state.clip, findings.boxes.media ?? findings.edge))
}

/** The colour of a pattern: that of its shading; a tile is coloured by what it draws. */
export function patternColour(run: Run, name: unknown): Colour {
  const shading = maybeDictionary(valueOf(maybeDictionary(resourceOf(run, 'Pattern', name)), 'Shading'))
  if (!shading) return {space: 'pattern', components: []}
  return {space: readSpace(valueOf(shading, 'ColorSpace'), run.resources), components: [0.5, 0.5, 0.5, 0]}
}

export function kindOf(object: PDFObject | undefined): string | undefined {
  return nameOf(valueOf(maybeDictionary(object), 'Subtype'))
}
