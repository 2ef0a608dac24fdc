/** What a browser arranges on the page by its size: turned tables, wrapped code, figures, entries of the index. Looked at with other people's tools. */
import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build, type Built} from '../../src/build.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'
import {makeFolders, writeFiles} from '../support/temporary.ts'

const folder = makeFolders()()
const out = join(folder, 'out')
const world = makeNodeWorld({folder: join(folder, 'in'), out, cache: false, signal: new AbortController().signal, progress: () => undefined})
afterAll(() => world.close())

const columns = 12
const sentences = {
  fr: 'Qui vend apprend à écouter, et qui écoute finit par vendre, quoi que disent ceux qui ne font ni l’un ni l’autre.',
  ar: 'من يبيع يتعلم الإصغاء، ومن يصغ ينته إلى البيع، مهما قال الذين لا يفعلون هذا ولا ذاك.',
  ja: '売る人は聞くことを学び、聞く人はやがて売るようになります。どちらもしない人が何と言おうと、それは変わりません。'
} as const
type Tongue = keyof typeof sentences
const tongues = Object.keys(sentences) as readonly Tongue[]

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="260"><rect width="300" height="260" fill="#999"/></svg>'
const longLine = `    return ${Array.from({length: 12}, (_, at) => `part${at}(value)`).join(' + ')};`

function makeArticle(tongue: Tongue): string {
  const paragraph = Array.from({length: 4}, () => sentences[tongue]).join(' ')
  const row = (at: number): string => `| ${Array.from({length: columns}, (_, column) => column === 3 ? `[rang${at}x3](/figures)` : `rang${at}x${column}`).join(' | ')} |`
  const table = [`| ${Array.from({length: columns}, (_, at) => `Entete${at}`).join(' | ')} |`, `|${' -- |'.repeat(columns)}`, ...Array.from({length: 40}, (_, at) => row(at))].join('\n')
  const code = `\`\`\`\n${Array.from({length: 25}, (_, at) => `step${at}()\n${longLine.replace('value', `line${at}`)}`).join('\n\n')}\n\`\`\``
  return [`${paragraph} [Figures](/figures)`, `${paragraph} AVANT`, table, `${paragraph} APRES`, paragraph, code, `${paragraph} FIN`].join('\n\n')
}

function makeFigures(tongue: Tongue): string {
  const paragraph = Array.from({length: 7}, () => sentences[tongue]).join(' ')
  return Array.from({length: 9}, (_, at) => `Avant${at} ${paragraph}\n\n![Gris](../figure.svg "Legende${at}")`).join('\n\n') + `\n\n${paragraph}\n\n${paragraph}`
}

function makeEntries(): string {
  return Array.from({length: 150}, (_, at) => `:index[mot${at}]{entry="Principale${Math.floor(at / 50)}; Seconde${at}"}`).join(' ')
}

let built: Built

beforeAll(async () => {
  writeFiles(join(folder, 'in'), {
    'publication.yaml': 'page: {articles: page}\nspine: [tables, figures, entries]\n', 'figure.svg': picture,
    ...Object.fromEntries(tongues.flatMap((tongue) => [
      [`${tongue}/tables.md`, `# Tables\n\n${makeArticle(tongue)}`], [`${tongue}/figures.md`, `# Figures\n\n${makeFigures(tongue)}`], [`${tongue}/entries.md`, `# Entries\n\n${makeEntries()}`]
    ]))
  })
  built = await build(world, {folderName: 'floats', strict: false, drafts: false, formats: ['pdf']})
})

const run = (tool: string, ...words: readonly string[]): string => execFileSync(tool, words, {encoding: 'utf8', maxBuffer: 1 << 28})

interface Word {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Words by page, in points from the upper left corner. */
function readWords(file: string): readonly (readonly Word[])[] {
  return run('pdftotext', '-bbox', file, '-').split('<page ').slice(1).map((page) =>
    [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/g)]
      .map(([, left, top, right, bottom, text = '']) => ({text, left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom)})))
}

const mm = 72 / 25.4
const {top, bottom, outer, inner} = {top: 18.9 * mm, bottom: (210 - 24.2) * mm, outer: 16.5 * mm, inner: 17.7 * mm} // A5, without a gutter

describe.each(tongues)('what is large, in %s', (tongue) => {
  const file = join(out, tongue, `floats-${tongue}.pdf`)
  let pages: readonly (readonly Word[])[] = []
  const has = (page: readonly Word[], text: string): boolean => page.some((word) => word.text.includes(text))
  const findPage = (text: string): number => pages.findIndex((page) => has(page, text))
  beforeAll(() => { pages = readWords(file) })

  it('is a sound book', () => {
    expect(built.diagnostics.map(({message}) => message)).toEqual([])
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors')
  })

  it('turns the wide table, cut between rows, its head on every page, all of it within the text area', () => {
    const cells = pages.flatMap((page, at) => page.filter(({text}) => /^rang\d+x\d+$/.test(text)).map((word) => ({...word, page: at})))
    expect(cells.map(({text}) => text).sort()).toEqual(Array.from({length: 40 * columns}, (_, at) => `rang${Math.floor(at / columns)}x${at % columns}`).sort())
    expect(cells.filter(({left, right, top: from, bottom: to}) => right - left > to - from)).toEqual([])
    const turned = [...new Set(cells.map(({page}) => page))]
    expect(turned.length).toBeGreaterThan(1)
    for (const page of turned) {
      const words = pages[page] ?? []
      const body = words.filter((word) => word.bottom > top - 2 && word.top < bottom + 2)
      expect(body.every(({text}) => /^(?:rang\d|Entete\d)/.test(text)), `page ${page + 1}`).toBe(true)
      expect(body.filter(({text}) => text.startsWith('Entete'))).toHaveLength(columns)
      expect(Math.min(...body.map((word) => word.top))).toBeGreaterThan(top - 2)
      expect(Math.max(...body.map((word) => word.bottom))).toBeLessThan(bottom + 2)
      expect(Math.min(...body.map(({left}) => left))).toBeGreaterThan(Math.min(outer, inner) - 2)
      expect(Math.max(...body.map(({right}) => right))).toBeLessThan(148 * mm - Math.min(outer, inner) + 2)
    }
  })

  it('turns it so that its top is where the book begins, and its first column at the foot', () => {
    const page = pages.find((page) => has(page, 'rang0x0')) ?? []
    const find = (text: string): Word => page.find((word) => word.text === text) ?? {text, left: 0, top: 0, right: 0, bottom: 0}
    expect(Math.sign(find('rang0x0').left - find('Entete0').left)).toBe(tongue === 'ar' ? -1 : 1)
    expect(Math.sign(find('rang1x0').left - find('rang0x0').left)).toBe(tongue === 'ar' ? -1 : 1)
    expect(find('rang0x11').top).toBeLessThan(find('rang0x0').top)
  })

  it('leads from the turned cells, and keeps them a table for screen readers', () => {
    const pdf = readFileSync(file, 'latin1')
    const tall = [...pdf.matchAll(/\/Rect \[(\S+) (\S+) (\S+) (\S+)\]/g)].filter(([, left, low, right, high]) => Number(high) - Number(low) > 20 && Number(high) - Number(low) > Number(right) - Number(left))
    expect(tall).toHaveLength(40)
    expect(run('pdfinfo', '-struct', file).match(/^ *TH\b/gm)?.length).toBeGreaterThanOrEqual(2 * columns)
  })

  it('lets the text go on before the turned table', () => {
    expect(findPage('APRES')).toBeGreaterThanOrEqual(findPage('AVANT'))
    const before = findPage('rang0x0') - 1
    expect(Math.max(...(pages[before] ?? []).filter((word) => word.bottom < bottom + 2).map((word) => word.bottom))).toBeGreaterThan(bottom - 60)
    expect(pages.filter((page) => has(page, 'FIN'))).toHaveLength(1)
  })

  it('marks where a line of code goes on, without a character', async () => {
    const text = run('pdftotext', '-raw', file, '-')
    for (const at of [0, 24]) expect(text.replace(/\s/g, '')).toContain(longLine.replace('value', `line${at}`).replace(/\s/g, ''))
    expect(text).not.toMatch(/[\u21a9\u21b3\u23ce]/)
    const at = findPage('step0()')
    const words = pages[at] ?? []
    const first = words.find(({text: word}) => word === 'return')
    const next = words.find((word) => first !== undefined && word.top > first.top + 5 && /part|\+/.test(word.text))
    if (!first || !next) throw new Error('no wrapped line was found')
    const scale = 200 / 72
    const image = execFileSync('pdftoppm', ['-r', '200', '-f', String(at + 1), '-l', String(at + 1), '-gray', '-png', file], {maxBuffer: 1 << 28})
    const darkest = async ({left, top: from, bottom: to}: Word): Promise<number> => {
      const area = {left: Math.round((left - 11) * scale), top: Math.round((from * 2 + to) / 3 * scale), width: Math.round(9 * scale), height: Math.round((to - from) / 3 * scale)}
      return Math.min(...await sharp(image).extract(area).greyscale().raw().toBuffer())
    }
    expect(await darkest(next)).toBeLessThan(170)
    expect(await darkest(first)).toBeGreaterThan(200)
  })

  it('keeps figures with their captions and near their place, while the text fills the page before', () => {
    for (let at = 0; at < 9; at++) expect(pages.filter((page) => has(page, `Legende${at}`)), `figure ${at}`).toHaveLength(1)
    for (let at = 0; at < 7; at++) expect(findPage(`Legende${at}`), `figure ${at}`).toBeLessThanOrEqual(findPage(`Avant${at + 2}`))
    const opening = findPage('Avant0')
    expect(findPage('Legende0')).toBeGreaterThan(opening)
    expect(findPage('Avant1')).toBe(opening)
  })

  it('says the entry again where its sub-entries go on', () => {
    const heads = pages.flatMap((page) => page.filter(({text}) => /^Principale\d$/.test(text)))
    const tops = pages.flatMap((page) => {
      const listed = page.filter(({text}) => /^(?:Principale|Seconde)\d+$/.test(text))
      const highest = Math.min(...listed.map((word) => word.top))
      return listed.filter((word) => word.top < highest + 2 && word.top < 100).map(({text}) => text)
    })
    expect(heads.length).toBeGreaterThan(3)
    expect(tops.length).toBeGreaterThan(1)
    expect(tops.filter((text) => text.startsWith('Seconde'))).toEqual([])
    const listed = pages.flatMap((page) => page.filter(({text}) => /^Seconde\d+$/.test(text)).map(({text}) => text))
    expect(listed.sort()).toEqual(Array.from({length: 150}, (_, at) => `Seconde${at}`).sort())
  })
})
