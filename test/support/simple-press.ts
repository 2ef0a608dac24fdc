/** A press for tests of print: one browser, the house fonts from memory, nothing else reachable. */
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import puppeteer from 'puppeteer'
import type {Press, PrintJob} from '../../src/core/world.ts'

const require = createRequire(import.meta.url)
const expo = '@expo-google-fonts'
const families: readonly (readonly [family: string, weight: number, style: string, file: string])[] = [
  ['Noto Serif', 400, 'normal', `${expo}/noto-serif/400Regular/NotoSerif_400Regular.ttf`],
  ['Noto Serif', 700, 'normal', `${expo}/noto-serif/700Bold/NotoSerif_700Bold.ttf`],
  ['Noto Serif', 400, 'italic', `${expo}/noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf`],
  ['Noto Serif', 700, 'italic', `${expo}/noto-serif/700Bold_Italic/NotoSerif_700Bold_Italic.ttf`],
  ...(['JP', 'SC', 'TC', 'KR', 'Devanagari', 'Bengali', 'Hebrew'] as const).flatMap((name) =>
    ([[400, 'Regular'], [700, 'Bold']] as const).map(([weight, style]) => [`Noto Serif ${name}`, weight, 'normal',
      `${expo}/noto-serif-${name.toLowerCase()}/${weight}${style}/NotoSerif${name}_${weight}${style}.ttf`] as const)),
  ['Noto Naskh Arabic', 400, 'normal', `${expo}/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf`],
  ['Noto Naskh Arabic', 700, 'normal', `${expo}/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf`],
  ['Noto Sans Mono', 400, 'normal', `${expo}/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf`],
  ['Noto Sans Math', 400, 'normal', `${expo}/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf`],
  ...(['Thai', 'Tamil'] as const).flatMap((name) => [400, 700].map((weight) => [`Noto Serif ${name}`, weight, 'normal',
    `@fontsource/noto-serif-${name.toLowerCase()}/files/noto-serif-${name.toLowerCase()}-${name.toLowerCase()}-${weight}-normal.woff2`] as const))
]
const faces = families.map(([family, weight, style], n) =>
  `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(/fonts/${n})}`).join('\n')

/** Starts a browser; `close` ends it. */
export async function openSimplePress(): Promise<Press & {readonly close: () => Promise<void>}> {
  const browser = await puppeteer.launch({
    executablePath: process.env['HEXAPLA_BROWSER'] ?? '/usr/bin/chromium', pipe: true, protocolTimeout: 0,
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu', '--disable-background-networking']
  })
  const fonts = new Map<string, Buffer>()
  const print = async (job: PrintJob): Promise<Uint8Array> => {
    const page = await browser.newPage()
    await page.setJavaScriptEnabled(false)
    await page.setRequestInterception(true)
    page.on('request', (request) => void answer(request.url().replace('https://book.invalid/', ''))
      .then((body) => body === undefined ? request.respond({status: 404}) : request.respond({body: body.body, contentType: body.type})))
    const answer = async (path: string): Promise<{body: Buffer; type: string} | undefined> => {
      if (path === 'book') return {body: Buffer.from(job.html.replace('<style id="house-fonts"></style>', () => `<style>${faces}</style>`)), type: 'text/html;charset=utf-8'}
      const picture = job.pictures.get(path)
      if (picture) return {body: Buffer.from(await picture.load()), type: picture.mediaType}
      const font = /^fonts\/(\d+)$/.exec(path) && families[Number(path.slice(6))]
      if (!font) return undefined
      const body = fonts.get(path) ?? await readFile(require.resolve(font[3]))
      fonts.set(path, body)
      return {body, type: 'font/ttf'}
    }
    await page.goto('https://book.invalid/book', {waitUntil: 'load', timeout: 0})
    const pdf = await page.pdf({
      preferCSSPageSize: true, printBackground: true, tagged: job.tagged, outline: false, timeout: 0,
      ...(job.pageRanges && {pageRanges: job.pageRanges})
    })
    await page.close()
    return pdf
  }
  return {version: await browser.version(), width: 2, print, close: () => browser.close()}
}
