/** A finished EPUB against its edition: what a book by anyone may be and ours may not. */
import {strFromU8, unzipSync} from 'fflate'
import {beforeAll, describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import type {Edition} from '../../../src/core/model.ts'
import type {Product} from '../../../src/core/product.ts'
import {emitEpub} from '../../../src/emit/epub/book.ts'
import {verifyEpub} from '../../../src/verify/epub.ts'
import {edit, packFiles} from '../../support/broken-epubs.ts'
import {makeSampleEdition} from '../../support/edition.ts'

const edition = makeSampleEdition('fr')
let product: Product

beforeAll(async () => {
  product = await emitEpub(edition, makeLedger().report)
})

/** What is found after a change to one file. */
function verifyChanged(path: string, from: string | RegExp, to: string, expected: Edition = edition): readonly string[] {
  const files = new Map(Object.entries(unzipSync(product.content)))
  edit(path, from, to)(files)
  const {list, report} = makeLedger()
  verifyEpub({...product, content: packFiles(files)}, expected, report)
  return list.map(({code, message, place}) => `${code}${place ? ` ${place.file}` : ''}: ${message.split(', expected')[0]}`)
}

const article = 'EPUB/inside-sales.xhtml'
const add = (markup: string): readonly string[] => verifyChanged(article, '</body>', `${markup}</body>`)

describe('verifyEpub', () => {
  it('finds nothing in a sound book and counts its links', () => {
    const {list, report} = makeLedger()
    const pages = Object.entries(unzipSync(product.content)).filter(([path]) => path.endsWith('.xhtml')).map(([, bytes]) => strFromU8(bytes))
    expect(verifyEpub(product, edition, report)).toBe(pages.join('').match(/<a [^>]*href="(?!https?:)/g)?.length)
    expect(list).toEqual([])
  })

  it('blames the manuscript of a dead link', () => {
    expect(verifyChanged(article, 'href="outside-sales.xhtml"', 'href="gone.xhtml"')).toEqual(['verify/dead-link sample/inside-sales.md: Unexpected link to gone.xhtml'])
  })

  it('names the document that no manuscript stands behind', () => {
    expect(verifyChanged('EPUB/nav.xhtml', '<title>', '<title lang="x y">')).toEqual([`verify/language ${product.path}/EPUB/nav.xhtml: Unexpected language “x y”`])
  })

  it.each([['<script>x</script>', 'element `script`'], ['<p onclick="x">y</p>', 'event handler `onclick`'], ['<p><a href="javascript:x">y</a></p>', 'address javascript:x of `a`']])('refuses %s', (markup, found) => {
    expect(add(markup)[0]).toBe(`epub/active-content sample/inside-sales.md: Unexpected ${found} in the document ${article} of the finished EPUB`)
  })

  it('leaves to authors what is advice', () => expect(add('<h5>x</h5>')).toEqual([]))

  it('misses an article that is not in the reading order', () => {
    expect(verifyChanged('EPUB/package.opf', '<itemref idref="document-cold-calling"/>\n', ''))
      .toContain('epub/missing-article sample/cold-calling.md: Unexpected absence of “L’appel à froid” from the reading order of the finished EPUB')
  })

  it('knows language, direction and number of links of the edition', () => {
    expect(verifyChanged(article, 'lang="fr" xml:lang="fr"', 'lang="fr-CA" xml:lang="fr-CA"')).toEqual([`epub/unsound-document: Unexpected language fr-CA in the document ${article} of the finished EPUB`])
    expect(verifyChanged(article, 'dir="ltr"', '')).toEqual([`epub/unsound-document: Unexpected direction that is not said in the document ${article} of the finished EPUB`])
    expect(verifyChanged('EPUB/package.opf', ' page-progression-direction="ltr"', '')).toEqual(['epub/unsound-package: Unexpected page progression without direction in the finished EPUB'])
    expect(verifyChanged('EPUB/package.opf', '<dc:language>fr', '<dc:language>fr-CA')).toEqual(['epub/unsound-package: Unexpected language fr-CA in the finished EPUB'])
    expect(verifyChanged(article, '<p>', '<p>x', {...edition, graph: {...edition.graph, working: 500}})[0]).toContain('working links')
  })

  it('finds stray files', () => {
    expect(verifyChanged('EPUB/package.opf', /<item id="ncx".*\n/, '')).toContain('epub/unsound-package: Unexpected undeclared EPUB/toc.ncx in the finished EPUB')
  })

  it('refuses what cannot be opened', () => {
    const {list, report} = makeLedger()
    expect(verifyEpub({...product, content: product.content.subarray(0, 500)}, edition, report)).toBe(0)
    expect(list.map(({code, severity}) => [code, severity]).at(0)).toEqual(['verify/truncated', 'fatal'])
  })
})
