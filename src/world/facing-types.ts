/** What the functions that run in the page to set facing pages know of them. */

/** What stands side by side on the two pages of a spread; one of them may have nothing. */
export interface Row {
  readonly section: HTMLElement
  readonly bead: HTMLElement
  readonly first: HTMLElement | undefined
  readonly second: HTMLElement | undefined
  /** Whether it goes on from the spread before. */
  readonly isRest: boolean
}

/** A row that stands on the spread in work. */
export interface SetRow {
  readonly row: Row
  readonly verso: HTMLElement
  readonly recto: HTMLElement
}

export interface Spread {
  readonly verso: HTMLElement
  readonly recto: HTMLElement
  readonly rows: SetRow[]
}

/** Where a side may be cut: before a child of an element, or within a text; `y` is the foot of what stands before. */
export interface Cut {
  readonly node: Node
  readonly offset: number
  readonly y: number
}

/** What stays of a side, of 1, and what goes to the next spread. */
export interface Halves {
  readonly rest: HTMLElement
  readonly share: number
}

/** Measures of the page, px, and how a side is cut, which is in a file of its own. */
export interface PageMeasure {
  readonly height: number
  readonly line: number
  readonly cutSide: (side: HTMLElement, room: number, wanted: number | undefined) => Halves | undefined
}
