/** A PDF as pagedjs-cli makes it: `<its folder> <browser> <book.html> <out.pdf>`. The command itself gives up after 180 s, whatever it is told. */
import {writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'

interface Printer {
  browser: unknown
  readonly pdf: (input: string, options: {readonly outlineTags: readonly string[]}) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

const [home = '', browser = '', html = '', out = ''] = process.argv.slice(2)
const load = async (path: string): Promise<unknown> => (await import(pathToFileURL(join(home, 'node_modules', path)).href) as {default: unknown}).default
const puppeteer = await load('puppeteer/lib/esm/puppeteer/puppeteer.js') as {launch: (options: object) => Promise<unknown>} // its own, of the version that it wants
const makePrinter = await load('pagedjs-cli/src/printer.js') as new (options: object) => Printer
const printer = new makePrinter({allowLocal: true})
printer.browser = await puppeteer.launch({
  executablePath: browser, headless: 'new', protocolTimeout: 0,
  args: ['--disable-dev-shm-usage', '--allow-file-access-from-files', '--no-sandbox', '--font-render-hinting=none']
})
writeFileSync(out, await printer.pdf(resolve(html), {outlineTags: ['h1', 'h2', 'h3']}))
await printer.close()
