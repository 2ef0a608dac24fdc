/** Books in ten scripts from a real browser, measured in the finished PDF: sides, order of what is embedded, breaks of lines, spacing of CJK, ruby and dots, upright letters. */
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build, type Built} from '../../src/build.ts'
import {contentOf, listPages, openPdf, type Pdf} from '../../src/verify/pdf.ts'
import {readMarginText, readPageText, type PlacedText} from '../../src/verify/pdf-text.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'
import {scriptSamples, writeSample, type SampleScript} from '../support/script-samples.ts'

const languages = Object.keys(scriptSamples) as readonly SampleScript[]
const folder = mkdtempSync(join(tmpdir(), 'hexapla-scripts-'))
const out = join(folder, 'out')
const fileOf = (language: string): string => join(out, language, `bee-${language}.pdf`)
/** Points: trim, margins at the binding and outside, size of body text. */
const [width, inner, outer, size] = [110, 22, 10].map((length) => length * 72 / 25.4).concat(9.5) as [number, number, number, number]
/** Pages from 0 on which the article begins and goes on. */
const [recto, verso] = [6, 7]
let built: Built
const books = new Map<SampleScript, {readonly pdf: Pdf; readonly pages: readonly number[]}>()

beforeAll(async () => {
  const files = [['publication.yaml', 'name: bee\npage: {trim: Pocket, margins: {top: 14, bottom: 18, inner: 22, outer: 10}}\n'], ...languages.map((language) => [`${language}/bee.md`, writeSample(scriptSamples[language])])]
  for (const [path = '', text = ''] of files) {
    mkdirSync(join(folder, path, '..'), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
  const world = makeNodeWorld({folder, out, cache: false, signal: new AbortController().signal, progress: () => undefined})
  built = await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['pdf']})
  await world.close()
  for (const language of languages) {
    const pdf = openPdf(readFileSync(fileOf(language)))
    if (pdf) books.set(language, {pdf, pages: listPages(pdf)})
  }
})
afterAll(() => { rmSync(folder, {recursive: true, force: true}) })

function readOf(language: SampleScript, page: number, read = readPageText): readonly PlacedText[] {
  const book = books.get(language)
  return book ? read(book.pdf, book.pages[page] ?? 0) : []
}

/** Lines from the top, their glyphs without blanks. */
function linesOf(language: SampleScript, page = recto): readonly (readonly PlacedText[])[] {
  const lines = new Map<number, PlacedText[]>()
  for (const glyph of readOf(language, page)) if (glyph.text.trim() !== '') lines.set(Math.round(glyph.y), [...lines.get(Math.round(glyph.y)) ?? [], glyph])
  return [...lines].sort(([a], [b]) => b - a).map(([, glyphs]) => glyphs)
}

const wordsOf = (glyphs: readonly PlacedText[]): string => glyphs.map(({text}) => text).join('').replace(/\s/g, '').normalize('NFKC')
const sorted = (glyphs: readonly PlacedText[]): readonly PlacedText[] => [...glyphs].sort((a, b) => a.x - b.x)

/** Glyphs from left to right of the line that holds these signs. */
function lineWith(language: SampleScript, signs: string): readonly PlacedText[] {
  const line = linesOf(language).find((glyphs) => wordsOf(sorted(glyphs)).includes(signs))
  if (!line) throw new Error(`no line with ${signs}`)
  return sorted(line)
}

const xOf = (line: readonly PlacedText[], text: string): number => line.find((glyph) => glyph.text === text)?.x ?? Number.NaN

describe('all of them', () => {
  it('are made without complaint', () => expect(built.diagnostics.map(({message}) => message)).toEqual([]))

  it.each(languages)('%s: fonts whole and upright, no letter slanted by force', (language) => {
    expect(execFileSync('pdffonts', [fileOf(language)], {encoding: 'utf8'}).split('\n').slice(2).filter((line) => line !== '' && (!/CID TrueType +Identity-H +yes yes/.test(line) || /Italic|Oblique/.test(line)))).toEqual([])
    const book = books.get(language)
    const matrices = book ? book.pages.flatMap((page) => [...contentOf(book.pdf, page).matchAll(/^(\S+) (\S+) (\S+) (\S+) \S+ \S+ (?:Tm|cm)$/gm)]) : []
    expect(matrices.length).toBeGreaterThan(0)
    expect(matrices.filter(([, , b, c]) => Number(b) !== 0 || Number(c) !== 0).map(([matrix]) => matrix)).toEqual([])
  })

  it.each(languages)('%s: the binding on the right side', (language) => {
    const isTurned = language === 'ar' || language === 'he'
    const edges = [recto, verso].map((page) => {
      const xs = linesOf(language, page).flat().map(({x}) => x)
      return isTurned ? width - Math.max(...xs) : Math.min(...xs) // the side where lines begin
    })
    for (const [at, wanted] of [inner, outer].entries()) {
      expect(edges[at], `page ${at}`).toBeGreaterThan(wanted - size * 0.6) // brackets stand half outside
      expect(edges[at], `page ${at}`).toBeLessThan(wanted + size)
    }
    const [onRecto, onVerso] = [recto, verso].map((page) => readOf(language, page, readMarginText).find(({text, y}) => /\p{Nd}/u.test(text) && y < 100)?.x ?? Number.NaN) as [number, number]
    expect(isTurned ? onRecto < onVerso : onRecto > onVerso, 'folios stand outside').toBe(true)
    expect(readFileSync(fileOf(language), 'latin1').includes('/Direction /R2L')).toBe(isTurned)
  })
})

describe.each(['ar', 'he'] as const)('%s', (language) => {
  it('keeps the order of a measure, a telephone number and an address, and the stop behind them', () => {
    expect(wordsOf(lineWith(language, '12km'))).toMatch(/^\..+12km.+$/)
    expect(wordsOf(lineWith(language, '53'))).toMatch(/^\.\+33142685300/)
    expect(wordsOf(lineWith(language, 'example.org'))).toMatch(/^\.https:\/\/example\.org\/a\/b\//)
  })

  it('sets page numbers of the index behind Latin words, on their left', () => {
    const pages = Array.from({length: books.get(language)?.pages.length ?? 0}, (_, page) => page).filter((page) => page > verso)
    const entry = pages.flatMap((page) => linesOf(language, page)).map(sorted).find((line) => wordsOf(line).includes('Excel'))
    expect(wordsOf(entry ?? [])).toMatch(/^1Excel/)
  })

  it('sets markers of lists and first columns on the right', () => {
    const {list, table: [head]} = scriptSamples[language]
    const marked = linesOf(language).filter((line) => line.filter(({text}) => /\d/.test(text)).length === 1)
    expect(marked).toHaveLength(list.length)
    for (const line of marked) expect(sorted(line).at(-1)?.text).toMatch(/^[12]$/)
    const row = linesOf(language).find((line) => wordsOf(line) === (head[0] + head[1]))
    const [first, second] = [row?.slice(0, head[0].length), row?.slice(head[0].length)]
    expect(Math.min(...(first ?? []).map(({x}) => x))).toBeGreaterThan(Math.max(...(second ?? []).map(({x}) => x)))
  })
})

/** Places in a text without its blanks where a line may end. */
function boundariesOf(paragraph: string, granularity: 'word' | 'space'): {readonly text: string; readonly ends: ReadonlySet<number>} {
  const parts = granularity === 'space' ? paragraph.split(' ') : [...new Intl.Segmenter('th', {granularity: 'word'}).segment(paragraph)].map(({segment}) => segment.trim())
  const ends = new Set<number>()
  let text = ''
  for (const part of parts) ends.add((text += part.normalize('NFKC')).length)
  return {text, ends}
}

describe.each([['th', 'word'], ['hi', 'space'], ['bn', 'space'], ['ta', 'space'], ['ko', 'space'], ['he', 'space']] as const)('%s', (language, granularity) => {
  it('breaks lines between words only', () => {
    const {text, ends} = boundariesOf(scriptSamples[language].paragraph, granularity)
    const lines = [recto, verso].flatMap((page) => linesOf(language, page)).map(wordsOf).filter((line) => line.length > 12 && text.includes(line))
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines) expect(ends.has(text.indexOf(line) + line.length), line).toBe(true)
  })
})

describe.each(['ja', 'zh-Hans', 'zh-Hant'] as const)('%s', (language) => {
  it('begins no line with a closing mark and ends none with an opening one', () => {
    const lines = [recto, verso].flatMap((page) => linesOf(language, page)).map(wordsOf)
    expect(lines.length).toBeGreaterThan(20)
    expect(lines.filter((line) => /^[、。，」』）”ー々ゃゅょっ]|[「『（“]$/u.test(line))).toEqual([])
  })

  it('leaves a little room between its own letters and Latin ones', () => {
    const line = lineWith(language, 'ABC')
    const [before, letter, after] = [line[1], xOf(line, 'A'), line[5]]
    expect(letter - (before?.x ?? 0)).toBeGreaterThan(size * 1.1)
    expect(letter - (before?.x ?? 0)).toBeLessThan(size * 1.3)
    expect(after?.text).toMatch(/\p{Script=Han}/u)
  })

  it('sets dots to what is emphasised', () => {
    const word = {ja: '強調', 'zh-Hans': '强调', 'zh-Hant': '強調'}[language]
    const line = lineWith(language, word)
    const dots = linesOf(language).find((glyphs) => glyphs.every(({text}) => text === '•'))
    expect(dots).toHaveLength(2)
    const isAbove = (dots?.[0]?.y ?? 0) > (line[0]?.y ?? 0)
    expect(isAbove).toBe(language === 'ja')
    for (const [at, letter] of [...word].entries()) expect(Math.abs((dots?.[at]?.x ?? 0) - xOf(line, letter))).toBeLessThan(size)
  })
})

describe('ja', () => {
  it('sets neighbouring brackets half as wide, and those at the beginning of a line', () => {
    const line = lineWith('ja', '「はい」「いいえ」')
    const [closing, opening] = [line.findIndex(({text}) => text === '」'), line.findIndex(({text}, at) => text === '「' && at > 3)]
    expect((line[opening]?.x ?? 0) - (line[closing]?.x ?? 0)).toBeCloseTo(size / 2, 0)
    const next = lineWith('ja', '「次の行」')
    expect((next[1]?.x ?? 0) - inner).toBeCloseTo(size / 2, 0)
  })

  it('sets ruby above its letters, half as large', () => {
    const [base, ruby] = [lineWith('ja', '蜂蜜を'), lineWith('ja', 'はちみつ')]
    expect((ruby[0]?.y ?? 0) - (base[0]?.y ?? 0)).toBeGreaterThan(size * 0.8)
    expect((ruby[1]?.x ?? 0) - (ruby[0]?.x ?? 0)).toBeCloseTo(size / 2, 0)
    expect(Math.abs((ruby[0]?.x ?? 0) - (base[0]?.x ?? 0))).toBeLessThan(size / 2)
  })
})
