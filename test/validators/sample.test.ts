/** The sample publication, built as a user builds it and judged by others' tools. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {makePageGeometry} from '../../src/read/page.ts'
import type {PageGeometry} from '../../src/core/page.ts'
import {listProducts} from '../support/closing-files.ts'
import {tellDifference} from '../support/differences.ts'
import {drawPageMap, readPaper} from '../support/page-map.ts'
import {packageFolder, runHexapla, type Run} from '../support/run-hexapla.ts'
import {checkEpubs} from './epubcheck.ts'

const languages = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'ja', 'ko', 'pt', 'ru', 'th', 'zh-Hans']
const out = mkdtempSync(join(tmpdir(), 'hexapla-sample-'))
const book = (language: string, format: string): string => join(out, language, `selling-${language}.${format}`)
const page = makePageGeometry({}) as PageGeometry // the default trim is known
let run: Run

beforeAll(async () => {
  run = await runHexapla(['build', 'manuscripts', '--out', out])
})
afterAll(() => rmSync(out, {recursive: true, force: true}))

describe('the sample publication', () => {
  it('is built in twelve languages, with the index and the pages of all, and nothing to report', () => {
    expect(run.status, run.stderr).toBe(0)
    const files = readdirSync(out, {recursive: true, encoding: 'utf8'}).filter((file) => file.includes('.')).sort()
    expect(listProducts(files)).toEqual([...[...languages, 'index'].flatMap((language) => ['.epub', '.pdf', '-cover.jpg', '-thumbnail.jpg'].map((ending) => join(language, `selling-${language}${ending}`))), 'selling-concordance.csv'].sort())
    expect(run.stderr.split('\n').filter((line) => /\([a-z]+\/[a-z-]+\)$/.test(line))).toEqual([])
  })

  it('gives an article that is not translated in English, and says so in the reader’s language', () => {
    for (const [language, notice] of [['ko', '번역되지 않았습니다'], ['th', 'ยังไม่ได้แปล']] as const) {
      const text = execFileSync('pdftotext', [book(language, 'pdf'), '-']).toString()
      expect(text.replaceAll(/\s+/g, ' ')).toContain('Word of mouth')
      expect(text.replaceAll(/\s+/g, '')).toContain(notice.replaceAll(' ', ''))
    }
  })

  it('passes EPUBCheck without an error or a warning in every language', async () => {
    const verdicts = await checkEpubs([...languages, 'index'].map((language) => book(language, 'epub')))
    for (const [file, {fatals, errors, warnings, messages}] of verdicts) {
      expect([fatals, errors, warnings], `${file}\n${messages.join('\n')}`).toEqual([0, 0, 0])
    }
    expect(verdicts.size).toBe(languages.length + 1)
  })

  it.each(languages)('prints %s as a sound PDF with every font embedded and none of Type 3', (language) => {
    expect(execFileSync('qpdf', ['--check', book(language, 'pdf')]).toString()).toContain('No syntax or stream encoding errors found')
    const fonts = execFileSync('pdffonts', [book(language, 'pdf')]).toString().split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) {
      expect(font).not.toMatch(/Type 3/)
      expect(font).toMatch(/ yes +(?:yes|no) +(?:yes|no) +\d+ +\d+$/)
    }
    const info = execFileSync('pdfinfo', [book(language, 'pdf')]).toString()
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toMatch(/^Title: +\S/m)
    const file = readFileSync(book(language, 'pdf'), 'latin1')
    expect(file).toContain(`/Lang (${language})`)
    for (const [figure] of file.matchAll(/<<\/Type \/StructElem\n\/S \/Figure\n[^]*?endobj/g)) expect(figure).toMatch(/\/Alt [(<]/)
    for (const [link] of file.matchAll(/<<\/Type \/Annot\n[^]*?endobj/g)) expect(link).toMatch(/\/Contents [(<]/)
  })

  it.each(languages)('prints the number of each page of %s in its foot, from 1 where the text begins', (language) => {
    const feet = readPaper(readFileSync(book(language, 'pdf')), page).map(({foot}) => foot)
    const first = feet.findIndex((foot) => /^[1-9]\d*$/.test(foot))
    const start = first - Number(feet[first]) + 1
    expect(first).toBeGreaterThan(0)
    expect(start % 2).toBe(0) // the text begins on a recto
    for (const [at, foot] of feet.entries()) {
      if (at < start) expect(foot).toMatch(language === 'ar' ? /^[أبجدهـوزحط]*$/ : /^[ivx]*$/)
      else expect(['', String(at - start + 1)]).toContain(foot)
    }
    expect(feet.filter((foot) => /^\d+$/.test(foot)).length).toBeGreaterThan(15)
  })

  it.each(languages)('paginates %s as it always did', async (language) => {
    await expect(drawPageMap(readFileSync(book(language, 'pdf')), page)).toMatchFileSnapshot(`../golden/sample/pages.${language}.txt`)
  })

  it.each(['de', 'en', 'es', 'fr', 'pt'])('names in the contents of %s the pages on which the titles stand', (language) => {
    const pages = readPaper(readFileSync(book(language, 'pdf')), page)
    const contents = execFileSync('pdftotext', ['-layout', '-f', '5', '-l', '5', book(language, 'pdf'), '-']).toString()
    const lines = [...contents.matchAll(/^ *(\S.*?) {2,}(\d+)$/gm)]
    expect(lines.length).toBe(17) // three parts, thirteen articles, the index
    const start = pages.findIndex(({foot}) => /^[1-9]\d*$/.test(foot)) - Number(pages.find(({foot}) => /^[1-9]\d*$/.test(foot))?.foot) + 1
    for (const [, title = '', folio] of lines) {
      expect(pages[start + Number(folio) - 1]?.text, `${title} on ${folio}`).toContain(title.trim())
    }
  })

  it('is the same when built again without the cache, elsewhere in the world: to the byte', async () => {
    const again = mkdtempSync(join(tmpdir(), 'hexapla-again-'))
    try {
      const second = await runHexapla(['build', join(packageFolder, 'manuscripts'), '--out', again, '--lang', 'fr,ar', '--no-cache'], {env: {TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8'}})
      expect(second.status, second.stderr).toBe(0)
      for (const file of ['fr/selling-fr.epub', 'ar/selling-ar.epub', 'fr/selling-fr.pdf', 'ar/selling-ar.pdf']) {
        expect(tellDifference(readFileSync(join(again, file)), readFileSync(join(out, file))), file).toBe('')
      }
    } finally {
      rmSync(again, {recursive: true, force: true})
    }
  })
})
