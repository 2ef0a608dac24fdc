/** Two languages on facing pages, from a real browser: the finished PDF says what stands where. */
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build, type Built} from '../../src/build.ts'
import {listDestinations, listLabels, listPages, openPdf} from '../../src/verify/pdf.ts'
import {readMarginText} from '../../src/verify/pdf-text.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'hexapla-facing-'))
const out = join(folder, 'out')
const world = makeNodeWorld({folder: join(folder, 'in'), out, cache: false, signal: new AbortController().signal, progress: () => undefined})
const sentences = {
  fr: 'Le marché ouvre avant le jour et chacun y cherche ce que la veille lui a refusé.',
  es: 'El mercado abre antes del día y cada cual busca en él lo que la víspera le negó, sin prisa y sin quejarse.',
  ar: 'يفتح السوق قبل طلوع النهار ويبحث كل واحد فيه عما حُرم منه بالأمس.'
} as const
type Tongue = keyof typeof sentences
let built: Built

/** A name for each block, the same in every language: `zz` and letters, which no hyphen parts. */
const nameOf = (article: string, at: number): string => `zz${article}${String.fromCharCode(97 + Math.floor(at / 26), 97 + at % 26)}zz`

/** Paragraphs of any length, one longer than a page; a list, code, a table longer than a page, a note. */
function makeArticle(language: Tongue, article: string): string {
  let count = 0
  const say = (times: number): string => [nameOf(article, count++), ...Array.from({length: times}, () => sentences[language])].join(' ')
  const section = (lengths: readonly number[]): readonly string[] => ['## Ziel', ...lengths.map(say)]
  const rows = Array.from({length: 45}, (_, at) => `| ${at} | ${nameOf(`${article}r`, at)} |`)
  return [
    `# ${article.toUpperCase()}`, say(2), ...section([3, 1, 12, 2]), Array.from({length: 9}, () => `1. ${say(2)}`).join('\n'), ...section([4, 60, 3]), `> ${say(3)}`,
    ['| a | b |', '|---|---|', ...rows].join('\n'), `${say(2)}[^n]`, ...section([9, 8, 7]), `[^n]: ${say(1)}`
  ].join('\n\n')
}

beforeAll(async () => {
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, 'in', dirname(path)), {recursive: true})
    writeFileSync(join(folder, 'in', path), text)
  }
  write('publication.yaml', 'name: market\nsource-language: fr\npage: {articles: run-on}\nbilingual: [{languages: [fr, es]}, {languages: [ar, fr]}]\n')
  for (const language of ['fr', 'es', 'ar'] as const) {
    for (const article of ['aa', 'bb', 'cc']) write(`${language}/${article}.md`, makeArticle(language, article))
  }
  write('fr/dd.md', `# DD\n\n${'Seul en français. '.repeat(30)}`)
  built = await build(world, {folderName: 'market', strict: false, drafts: false, languages: [], pairs: [['fr', 'es'], ['ar', 'fr']], formats: ['pdf', 'epub']})
})
afterAll(async () => {
  await world.close()
  rmSync(folder, {recursive: true, force: true})
})

/** Words of each page, by its physical number from 1. */
function readPages(pair: string): readonly (readonly string[])[] {
  const text = execFileSync('pdftotext', ['-raw', join(out, pair, `market-${pair}.pdf`), '-'], {encoding: 'utf8', maxBuffer: 1 << 28})
  return text.split('\f').map((page) => page.split(/\s+/).filter(Boolean))
}

const names = (page: readonly string[] = []): readonly string[] => page.flatMap((word) => /zz\w+zz/.exec(word)?.[0] ?? [])

describe.each(['fr+es', 'ar+fr'])('facing pages in %s', (pair) => {
  it('are made and proved like any other, with the e-book that names them', () => {
    expect(built.diagnostics.filter(({severity}) => severity !== 'warning')).toEqual([])
    expect(built.made.map(({language, published, products}) => [language, published, products.length])).toContainEqual([pair, true, 2])
  })

  it('begin on a verso, and on it the same beads as on the recto beside it', () => {
    const pages = readPages(pair)
    const spreads = pages.flatMap((page, at) => at % 2 === 1 && names(page).length > 0 ? [[page, pages[at + 1] ?? []] as const] : [])
    expect(spreads.length).toBeGreaterThan(10)
    for (const [verso, recto] of spreads) expect(names(recto)).toEqual(names(verso))
    const alone = pages.filter((page, at) => at % 2 === 0 && names(page).length > 0 && names(pages[at - 1]).length === 0)
    expect(alone).toEqual([])
  })

  it('hold every block of both languages once, and every word of them', () => {
    const pages = readPages(pair)
    const all = (parity: number): readonly string[] => pages.flatMap((page, at) => at % 2 === parity ? names(page) : [])
    const wanted = ['aa', 'bb', 'cc'].flatMap((article) => [...Array.from({length: 23}, (_, at) => nameOf(article, at)), ...Array.from({length: 45}, (_, at) => nameOf(`${article}r`, at))])
    for (const parity of [0, 1]) expect([...all(parity)].sort()).toEqual([...wanted].sort())
    const words = pages.flat().join(' ').replaceAll(/-\s|\u2010\s/g, '')
    if (pair === 'fr+es') expect(words.match(/refusé/g)?.length).toBe(3 * makeArticle('fr', 'aa').split('refusé').length - 3)
  })

  it('have their folios, and heads in the language of the page', () => {
    const pdf = openPdf(readFileSync(join(out, pair, `market-${pair}.pdf`))) ?? expect.fail('no PDF')
    const pages = listPages(pdf)
    const labels = listLabels(pdf, pages.length)
    const places = listDestinations(pdf, pages)
    for (const id of ['a-aa', 'a-bb', 'a-cc']) expect((places.get(id) ?? 0) % 2, id).toBe(1)
    expect(places.get(`${pair.slice(3)}.a-bb`)).toBe((places.get('a-bb') ?? 0) + 1)
    const [first = 0] = [places.get('a-aa') ?? 0]
    for (const at of [first + 2, first + 3]) {
      const margin = readMarginText(pdf, pages[at] ?? 0)
      expect(margin.filter(({y}) => y < 200).map(({text}) => text).join('').trim()).toBe(labels[at])
      expect(margin.filter(({y}) => y > 400).map(({text}) => text).join('')).toContain('AA')
    }
  })
})
