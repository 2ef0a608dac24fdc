import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {beforeAll, describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import type {Product} from '../../../src/core/model.ts'
import {emitEpub} from '../../../src/emit/epub/book.ts'
import {maybeActivePicture, maybeActiveStyle} from '../../../src/verify/active-content.ts'
import {verifyEpub} from '../../../src/verify/epub.ts'
import {scanMarkup} from '../../../src/verify/markup.ts'
import {makeSampleEdition} from '../../support/edition.ts'

const edition = makeSampleEdition('fr')
let product: Product

beforeAll(async () => {
  product = await emitEpub(edition, makeLedger().report)
})

/** Codes and first words of what is found after a change to one file; `undefined` removes it. */
function verifyChanged(file: string, change: (text: string) => string | undefined): readonly string[] {
  const files = unzipSync(product.content)
  const changed = change(strFromU8(files[file] ?? new Uint8Array()))
  const entries = Object.entries(files).flatMap(([path, bytes]): [string, Uint8Array | [Uint8Array, {level: 0}]][] => {
    if (path === 'mimetype') return [[path, [bytes, {level: 0}]]]
    return path !== file ? [[path, bytes]] : changed === undefined ? [] : [[path, strToU8(changed)]]
  })
  const {list, report} = makeLedger()
  verifyEpub({...product, content: zipSync(Object.fromEntries(entries))}, edition, report)
  return list.map(({code, message, place}) => `${code}${place ? ` ${place.file}` : ''}: ${message.split(', expected')[0]}`)
}

const article = 'EPUB/inside-sales.xhtml'

describe('verifyEpub', () => {
  it('finds nothing in a sound book and counts its links', () => {
    const {list, report} = makeLedger()
    const pages = Object.entries(unzipSync(product.content)).filter(([path]) => path.endsWith('.xhtml')).map(([, bytes]) => strFromU8(bytes))
    expect(verifyEpub(product, edition, report)).toBe(pages.join('').match(/<a [^>]*href="(?!https?:)/g)?.length)
    expect(list).toEqual([])
  })

  it('blames the manuscript of a dead link', () => {
    expect(verifyChanged(article, (text) => text.replace('href="outside-sales.xhtml"', 'href="gone.xhtml"')))
      .toEqual(['epub/dead-link sample/inside-sales.md: Unexpected link to gone.xhtml in the document inside-sales.xhtml of the finished EPUB'])
    expect(verifyChanged(article, (text) => text.replace('href="#inside-sales--fn-1"', 'href="#fn"'))).toHaveLength(1)
    expect(verifyChanged('EPUB/toc.ncx', (text) => text.replace('src="index.xhtml"', 'src="index.xhtml#x"'))).toHaveLength(1)
  })

  it.each([
    ['<script>x</script>', 'element `script`'],
    ['<p onclick="x">y</p>', 'event handler `onclick`'],
    ['<img src="https://example.org/a.png" alt=""/>', 'address https://example.org/a.png'],
    ['<a href="javascript:x">y</a>', 'address javascript:x'],
    ['<p style="background: url(//example.org/a)">y</p>', 'style url(//example.org/a']
  ])('refuses %s', (markup, found) => {
    expect(verifyChanged(article, (text) => text.replace('</body>', `${markup}</body>`)))
      .toEqual([`epub/active-content: Unexpected ${found} in the document inside-sales.xhtml of the finished EPUB`])
  })

  it('sees ids twice, lost languages, lost directions and broken markup', () => {
    expect(verifyChanged(article, (text) => text.replace('id="inside-sales--fn-1"', 'id="inside-sales--notes"'))[0]).toContain('second element with the id')
    expect(verifyChanged(article, (text) => text.replace(' xml:lang="fr"', ''))[0]).toContain('Unexpected language')
    expect(verifyChanged(article, (text) => text.replace('dir="ltr"', 'dir="rtl"'))[0]).toContain('Unexpected direction')
    expect(verifyChanged(article, (text) => text.replace('</table>', ''))[0]).toContain('end of `section` that was not the last opened')
  })

  it('misses an article that is not in the reading order', () => {
    expect(verifyChanged('EPUB/package.opf', (text) => text.replace('<itemref idref="document-cold-calling"/>\n', '')))
      .toEqual(['epub/missing-article sample/cold-calling.md: Unexpected absence of “L’appel à froid” from the reading order of the finished EPUB'])
  })

  it('misses files, finds stray ones, and checks the turning of pages', () => {
    expect(verifyChanged('EPUB/images/1-balance-sheet.svg', () => undefined).map((line) => line.split(':')[0])).toEqual(['epub/unsound-package', 'epub/dead-link sample/outside-sales.md'])
    expect(verifyChanged('EPUB/package.opf', (text) => text.replace(/<item id="ncx".*\n/, ''))).toEqual(['epub/unsound-package: Unexpected undeclared toc.ncx in the finished EPUB'])
    expect(verifyChanged('EPUB/package.opf', (text) => text.replace('direction="ltr"', 'direction="rtl"'))).toHaveLength(1)
  })

  it('refuses a compressed media type and a broken zip file', () => {
    const {list, report} = makeLedger()
    verifyEpub({...product, content: zipSync(unzipSync(product.content))}, edition, report)
    expect(list.map(({code, severity}) => [code, severity])).toEqual([['epub/unsound-package', 'fatal']])
    expect(verifyEpub({...product, content: product.content.subarray(0, 500)}, edition, report)).toBe(0)
    expect(list.at(-1)?.message).toContain('cannot be opened')
  })
})

describe('scanMarkup', () => {
  it('reads attributes', () => {
    const seen: string[] = []
    expect(scanMarkup('<?xml version="1.0"?>\n<!DOCTYPE html>\n<a b="&quot;&#9;&amp;"><c/> d</a>\n', (name, attributes) => void seen.push(name, ...attributes.values()))).toBeUndefined()
    expect(seen).toEqual(['a', '"\t&', 'c'])
  })

  it.each(['<a>', '</a>', '<a></b>', '<a', 'x & y', '<a b="&x;"/>', '<a b="1" b="2"/>', '<a b=1/>', '<a b="<"/>', '<!-- -->'])('refuses %s', (markup) => {
    expect(scanMarkup(markup, () => undefined)).toBeTypeOf('string')
  })
})

describe('active content', () => {
  it('is found in style sheets', () => {
    expect(maybeActiveStyle('p { background: url(images/a.png) } /* url(http://x) */')).toBeUndefined()
    expect(maybeActiveStyle('@import "a.css";')).toBe('style @import "a.css"')
    expect(maybeActiveStyle('p { background: url("https://x/y") }')).toBe('style url("https://x/y"')
  })

  it('is found in pictures', () => {
    expect(maybeActivePicture('<svg><use href="#a"/><rect fill="url( #b)"/><image href="data:image/png;base64,x"/></svg>')).toBeUndefined()
    for (const markup of ['<script/>', '<g onload="x"/>', '<image xlink:href="http://x"/>', '<style>@import "x";</style>', '<rect fill="url(http://x)"/>']) {
      expect(maybeActivePicture(`<svg>${markup}</svg>`)).toBeTypeOf('string')
    }
  })
})
