/** The page of `hexapla status --html` in a browser: fit for assistive technology, for phones, for paper; closed to what authors write. */
import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {judgeStatus} from '../../src/status.ts'
import {formatStatusPage} from '../../src/translation/status-page.ts'
import {browserFlags} from '../../src/world/browser-flags.ts'
import {findBrowserPath} from '../support/browser.ts'
import {makeMemoryHistory} from '../support/memory-history.ts'
import {makeMemoryWorld} from '../support/memory-world.ts'
import {makeFolders} from '../support/temporary.ts'

const makeFolder = makeFolders()
const axe = readFileSync(createRequire(import.meta.url).resolve('@daisy/axe-core-for-ace/axe.min.js'), 'utf8')
const languages = ['ar', 'ja', 'fr', 'de', 'es', 'it', 'pt-BR', 'zh-Hant-TW', 'ru', 'hi', 'th', 'ko', 'fa', 'uk', 'pl', 'sv', 'tr', 'el', 'id', 'bn', 'ta', 'ne', 'nl', 'vi']
let file = ''
let browser: Browser
let page: Page

/** Texts that would do something, if they could. */
const hostile = '<script>document.title = "owned"</script><img src="https://example.org/x.png" onerror="document.title = \'owned\'"></style></textarea>'

beforeAll(async () => {
  const before: Readonly<Record<string, string>> = {
    'publication.yaml': 'source-language: en\n', 'en/edition.yaml': 'title: Bees </style><script>document.title = "owned"</script>\n', 'en/honey.md': '# Honey\n\nBees make honey in summer.\n',
    ...Object.fromEntries(languages.map((language) => [`${language}/honey.md`, '# A\n\nB.\n'])), 'ar/honey.md': '# عسل\n\nيصنع النحل العسل في الصيف.\n', 'en/wax.md': '# Wax\n\nIt burns.\n', 'de/wax.md': '# Wachs\n\nEs brennt.\n', 'fr/salt.md': '# Sel\n'
  }
  const files = {...before, 'en/honey.md': `# Honey\n\nBees make honey all summer.\n\n${hostile}\n\n\`${'long-'.repeat(60)}\`\n`}
  const history = makeMemoryHistory([{id: 'b'.repeat(40), date: '2026-02-01', files}, {id: 'a'.repeat(40), date: '2026-01-05', files: before}])
  const world = makeMemoryWorld(files, {history})
  const {status} = await judgeStatus(world, {folderName: 'book', drafts: false, strict: false})
  if (!status) throw new Error('no status')
  file = join(makeFolder(), 'status.html')
  writeFileSync(file, formatStatusPage(status, (await world.house('styles')).get('status.css') ?? ''))
  browser = await puppeteer.launch({executablePath: await findBrowserPath(), pipe: true, args: [...browserFlags(process.getuid?.() === 0)]})
  page = await browser.newPage()
})
afterAll(async () => browser.close())

async function open(width: number, fragment = ''): Promise<readonly string[]> {
  await page.goto('about:blank')
  await page.setViewport({width, height: 800})
  const asked: string[] = []
  page.removeAllListeners('request')
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(pathToFileURL(file).href + fragment)
  return asked
}

interface AxeResult {
  readonly violations: readonly {readonly id: string; readonly nodes: readonly {readonly html: string}[]}[]
}

describe.each([[1280, 'light'], [390, 'dark']])('the page at %i px, %s', (width, scheme) => {
  it('has nothing that axe objects to, passages open', async () => {
    await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}])
    await open(width)
    await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
    await page.evaluate(axe)
    const {violations} = await page.evaluate('axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})') as AxeResult
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })

  it('is no wider than the window', async () => {
    await open(width)
    await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
  })
})

describe('the page', () => {
  it('asks for nothing, and authors\' texts do nothing', async () => {
    const asked = await open(1280)
    expect(asked).toEqual([pathToFileURL(file).href])
    expect(await page.title()).toContain('Translations of Bees')
    expect(await page.evaluate('document.querySelectorAll("script, img, textarea").length')).toBe(0)
    expect(await page.evaluate('document.body.textContent')).toContain(hostile)
  })

  it('opens passages when a cell is followed', async () => {
    await open(1280)
    expect(await page.evaluate('document.querySelectorAll("details[open]").length')).toBe(0)
    await page.click('a[href="#ar-0"]')
    await page.waitForSelector('details[open] #ar-0')
    expect(await page.evaluate('document.querySelectorAll("details[open]").length')).toBe(1)
  })

  it('sets each text in its language and direction, and marks what changed', async () => {
    await open(1280, '#ar-0')
    expect(await page.evaluate('[...document.querySelectorAll("#ar-0 li:first-child dd")].map((each) => [each.lang, getComputedStyle(each).direction])')).toEqual([['en', 'ltr'], ['ar', 'rtl']])
    expect(await page.evaluate('[...document.querySelectorAll("#ar-0 li:first-child :is(del, ins)")].map((each) => [each.localName, each.textContent])')).toEqual([['del', 'in'], ['ins', 'all']])
  })

  it('shows all passages on paper', async () => {
    await open(1280)
    const pdf = join(makeFolder(), 'status.pdf')
    await page.pdf({path: pdf, format: 'A4', landscape: true})
    expect(execFileSync('pdftotext', [pdf, '-'], {encoding: 'utf8'})).toContain('Changed in the source')
  })
})
