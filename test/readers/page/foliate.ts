/** foliate-js, the engine of Foliate and Readest, as an `Engine`. Its module `view.js` has been loaded before. */
import {type Engine, flatten, type Look, type Match, nextFrame, night, type Opened, within} from './engine.ts'
import {installReader} from './reader.ts'

interface Item {
  readonly label: string
  readonly href: string
  readonly subitems?: readonly Item[] | null
}

interface Target {
  readonly index: number
  readonly anchor: (document: Document) => Element | Range | number | null
}

interface FoliateView extends HTMLElement {
  readonly book: {
    readonly dir: string
    readonly metadata: {readonly title: string | Readonly<Record<string, string>>; readonly language: string | readonly string[]}
    readonly toc: readonly Item[] | null
    readonly pageList: readonly Item[] | null
    readonly sections: readonly {readonly id: string; readonly linear: string | null}[]
  }
  readonly renderer: HTMLElement & {
    readonly page: number
    readonly getContents: () => readonly {readonly index: number; readonly doc: Document}[]
    readonly setStyles: (css: string) => void
    readonly scrollToAnchor: (anchor: Element) => Promise<void>
  }
  readonly open: (file: File) => Promise<void>
  readonly init: (options: {readonly showTextStart: boolean}) => Promise<void>
  readonly goTo: (target: string) => Promise<Target | undefined>
  readonly goLeft: () => Promise<void>
  readonly goRight: () => Promise<void>
  readonly resolveNavigation: (target: string) => Target | undefined
  readonly search: (options: {readonly query: string}) => AsyncIterable<string | {readonly subitems?: readonly {readonly cfi: string}[]}>
}

const view = document.createElement('foliate-view') as FoliateView
const shown = (): {readonly index: number; readonly doc: Document} => {
  const [contents] = view.renderer.getContents()
  if (!contents) throw new Error('nothing is shown')
  return contents
}
const styleOf = ({night: dark, textSize}: Look): string => `html { font-size: ${textSize}%; ${dark ? `color: ${night.ink}; background: ${night.paper};` : ''} }`

const foliate: Engine = {
  open: async (content): Promise<Opened> => {
    document.body.append(view)
    await view.open(new File([content], 'book.epub'))
    await view.init({showTextStart: false})
    const {book} = view
    const list = (items: readonly Item[] | null): Opened['contents'] => flatten(items ?? []).map(({label, href}) => ({label, address: href}))
    const {title, language} = book.metadata
    return {
      title: typeof title === 'string' ? title : Object.values(title)[0] ?? '', language: [language].flat()[0] ?? '', direction: book.dir,
      documents: book.sections.map(({id}) => id), contents: list(book.toc), pages: list(book.pageList)
    }
  },
  show: async (address) => {
    const target = view.resolveNavigation(address)
    if (!target || target.index < 0) throw new Error('there is no such document')
    await within(view.goTo(address), address)
    const place = target.anchor(shown().doc)
    if (shown().index !== target.index) throw new Error('another document is shown')
    if (place === null) throw new Error('there is no such place in the document')
  },
  reveal: (element) => view.renderer.scrollToAnchor(element),
  turn: (side) => within(side === 'left' ? view.goLeft() : view.goRight(), 'a page turn'),
  settle: async (move) => {
    const moved = new Promise<void>((resolve) => {
      const listen = (event: Event): void => {
        if ((event as CustomEvent<{readonly reason: string}>).detail.reason !== 'navigation') return // a layout made again is not a move
        view.renderer.removeEventListener('relocate', listen)
        resolve()
      }
      view.renderer.addEventListener('relocate', listen)
    })
    move()
    await within(moved, 'a link')
    await nextFrame()
  },
  document: () => shown().doc,
  path: () => view.book.sections[shown().index]?.id ?? '',
  place: () => shown().index * 1000 + view.renderer.page,
  search: async (word) => {
    const matches: Match[] = []
    for await (const found of view.search({query: word})) {
      if (typeof found === 'string') continue
      for (const {cfi} of found.subitems ?? []) matches.push({address: cfi, document: view.book.sections[view.resolveNavigation(cfi)?.index ?? -1]?.id ?? ''})
    }
    return matches
  },
  rangeOf: (address) => {
    const place = view.resolveNavigation(address)?.anchor(shown().doc)
    return place && typeof place === 'object' && 'startContainer' in place ? place : undefined
  },
  setLook: async (look) => {
    view.renderer.setAttribute('flow', look.scrolled ? 'scrolled' : 'paginated')
    view.renderer.setStyles(styleOf(look))
    document.body.style.background = look.night ? night.paper : 'none'
    await nextFrame()
  }
}

installReader(foliate)
