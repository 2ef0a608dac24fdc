/** Sheets of paper that are folded, nested, cut, stacked and leafed through in space: knows nothing of how pages were imposed. */
import type {Imposed, Sheet} from '../../src/emit/imposition/impose.ts'

type Vector = readonly [number, number, number]

/** A printed face: where it lies, where it looks, which way its text runs and stands. */
interface Face {
  readonly page: number | undefined
  readonly looks: Vector
  readonly right: Vector
  readonly up: Vector
}

/** A piece of paper as large as a page. */
interface Piece {
  readonly at: Vector
  readonly faces: readonly Face[]
}

export interface ReadPage {
  readonly page: number | undefined
  /** Whether the text stands upright for a reader who turns leaves about the spine. */
  readonly upright: boolean
}

/** The sheet on the table with its front below, so that page 1 comes up when it is folded; y is away from the reader, z upward. */
export function layDown({front, back}: Sheet, columns: number, rows: number): readonly Piece[] {
  const pieces: Piece[] = []
  for (const upper of back) {
    const lower = front.find(({column, row}) => column === columns - 1 - upper.column && row === upper.row)
    if (!lower) throw new Error('a side without its other side')
    const [sign, other] = [upper.turned ? -1 : 1, lower.turned ? -1 : 1]
    pieces.push({
      at: [upper.column, rows - 1 - upper.row, 0],
      faces: [
        {page: upper.page, looks: [0, 0, 1], right: [sign, 0, 0], up: [0, sign, 0]},
        {page: lower.page, looks: [0, 0, -1], right: [-other, 0, 0], up: [0, other, 0]} // seen through the paper, left is right
      ]
    })
  }
  return pieces
}

/** Half a turn about a line that lies in the plane: x = c or y = c. */
function swing(piece: Piece, axis: 'x' | 'y', line: number, lift: number): Piece {
  const turn = ([x, y, z]: Vector): Vector => axis === 'x' ? [-x, y, -z] : [x, -y, -z]
  const [x, y, z] = piece.at
  return {
    at: axis === 'x' ? [2 * line - x, y, lift - z] : [x, 2 * line - y, lift - z],
    faces: piece.faces.map(({page, looks, right, up}) => ({page, looks: turn(looks), right: turn(right), up: turn(up)}))
  }
}

/** Folds everything on one side of the middle onto the other side. */
function foldOver(pieces: readonly Piece[], from: 'left' | 'right' | 'top'): readonly Piece[] {
  const axis = from === 'top' ? 'y' : 'x'
  const place = axis === 'x' ? 0 : 1
  const [low, high] = [Math.min(...pieces.map(({at}) => at[place])), Math.max(...pieces.map(({at}) => at[place]))]
  const middle = (low + high) / 2
  const top = Math.max(...pieces.map(({at}) => at[2]))
  return pieces.map((piece) => {
    const beyond = from === 'left' ? piece.at[place] < middle : piece.at[place] > middle
    return beyond ? swing(piece, axis, middle, 2 * top + 1) : piece
  })
}

/** Folds a sheet to the size of a page. The spine comes left, or right where the book is read from right to left. */
export function foldSheet(sheet: Sheet, {columns, rows}: Imposed, direction: 'ltr' | 'rtl'): readonly Piece[] {
  let pieces = layDown(sheet, columns, rows)
  let [across, along] = [columns, rows]
  const folds = Math.log2(columns * rows)
  for (let fold = folds; fold > 0; fold--) { // the last one is the spine, and they take turns
    if (fold % 2 === 1) {
      pieces = foldOver(pieces, direction === 'ltr' ? 'left' : 'right')
      across /= 2
    } else {
      pieces = foldOver(pieces, 'top')
      along /= 2
    }
  }
  if (across !== 1 || along !== 1) throw new Error('a sheet that is not folded to the size of a page')
  return [...pieces].sort((a, b) => b.at[2] - a.at[2])
}

/** Lays folded sheets within one another at their last fold, the first outermost. */
export function nest(folded: readonly (readonly Piece[])[]): readonly Piece[] {
  return folded.reduceRight<readonly Piece[]>((inner, outer) => [...outer.slice(0, outer.length / 2), ...inner, ...outer.slice(outer.length / 2)], [])
}

/** Cuts a pile of sheets, the first on top, into stacks, and lays the stacks one upon another in the order of reading. */
export function cutPile(sheets: readonly Sheet[], {columns, rows}: Imposed, direction: 'ltr' | 'rtl'): readonly Piece[] {
  const turned = sheets.map((sheet) => layDown(sheet, columns, rows).map((piece) => swing(piece, 'x', (columns - 1) / 2, 0))) // fronts up
  const stacks: Piece[][] = []
  for (let row = rows - 1; row >= 0; row--) {
    for (let step = 0; step < columns; step++) {
      const column = direction === 'ltr' ? step : columns - 1 - step
      stacks.push(turned.flatMap((pieces) => pieces.filter(({at}) => at[0] === column && at[1] === row)))
    }
  }
  return stacks.flat()
}

/** Leafs through the pile from the top: of each leaf the face that looks up, then, the leaf turned about the spine, the other. */
export function leafThrough(pile: readonly Piece[]): readonly ReadPage[] {
  return pile.flatMap(({faces}) => [1, -1].map((side): ReadPage => {
    const face = faces.find(({looks}) => looks[2] === side)
    if (!face) throw new Error('a leaf without a face')
    return {page: face.page, upright: face.right[0] === side && face.up[1] === 1}
  }))
}
