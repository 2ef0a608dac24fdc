import {describe, expect, it} from 'vitest'
import {paperGuise} from '../../../src/emit/print/guise.ts'
import {bindPrint, bindScreen, typesetBook} from '../../../src/emit/print/book.ts'
import {enlarge} from '../../../src/emit/print/large-print.ts'
import {listLabels} from '../../../src/emit/print/pdf-labels.ts'
import {listLabels as readLabels, listPages, openPdf, type Pdf} from '../../../src/verify/pdf.ts'
import {verifyPrint} from '../../../src/verify/print.ts'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {makeSampleEdition} from '../../support/edition.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'
import {printWith} from '../../support/print.ts'
import {makeSkiaPress} from '../../support/skia-pdf.ts'

describe('listLabels', () => {
  it('counts on over pages that are left out', () => {
    expect(listLabels({frontPages: 4}, 9, new Set([2, 6]))).toBe('0 <</S /r>> 1 <</S /r /St 3>> 3 <</S /D>> 4 <</S /D /St 3>>')
    expect(listLabels({frontPages: 0}, 2, paperGuise.leftOut)).toBe('0 <</S /D>>')
  })
})

describe('the book for the screen', async () => {
  const edition = makeSampleEdition('fr', {articles: 6})
  const {list, report} = makeLedger()
  const typeset = await typesetBook(edition, makeMemoryWorld({}, {press: makeSkiaPress((id) => id.startsWith('inside') ? 3 : 1, {tagged: true})}), report)
  if (!typeset) throw new Error('nothing was typeset')
  const product = bindScreen(typeset)
  const file = Buffer.from(product.content).toString('latin1')

  it('has true folios without the blank pages', () => {
    verifyPrint(product, edition, product.folios, report)
    expect(list).toEqual([])
    expect(product.pages).toBeLessThan(typeset.settled.layout.pages)
    const pdf = openPdf(product.content) as Pdf // it is sound
    expect(readLabels(pdf, listPages(pdf).length)).not.toContain('ii')
  })

  it('has a line below every link but those of contents and index', () => {
    const links = file.match(/<<\/Type \/Annot\n[^]*?\nendobj/g) ?? []
    const lined = links.filter((link) => link.includes('/S /U'))
    expect(lined.length).toBeGreaterThan(0)
    expect(lined.length).toBeLessThan(links.length)
    expect(lined.every((link) => /\/C \[0\.468 0\.624 0\.8\]/.test(link))).toBe(true)
    expect(Buffer.from(bindPrint(typeset).content).toString('latin1')).not.toContain('/S /U')
  })

  it('stands in the middle of every page, and opens page by page with its bookmarks', () => {
    const lefts = new Set([...file.matchAll(/\/TrimBox \[(\S+)/g)].map(([, left]) => Number(left)))
    const {margins: {inner, outer}} = edition.publication.page
    const shift = (inner - outer) / 2 * 72 / 25.4
    expect([...lefts].sort((a, b) => a - b)).toEqual([-shift, shift].map((value) => Number(value.toFixed(3))))
    expect(file).toMatch(/\/PageMode \/UseOutlines\n\/PageLayout \/SinglePage\n\/OpenAction \[\d+ 0 R \/Fit\]/)
  })

  it('goes by a name and an identifier of its own', () => {
    expect(product).toMatchObject({format: 'screen', path: expect.stringMatching(/^fr\/.*-fr-screen\.pdf$/)})
  })
})

describe('large print', () => {
  it('is the book on its own page', async () => {
    const edition = enlarge(makeSampleEdition('fr', {articles: 3}))
    const {product, codes} = await printWith(makeSkiaPress(), edition)
    expect(codes).toEqual([])
    expect(edition.publication.page.fontSize).toBe(18)
    expect(Buffer.from(product.content).toString('latin1')).toContain('595.276')
  })
})
