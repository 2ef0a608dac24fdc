/** What the checks ask of a reading system; each engine answers in its own way, within the browser's page. */

export interface Entry {
  readonly label: string
  /** Path in the container and fragment. */
  readonly address: string
}

export interface Opened {
  readonly title: string
  readonly language: string
  /** Where the pages go, as the engine understood it. */
  readonly direction: string
  /** Paths of the documents in reading order. */
  readonly documents: readonly string[]
  /** Contents, flattened in order. */
  readonly contents: readonly Entry[]
  readonly pages: readonly Entry[]
}

export interface Match {
  readonly document: string
  /** What leads there: a CFI. */
  readonly address: string
}

/** What a reader sets by menus. */
export interface Look {
  readonly night: boolean
  /** Percent. */
  readonly textSize: number
  readonly scrolled: boolean
}

export interface Engine {
  readonly open: (book: ArrayBuffer) => Promise<Opened>
  /** Goes to an address of the contents or the page list, or to a CFI. Rejects where there is nothing. */
  readonly show: (address: string) => Promise<void>
  /** Turns to the page that holds this element of the document shown. */
  readonly reveal: (element: Element) => Promise<void>
  /** A page to that side, as by the arrow key. */
  readonly turn: (side: 'left' | 'right') => Promise<void>
  /** Runs what moves the reader, a click for example, and waits until it stands still. */
  readonly settle: (move: () => void) => Promise<void>
  readonly document: () => Document
  /** Path of the document shown. */
  readonly path: () => string
  /** Grows from page to page. */
  readonly place: () => number
  readonly search: (word: string) => Promise<readonly Match[]>
  readonly rangeOf: (address: string) => Range | undefined
  readonly setLook: (look: Look) => Promise<void>
}

export const night = {paper: '#121212', ink: '#dedede'} as const

/** Entries of a tree of contents in reading order. */
export function flatten<T extends {readonly subitems?: readonly T[] | null}>(items: readonly T[]): readonly T[] {
  return items.flatMap((item) => [item, ...flatten(item.subitems ?? [])])
}

/** Rejects when nothing comes of it. */
export function within<T>(promise: Promise<T>, what: string, milliseconds = 8000): Promise<T> {
  return Promise.race([promise, new Promise<never>((_, reject) => { setTimeout(() => reject(new Error(`${what} took too long`)), milliseconds) })])
}

export const nextFrame = (): Promise<unknown> => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)) })
