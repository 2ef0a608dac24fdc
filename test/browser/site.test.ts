/** The catalogue in a browser, served: fit for assistive technology, for phones, for paper; each reader's language first; whole without scripts. */
import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import {createRequire} from 'node:module'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import type {Release, ReleasedArticle} from '../../src/core/release.ts'
import {makeSite} from '../../src/distribute/site/site.ts'
import {browserFlags} from '../../src/world/browser-flags.ts'
import {findBrowserPath} from '../support/browser.ts'
import {readHouseTerms} from '../support/house-terms.ts'
import {makeRelease} from '../support/release.ts'
import {makeFolders} from '../support/temporary.ts'

const makeFolder = makeFolders()
const axe = readFileSync(createRequire(import.meta.url).resolve('@daisy/axe-core-for-ace/axe.min.js'), 'utf8')
const style = readFileSync(join(import.meta.dirname, '../../styles/site.css'), 'utf8')
const cover = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="640"><rect width="400" height="640" fill="#3b2a4a"/></svg>'

/** Enough articles that most are out of sight, one of them with a word that no line holds; every kind of file. */
function makeLongRelease(): Release {
  const {editions, ...release} = makeRelease({address: 'https://books.example/bees/'})
  return {
    ...release, editions: [...editions.map((edition) => {
      const [article] = edition.articles
      const more = Array.from({length: 40}, (_, at): readonly ReleasedArticle[] => article ? [{...article, slug: `more/${at} é`, title: `${article.title} ${at}`, handout: `${edition.tag}/${at}.pdf`}] : []).flat()
      const [epub, pdf] = edition.products
      return {
        ...edition, subtitle: `${edition.title}, ${edition.title}`, rights: `© ${'Meadow'.repeat(30)}`, accessibility: edition.title, description: `${edition.articles[0]?.description} `.repeat(9), articles: [...edition.articles, ...more],
        products: epub && pdf ? [epub, pdf, {...pdf, format: 'screen' as const}, {...pdf, format: 'large-print' as const}, {...pdf, format: 'booklet' as const}, {...pdf, format: 'handouts' as const, files: [...pdf.files, ...pdf.files, ...pdf.files, ...pdf.files, ...pdf.files]}] : []
      }
    }), ...editions.slice(0, 1).map((edition) => ({...edition, tag: 'index', languages: ['en', 'ar', 'ja'], subtitle: 'Index', articles: []}))]
  }
}

const site = makeSite(makeLongRelease(), {terms: readHouseTerms('en', 'ar', 'ja'), styles: new Map([['site', style]])})
let server: Server
let browser: Browser
let page: Page
let base = ''
let faults: string[] = []

beforeAll(async () => {
  server = createServer(({url = ''}, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname.slice(1)).replace(/^$|\/$/, '$&index.html')
    const content = site.get(path) ?? (path.endsWith('.jpg') ? cover : undefined)
    response.writeHead(content === undefined ? 404 : 200, {'content-type': path.endsWith('.jpg') ? 'image/svg+xml' : 'text/html; charset=utf-8'}).end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  browser = await puppeteer.launch({executablePath: await findBrowserPath(), pipe: true, args: [...browserFlags(process.getuid?.() === 0), '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']})
})
afterAll(async () => {
  await browser.close()
  server.close()
})

beforeEach(async () => {
  faults = []
  page = await browser.newPage()
  page.on('console', (message) => void faults.push(message.text()))
  page.on('pageerror', (error) => void faults.push(String(error)))
  page.on('request', (request) => request.url().startsWith(base) || faults.push(request.url()))
  page.on('response', (response) => response.ok() || faults.push(`${response.status()} ${response.url()}`))
})
afterEach(async () => {
  await page.close()
  expect(faults).toEqual([])
})

async function readIn(languages: string): Promise<void> {
  await (await page.createCDPSession()).send('Emulation.setUserAgentOverride', {userAgent: await browser.userAgent(), acceptLanguage: languages})
}

async function open(path: string, width = 1280): Promise<void> {
  await page.setViewport({width, height: width < 700 ? 740 : 900, isMobile: width < 700, hasTouch: width < 700})
  await page.goto(base + path)
}

interface AxeResult {
  readonly violations: readonly {readonly id: string; readonly nodes: readonly {readonly html: string}[]}[]
}

async function examine(): Promise<readonly string[]> {
  await page.evaluate(axe)
  const {violations} = await page.evaluate('axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})') as AxeResult
  return violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)
}

const paths = [['', 'ltr'], ['en/', 'ltr'], ['ar/', 'rtl'], ['ja/', 'ltr'], ['en+ar/', 'ltr'], ['index/', 'ltr']] as const
const looks = [[360, 'light'], [1280, 'dark'], [320, 'dark'], [1280, 'light']] as const

describe.each(looks)('at %i px, %s', (width, scheme) => {
  it.each(paths)('"%s" has nothing that axe objects to, is no wider than the window, overflows nowhere, and runs %s', async (path, direction) => {
    await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}])
    await open(path, width)
    expect(await examine()).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(await page.evaluate('[...document.querySelectorAll("main, main :is(section, aside, li, div)")].filter((each) => each.scrollHeight > each.clientHeight + 8).map((each) => each.outerHTML.slice(0, 200))')).toEqual([])
    expect(await page.evaluate('getComputedStyle(document.body).direction')).toBe(direction)
    expect(await page.evaluate('[...document.images].filter((image) => !image.naturalWidth).length')).toBe(0)
  })

  it('has targets that a finger hits', async () => {
    for (const [path] of paths) {
      await open(path, width)
      const small = await page.evaluate('[...document.querySelectorAll("a")].flatMap((a) => { const {width, height} = a.getBoundingClientRect(); return Math.min(width, height) < 24 && !a.closest("h3") ? [a.outerHTML] : [] })')
      expect(small, path).toEqual([])
    }
  })
})

const readCards = '[...document.querySelectorAll(".card")].map((card) => card.lang).join()'

describe('the page of all languages', () => {
  it.each([
    ['ar-EG,en', 'ar,en,ja,en,en', 'ar'], ['fr,ja,ar', 'ja,en,ar,en,en', 'ja'], ['pt-BR', 'en,ar,ja,en,en', 'en'], ['en-GB', 'en,ar,ja,en,en', 'en'], ['ja-Latn', 'ja,en,ar,en,en', 'ja']
  ])('offers readers of %s their own language first, and asks in it', async (languages, cards, asked) => {
    await readIn(languages)
    await open('')
    expect(await page.evaluate(readCards)).toBe(cards)
    expect(await page.evaluate('document.querySelector("h2").textContent')).toBe(readHouseTerms(asked).get(asked)?.words['choose-language'])
    expect(await page.evaluate('[document.querySelector("h2").lang || document.documentElement.lang, getComputedStyle(document.querySelector("h2")).direction]')).toEqual([asked, 'ltr'])
    expect(await examine()).toEqual([])
  })

  it('is whole without scripts, the source first', async () => {
    await readIn('ar')
    await page.setJavaScriptEnabled(false)
    await open('', 360)
    expect(await page.evaluate(readCards)).toBe('en,ar,ja,en,en')
    await Promise.all([page.waitForNavigation(), page.click('.card[lang=ar] h3 a')])
    expect(page.url()).toBe(`${base}ar/index.html`)
    await Promise.all([page.waitForNavigation(), page.click('.languages a[hreflang=ja]')])
    expect(page.url()).toBe(`${base}ja/index.html`)
  })

  it('leads by the whole card to the edition, by the name of a format to the file', async () => {
    await open('')
    const at = (selector: string): string => `(() => { const {x, y, width, height} = document.querySelector('${selector}').getBoundingClientRect(); return document.elementFromPoint(x + width / 2, y + height / 2).closest('a')?.getAttribute('href') })()`
    expect(await page.evaluate(at('.card .cover'))).toBe('en/index.html')
    expect(await page.evaluate(at('.card .formats a'))).toBe('en/bees-en.epub')
  })

  it('shows where the keyboard is', async () => {
    await open('')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('getComputedStyle(document.querySelector(".card:has(:focus-visible)")).outlineStyle')).toBe('solid')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('[document.activeElement.getAttribute("href"), getComputedStyle(document.activeElement).outlineStyle]')).toEqual(['en/bees-en.epub', 'solid'])
  })
})

describe('the address of an article', () => {
  it.each([['en/', 'more/30 é'], ['ar/', 'swarm'], ['ja/', 'more/39 é']])('%s brings %s into view and marks it', async (path, slug) => {
    await open(`${path}#${encodeURIComponent(slug)}`, 360)
    const found = await page.evaluate(`(() => {
      const [target, other] = [document.querySelector(':target'), document.querySelector('li:first-child[id]')]
      const {top, bottom, left, right} = target.getBoundingClientRect()
      const mark = (each) => getComputedStyle(each).backgroundColor
      return [target.id, top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth, mark(target) !== mark(other)]
    })()`)
    expect(found).toEqual([slug, true, true])
  })
})

describe('on paper', () => {
  it.each([['', 'Bee Year'], ['en/', 'Honey 39'], ['ar/', 'books.example/bees/ar/']])('"%s" is not cut', async (path, last) => {
    await open(path)
    const pdf = join(makeFolder(), 'page.pdf')
    await page.pdf({path: pdf, format: 'A4'})
    const boxes = [...execFileSync('pdftotext', ['-bbox', pdf, '-'], {encoding: 'utf8'}).matchAll(/<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.]+)"/g)].map(([, left, right]) => [Number(left), Number(right)] as const)
    expect(boxes.length).toBeGreaterThan(20)
    expect(boxes.filter(([left, right]) => left < 40 || right > 595 - 40)).toEqual([]) // points; the margins of the sheet
    expect(execFileSync('pdftotext', [pdf, '-'], {encoding: 'utf8'})).toContain(last)
  })
})
