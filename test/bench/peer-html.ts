/** The HTML of a finished book as one document for programs that number pages themselves: references by `target-counter`, heads and folios in margin boxes. */
import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {findHouseFonts, houseFaces, maybeFontFile} from '../../src/world/fonts.ts'
import {readJobs} from './print-jobs.ts'

/** Fonts of synthetic books; programs that load every font named would suffer from the others. */
const families = ['Noto Serif', 'Noto Sans Mono']
const peerCss = readFileSync(new URL('peer.css', import.meta.url), 'utf8')

/** What the book asks of a PDF. */
export interface Wanted {
  /** Page numbers that lead somewhere: of contents, text and index. */
  readonly references: number
  /** Links within the book, these among them; the ways back from notes do not show on paper. */
  readonly links: number
}

/** Writes `book.html` beside the stored jobs, with the fonts it needs. */
export function writePeerHtml(folder: string): Wanted {
  const parts = readJobs(folder).map(({html}) => html)
  const body = parts.map(bodyOf).join('\n')
  mkdirSync(join(folder, 'fonts'), {recursive: true})
  for (const face of houseFaces.filter(({family}) => families.includes(family))) {
    const file = maybeFontFile(face)
    if (file !== undefined) copyFileSync(file, join(folder, 'fonts', face.name))
  }
  const css = [listFontFaces(), makePlain(/<style>([^]*?)<\/style>/.exec(parts.at(-1) ?? '')?.[1] ?? ''), peerCss]
  const title = /<title>[^<]*<\/title>/.exec(parts[0] ?? '')?.[0] ?? ''
  writeFileSync(join(folder, 'book.html'),
    `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8">${title}<style>\n${css.join('\n')}\n</style></head><body>\n${body}\n</body></html>\n`)
  return {references: body.split('class="folio"').length - 1, links: body.split(' href="#').length - body.split('class="note-back"').length}
}

/** Without blank pages, which fall elsewhere, and without our numbers; ids stand at the headings that show, where pagedjs-cli wants them for its outline. */
function bodyOf(html: string): string {
  return (/<body>([^]*)<nav hidden>/.exec(html)?.[1] ?? '')
    .replaceAll('<div class="vacat"></div>', '').replaceAll('href="urn:x:', 'href="#')
    .replaceAll(/<svg class="leader"[^]*?<\/svg>/g, '')
    .replaceAll(/(<(?:section|nav) class="[^>]*?)( id="[^"]*")([^>]*>(?:<header>)?<h1)/g, '$1$3$2')
    .replaceAll(/<h2 class="letter"/g, (found, at: number) => `${found} id="letter-${at}"`)
    .replaceAll(/(<section class="(?:footnotes|cross-references)"[^>]*>)<h2[^>]*>[^<]*<\/h2>/g, '$1')
    .replaceAll(/(<a class="folio"[^>]*>[^<\d]*)\d+(?=<)/g, '$1')
}

function listFontFaces(): string {
  return findHouseFonts().fontFaces.split('\n').filter((rule) => families.some((family) => rule.includes(`"${family}"`))).join('\n').replaceAll('url("/fonts/', 'url("fonts/')
}

/** Reckons what not every program can: rounding, and products with custom properties. Paged.js breaks at commas within a selector. */
function makePlain(css: string): string {
  const valueOf = (name: string): string => new RegExp(`--${name}:([\\d.]+mm)`).exec(css)?.[1] ?? '0mm'
  const pixels = Number(/:root\{font-size:([\d.]+)pt/.exec(css)?.[1] ?? 10) * 4 / 3
  const line = Math.round(Number(/round\(([\d.]+)rem, 1px\)/.exec(css)?.[1] ?? 1.45) * pixels)
  return css.replaceAll(/:is\(([^,()]+),[^()]*\)/g, '$1').replaceAll(/[^{}]*:(?:not|has)\([^(){}]*,[^{}]*\{[^{}]*\}/g, '')
    .replaceAll('var(--line)', `${line}px`).replaceAll(/var\(--(text-width|text-height)\)/g, (_, name: string) => valueOf(name))
    .replaceAll(/calc\(([\d.]+)(px|mm) ([*/]) ([\d.]+)\)/g, (_, value: string, unit: string, sign: string, factor: string) =>
      `${(sign === '*' ? Number(value) * Number(factor) : Number(value) / Number(factor)).toFixed(2)}${unit}`)
}
