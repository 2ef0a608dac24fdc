/** `npm run screenshots -- <epub files…> [--out folder]`: a few pages of each book on a telephone and a tablet, by day and by night, to be looked at. */
import {mkdirSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {parseArgs} from 'node:util'
import type {Opened} from './page/engine.ts'
import {type OpenBook, openReadingRoom, phone, tablet} from './reading-room.ts'

const sizes = {phone, tablet}
const selectors: readonly (readonly [what: string, selector: string])[] = [
  ['article', 'section.article > p'], ['table', 'table'], ['picture', 'figure'], ['formula', 'math[display="block"]'], ['note', 'aside[role="doc-footnote"]'],
  ['list', 'section.article > ul, section.article > ol'], ['box', '.admonition'], ['code', 'pre']
]
const {values, positionals} = parseArgs({allowPositionals: true, options: {out: {type: 'string', default: 'screenshots'}}})
if (positionals.length === 0) throw new Error('Unexpected absence of files, expected npm run screenshots -- book.epub [--out folder]')

const room = await openReadingRoom()
for (const file of positionals) {
  for (const [name, size] of Object.entries(sizes)) {
    const book = await room.openBook('foliate', readFileSync(file), size)
    await draw(book, join(values.out, basename(file, '.epub')), name)
    await book.close()
  }
}
await room.close()

/** One file a page: `3-contents-phone-night.png`. */
async function draw(book: OpenBook, folder: string, size: string): Promise<void> {
  mkdirSync(folder, {recursive: true})
  const pages = await choosePages(book)
  for (const night of [false, true]) {
    await book.ask('setLook', {night, textSize: 100, scrolled: false})
    for (const [at, [what, address, selector]] of pages.entries()) {
      await book.ask('show', address)
      if (selector !== undefined) await book.ask('reveal', selector)
      await book.page.screenshot({path: join(folder, `${at}-${what}-${size}-${night ? 'night' : 'day'}.png`) as `${string}.png`})
    }
  }
}

type Choice = readonly [what: string, address: string, selector?: string]

/** Cover, title page, contents, the first article, the first table, picture, formula, note and list, and the index. */
async function choosePages(book: OpenBook): Promise<readonly Choice[]> {
  const {documents} = book.opened
  const named = (...names: readonly string[]): readonly Choice[] => names.flatMap((name) => pathOf(book.opened, name).map((path): Choice => [name, path]))
  const wanted = new Map(selectors)
  const found: Choice[] = []
  for (const path of documents) {
    await book.ask('show', path)
    for (const [what, selector] of wanted) {
      if ((await book.ask('find', selector)).words === '' || !wanted.delete(what)) continue
      found.push([what, path, what === 'article' ? undefined : selector] as Choice)
    }
  }
  return [...named('cover', 'title-page', 'imprint', 'nav', 'part-1'), ...found, ...named('index', 'colophon')]
}

function pathOf({documents}: Opened, name: string): readonly string[] {
  return documents.filter((path) => path.endsWith(`/${name}.xhtml`))
}
