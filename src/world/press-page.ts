/** One job in one page: a document served from memory, nothing else reachable, PDF or picture out. */
import type {HTTPRequest, ResponseForRequest, Page} from 'puppeteer'
import type {PictureJob, PrintJob} from '../core/world.ts'
import type {HouseFonts} from './fonts.ts'
import {setFootNotes} from './foot-notes.ts'
import {setFacingPages} from './facing.ts'
import {arrangeFloats} from './floats-page.ts'
import {setSoftHyphens} from './hyphenation/soft-hyphens.ts'

const origin = 'https://book.invalid/'
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
/** A picture may style itself and nothing else. */
const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
const fontSlot = '<style id="house-fonts"></style>'

/** How words come to be divided at line ends: whether the document's own are, and whether the browser does it by itself. */
export interface Division {
  readonly isDivided: boolean
  readonly byBrowser: boolean
}

/** Loads the job's document into a fresh page and prints it; where words can be divided at line ends its style sheet is told so. */
export async function printPage(page: Page, job: PrintJob, fonts: HouseFonts, {isDivided, byBrowser}: Division): Promise<Uint8Array> {
  await loadPage(page, job, fonts)
  if (isDivided) await page.evaluate('document.documentElement.classList.add("divides")') // ours; the page itself runs no scripts
  await page.emulateMediaType('print')
  if (!byBrowser) await setSoftHyphens(page)
  await awaitFonts(page)
  if (job.horizontal !== undefined) await markLong(page, job.horizontal)
  if (job.rhythm !== undefined) await keepRhythm(page, job.rhythm)
  if (job.facing !== undefined) await setFacingPages(page, job.facing)
  if (job.floats) await arrangeFloats(page, job.floats)
  if (job.footNotes !== undefined) await setFootNotes(page, job.footNotes)
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: job.tagged,
    outline: false,
    timeout: 0,
    waitForFonts: true,
    ...(job.pageRanges !== undefined && {pageRanges: job.pageRanges})
  })
}

/** Until all fonts that the layout asks for are there: a busy machine lays the page out, and asks for them, only after it is loaded. */
async function awaitFonts(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    do {
      document.documentElement.getBoundingClientRect()
      await document.fonts.ready
    } while (document.fonts.status !== 'loaded')
  })()`)
}

/**
 * In vertical lines: blocks with horizontal ones that are wider than the text of a page are marked as long, and those that are higher than it is wide: the browser
 * takes their height for their width where it breaks pages, and leaves a page empty behind them. Ours; the page itself runs no scripts.
 */
async function markLong(page: Page, selector: string): Promise<void> {
  await page.evaluate(`(() => {
    const probe = document.body.appendChild(document.createElement('div'))
    probe.style.cssText = 'position:absolute;width:var(--text-width)'
    const {width} = probe.getBoundingClientRect()
    probe.remove()
    const long = [...document.querySelectorAll(${JSON.stringify(selector)})].filter((block) => {
      const box = block.getBoundingClientRect()
      const widest = block.matches('pre') ? box.height : width // code that is wider than high would leave the page empty beside it
      return box.width > widest || box.height > width || block.scrollWidth > Math.ceil(box.width) || block.scrollHeight > Math.ceil(box.height)
    })
    for (const block of long) block.classList.add('long')
  })()`)
}

/** Fills blocks up to whole lines of the body, measured in a column as wide as the text of the page, or as high where lines are vertical. Ours; the page itself runs no scripts. */
async function keepRhythm(page: Page, selector: string): Promise<void> {
  await page.evaluate(`(() => {
    const root = document.documentElement
    const [across, along, end] = getComputedStyle(root).writingMode === 'vertical-rl' ? ['height', 'width', 'Left'] : ['width', 'height', 'Bottom'] // sides: a block may have lines of its own
    root.style[across] = 'var(--text-' + across + ')'
    const line = parseFloat(getComputedStyle(document.body).lineHeight)
    const found = []
    for (const block of document.querySelectorAll(${JSON.stringify(selector)})) {
      const rest = block.getBoundingClientRect()[along] % line
      if (rest <= 0.1 || line - rest <= 0.1) continue
      const side = (['P', 'UL', 'OL', 'DL', 'DIV', 'SECTION'].includes(block.tagName) ? 'padding' : 'margin') + end // margins fall together with those within
      found.push([block, side, parseFloat(getComputedStyle(block)[side]) + line - rest])
    }
    for (const [block, side, room] of found) block.style[side] = room + 'px'
    root.style[across] = ''
  })()`)
}

/** Loads the job's document into a fresh page and takes its picture, as PNG. */
export async function picturePage(page: Page, job: PictureJob, fonts: HouseFonts): Promise<Uint8Array> {
  const {width, height} = job
  await page.setViewport({width, height, deviceScaleFactor: 1})
  await loadPage(page, job, fonts)
  await awaitFonts(page)
  return page.screenshot({type: 'png', clip: {x: 0, y: 0, width, height}, captureBeyondViewport: false})
}

type Job = Pick<PrintJob, 'html' | 'pictures'>

async function loadPage(page: Page, job: Job, fonts: HouseFonts): Promise<void> {
  await page.setJavaScriptEnabled(false)
  await page.setRequestInterception(true)
  const answer = makeAnswer(job, fonts)
  page.on('request', (request) => void respond(request, answer))
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined))
  page.on('popup', (popup) => void popup?.close().catch(() => undefined))
  await page.goto(origin, {waitUntil: 'load', timeout: 0})
}

type Answer = (url: string, navigation: boolean) => Promise<Partial<ResponseForRequest>> | undefined

/** What each address holds; the document itself is served once. */
function makeAnswer(job: Job, fonts: HouseFonts): Answer {
  const pictures = new Map([...job.pictures].flatMap(([path, picture]) => addressesOf(path).map((address) => [address, picture] as const)))
  let served = false
  return (url, navigation) => {
    if (navigation) {
      if (served || url !== origin) return undefined
      served = true
      const body = job.html.replace(fontSlot, () => `<style>${fonts.rulesFor(job.html)}</style>`)
      const headers = {'content-security-policy': policy, 'referrer-policy': 'no-referrer'}
      return Promise.resolve({contentType: 'text/html; charset=utf-8', body, headers})
    }
    const picture = pictures.get(url)
    if (picture) {
      return picture.load().then((body) => ({contentType: picture.mediaType, body, headers: {'content-security-policy': picturePolicy}}))
    }
    const fontName = url.startsWith(`${origin}fonts/`) ? url.slice(`${origin}fonts/`.length) : undefined
    if (fontName === undefined) return undefined
    return fonts.load(fontName)?.then((body) => ({contentType: fontName.endsWith('.ttf') ? 'font/ttf' : 'font/woff2', body}))
  }
}

/** A picture's address, whether its path was percent-encoded for the HTML or not. */
function addressesOf(path: string): readonly string[] {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return [path, encoded].map((each) => new URL(each, origin).href)
}

async function respond(request: HTTPRequest, answer: Answer): Promise<void> {
  try {
    const url = request.url().replace(/#.*$/s, '')
    if (url.startsWith('data:image/')) return await request.continue()
    const found = await answer(url, request.isNavigationRequest())
    if (found) {
      const headers = {...found.headers, 'x-content-type-options': 'nosniff', 'access-control-allow-origin': '*'}
      return await request.respond({status: 200, ...found, headers})
    }
    if (request.isNavigationRequest()) return await request.respond({status: 204}) // leaves the page as it is; an error would replace it
    if (url.startsWith(origin)) return await request.respond({status: 404, body: ''})
    await request.abort('blockedbyclient')
  } catch { // the page is gone, or a picture could not be loaded
    await request.abort('failed').catch(() => undefined)
  }
}
