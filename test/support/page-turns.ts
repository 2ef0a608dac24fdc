/** Where the pages of an e-book turn, read from the finished file: the labels of its page list and the words up to the next. */
import {strFromU8, unzipSync} from 'fflate'
import {SaxesParser} from 'saxes'

export interface TurnedPage {
  readonly label: string
  /** The file that the page begins in. */
  readonly file: string
  readonly text: string
}

/** Pages in the order of the page list, each with its words; those of the navigation document without. */
export function readTurns(epub: Uint8Array): readonly TurnedPage[] {
  const files = new Map(Object.entries(unzipSync(epub)).filter(([path]) => path.endsWith('.xhtml') || path.endsWith('.opf')).map(([path, bytes]) => [path.replace('EPUB/', ''), strFromU8(bytes)]))
  const textByPlace = new Map<string, string>()
  let place = ''
  for (const file of readSpine(files.get('package.opf') ?? '')) {
    if (file === 'nav.xhtml') continue
    place = readWords(files.get(file) ?? '', file, place, (at, words) => textByPlace.set(at, (textByPlace.get(at) ?? '') + words))
  }
  return readPageList(files.get('nav.xhtml') ?? '').map(({label, address}) => ({label, file: address.split('#')[0] ?? '', text: textByPlace.get(address) ?? ''}))
}

/** The captions of its figures, in the order of the documents' names. */
export function listCaptions(epub: Uint8Array): readonly string[] {
  return listTexts(epub, 'figcaption')
}

/** Heads of the tables of an e-book, which paper says again on every page that a table goes on to. */
export function listTableHeads(epub: Uint8Array): readonly string[] {
  return listTexts(epub, 'thead')
}

function listTexts(epub: Uint8Array, tagName: string): readonly string[] {
  const documents = Object.entries(unzipSync(epub)).filter(([path]) => path.endsWith('.xhtml')).map(([, bytes]) => strFromU8(bytes))
  const element = new RegExp(`<${tagName}[^>]*>([^]*?)</${tagName}>`, 'g')
  return documents.flatMap((markup) => [...markup.matchAll(element)].map(([, content = '']) => content.replace(/<[^>]*>/g, '')))
}

/** The text of a page without the page numbers that stand in parentheses behind links, which e-books do not have. */
export function dropPageReferences(text: string): string {
  return text.replaceAll(/[(（][^()（）]{0,12}\p{Nd}[^()（）]{0,12}[)）]/gu, '')
}

/** How two texts differ in letters and marks, whatever their order: what only the first has, and what only the second has. */
export function compareLetters(one: string, other: string): readonly [string, string] {
  const [left, right] = [one, other].map((text) => (text.normalize('NFKD').toLowerCase().match(/[\p{L}\p{M}]/gu) ?? []).sort())
  const rest = [...right ?? []]
  const only = (left ?? []).filter((letter) => {
    const at = rest.indexOf(letter)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return [only.join(''), rest.join('')]
}

function readSpine(opf: string): readonly string[] {
  const hrefs = new Map([...opf.matchAll(/<item id="([^"]*)" href="([^"]*)"/g)].map(([, id, href]) => [id, href ?? '']))
  return [...opf.matchAll(/<itemref idref="([^"]*)"/g)].map(([, id]) => hrefs.get(id) ?? '')
}

function readPageList(nav: string): readonly {readonly label: string; readonly address: string}[] {
  const list = /<nav epub:type="page-list"[\s\S]*?<\/nav>/.exec(nav)?.[0] ?? ''
  return [...list.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, address = '', label = '']) => ({address, label}))
}

/** Sections whose headings print leaves out. */
const headedOnScreen = new Set(['footnotes', 'cross-references'])

/** Reports words with the address of the page break before them; returns the last one. */
function readWords(markup: string, file: string, from: string, add: (place: string, words: string) => void): string {
  let place = from
  let silent = 0
  let inBody = false
  const around: string[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({name, attributes}) => {
    if (name === 'body') inBody = true
    if (name === 'annotation' || (name === 'h2' && headedOnScreen.has(around.at(-1) ?? '')) || silent > 0) silent++
    around.push(String(attributes['class'] ?? ''))
    if (attributes['role'] === 'doc-pagebreak') place = `${file}#${String(attributes['id'])}`
  })
  parser.on('closetag', () => {
    around.pop()
    if (silent > 0) silent--
  })
  parser.on('text', (words) => { if (inBody && silent === 0) add(place, words) })
  parser.write(markup).close()
  return place
}
