/** epub.js, the engine of many a web reader, as an `Engine`. Its script has been loaded before. */
import {type Engine, flatten, type Look, type Match, nextFrame, night, type Opened, within} from './engine.ts'
import {installReader} from './reader.ts'

interface Item {
  readonly label: string
  readonly href: string
  readonly subitems?: readonly Item[]
}

interface SpineItem {
  readonly index: number
  readonly href: string
  readonly load: (request: unknown) => Promise<unknown>
  readonly unload: () => void
  readonly find: (word: string) => readonly {readonly cfi: string}[]
}

interface Themes {
  readonly override: (property: string, value: string) => void
  readonly fontSize: (size: string) => void
}

interface Contents {
  readonly document: Document
  readonly sectionIndex: number
  readonly cfiFromNode: (node: Node) => string
}

interface Rendition {
  readonly display: (target?: string) => Promise<unknown>
  readonly next: () => Promise<void>
  readonly prev: () => Promise<void>
  readonly on: (event: string, listen: () => void) => void
  readonly off: (event: string, listen: () => void) => void
  readonly flow: (flow: string) => void
  readonly themes: Themes
  readonly getContents: () => readonly Contents[]
  readonly getRange: (cfi: string) => Range | undefined
  readonly location?: {readonly start: {readonly index: number; readonly displayed: {readonly page: number}}}
}

interface Book {
  readonly open: (content: ArrayBuffer, kind: 'binary') => Promise<unknown>
  readonly ready: Promise<unknown>
  /** Knows numbers only: NaN for those of the front matter. */
  readonly pageList?: {readonly pageList: readonly {readonly href: string; readonly page: number}[]}
  readonly load: (path: string) => Promise<unknown>
  readonly packaging: {readonly metadata: {readonly title: string; readonly language: string; readonly direction: string}}
  readonly navigation: {readonly toc: readonly Item[]}
  readonly path: {readonly directory: string}
  readonly spine: {readonly spineItems: readonly SpineItem[]; readonly get: (target: string) => SpineItem | null}
  readonly renderTo: (element: Element, options: Readonly<Record<string, unknown>>) => Rendition
}

declare const ePub: () => Book

let book: Book
let rendition: Rendition
let isScrolled = false
const place = document.createElement('div')
place.style.cssText = 'width: 100vw; height: 100vh; overflow: hidden'

/** The addresses of epub.js start beside the package document, those of the container before. */
const outside = (href: string): string => new URL(href, `https://x${book.path.directory}`).href.slice('https://x/'.length)
const inside = (address: string): string => address.startsWith('epubcfi(') ? address : address.slice(book.path.directory.length - 1)
const shown = (): Contents => {
  const contents = rendition.getContents()[0]
  if (!contents) throw new Error('nothing is shown')
  return contents
}

function relocated(): Promise<void> {
  return new Promise((resolve) => {
    const listen = (): void => {
      rendition.off('relocated', listen)
      resolve()
    }
    rendition.on('relocated', listen)
  })
}

async function settle(move: () => unknown): Promise<void> {
  const moved = relocated()
  move()
  await within(moved, 'a move')
  await nextFrame()
}

const epubjs: Engine = {
  open: async (content): Promise<Opened> => {
    document.body.append(place)
    book = ePub()
    await book.open(content, 'binary')
    await book.ready
    rendition = book.renderTo(place, {width: innerWidth, height: innerHeight, flow: 'paginated', spread: 'none'})
    await settle(() => rendition.display())
    const {title, language, direction} = book.packaging.metadata
    return {
      title, language, direction, documents: book.spine.spineItems.map(({href}) => outside(href)),
      contents: flatten(book.navigation.toc).map(({label, href}) => ({label: label.trim(), address: outside(href)})),
      pages: (book.pageList?.pageList ?? []).map(({page, href}) => ({label: String(page), address: outside(href)}))
    }
  },
  show: async (address) => {
    const target = inside(address)
    if (!book.spine.get(target)) throw new Error('there is no such document')
    await settle(() => rendition.display(target))
    const [, fragment] = target.startsWith('epubcfi(') ? [] : target.split('#')
    if (fragment !== undefined && !shown().document.getElementById(decodeURIComponent(fragment))) throw new Error('there is no such place in the document')
  },
  reveal: (element) => settle(() => rendition.display(shown().cfiFromNode(element))),
  // As its own example viewer does: the side of the next page is that of the package document.
  turn: (side) => settle(() => (side === 'right') === (book.packaging.metadata.direction !== 'rtl') ? rendition.next() : rendition.prev()),
  settle,
  document: () => shown().document,
  path: () => outside(book.spine.spineItems[shown().sectionIndex]?.href ?? ''),
  place: () => (rendition.location?.start.index ?? 0) * 1000 + (rendition.location?.start.displayed.page ?? 0),
  search: async (word) => {
    const matches: Match[] = []
    for (const item of book.spine.spineItems) {
      await item.load(book.load.bind(book))
      matches.push(...item.find(word).map(({cfi}) => ({address: cfi, document: outside(item.href)})))
      item.unload()
    }
    return matches
  },
  rangeOf: (address) => rendition.getRange(address),
  setLook: async ({night: dark, textSize, scrolled}: Look) => {
    const {themes} = rendition
    themes.override('color', dark ? night.ink : '')
    themes.override('background', dark ? night.paper : '')
    themes.fontSize(`${textSize}%`)
    document.body.style.background = dark ? night.paper : 'none'
    if (scrolled !== isScrolled) await settle(() => { rendition.flow(scrolled ? 'scrolled-doc' : 'paginated') })
    isScrolled = scrolled
    await nextFrame()
  }
}

installReader(epubjs)
