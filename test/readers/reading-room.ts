/** Reading systems in a browser of our own: the book, the engine and nothing else can be reached. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import puppeteer, {type Browser, type HTTPRequest, type Page} from 'puppeteer'
import ts from 'typescript'
import {browserFlags} from '../../src/world/browser-flags.ts'
import {findBrowserPath} from '../support/browser.ts'
import type {Opened} from './page/engine.ts'
import type {Reader} from './page/reader.ts'

export const engines = ['foliate', 'epubjs'] as const
export type EngineName = typeof engines[number]

export interface Size {
  readonly width: number
  readonly height: number
}

export const phone: Size = {width: 360, height: 740}
export const tablet: Size = {width: 768, height: 1024}

export interface ReadingRoom {
  readonly openBook: (engine: EngineName, epub: Uint8Array, size: Size) => Promise<OpenBook>
  readonly close: () => Promise<void>
}

export interface OpenBook {
  readonly page: Page
  readonly opened: Opened
  readonly ask: <Name extends keyof Reader>(name: Name, ...words: Parameters<Reader[Name]>) => Promise<Awaited<ReturnType<Reader[Name]>>>
  /** Errors on the console, scripts and requests that were refused, up to now. */
  readonly complaints: () => readonly string[]
  readonly close: () => Promise<void>
}

const origin = 'https://reader.invalid'
const policy = [
  "default-src 'none'", `script-src ${origin}`, `connect-src ${origin}`, `style-src ${origin} blob: 'unsafe-inline'`, 'img-src blob: data:', 'font-src blob: data:',
  'frame-src blob: data:', "form-action 'none'"
].join('; ')
const scriptsByEngine: Readonly<Record<EngineName, readonly string[]>> = {
  foliate: ['type="module" src="/foliate/view.js"', 'type="module" src="/page/foliate.ts"'],
  epubjs: ['src="/jszip.min.js"', 'src="/epub.min.js"', 'type="module" src="/page/epubjs.ts"']
}
const modules = createRequire(import.meta.url)
const foliateFolder = dirname(modules.resolve('foliate-js/view.js'))
const pageFolder = fileURLToPath(new URL('page', import.meta.url))

export async function openReadingRoom(): Promise<ReadingRoom> {
  const bare = process.getuid?.() === 0
  const browser = await puppeteer.launch({executablePath: await findBrowserPath(), pipe: true, args: [...browserFlags(bare), '--hide-scrollbars']})
  return {openBook: (engine, epub, size) => openBook(browser, engine, epub, size), close: () => browser.close()}
}

async function openBook(browser: Browser, engine: EngineName, epub: Uint8Array, size: Size): Promise<OpenBook> {
  const complaints: string[] = []
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  await page.setViewport(size)
  await page.setRequestInterception(true)
  page.on('request', (request) => { void answer(request, engine, epub, complaints) })
  page.on('pageerror', (error) => { complaints.push(String(error)) })
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()) })
  await page.goto(`${origin}/`)
  await page.waitForFunction('window.reader')
  const ask: OpenBook['ask'] = (name, ...words) => page.evaluate(askReader, name, words) as ReturnType<OpenBook['ask']> as never
  return {page, ask, opened: await ask('open', `${origin}/book.epub`), complaints: () => complaints, close: () => context.close()}
}

/** Runs in the page. */
function askReader(name: keyof Reader, words: readonly unknown[]): unknown {
  const question = window.reader?.[name] as (...words: readonly unknown[]) => unknown
  return question(...words)
}

async function answer(request: HTTPRequest, engine: EngineName, epub: Uint8Array, complaints: string[]): Promise<void> {
  const url = new URL(request.url())
  if (/^(?:blob|data|about):/.test(url.href)) return request.continue()
  if (url.origin !== origin) {
    complaints.push(`request for ${url.href}`)
    return request.abort()
  }
  const found = findFile(url.pathname, engine, epub)
  if (!found) {
    complaints.push(`request for ${url.href}`)
    return request.respond({status: 404})
  }
  const [contentType, body] = found
  return request.respond({contentType, body, headers: {'content-security-policy': policy}})
}

function findFile(path: string, engine: EngineName, epub: Uint8Array): readonly [type: string, body: string | Uint8Array] | undefined {
  const script = 'text/javascript; charset=utf-8'
  if (path === '/') return ['text/html; charset=utf-8', drawHost(engine)]
  if (path === '/favicon.ico') return ['image/x-icon', '']
  if (path === '/book.epub') return ['application/epub+zip', epub]
  if (path === '/jszip.min.js') return [script, readFileSync(join(dirname(modules.resolve('jszip')), '../dist/jszip.min.js'), 'utf8')]
  if (path === '/epub.min.js') return [script, readFileSync(join(dirname(modules.resolve('epubjs')), '../dist/epub.min.js'), 'utf8')]
  const [, folder = '', name = ''] = /^\/(foliate|page)\/([\w/-]+\.[jt]s)$/.exec(path) ?? []
  if (folder === 'foliate') return [script, readFileSync(join(foliateFolder, name), 'utf8')]
  if (folder === 'page') return [script, translate(readFileSync(join(pageFolder, name), 'utf8'))]
  return undefined
}

function drawHost(engine: EngineName): string {
  const scripts = scriptsByEngine[engine].map((attributes) => `<script ${attributes}></script>`).join('')
  return `<!doctype html><meta charset="utf-8"><title>reader</title><style>html, body { margin: 0; height: 100% } foliate-view { display: block; height: 100% }</style><body>${scripts}`
}

const translated = new Map<string, string>()

function translate(source: string): string {
  const known = translated.get(source) ?? ts.transpileModule(source, {compilerOptions: {target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022}}).outputText
  translated.set(source, known)
  return known
}
