/** What Amazon's guidelines ask of an EPUB for Kindle, looked for in the finished file, by the pages of KDP help named beside each. */
import type {Element, Nodes} from 'xast'
import {strFromU8, unzipSync} from 'fflate'
import sharp from 'sharp'
import {fromXml} from 'xast-util-from-xml'

interface Book {
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly items: readonly {readonly href: string; readonly type: string; readonly properties: string; readonly id: string}[]
  /** Files in reading order. */
  readonly spine: readonly string[]
  readonly tocId: string
}

/** A sentence for each fault; none for a book that the converter should take without a warning. */
export async function listKindleFaults(content: Uint8Array): Promise<readonly string[]> {
  const book = openBook(content)
  return [...checkPackage(book), ...await checkPictures(book), ...checkContents(book), ...book.spine.flatMap((file) => checkDocument(file, book)), ...checkStyles(book)]
}

function openBook(content: Uint8Array): Book {
  const files = Object.fromEntries(Object.entries(unzipSync(content)).flatMap(([path, bytes]) => path.startsWith('EPUB/') ? [[path.slice(5), bytes]] : []))
  const root = parse(files, 'package.opf')
  const items = find(root, 'item').map(({attributes: {href, id, properties, 'media-type': type}}) => ({href: href ?? '', id: id ?? '', properties: properties ?? '', type: type ?? ''}))
  const spine = find(root, 'itemref').map(({attributes: {idref}}) => items.find(({id}) => id === idref)?.href ?? '')
  return {files, items, spine, tocId: find(root, 'spine')[0]?.attributes['toc'] ?? ''}
}

function checkPackage({files, items, tocId}: Book): readonly string[] {
  const documents = items.filter(({type}) => type === 'application/xhtml+xml')
  return [
    ...(documents.length >= 300 ? [`${documents.length} documents`] : []), // GGRXLC5USU4H67YM
    ...documents.filter(({href}) => (files[href]?.length ?? 0) > 30e6).map(({href}) => `${href} is larger than 30 MB`),
    ...(items.some(({id, type}) => id === tocId && type === 'application/x-dtbncx+xml') ? [] : ['no NCX']), // GY3AD8C6C6GAG42N
    ...items.filter(({type}) => /font|script/.test(type)).map(({href}) => `font or script ${href}`),
    ...Object.keys(files).filter((path) => !/^[\w./-]+$/.test(path)).map((path) => `file name ${path}`) // GRWTKMGXU2MV5KKP
  ]
}

/** G6GTK3T3NUHKLEFX for the cover, G75V4YX5X8GRGXWV for the others. */
async function checkPictures({files, items}: Book): Promise<readonly string[]> {
  const faults: string[] = []
  const covers = items.filter(({properties}) => properties === 'cover-image')
  if (covers.length !== 1) faults.push(`${covers.length} covers`)
  for (const {href, type, properties} of items.filter(({type: kind}) => kind.startsWith('image/'))) {
    const bytes = files[href] ?? new Uint8Array()
    if (!/^image\/(?:jpeg|png|gif|svg\+xml)$/.test(type)) faults.push(`${href} is ${type}`)
    if (bytes.length > 5e6) faults.push(`${href} is larger than 5 MB`)
    if (type === 'image/svg+xml') continue
    const {width, height, pages = 1, space} = await sharp(bytes).metadata()
    if (width * height > 5e6) faults.push(`${href} has ${width} × ${height} pixels`)
    if (pages > 1) faults.push(`${href} moves`)
    if (!/^(?:srgb|b-w)$/.test(space)) faults.push(`${href} is ${space}`)
    if (properties === 'cover-image' && (type !== 'image/jpeg' || Math.min(width, height) < 500 || height / width < 1.5)) faults.push(`cover of ${width} × ${height}, ${type}`)
  }
  return faults
}

/** GY3AD8C6C6GAG42N: logical and readable contents are two files, both linked, the former no deeper than two levels. */
function checkContents(book: Book): readonly string[] {
  const {items, spine, files} = book
  const navigation = items.find(({properties}) => properties === 'nav')?.href ?? ''
  const navs = find(parse(files, navigation), 'nav')
  const toc = navs.find(({attributes}) => attributes['epub:type'] === 'toc')
  const landmark = navs.filter(({attributes}) => attributes['epub:type'] === 'landmarks').flatMap((nav) => find(nav, 'a')).find(({attributes}) => attributes['epub:type'] === 'toc')
  const readable = (landmark?.attributes['href'] ?? '').split('#')[0] ?? ''
  const links = spine.includes(readable) ? find(parse(files, readable), 'a') : []
  return [
    ...(spine.includes(navigation) ? ['navigation document in the reading order'] : []),
    ...(toc && depthOf(toc, 'ol') <= 2 ? [] : ['contents deeper than two levels']),
    ...(depthOf(parse(files, 'toc.ncx'), 'navPoint') <= 2 ? [] : ['NCX deeper than two levels']),
    ...(links.length > 0 && spine.indexOf(readable) < 10 ? [] : ['no readable contents near the beginning']),
    ...(links.every(({attributes: {href}}) => href?.includes('.xhtml')) ? [] : ['a line of the contents without link'])
  ]
}

function checkDocument(file: string, {files}: Book): readonly string[] {
  const root = parse(files, file)
  const faults: string[] = []
  const html = find(root, 'html')[0]
  if (!html?.attributes['lang']) faults.push('no language')
  for (const name of ['script', 'svg', 'iframe', 'form', 'audio', 'video', 'maction', 'mglyph', 'mlongdiv', 'msgroup', 'mstack']) { // GG5R7N649LECKP7U, GH4DRT75GWWAGBTU
    if (find(root, name).length > 0) faults.push(name)
  }
  if (depthOf(root, 'p') > 1) faults.push('paragraph in a paragraph')
  if (find(root, 'img').some(({attributes}) => attributes['role'] === 'doc-cover')) faults.push('page for the cover')
  if (find(root, 'img').some(({attributes}) => attributes['alt'] === undefined)) faults.push('picture without alternative')
  for (const {attributes} of all(root)) {
    if (attributes['hidden'] !== undefined) faults.push('hidden text')
    if (attributes['style'] !== undefined) faults.push('style attribute')
  }
  if (depthOf(root, 'table') > 1) faults.push('table in a table')
  for (const table of find(root, 'table')) { // GZ8BAXASXKB5JVML
    const cells = find(table, 'td').length + find(table, 'th').length
    if (find(table, 'tr').length >= 100 || cells > 1800 || textOf(table).length > 20_000) faults.push(`table of ${cells} cells`)
  }
  for (const note of find(root, 'aside').filter(({attributes}) => attributes['role'] === 'doc-footnote')) { // GH4DRT75GWWAGBTU
    if (note.attributes['epub:type'] !== 'footnote' || !find(note, 'a').some(({attributes}) => attributes['role'] === 'doc-backlink')) faults.push('note that is no pop-up or leads not back')
  }
  return faults.map((fault) => `${file}: ${fault}`)
}

/** GG5R7N649LECKP7U, GH4DRT75GWWAGBTU and § 6.2 of the guidelines. */
function checkStyles({files}: Book): readonly string[] {
  const css = strFromU8(files['style.css'] ?? new Uint8Array())
  const unwanted = {
    'limit of size': /(?:max|min)-(?:width|height)/, position: /[^-]position\s*:/, 'pseudo-element': /:(?:before|after|first-l|nth)/, 'at-rule': /@/, variable: /var\(|--\w/,
    'negative length': /:[^;{}"]*(?:\s|:)-\.?\d/, 'length of the window': /\dv[hw]\b/, 'logical side': /-inline|-block/, 'size or colours of body text': /(?:^|\n|,)\s*(?:body|html|p)\s*\{[^}]*(?:[^-]color|font-size|font-family|line-height|background|text-align)/
  }
  return Object.entries(unwanted).filter(([, pattern]) => pattern.test(css)).map(([name]) => `style.css: ${name}`)
}

function parse(files: Book['files'], path: string): Nodes {
  return fromXml(strFromU8(files[path] ?? new Uint8Array()))
}

function all(node: Nodes): readonly Element[] {
  return 'children' in node ? node.children.flatMap((child) => child.type === 'element' ? [child, ...all(child)] : []) : []
}

function find(node: Nodes, name: string): readonly Element[] {
  return all(node).filter((element) => element.name === name)
}

/** How often elements of a name stand in one another. */
function depthOf(node: Nodes, name: string): number {
  const inner = 'children' in node ? Math.max(0, ...node.children.map((child) => depthOf(child, name))) : 0
  return inner + (node.type === 'element' && node.name === name ? 1 : 0)
}

function textOf(node: Nodes): string {
  return node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''
}
