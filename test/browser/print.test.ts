/** The printed book from a real browser, looked at with other people's tools. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {makeLedger} from '../../src/core/diagnostic.ts'
import {h} from '../../src/core/hast.ts'
import type {Edition} from '../../src/core/model.ts'
import {emitPrint} from '../../src/emit/print/book.ts'
import {verifyPrint} from '../../src/verify/print.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'
import {makeSampleEdition} from '../support/edition.ts'
import type {SampleLanguage} from '../support/sample-texts.ts'

const folder = mkdtempSync(join(tmpdir(), 'hexapla-print-'))
const world = makeNodeWorld({folder, out: join(folder, 'out'), cache: false, signal: new AbortController().signal, progress: () => undefined})
afterAll(async () => {
  await world.close()
  rmSync(folder, {recursive: true, force: true})
})

const styles = (script: string): string => ['base', 'print', `scripts/${script}`].map((name) => readFileSync(new URL(`../../styles/${name}.css`, import.meta.url), 'utf8')).join('\n')

function makeBook(language: SampleLanguage, articles: number): Edition {
  const edition = makeSampleEdition(language, {articles})
  return {...edition, styles: {...edition.styles, pdf: styles(edition.script)}}
}

async function print(edition: Edition, name: string, pagesPerChunk?: number) {
  const {list, report} = makeLedger()
  const product = await emitPrint(edition, world, report, pagesPerChunk)
  verifyPrint(product, edition, product.folios, report)
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, product.content)
  return {product, file, messages: list.map(({message}) => message)}
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

  // To the byte only outside of the tags: Chromium orders the structure elements of table heads by chance.
  it('has the same length, pages and words twice', async () => {
    const [once, again] = [await print(makeBook('ar', 3), 'once'), await print(makeBook('ar', 3), 'again')]
    expect(again.product.content.length).toBe(once.product.content.length)
    expect(again.product.folios).toEqual(once.product.folios)
    expect(run('pdftotext', '-layout', again.file, '-')).toBe(run('pdftotext', '-layout', once.file, '-'))
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
})
