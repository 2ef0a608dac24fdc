/** The questions that checks ask of a reading system, answered from the document that it shows; `window.reader` of the page. */
import {type Engine, type Look, type Match, nextFrame, type Opened} from './engine.ts'
import {findFaintText, findOverflow, findBrokenPictures, listTextSizes, type TextSize} from './look.ts'
import {type Box, boxOf, isSeen, lettersAfter, wordsOf} from './text.ts'

export interface Link {
  readonly address: string
  /** Class of the link, or of the section about links that it stands in. */
  readonly kind: string
}

export interface Survey {
  readonly path: string
  readonly language: string
  readonly direction: string
  readonly title: string
  readonly heading: string
  readonly links: readonly Link[]
}

export interface Shown {
  readonly path: string
  readonly place: number
  /** Words of the element that was asked for, and whether it stands in the window. */
  readonly words: string
  readonly seen: boolean
}

export interface Reader {
  readonly open: (address: string) => Promise<Opened>
  readonly show: (address: string) => Promise<void>
  readonly setLook: (look: Look) => Promise<void>
  /** What the document shown says of itself. */
  readonly survey: () => Survey
  /** The element with this id, or the first that the selector finds. */
  readonly find: (selector: string) => Shown
  /** Turns to the page that holds the first that the selector finds. */
  readonly reveal: (selector: string) => Promise<void>
  /** Whether what follows an element is in the window, and its first letters. */
  readonly after: (id: string, letters: number) => Shown
  readonly click: (selector: string) => Promise<Shown>
  readonly turn: (side: 'left' | 'right') => Promise<number>
  /** Turns pages until none is left, and tells the paths of the documents passed; at most so many turns. */
  readonly turnToEnd: (side: 'left' | 'right', most: number) => Promise<readonly string[]>
  readonly search: (word: string) => Promise<readonly Match[]>
  /** Goes to a match, and tells the words found there. */
  readonly showMatch: (match: Match) => Promise<Shown>
  readonly findOverflow: () => readonly string[]
  readonly findBrokenPictures: () => readonly string[]
  /** Where the first picture of the text is in the window, brought there before. */
  readonly measurePicture: () => Promise<Box | undefined>
  readonly findFaintText: () => readonly string[]
  readonly listTextSizes: () => readonly TextSize[]
}

declare global {
  interface Window {
    reader?: Reader
  }
}

export function installReader(engine: Engine): void {
  const look = (element: Element | Range | null | undefined, words: string): Shown =>
    ({path: engine.path(), place: engine.place(), words, seen: element ? isSeen(element) : false})
  const first = (selector: string): HTMLElement | null => engine.document().querySelector<HTMLElement>(selector)
  const find = (selector: string): Shown => look(first(selector), wordsOf(first(selector)))
  window.reader = {
    open: async (address) => engine.open(await (await fetch(address)).arrayBuffer()),
    show: engine.show,
    setLook: engine.setLook,
    survey: () => survey(engine.document(), engine.path()),
    find,
    reveal: async (selector) => {
      const element = first(selector)
      if (element) await engine.reveal(element)
    },
    after: (id, letters) => {
      const after = lettersAfter(engine.document(), id, letters)
      return look(after?.range, after?.text ?? '')
    },
    click: async (selector) => {
      const link = first(selector)
      if (!link) throw new Error(`there is no ${selector}`)
      await engine.settle(() => { link.click() })
      return find('h1')
    },
    turn: async (side) => {
      await engine.turn(side)
      return engine.place()
    },
    turnToEnd: (side, most) => turnToEnd(engine, side, most),
    search: engine.search,
    showMatch: async ({address}) => {
      await engine.show(address)
      const range = engine.rangeOf(address)
      return look(range, range?.toString() ?? '')
    },
    findOverflow: () => findOverflow(engine.document()),
    measurePicture: async () => {
      const picture = first('figure img')
      if (!picture) return undefined
      await engine.reveal(picture)
      return boxAtRest(picture)
    },
    findBrokenPictures: () => findBrokenPictures(engine.document()),
    findFaintText: () => findFaintText(engine.document()),
    listTextSizes: () => listTextSizes(engine.document())
  }
}

function survey(document: Document, path: string): Survey {
  const {lang, dir} = document.documentElement
  const links = Array.from(document.querySelectorAll('a[href]')).map((link) => {
    const section = link.closest('.points-to, .referenced-in, section.index, nav, section.footnotes')
    return {address: link.getAttribute('href') ?? '', kind: [link.className, section?.className ?? ''].filter(Boolean).join(' in ')}
  })
  return {path, language: lang, direction: dir, title: document.title, heading: wordsOf(document.querySelector('h1, h2, h3')), links}
}

/** Waits until the layout no longer moves: engines measure a document again after each change. */
async function boxAtRest(element: Element): Promise<Box> {
  let [box, still] = [boxOf(element), 0]
  for (let frames = 0; frames < 100 && still < 5; frames++) {
    await nextFrame()
    const now = boxOf(element)
    still = JSON.stringify(now) === JSON.stringify(box) ? still + 1 : 0
    box = now
  }
  return box
}

async function turnToEnd({turn, place, path}: Engine, side: 'left' | 'right', most: number): Promise<readonly string[]> {
  const paths = [path()]
  for (let turns = 0; turns < most; turns++) {
    const before = place()
    await turn(side).catch(() => undefined) // at the last page, an engine may not move at all
    if (place() <= before) return paths
    if (path() !== paths.at(-1)) paths.push(path())
  }
  throw new Error(`no end after ${most} pages`)
}
