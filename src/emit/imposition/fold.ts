/** Unfolding a folded sheet, fold by fold, until every leaf lies alone: where it then lies is its place on the sheet. */

/** A leaf of the folded sheet, by the pages on its two faces. */
export interface Leaf {
  readonly up: number
  readonly down: number
  /** Whether its pages stand on their heads, seen from the face's own side after a turn about the upright axis. */
  readonly turned: boolean
}

/** Rows from the top, columns from the left, in each place a stack of leaves from the top. */
export type Grid = readonly (readonly (readonly Leaf[])[])[]

/** About an upright line, as the spine is, or about a level one, at the heads of the pages. */
export type Fold = 'upright' | 'level'

/** The folds of a sheet with so many pages on a side, in the order in which the folder makes them: each at right angles to the one before, the spine last. */
export function foldsOf(perSheet: 2 | 4 | 8 | 16): readonly Fold[] {
  const folds: readonly Fold[] = ['level', 'upright', 'level', 'upright']
  return folds.slice(-Math.log2(perSheet))
}

/** Opens the last fold: the upper half of every stack goes over to the left, or to the top. */
export function unfold(grid: Grid, fold: Fold): Grid {
  const over = grid.map((row) => row.map((stack) => stack.slice(0, stack.length / 2).reverse().map((leaf): Leaf =>
    ({up: leaf.down, down: leaf.up, turned: leaf.turned !== (fold === 'level')}))))
  const rest = grid.map((row) => row.map((stack) => stack.slice(stack.length / 2)))
  if (fold === 'level') return [...over.reverse(), ...rest]
  return rest.map((row, at) => [...(over[at] ?? []).reverse(), ...row])
}
