/** Errata in a browser and in print: two releases of a small publication, the second with corrections to the first. */
import {execFileSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {browserFlags} from '../../src/world/browser-flags.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'
import {findBrowserPath} from '../support/browser.ts'
import {makeFolders} from '../support/temporary.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('@daisy/axe-core-for-ace/axe.min.js'), 'utf8')
const makeFolder = makeFolders()
const texts = {
  en: {
    title: 'Bees', honey: '---\ntitle: Honey\n---\n\nBees waitng in the hive make honey of nectar, and of nothing else at all.', wax: '---\ntitle: Wax\n---\n\nBees sweat wax.',
    corrected: '---\ntitle: Honey\n---\n\nBees waiting in the hive make honey of nectar, and of nothing else at all.\n\nThey do so in June.'
  },
  ar: {
    title: 'النحل', honey: '---\ntitle: العسل\n---\n\nيصنع النحل العسل في الصيف من رحيق الأزهر.', wax: '---\ntitle: الشمع\n---\n\nيفرز النحل الشمع.',
    corrected: '---\ntitle: العسل\n---\n\nيصنع النحل العسل في الصيف من رحيق الأزهار.'
  },
  ja: {
    title: 'ミツバチ', honey: '---\ntitle: 蜂蜜\n---\n\nミツバチは花の密を集めて蜂蜜を作ります。', wax: '---\ntitle: 蜜蝋\n---\n\nミツバチは蜜蝋を分泌します。',
    corrected: '---\ntitle: 蜂蜜\n---\n\nミツバチは花の蜜を集めて蜂蜜を作ります。'
  }
} as const
const languages = Object.keys(texts) as (keyof typeof texts)[]

let [folder, out] = ['', '']
let browser: Browser
let page: Page

async function make(target: string): Promise<readonly string[]> {
  const world = makeNodeWorld({folder, out: target, cache: false, signal: new AbortController().signal, progress: () => undefined})
  try {
    return (await build(world, {folderName: 'bees', strict: false, drafts: false})).diagnostics.filter(({severity}) => severity !== 'warning').map(({message}) => message)
  } finally {
    await world.close()
  }
}

beforeAll(async () => {
  const root = makeFolder()
  ;[folder, out] = [join(root, 'bees'), join(root, 'out')]
  const configuration = 'identifier: urn:uuid:0d2a6c1e-5b1f-4f0e-9a52-3f2b8f0c7d11\nsource-language: en\ntranslation: {also-in: false}\n'
  for (const language of languages) {
    mkdirSync(join(folder, language), {recursive: true})
    writeFileSync(join(folder, language, 'edition.yaml'), `title: ${texts[language].title}\n`)
    writeFileSync(join(folder, language, 'honey.md'), texts[language].honey)
    writeFileSync(join(folder, language, 'wax.md'), texts[language].wax)
  }
  writeFileSync(join(folder, 'publication.yaml'), `${configuration}date: 2026-11-21\n`)
  expect(await make(join(root, 'first'))).toEqual([])
  cpSync(join(root, 'first'), join(folder, 'releases', '1'), {recursive: true})
  for (const language of languages) writeFileSync(join(folder, language, 'honey.md'), texts[language].corrected)
  writeFileSync(join(folder, 'publication.yaml'), `${configuration}date: 2027-02-01\nchanges: {since: releases/1, back-matter: true}\n`)
  expect(await make(out)).toEqual([])
  browser = await puppeteer.launch({executablePath: await findBrowserPath(), pipe: true, args: [...browserFlags(process.getuid?.() === 0)]})
  page = await browser.newPage()
})
afterAll(() => browser.close())

interface AxeResult {
  readonly violations: readonly {readonly id: string; readonly nodes: readonly {readonly html: string}[]}[]
}

const run = (tool: string, ...words: readonly string[]): string => execFileSync(tool, words, {encoding: 'utf8', maxBuffer: 1 << 28})

describe.each(languages)('the errata in %s', (language) => {
  it.each([390, 1280])('are a page fit for everyone, %d pixels wide', async (width) => {
    await page.setViewport({width, height: 800})
    await page.goto(`file://${join(out, language, 'errata.html')}`)
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    expect(await page.evaluate('[document.documentElement.lang, getComputedStyle(document.documentElement).direction]')).toEqual([language, language === 'ar' ? 'rtl' : 'ltr'])
    await page.evaluate(axe)
    const {violations} = await page.evaluate('axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})') as AxeResult
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })

  it('name page, what is printed and what ought to be', async () => {
    await page.goto(`file://${join(out, language, 'errata.html')}`)
    const [gone, fresh, first] = await page.evaluate('["del", "ins", "td.page"].map((name) => document.querySelector(name).textContent)') as readonly string[]
    expect([gone, fresh, first]).toEqual({en: ['waitng', 'waiting', '1'], ar: ['الأزهر', 'الأزهار', '1'], ja: ['密', '蜜', '1']}[language])
  })

  it('are a small printed book too', () => {
    const file = join(out, language, 'errata.pdf')
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors')
    expect(run('pdfinfo', file)).toMatch(/Tagged: +yes/)
    expect(run('pdfinfo', file)).toMatch(/Pages: +1\n/)
    expect(run('pdffonts', file).split('\n').slice(2).filter(Boolean).filter((font) => !/CID TrueType +Identity-H +yes yes/.test(font))).toEqual([])
    expect(run('pdfinfo', '-struct', file)).toMatch(/Table/)
  })
})

describe('the books', () => {
  it('end with what is new, on the page that their contents name', () => {
    const text = run('pdftotext', '-layout', join(out, 'en', 'bees-en.pdf'), '-')
    expect(text).toMatch(/What is new in this edition\s+Compared with the edition of November 21, 2026\.\s+Changed articles\s+Honey \(formerly p\. 1\)\s+1/)
  })

  it('and the pages of the catalogue are in the manifest, with the errata', () => {
    const {files} = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {readonly files: readonly {readonly path: string}[]}
    for (const language of languages) expect(files.map(({path}) => path)).toEqual(expect.arrayContaining([`${language}/errata.html`, `${language}/errata.pdf`]))
    expect(existsSync(join(out, 'releases'))).toBe(false)
  })
})
