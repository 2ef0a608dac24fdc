/** Runs the operators of a page (ISO 32000-2, Annex A) and gives what was found on it. */
import {black, readDrawingState, readSpace, type Colour} from './colours.ts'
import {
  inheritedOf, itemsOf, maybeDictionary, numbersOf, readContents, readStream, valueOf, PDFRawStream, type PDFDict
} from './document.ts'
import {makeFindings, type PageFindings} from './findings.ts'
import {readFont} from './fonts.ts'
import {boundsOf, everywhere, identity, intersect, maybeBox, maybeMatrix, multiply, place, transformBox, type Box} from './geometry.ts'
import {readOperations, type Operand} from './operators.ts'
import {kindOf, paintPath, paintShading, patternColour, placePicture, resourceOf, showText, type Run, type Shared, type State} from './run.ts'

/** Operators of one page that are looked at, and how deep forms may lie in one another. */
const [mostOperators, deepest] = [5_000_000, 12]

const start: State = {
  matrix: identity, clip: everywhere, fill: black, stroke: black, width: 1, overprint: false, transparent: false, font: undefined, textMode: 0, leading: 0, rise: 0
}

export function readPage(page: PDFDict, shared: Shared): PageFindings {
  const boxOf = (key: string): Box | undefined => maybeBox(numbersOf(inheritedOf(page, key)))
  const boxes = {media: boxOf('MediaBox'), bleed: boxOf('BleedBox'), trim: boxOf('TrimBox')}
  const edge = boxes.trim ?? boxOf('CropBox') ?? boxes.media ?? [0, 0, 0, 0]
  const annotations = itemsOf(valueOf(page, 'Annots')).flatMap((item) => kindOf(item) ?? [])
  const findings = makeFindings(boxes, edge, annotations)
  const resources = maybeDictionary(inheritedOf(page, 'Resources'))
  runContent(readContents(page), {...start, clip: boxes.media ?? everywhere}, {resources, depth: 0, findings, shared, allowance: {left: mostOperators}})
  return findings
}

function runContent(content: string, state: State, around: Pick<Run, 'resources' | 'depth' | 'findings' | 'shared' | 'allowance'>): void {
  const run: Run = {...around, state, outer: [], path: [], clips: false, text: identity, line: identity}
  for (const {operator, operands} of readOperations(content)) {
    if (run.allowance.left-- <= 0) {
      run.findings.unread = true
      return
    }
    actions.get(operator)?.(run, operands)
  }
}

type Action = (run: Run, operands: readonly Operand[]) => void

/** The numbers among the operands, 0 for what is missing. */
function numbers(operands: readonly Operand[], count: number): readonly number[] {
  return Array.from({length: count}, (_, at) => {
    const value = operands[at]
    return typeof value === 'number' ? value : 0
  })
}

function all(operands: readonly Operand[]): readonly number[] {
  return operands.filter((operand) => typeof operand === 'number')
}

/** Adds points of a path, pairs of coordinates. */
const addPoints: Action = (run, operands) => {
  const values = all(operands)
  for (let at = 0; at + 1 < values.length; at += 2) run.path.push(place(values[at] ?? 0, values[at + 1] ?? 0, run.state.matrix))
}

function setFill(colourOf: (run: Run, operands: readonly Operand[]) => Colour): Action {
  return (run, operands) => { run.state = {...run.state, fill: colourOf(run, operands)} }
}

function setStroke(colourOf: (run: Run, operands: readonly Operand[]) => Colour): Action {
  return (run, operands) => { run.state = {...run.state, stroke: colourOf(run, operands)} }
}

const grey = (_: Run, operands: readonly Operand[]): Colour => ({space: 'grey', components: all(operands)})
const cmyk = (_: Run, operands: readonly Operand[]): Colour => ({space: 'cmyk', components: all(operands)})
const rgb = ({resources}: Run, operands: readonly Operand[]): Colour =>
  ({space: valueOf(maybeDictionary(valueOf(resources, 'ColorSpace')), 'DefaultRGB') === undefined ? 'rgb' : 'calibrated', components: all(operands)})

/** The first colour of a space: black, or full ink. */
const initial = (run: Run, [name]: readonly Operand[]): Colour => {
  const plain = typeof name === 'string' ? name.slice(1) : ''
  const direct = ({DeviceGray: 'grey', DeviceCMYK: 'cmyk', Pattern: 'pattern'} as const)[plain]
  const space = plain === 'DeviceRGB' ? rgb(run, []).space : direct ?? readSpace(resourceOf(run, 'ColorSpace', name), run.resources)
  return {space, components: space === 'cmyk' ? [0, 0, 0, 1] : space === 'spot' || space === 'all' ? [1] : [0, 0, 0]}
}

function inSpace(key: 'fill' | 'stroke'): (run: Run, operands: readonly Operand[]) => Colour {
  return (run, operands) => typeof operands.at(-1) === 'string' ? patternColour(run, operands.at(-1)) : {space: run.state[key].space, components: all(operands)}
}

function paints(fills: boolean, strokes: boolean): Action {
  return (run) => { paintPath(run, {fills, strokes}) }
}

/** To the beginning of a line, so far from that of the last one. */
function moveLine(run: Run, x: number, y: number): void {
  run.line = multiply([1, 0, 0, 1, x, y], run.line)
  run.text = run.line
}

const nextLine: Action = (run) => { moveLine(run, 0, -run.state.leading) }

function show(run: Run, operand: Operand | undefined): void {
  if (typeof operand === 'object' && 'bytes' in operand) showText(run, operand.bytes)
  else if (Array.isArray(operand)) showText(run, (operand as readonly Operand[]).map((item) => typeof item === 'object' && 'bytes' in item ? item.bytes : '').join(''))
}

const setFont: Action = (run, [name]) => {
  const dictionary = maybeDictionary(resourceOf(run, 'Font', name))
  const font = dictionary && (run.shared.fontByDictionary.get(dictionary) ?? readFont(dictionary))
  if (dictionary && font) run.shared.fontByDictionary.set(dictionary, font)
  run.state = {...run.state, font}
}

const setDrawingState: Action = (run, [name]) => {
  const {overprint, transparent, lineWidth} = readDrawingState(maybeDictionary(resourceOf(run, 'ExtGState', name)))
  run.state = {...run.state, transparent, ...(overprint !== undefined && {overprint}), ...(lineWidth !== undefined && {width: lineWidth})}
}

const drawObject: Action = (run, [name]) => {
  const object = resourceOf(run, 'XObject', name)
  if (!(object instanceof PDFRawStream)) return
  if (kindOf(object) === 'Image') placePicture(run, object)
  if (kindOf(object) !== 'Form') return
  if (run.depth >= deepest) {
    run.findings.unread = true
    return
  }
  const matrix = multiply(maybeMatrix(numbersOf(valueOf(object.dict, 'Matrix'))) ?? identity, run.state.matrix)
  const box = maybeBox(numbersOf(valueOf(object.dict, 'BBox')))
  const clip = box ? intersect(run.state.clip, transformBox(box, matrix)) : run.state.clip
  const resources = maybeDictionary(valueOf(object.dict, 'Resources')) ?? run.resources
  runContent(readStream(object), {...run.state, matrix, clip}, {...run, resources, depth: run.depth + 1})
}

const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['q', (run) => { if (run.outer.length < 10_000) run.outer.push(run.state) }],
  ['Q', (run) => { run.state = run.outer.pop() ?? run.state }],
  ['cm', (run, operands) => { run.state = {...run.state, matrix: multiply(maybeMatrix(all(operands)) ?? identity, run.state.matrix)} }],
  ['w', (run, operands) => { run.state = {...run.state, width: numbers(operands, 1)[0] ?? 0} }],
  ['gs', setDrawingState],
  ['g', setFill(grey)], ['G', setStroke(grey)], ['rg', setFill(rgb)], ['RG', setStroke(rgb)], ['k', setFill(cmyk)], ['K', setStroke(cmyk)],
  ['cs', setFill(initial)], ['CS', setStroke(initial)], ['sc', setFill(inSpace('fill'))], ['scn', setFill(inSpace('fill'))],
  ['SC', setStroke(inSpace('stroke'))], ['SCN', setStroke(inSpace('stroke'))],
  ['m', addPoints], ['l', addPoints], ['c', addPoints], ['v', addPoints], ['y', addPoints],
  ['re', (run, operands) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbers(operands, 4)
    const [left, bottom, right, top] = transformBox(boundsOf([[x, y], [x + width, y + height]]), run.state.matrix)
    run.path.push([left, bottom], [right, top])
  }],
  ...(['f', 'F', 'f*'] as const).map((operator): [string, Action] => [operator, paints(true, false)]),
  ...(['S', 's'] as const).map((operator): [string, Action] => [operator, paints(false, true)]),
  ...(['B', 'B*', 'b', 'b*'] as const).map((operator): [string, Action] => [operator, paints(true, true)]),
  ['n', paints(false, false)], ['W', (run) => { run.clips = true }], ['W*', (run) => { run.clips = true }],
  ['sh', (run, [name]) => { paintShading(run, resourceOf(run, 'Shading', name)) }],
  ['Do', drawObject],
  ['BT', (run) => { [run.text, run.line] = [identity, identity] }],
  ['Tf', setFont],
  ['Tm', (run, operands) => { run.line = maybeMatrix(all(operands)) ?? run.line; run.text = run.line }],
  ['Td', (run, operands) => { const [x = 0, y = 0] = numbers(operands, 2); moveLine(run, x, y) }],
  ['TD', (run, operands) => { const [x = 0, y = 0] = numbers(operands, 2); run.state = {...run.state, leading: -y}; moveLine(run, x, y) }],
  ['TL', (run, operands) => { run.state = {...run.state, leading: numbers(operands, 1)[0] ?? 0} }],
  ['Ts', (run, operands) => { run.state = {...run.state, rise: numbers(operands, 1)[0] ?? 0} }],
  ['Tr', (run, operands) => { run.state = {...run.state, textMode: numbers(operands, 1)[0] ?? 0} }],
  ['T*', nextLine], ['Tj', (run, [text]) => { show(run, text) }], ['TJ', (run, [text]) => { show(run, text) }],
  ["'", (run, operands) => { nextLine(run, []); show(run, operands[0]) }], ['"', (run, operands) => { nextLine(run, []); show(run, operands[2]) }]
])
