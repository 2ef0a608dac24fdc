/** The printed book from a real browser, looked at with other people's tools. */
import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {setTypefaces} from '../../src/compose/typefaces.ts'
import {makeLedger} from '../../src/core/diagnostic.ts'
import {h} from '../../src/core/hast.ts'
import type {Edition} from '../../src/core/model.ts'
import type {Typesetting} from '../../src/core/page.ts'
import {sheetsOf} from '../../src/core/typefaces.ts'
import {emitPrint} from '../../src/emit/print/book.ts'
import {verifyPrint} from '../../src/verify/print.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'
import {makeSampleEdition} from '../support/edition.ts'
import {readPaper} from '../support/page-map.ts'
import {readLines, shareOnGrid} from '../support/paper-lines.ts'
import type {SampleLanguage} from '../support/sample-texts.ts'

const folder = mkdtempSync(join(tmpdir(), 'hexapla-print-'))
const world = makeNodeWorld({folder, out: join(folder, 'out'), cache: false, signal: new AbortController().signal, progress: () => undefined})
afterAll(async () => {
  await world.close()
  rmSync(folder, {recursive: true, force: true})
})

const readSheet = (name: string): string => {
  const file = new URL(`../../styles/${name}.css`, import.meta.url)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
const styles = (script: string): string => ['base', 'print', ...sheetsOf(script)].map(readSheet).join('\n')

function makeBook(language: SampleLanguage, articles: number, more: Partial<Typesetting> = {}): Edition {
  const {publication, ...edition} = makeSampleEdition(language, {articles})
  return {...edition, publication: {...publication, typesetting: {...publication.typesetting, ...more}}, styles: {...edition.styles, pdf: styles(edition.script)}}
}

async function print(edition: Edition, name: string, pagesPerChunk?: number) {
  const {list, report} = makeLedger()
  const product = await emitPrint(await setTypefaces(edition, ['pdf'], world, report), world, report, pagesPerChunk === undefined ? {} : {pagesPerChunk})
  verifyPrint(product, edition, product.folios, report)
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, product.content)
  return {product, file, messages: list.map(({message}) => message)}
}

/** The page from 0 on which each article begins, in order. */
function listArticles(edition: Edition, product: Awaited<ReturnType<typeof print>>['product']): readonly {readonly title: string; readonly page: number}[] {
  return edition.divisions.filter(({kind}) => kind === 'article').map(({id, head}) => ({title: head, page: (product.pagination?.pageById.get(id) ?? 0) - 1}))
}

const run = (tool: string, ...words: readonly string[]): string => execFileSync(tool, words, {encoding: 'utf8', maxBuffer: 1 << 28})

describe('a printed book', () => {
  for (const language of ['fr', 'ar', 'ja', 'hi'] as const) {
    it(`is sound in ${language}`, async () => {
      const {product, file, messages} = await print(makeBook(language, 6), language)
      expect(messages).toEqual([])
      expect(product.links).toBeGreaterThan(40)
      expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors')
      const fonts = run('pdffonts', file).split('\n').slice(2).filter(Boolean)
      expect(fonts.filter((font) => !/CID TrueType +Identity-H +yes yes/.test(font))).toEqual([])
      const facts = run('pdfinfo', file)
      expect(facts).toMatch(/Tagged: +yes/)
      expect(facts).toMatch(/Page size: +419\.528 x 595\.276 pts/)
      expect(facts).toContain(`Pages:           ${product.pages}`)
    })
  }

  it('is the same whether printed in one document or in several', async () => {
    const edition = makeBook('fr', 40)
    const whole = await print(edition, 'whole')
    const cut = await print(edition, 'cut', 15)
    expect([...whole.messages, ...cut.messages]).toEqual([])
    expect([...cut.product.folios].sort()).toEqual([...whole.product.folios].sort())
    const wordsOf = (file: string): readonly string[] => run('pdftotext', '-raw', file, '-').split('\f').map((page) => page.replace(/\s+/g, ' '))
    expect(wordsOf(cut.file)).toEqual(wordsOf(whole.file))
  })

  it('is the same twice, to the byte', async () => {
    const [once, again] = [await print(makeBook('ar', 3), 'once'), await print(makeBook('ar', 3), 'again')]
    expect(Buffer.compare(Buffer.from(again.product.content), Buffer.from(once.product.content))).toBe(0)
  })

  it('is not shrunk by what is too wide, and loses none of it', async () => {
    const edition = makeBook('fr', 3)
    const formula = h('math', {display: 'block'}, ...Array.from({length: 99}, (_, place) => place % 2 === 1 ? h('mo', {}, '+') : h('mi', {}, 'x')))
    const row = h('tr', {}, ...Array.from({length: 30}, (_, place) => h('td', {}, `cell${place}`)))
    const wide = [
      h('p', {}, `https://example.org/${'long'.repeat(80)}END`), h('pre', {}, h('code', {}, `${'x'.repeat(300)}END`)), h('table', {}, h('tbody', {}, row)), formula,
      h('table', {}, h('tbody', {}, h('tr', {}, h('td', {}, h('code', {}, `${'y'.repeat(150)}END`)), h('td', {}, 'short')))), h('p', {}, h('img', {src: 'images/balance sheet.svg', alt: '', width: 4000, height: 100}))
    ]
    const divisions = edition.divisions.map((division) => division.id === 'inside-sales' ? {...division, tree: {...division.tree, children: [...division.tree.children, ...wide]}} : division)
    const {file, messages} = await print({...edition, divisions}, 'wide')
    expect(messages).toEqual([])
    const text = run('pdftotext', '-raw', file, '-').replace(/\s/g, '')
    expect(text.match(/END/g)).toHaveLength(3)
    expect(text).toContain('cell29')
  })

  it('runs short articles on: no page but the last stands nearly empty, heads name what stands there', async () => {
    const edition = makeBook('fr', 12, {articles: 'run-on'})
    const {product, file, messages} = await print(edition, 'run-on')
    expect(messages).toEqual([])
    const paper = readPaper(product.content, edition.publication.page)
    const articles = listArticles(edition, product)
    const [first, last] = [articles[0]?.page ?? 0, (product.pagination?.pageById.get('index') ?? 0) - 2]
    expect(new Set(articles.map(({page}) => page)).size).toBeLessThan(articles.length) // some share a page
    const lines = readLines(file)
    for (let page = first; page < last - 1; page++) expect(lines.filter((line) => line.page === page).length, `page ${page + 1}`).toBeGreaterThan(12)
    for (let page = first + 1; page < last; page++) {
      const onRecto = articles.filter((article) => article.page <= page).at(-1)?.title
      if (paper[page]?.text !== '') expect(paper[page]?.head, `page ${page + 1}`).toBe(page % 2 === 0 ? onRecto : edition.divisions.find(({kind}) => kind === 'part')?.head)
    }
    expect([paper[first]?.head, paper[first]?.foot]).toEqual(['', product.folios.get(edition.divisions.find(({kind}) => kind === 'article')?.id ?? '')])
    for (const {head, foot} of paper.filter(({text}) => text === '')) expect([head, foot]).toEqual(['', ''])
  })

  it('sets the lines of all pages on one grid', async () => {
    const {file} = await print(makeBook('fr', 6, {articles: 'run-on'}), 'grid')
    expect(shareOnGrid(readLines(file), 19 * 0.75)).toBeGreaterThan(0.8) // the rest stands in tables, notes and boxes
  })

  it('numbers pages in the digits of the language, everywhere alike', async () => {
    const book = makeBook('ar', 3)
    const edition: Edition = {...book, spec: {...book.spec, numerals: 'native'}}
    const {product, messages} = await print(edition, 'digits')
    expect(messages).toEqual([])
    const feet = readPaper(product.content, edition.publication.page).map(({foot}) => foot).filter((foot) => /\d|[٠-٩]/.test(foot))
    expect(feet.length).toBeGreaterThan(3)
    expect(feet.filter((foot) => !/^[٠-٩]+$/.test(foot))).toEqual([])
  })

  it('gives a thick book more room at the binding, on both sides', async () => {
    const thick = makeBook('fr', 8, {gutterGrows: true})
    const long = {...thick, divisions: thick.divisions.map((division) => division.kind !== 'article' ? division
      : {...division, tree: {...division.tree, children: [...division.tree.children, ...Array.from({length: 20 * 36}, () => h('p', {}, 'Un mot.'))]}})}
    const {product, file, messages} = await print(long, 'thick')
    expect(messages).toEqual([])
    expect(product.pages).toBeGreaterThan(150)
    const left = (page: number): number => Math.min(...[...run('pdftotext', '-bbox', '-f', String(page), '-l', String(page), file, '-').matchAll(/<word xMin="([\d.]+)"/g)].map(([, x]) => Number(x)))
    const [recto, verso] = [left(31), left(32)].map((points) => points / 72 * 25.4)
    expect(recto).toBeGreaterThan(20 + 1.5) // inner margin 20 mm and 2 mm of gutter
    expect(verso).toBeLessThan(16 + 1.5)
  })
})
