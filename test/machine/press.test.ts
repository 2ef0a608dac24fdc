/** The press with a real browser: what it prints, what it refuses, how it survives. */
import {execFileSync} from 'node:child_process'
import {once} from 'node:events'
import {readdirSync, readFileSync} from 'node:fs'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {PrintJob} from '../../src/core/world.ts'
import {PressError} from '../../src/core/world.ts'
import {unpackedBrowser} from '../../src/world/browser-unpack.ts'
import {findCacheFolder} from '../../src/world/cache.ts'
import type {Browser} from '../../src/world/find-browser.ts'
import {findBrowser} from '../../src/world/find-browser.ts'
import {findHouseFonts} from '../../src/world/fonts.ts'
import {openPress} from '../../src/world/press.ts'
import type {OpenPress, PressOptions} from '../../src/world/press.ts'
import {makeProbe} from '../../src/world/probe.ts'
import {browserSources} from '../../src/world/usual-press.ts'

const around = {environment: process.env, platform: process.platform, probe: makeProbe(process.env, process.platform)}
const quiet = {cacheFolder: findCacheFolder(process.env) ?? '', progress: () => undefined, signal: new AbortController().signal}
const fonts = findHouseFonts()
const red = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="red"/></svg>')
const pictures: PrintJob['pictures'] = new Map(['images/a.svg', 'images/größe 1.svg'].map((path) =>
  [path, {path, mediaType: 'image/svg+xml', hash: '', load: async () => red}]))

function job(body: string, style = ''): PrintJob {
  const head = `<meta charset="utf-8"><title>t</title><style id="house-fonts"></style><style>body{font-family:"Noto Serif"}${style}</style>`
  return {html: `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`, pictures, tagged: false}
}

let folder: string
let asked = 0
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'hexapla-press-')) })
afterAll(() => rm(folder, {recursive: true}))

/** What poppler's tool says of a PDF. */
async function ask(tool: 'pdftotext' | 'pdffonts' | 'pdfimages' | 'pdfinfo', pdf: Uint8Array, ...args: readonly string[]): Promise<string> {
  const file = join(folder, `asked-${asked++}.pdf`) // one for each question: several are asked at once
  await writeFile(file, pdf)
  return execFileSync(tool, tool === 'pdftotext' ? [file, '-'] : [...args, file], {encoding: 'utf8'})
}

const open = (browser: Browser, options: Partial<PressOptions> = {}): Promise<OpenPress> =>
  openPress({browser, fonts, signal: new AbortController().signal, progress: () => undefined, ...options})

/** Browsers of this process. One that is about to start a process of another kind has, for a moment, a child that looks like itself. */
function runningBrowsers(): readonly number[] {
  const parentByPid = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name): readonly (readonly [number, number])[] => {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8')
      if (!command.includes(`hexapla-profile-${process.pid}-`) || command.includes('--type=')) return []
      return [[Number(name), Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1])]]
    } catch {
      return []
    }
  }))
  return [...parentByPid].filter(([, parent]) => !parentByPid.has(parent)).map(([pid]) => pid)
}

/** Sends a signal to all browsers but those spared while one of them lays out a long text, and reads what is printed in the end. */
async function interrupt(signal: 'SIGKILL' | 'SIGSTOP', press: OpenPress, spared: readonly number[]): Promise<readonly number[]> {
  const words = 100_000
  let [isDone, begin] = [false, (): void => undefined]
  const begun = new Promise<void>((settle) => { begin = settle })
  const picture = {path: 'seen.svg', mediaType: 'image/svg+xml' as const, hash: '', load: async () => { begin(); return red }}
  const print = press.print({...job(`<img src="seen.svg" alt=""><p>${'long text '.repeat(words)}last</p>`), pictures: new Map([['seen.svg', picture]])})
  void print.then(() => { isDone = true }, () => undefined)
  await begun
  await new Promise((settle) => setTimeout(settle, 100))
  expect(isDone).toBe(false)
  const hit = runningBrowsers().filter((pid) => !spared.includes(pid))
  for (const pid of hit) process.kill(pid, signal)
  const text = await ask('pdftotext', await print)
  expect(text.match(/long/g)?.length).toBe(words)
  expect(text).toContain('last')
  return hit
}

describe.each(['usual', 'unpacked'])('press with the %s browser', (which) => {
  let browser: Browser
  let press: OpenPress
  beforeAll(async () => {
    const sources = which === 'usual' ? browserSources(undefined, around, quiet) : [unpackedBrowser(around, quiet)]
    browser = await findBrowser(sources, around.platform)
    press = await open(browser)
  })
  afterAll(() => press.close())

  it('prints text with the house fonts, embedded as TrueType', async () => {
    const pdf = await press.print(job('<p>plain <b>bold</b> <i>italic</i> <span style="font-family:Noto Serif Thai">ไทย</span> ' +
      '<span style="font-family:Noto Naskh Arabic">عربي</span> <span style="font-family:Noto Serif,Noto Emoji">☎😀</span></p>'))
    const names = (await ask('pdffonts', pdf)).split('\n').slice(2).filter(Boolean).map((line) => line.replace(/^\w+\+(\S+)\s+(\S+ \S+).*$/s, '$1 $2'))
    expect([...new Set(names)].sort()).toEqual([
      'NotoEmoji-Regular CID TrueType', 'NotoNaskhArabic-Regular CID TrueType', 'NotoSerif-Bold CID TrueType',
      'NotoSerif-Italic CID TrueType', 'NotoSerif-Regular CID TrueType', 'NotoSerifThai-Regular CID TrueType'
    ])
  })

  it('keeps page sizes and page ranges, and tags on demand', async () => {
    const pages = job('<p>one</p><p style="break-before:page">two</p>', '@page{size:6in 9in}')
    const pdf = await press.print({...pages, pageRanges: '2-', tagged: true})
    expect(await ask('pdftotext', pdf)).toBe('two\n\n\f')
    expect(await ask('pdfinfo', pdf)).toMatch(/Tagged:\s+yes[^]*Pages:\s+1[^]*Page size:\s+432 x 648 pts/)
  })

  it('shows pictures by relative address, encoded or not, and serves nothing else', async () => {
    const pdf = await press.print(job(['images/a.svg', 'images/gr%C3%B6%C3%9Fe%201.svg', 'images/größe 1.svg', 'none.png']
      .map((path, index) => `<img src="${path}" alt="missing-${index}">`).join('')))
    expect((await ask('pdftotext', pdf)).match(/missing-\d/g)).toEqual(['missing-3']) // where a picture fails its words stand instead
  })

  it('reaches no network, no file and runs no script', async () => {
    let hits = 0
    const server = createServer((_, response) => { hits++; response.end('REACHED') }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const hostile = [
      `<img src="${url}a.png">`, `<iframe src="${url}"></iframe>`, `<object data="${url}"></object>`, `<embed src="${url}">`,
      '<iframe src="file:///etc/passwd"></iframe>', '<object data="file:///etc/passwd"></object>', `<link rel="stylesheet" href="${url}">`,
      `<style>@import "${url}";p{background:url(${url}b)}@font-face{font-family:x;src:url(${url}f)}</style><p style="font-family:x">x</p>`,
      `<script>document.body.append('RAN');fetch('${url}');alert(1)</script>`, `<img src="none" onerror="document.body.append('RAN')">`,
      `<iframe srcdoc="<script>parent.document.body.append('RAN')</script>"></iframe>`, `<meta http-equiv="refresh" content="0;url=${url}">`,
      `<base href="${url}"><img src="c.png">`, `<svg><image href="${url}d"/><foreignObject><iframe src="file:///etc/passwd"></iframe></foreignObject></svg>`,
      '<video autoplay poster="https://example.invalid/p"></video>', `<link rel="preload" as="image" href="${url}e"><link rel="dns-prefetch" href="${url}">`
    ]
    for (const body of hostile) {
      const text = await ask('pdftotext', await press.print(job(`<p>kept</p>${body}`)))
      expect(text, body).toContain('kept')
      expect(text, body).not.toMatch(/root:|REACHED|RAN/)
    }
    server.close()
    expect(hits).toBe(0)
  })

  it('takes the same picture of a document each time, in the house fonts, and reaches nothing else', async () => {
    const {html} = job('<p>À</p><img src="images/a.svg" alt=""><img src="http://127.0.0.1:9/a" alt="x"><script>document.body.style.background="#00f"</script>', 'body{background:#0a0;margin:0}')
    const taken = await press.picture({html, pictures, width: 300, height: 200})
    const {channels, dominant} = await sharp(taken).stats()
    expect(await sharp(taken).metadata()).toMatchObject({format: 'png', width: 300, height: 200})
    expect([dominant.g > 150, dominant.b < 20, channels[0]?.max]).toEqual([true, true, 255]) // green ground, no script, the red drawing
    expect(Buffer.compare(taken, await press.picture({html, pictures, width: 300, height: 200}))).toBe(0)
  })

  it('divides words at line ends where the style sheet asks for it, in the language of each', async () => {
    const long = {fr: 'internationalisation', de: 'Verantwortungsbewusstsein', ru: 'достопримечательность', fi: 'kansainvälistyminen'}
    const paragraphs = Object.entries(long).map(([language, word]) => `<p lang="${language}">${word}</p><h2 lang="${language}">${word}</h2>`).join('')
    const style = 'p,h2{width:6em;font-size:12pt;overflow-wrap:anywhere}p{hyphens:auto}:where(.divides) p{text-decoration:underline}'
    const asked = await ask('pdftotext', await press.print(job(paragraphs, style)))
    const text = which === 'usual' ? asked : asked.replaceAll(/\u00ad\n?/g, '') // the merge takes out soft hyphens
    for (const word of Object.values(long)) {
      const parts = text.split(/\s+/)
      expect(text.replaceAll('\u2010\n', ''), word).toContain(word) // whole, once the divisions are undone
      expect(parts.filter((part) => part.endsWith('\u2010')).length).toBeGreaterThan(3)
    }
    expect(text).not.toContain('\u00ad')
  })

  it('prints the same bytes again but for the dates', async () => {
    const plain = async (): Promise<string> =>
      Buffer.from(await press.print({...job('<h1 id="a">A</h1><p><a href="#a">a</a>'), tagged: true})).toString('latin1').replaceAll(/\(D:\d{14}[^)]*\)/g, '')
    expect(await plain()).toBe(await plain())
  })

  it('runs jobs side by side, no more than its width', async () => {
    const texts = await Promise.all(Array.from({length: 5}, async (_, index) => ask('pdftotext', await press.print(job(`<p>job ${index}</p>`)))))
    expect(texts.length).toBe(5)
    expect(runningBrowsers().length).toBeLessThanOrEqual(press.width)
  })

  it.runIf(process.platform === 'linux')('survives the death of its browser, once, and prints the whole again', async () => {
    const killed = await interrupt('SIGKILL', press, [])
    expect(killed.length).toBeGreaterThan(0)
  })

  it.runIf(process.platform === 'linux')('ends a browser that hangs and prints the whole with another', async () => {
    const patient = await open(browser, {patience: () => 30_000})
    const stopped = await interrupt('SIGSTOP', patient, runningBrowsers())
    expect(stopped.length).toBeGreaterThan(0)
    expect(runningBrowsers().filter((pid) => stopped.includes(pid))).toEqual([])
    await patient.close()
  })

  it('gives up a job that takes too long, twice, and goes on with others', async () => {
    const impatient = await open(browser, {patience: ({html}) => html.includes('endless') ? 300 : 60_000})
    const endless = impatient.print(job(`<p>endless</p>${'<table><tr><td>'.repeat(400)}${'long text '.repeat(500_000)}`))
    const other = impatient.print(job('<p>other</p>'))
    await expect(endless).rejects.toThrow(PressError)
    await expect(endless).rejects.toThrow(/more than 0 s/)
    expect(await ask('pdftotext', await other)).toContain('other')
    expect(await ask('pdftotext', await impatient.print(job('<p>next</p>')))).toContain('next')
    await impatient.close()
  })

  it('ends at once when the build is aborted, and leaves no browser', async () => {
    const controller = new AbortController()
    const aborted = await open(browser, {signal: controller.signal})
    const work = aborted.print(job(`<p>${'long text '.repeat(500_000)}</p>`))
    setTimeout(() => { controller.abort(new Error('interrupted')) }, 500)
    await expect(work).rejects.toThrow('interrupted')
    await aborted.close()
    await press.close()
    expect(runningBrowsers()).toEqual([])
  })
})
