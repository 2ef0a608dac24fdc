/** Books of vertical lines from a real browser: the sample in Japanese, an article in Traditional Chinese. */
import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build, type Built} from '../../src/build.ts'
import {listBookmarks, listDestinations, listLabels, listPages, openPdf, type Pdf} from '../../src/verify/pdf.ts'
import {readMarginText, readPageText, type PlacedText} from '../../src/verify/pdf-text.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'
import {checkEpubs} from '../validators/epubcheck.ts'

const folder = mkdtempSync(join(tmpdir(), 'hexapla-vertical-'))
const [source, out] = [join(folder, 'in'), join(folder, 'out')]
const world = makeNodeWorld({folder: source, out, cache: false, signal: new AbortController().signal, progress: () => undefined})
const rows = Array.from({length: 40}, (_, at) => `| 第${at + 1}號 | 茶葉與點心，各一份 |`).join('\n')
const chinese = `---\ntitle: 開店的日子\nkeywords: [茶, 帳簿]\n---\n二〇二六年四月，巷口開了一家小店，第一天來了12位客人。\n\n## 長表\n\n| 號 | 物 |\n|---|---|\n${rows}\n\n\`\`\`\n${'open --shop\n'.repeat(90)}\`\`\`\n\n表後的話。\n`
let built: Built

beforeAll(async () => {
  mkdirSync(join(source, 'zh-Hant'), {recursive: true})
  for (const part of ['ja', 'images']) cpSync(join('manuscripts', part), join(source, part), {recursive: true})
  writeFileSync(join(source, 'publication.yaml'), readFileSync('manuscripts/publication.yaml', 'utf8').replace('source-language: en', 'page: {notes: foot}'))
  writeFileSync(join(source, 'ja/edition.yaml'), `${readFileSync('manuscripts/ja/edition.yaml', 'utf8')}writing: vertical\n`)
  writeFileSync(join(source, 'zh-Hant/edition.yaml'), 'title: 小店\nwriting: vertical\nnumerals: native\nparts: {people: 人, selling: 賣, money: 錢}\n')
  writeFileSync(join(source, 'zh-Hant/customer.md'), chinese)
  built = await build(world, {folderName: 'shop', strict: false, drafts: false, formats: ['epub', 'kepub', 'kindle', 'pdf', 'screen', 'booklet']})
})
afterAll(async () => {
  await world.close()
  rmSync(folder, {recursive: true, force: true})
})

const file = (language: string, ending = '.pdf'): string => join(out, language, `selling-${language}${ending}`)
const open = (language: string): Pdf => openPdf(readFileSync(file(language))) ?? expect.fail('no PDF')
const run = (tool: string, ...words: readonly string[]): string => execFileSync(tool, words, {encoding: 'utf8', maxBuffer: 1 << 28})

/** Columns from right to left, each from top to bottom; figures beside one another from left to right. Without spaces and dots of emphasis. */
function readColumns(glyphs: readonly PlacedText[]): readonly string[] {
  const columns: PlacedText[][] = []
  for (const glyph of [...glyphs].sort((a, b) => b.x - a.x)) {
    const column = columns.at(-1)
    if (column && (column[0]?.x ?? 0) - glyph.x < 9) column.push(glyph)
    else columns.push([glyph])
  }
  return columns.map((column) => column.filter(({text}) => !/^[\s﹅]*$/u.test(text)).sort((a, b) => Math.abs(a.y - b.y) > 2 ? b.y - a.y : a.x - b.x).map(({text}) => text).join(''))
}

describe.each(['ja', 'zh-Hant'])('a book of vertical lines in %s', (language) => {
  it('is made and proved like any other', () => {
    const own = built.diagnostics.filter(({severity, place}) => severity !== 'warning' && (place?.file ?? language).startsWith(language))
    expect(own).toEqual([])
    expect(built.made.find((each) => each.language === language)?.products.map(({format}) => format)).toEqual(['epub', 'kepub', 'kindle', 'pdf', 'screen', 'booklet'])
  })

  it('has sound files', () => {
    expect(run('qpdf', '--check', file(language))).toContain('No syntax or stream encoding errors')
    expect(run('pdffonts', file(language)).split('\n').slice(2).filter((line) => line !== '' && !/CID TrueType +Identity-H +yes yes/.test(line))).toEqual([])
    expect(readFileSync(file(language), 'latin1')).toContain('/Direction /R2L')
  })

  it('has pages on which its articles begin where the outline says', () => {
    const pdf = open(language)
    const pages = listPages(pdf)
    const pageById = listDestinations(pdf, pages)
    for (const {title, destination} of listBookmarks(pdf).filter((mark) => mark.destination.startsWith('a-'))) {
      const text = readColumns(readPageText(pdf, pages[pageById.get(destination) ?? -1] ?? 0)).join('')
      expect(text, title).toContain(title.replaceAll(' ', ''))
    }
  })

  it('has folios outside: rectos on the left', () => {
    const pdf = open(language)
    const pages = listPages(pdf)
    const labels = listLabels(pdf, pages.length)
    for (const [at, page] of pages.entries()) {
      const foot = readMarginText(pdf, page).filter(({y}) => y < 200)
      if (foot.length === 0) continue
      expect(foot.map(({text}) => text).join('')).toBe(labels[at])
      expect((foot[0]?.x ?? 0) < 210, `page ${at + 1}`).toBe(at % 2 === 0)
    }
  })
})

describe('lines', () => {
  const textOf = (language: string): string => {
    const pdf = open(language)
    return listPages(pdf).map((page) => readColumns(readPageText(pdf, page)).join('')).join('')
  }

  it('run from top to bottom and from right to left', () => {
    const text = textOf('ja')
    expect(text).toContain('顧客とは、あなたの商品やサービスにお金を払ってくれる人や会社のことです。町の豆腐店なら、夕方に立ち寄る近所の人も、毎朝三十丁を仕入れる旅館も、同じように顧客です。')
    expect(textOf('zh-Hant')).toContain('二〇二六年四月，巷口開了一家小店，第一天來了12位客人。')
  })

  it('of long tables and code go on on the next pages, none lost', () => {
    const text = textOf('zh-Hant')
    for (const number of [1, 20, 40]) expect(text).toContain(`第${number}號`)
    expect(text.split('表後的話。')).toHaveLength(2)
    expect(run('pdftotext', file('zh-Hant'), '-').replaceAll(/\s/g, '').match(/shop/g)).toHaveLength(90)
  })

  it('of the index have page numbers in kanji where the edition wants them', () => expect(textOf('zh-Hant')).toMatch(/茶[一二三]/))
})

describe('e-books of vertical lines', () => {
  it('pass EPUBCheck', async () => {
    const files = ['ja', 'zh-Hant'].flatMap((language) => ['.epub', '.kepub.epub', '-kindle.epub'].map((ending) => file(language, ending)))
    for (const [name, {fatals, errors, warnings, messages}] of await checkEpubs(files)) expect([fatals, errors, warnings], `${name}\n${messages.join('\n')}`).toEqual([0, 0, 0])
  })
})
