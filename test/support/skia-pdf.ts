/** PDF of the form that the browser writes, made by hand, and a press that "prints" with it in no time. */
import {deflateSync} from 'node:zlib'
import type {Press, PrintJob} from '../../src/core/world.ts'

export interface SkiaLink {
  /** Id in this document, or a URL. */
  readonly to: string
  /** Words at the link's place. */
  readonly text: string
}

export interface SkiaPage {
  /** Words at the top of the text. */
  readonly title?: string
  readonly head?: string
  readonly foot?: string
  readonly links?: readonly SkiaLink[]
  readonly ids?: readonly string[]
  readonly image?: string
}

export interface SkiaOptions {
  readonly tagged?: boolean
  readonly scale?: number
}

/** A PDF 1.4 file with one classic cross-reference table; characters are their own glyph codes. */
export function makeSkiaPdf(pages: readonly SkiaPage[], {tagged = false, scale = 3.125}: SkiaOptions = {}): Uint8Array {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  const stream = (dictionary: string, content: string): string => `<<${dictionary}/Length ${content.length}>> stream\n${content}\nendstream`
  const packed = (content: string): string => stream('/Filter /FlateDecode\n', deflateSync(Buffer.from(content, 'latin1')).toString('latin1'))
  const information = add('<</Title (T)\n/Creator (Mozilla/5.0 \\(X11; 9 0 R\\))>>')
  const table = add(packed('1 beginbfrange\n<0020> <007E> <0020>\nendbfrange\n'))
  const font = add(`<</Type /Font\n/BaseFont /AAAAAA+NotoSerif-Regular\n/FontDescriptor <</FontFile2 ${table} 0 R>>\n/ToUnicode ${table} 0 R>>`)
  const tree = 4 + pages.reduce((sum, {links = [], image}) => sum + 2 + links.length + (image === undefined ? 0 : 1), 0)
  const rows: string[] = []
  const kids: number[] = []
  let key = 0
  for (const {title = '', head = '', foot = '', links = [], ids = [], image} of pages) {
    const content = add(packed(makeContent(title, head, foot, links, scale)))
    const picture = image === undefined ? undefined : add(stream('/Type /XObject\n/Subtype /Image\n', image))
    const parent = key++
    const annotations = links.map(({to}, line) => {
      const action = to.includes(':') ? `/A <</Type /Action\n/S /URI\n/URI (${to})>>` : `/Dest /${to}`
      return add(`<</Type /Annot\n/Subtype /Link\n/Border [0 0 0]\n/Rect [75 ${470 - line * 30} 300 ${490 - line * 30}]\n${action}${tagged ? `\n/StructParent ${key++}` : ''}>>`)
    })
    const page = add(`<</Type /Page\n/Resources <</Font <</F4 ${font} 0 R>>${picture === undefined ? '' : `\n/XObject <</X1 ${picture} 0 R>>`}>>\n/MediaBox [0 0 420 594.95996]\n` +
      `${annotations.length > 0 ? `/Annots [${annotations.map((n) => `${n} 0 R`).join(' ')}]\n` : ''}/Contents ${content} 0 R${tagged ? `\n/StructParents ${parent}` : ''}\n/Parent ${tree} 0 R>>`)
    kids.push(page)
    rows.push(...ids.map((id) => `/${id} [${page} 0 R /XYZ 6 582.2 0]`))
  }
  add(`<</Type /Pages\n/Count ${kids.length}\n/Kids [${kids.map((n) => `${n} 0 R`).join(' ')}]>>`)
  const dests = add(`<<${rows.join('\n')}>>`)
  const structure = tagged ? addStructure(add, objects.length, key) : ''
  const root = add(`<</Type /Catalog\n/Pages ${tree} 0 R\n/Dests ${dests} 0 R${structure}\n/Lang (en)>>`)
  return assemble(objects, root, information)
}

function addStructure(add: (body: string) => number, last: number, keys: number): string {
  const [document, heading, parents, ids] = [last + 1, last + 2, last + 3, last + 4]
  add(`<</Type /StructElem\n/S /Document\n/P ${last + 5} 0 R\n/K ${heading} 0 R>>`)
  add(`<</Type /StructElem\n/S /TH\n/ID (node00000042)\n/P ${document} 0 R>>`)
  add(`<</Type /ParentTree\n/Nums [${Array.from({length: keys}, (_, key) => `${key} ${heading} 0 R`).join(' ')}]>>`)
  add(`<</Limits [(node00000042) (node00000042)]\n/Names [(node00000042) ${heading} 0 R]>>`)
  const root = add(`<</Type /StructTreeRoot\n/K ${document} 0 R\n/ParentTreeNextKey ${keys}\n/ParentTree ${parents} 0 R\n/IDTree ${ids} 0 R>>`)
  return `\n/StructTreeRoot ${root} 0 R`
}

function makeContent(title: string, head: string, foot: string, links: readonly SkiaLink[], scale: number): string {
  const words = (x: number, y: number, text: string): string => `BT\n/F4 10 Tf\n1 0 0 -1 ${x} ${y} Tm\n` +
    [...text].map((char, place) => `${place === 0 ? '' : '6 0 Td '}<${char.charCodeAt(0).toString(16).padStart(4, '0')}> Tj\n`).join('') + 'ET\n'
  const margins = `q\n${scale} 0 0 ${scale} 0 0 cm\n0 0 0 rg\n${words(100, 42, head)}${foot === '' ? '' : words(100, 761, foot)}Q\n`
  return `.23999999 0 0 -.23999999 0 594.95996 cm\n${margins}q\n237 237 1334 2007 re\nW* n\nq\n${scale} 0 0 ${scale} 0 0 cm\n` +
    (title === '' ? '' : words(101, 110, title)) + links.map(({text}, line) => words(101, 150 + line * 40, text)).join('') + 'Q\nQ\n'
}

function assemble(objects: readonly string[], root: number, information: number): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, place) => {
    const offset = file.length
    file += `${place + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}\n/Root ${root} 0 R\n/Info ${information} 0 R>>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** Prints each division on as many pages as `lengthOf` says; links of contents and index and all destinations are there. */
export function makeSkiaPress(lengthOf: (id: string, html: string) => number = () => 1, options: SkiaOptions = {}): Press & {readonly jobs: readonly PrintJob[]} {
  const jobs: PrintJob[] = []
  const print = async (job: PrintJob): Promise<Uint8Array> => {
    jobs.push(job)
    if (job.html.includes('<body class="leaves">')) return makeSkiaPdf(listLeaves(job.html))
    const body = job.html.slice(job.html.indexOf('<body>'), job.html.indexOf('<nav hidden>'))
    const wanted = new Set([...job.html.slice(job.html.indexOf('<nav hidden>')).matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? ''))
    const pages = body.split(/(?=<div class="vacat"|<(?:section|nav)[^>]* class="[^"]*\b(?:opens|runs-on)")/).slice(1).flatMap((piece): readonly SkiaPage[] => {
      if (piece.startsWith('<div')) return [{}]
      const ids = [...piece.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '').filter((id) => wanted.has(id))
      const links = [...piece.matchAll(/<a class="folio" href="#?([^"]+)">([^<]*)<\/a>/g)].map(([, to = '', text = '']) => ({to, text})).slice(0, 12)
      return [{links, ids, title: /<h1[^>]*>([^<]*)<\/h1>/.exec(piece)?.[1] ?? ''}, ...Array.from({length: lengthOf(ids[0] ?? '', piece) - 1}, () => ({}))]
    })
    return makeSkiaPdf(job.pageRanges === '2-' ? pages.slice(1) : pages, {tagged: job.tagged, ...options})
  }
  return {version: 'by hand', width: 2, print, picture: async ({html}) => new TextEncoder().encode(html), jobs}
}

/** What stands at the top and at the foot of each leaf. */
function listLeaves(html: string): readonly SkiaPage[] {
  return html.split('<div class="leaf ').slice(1).map((leaf) => ({
    head: /class="head"><span>([^<]*)/.exec(leaf)?.[1] ?? '', foot: /class="foot"><span>([^<]*)/.exec(leaf)?.[1] ?? ''
  }))
}
