/** What the functions that run in the page to put notes at its foot know of notes and pages. */

export interface Note {
  readonly article: Element
  readonly item: HTMLElement
  /** The first place that calls it, in the text. */
  readonly call: HTMLElement
  readonly height: number
}

/** A part of the document in columns, each for a page: to lay out all of it for each page would take too long. */
export interface Sheet {
  /** Text height of a page, px; a line of body text; where the last line of a full page ends. */
  readonly height: number
  readonly line: number
  readonly foot: number
  readonly columnOf: (rect: DOMRect) => number
  /** Sections that are shown, one behind the other. */
  shown: HTMLElement[]
  blocks: Element[]
  /** The first block that may still stand on the page in work. */
  start: number
}

/** Where a page may end: before a block, or below the line of a block that ends there. */
export interface End {
  readonly y: number
  readonly block: Element
  readonly isLine: boolean
}

/** The functions on the ends of pages, which are in a file of their own. */
export interface Ends {
  readonly findEnds: (page: number, limit: number, sheet: Sheet) => readonly End[]
  readonly hasRoom: (page: number, limit: number, sheet: Sheet) => boolean
  readonly tryEnd: (end: End, page: number, kept: readonly Note[], next: Note | undefined, sheet: Sheet) => (() => void) | undefined
}
