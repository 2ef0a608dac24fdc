import {describe, expect, it} from 'vitest'
import {h} from '../../../src/core/hast.ts'
import type {Edition} from '../../../src/core/model.ts'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {describeAccess, describeClaim} from '../../../src/emit/epub/accessibility.ts'
import {describeEdition, describePageSource, identifierOf} from '../../../src/emit/epub/metadata.ts'
import {makeNavigation} from '../../../src/emit/epub/navigation.ts'
import {makeNcx} from '../../../src/emit/epub/ncx.ts'
import {makePackage} from '../../../src/emit/epub/package.ts'
import {locateDivisions} from '../../../src/emit/epub/places.ts'
import {makeDivision, makeSampleEdition} from '../../support/edition.ts'

const en = makeSampleEdition('en')
const ar = makeSampleEdition('ar')
const withSpec = (spec: Partial<Edition['spec']>): Edition => ({...en, spec: {...en.spec, ...spec}})

describe('identifierOf', () => {
  it('is the ISBN without hyphens, else the UUID', () => {
    expect(identifierOf(makeSampleEdition('en', {isbn: '978-3-16-148410-0'}))).toBe('urn:isbn:9783161484100')
    expect(identifierOf(en)).toBe('urn:uuid:3f1b7b5a-6f0c-5d4e-9a63-1c2f0e8d7b49')
  })
})

describe('what libraries ask for', () => {
  it('names series, subjects with their codes, filing form and source', () => {
    const lines = describeEdition(withSpec({
      sortAs: 'Selling, On', series: {title: 'Small & sound', number: '2'}, source: 'https://example.org/blog',
      subjects: [{term: 'Trade'}, {term: 'Sales', scheme: {authority: 'Thema', code: 'KJS'}}]
    }), 0).join('\n')
    expect(lines).toContain('<meta refines="#title" property="file-as">Selling, On</meta>')
    expect(lines).toContain('<meta property="belongs-to-collection" id="series">Small &amp; sound</meta>\n<meta refines="#series" property="collection-type">series</meta>\n' +
      '<meta refines="#series" property="group-position">2</meta>')
    expect(lines).toContain('<dc:subject id="subject-1">Trade</dc:subject>\n<dc:subject id="subject-2">Sales</dc:subject>\n' +
      '<meta refines="#subject-2" property="authority">Thema</meta>\n<meta refines="#subject-2" property="term">KJS</meta>')
    expect(lines).toContain('<dc:source>https://example.org/blog</dc:source>')
  })

  it('names the edition that a translation was made from, and none for the original itself', () => {
    const original = {...en.spec, isbn: {epub: '9783161484100'}}
    const publication = {...ar.publication, sourceLanguage: 'en', editions: [original, ar.spec]}
    expect(describeEdition({...ar, publication}, 0).join('')).toContain('<dc:source id="original">urn:isbn:9783161484100</dc:source>' +
      '<link rel="schema:translationOfWork" href="urn:isbn:9783161484100" hreflang="en"/>')
    expect(describeEdition({...en, publication}, 0).join('')).not.toContain('translationOfWork')
    expect(describeEdition({...ar, publication: {...publication, editions: [ar.spec]}}, 0).join('')).not.toContain('translationOfWork')
  })

  it('names the printed book by its ISBN, else by a UUID of its own', () => {
    expect(describePageSource(withSpec({isbn: {pdf: '9782000000006'}}))).toEqual(['<dc:source id="print">urn:isbn:9782000000006</dc:source>', '<meta property="pageBreakSource">urn:isbn:9782000000006</meta>'])
    expect(describePageSource(en)[1]).toMatch(/^<meta property="pageBreakSource">urn:uuid:[0-9a-f-]{36}<\/meta>$/)
    expect(describePageSource(en)[1]).not.toContain(en.uuid)
  })
})

describe('describeClaim', () => {
  const claimed = withSpec({accessibility: {conformsTo: 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA', certifier: 'A. Checker', credential: 'C', report: 'https://example.org/r', exemption: 'eaa-microenterprise'}})
  const claim = (edition: Edition): readonly [string, readonly string[]] => {
    const {list, report} = makeLedger()
    return [describeClaim(edition, report).join('\n'), list.map(({code}) => code)]
  }

  it('says what the publisher answers for', () => {
    expect(claim({...claimed, divisions: [makeDivision('one', [h('h1', {}, 'One')])]})).toEqual([[
      '<meta property="dcterms:conformsTo" id="conformance">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>',
      '<meta property="a11y:certifiedBy" id="certifier" refines="#conformance">A. Checker</meta>',
      '<meta refines="#certifier" property="a11y:certifierCredential">C</meta>', '<link rel="a11y:certifierReport" refines="#certifier" href="https://example.org/r"/>',
      '<meta property="a11y:exemption">eaa-microenterprise</meta>'
    ].join('\n'), []])
    expect(claim(en)).toEqual(['', []])
  })

  it.each([
    [[h('img', {src: 'a', alt: ' '})]], [[h('table', {}, h('tr', {}, h('td', {}, '1')))]], [[h('h1', {}, 'One'), h('h3', {}, 'Three')]]
  ])('leaves out what the book refutes', (children) => {
    const [lines, codes] = claim({...claimed, divisions: [makeDivision('one', children)]})
    expect(lines).toBe('<meta property="a11y:exemption">eaa-microenterprise</meta>')
    expect(codes).toEqual(['epub/claim-refuted'])
  })
})

describe('describeEdition', () => {
  it('says who did what, each by name', () => {
    const lines = describeEdition(en, 1_772_323_200).join('\n')
    expect(lines).toContain('<dc:creator id="contributor-1">Ada Lind</dc:creator>\n<meta refines="#contributor-1" property="role" scheme="marc:relators">aut</meta>\n' +
      '<meta refines="#contributor-1" property="file-as">Lind, Ada</meta>\n<meta refines="#contributor-1" property="display-seq">1</meta>')
    expect(lines).toContain('<dc:contributor id="contributor-2">Tom Berg</dc:contributor>\n<meta refines="#contributor-2" property="role" scheme="marc:relators">trl</meta>')
    expect(lines).toContain('<dc:title id="subtitle" dir="ltr">Selling well &amp; simply</dc:title>\n<meta refines="#subtitle" property="title-type">subtitle</meta>')
    expect(lines).toContain('<meta property="dcterms:modified">2026-03-01T00:00:00Z</meta>')
    expect(lines).toContain('<dc:date>2026-03-01</dc:date>')
  })

  it('makes editors the creators of a book without authors', () => {
    const lines = describeEdition(withSpec({contributors: [{name: 'Eve', role: 'editor'}, {name: 'Ida', role: 'illustrator'}]}), 0)
    expect(lines).toContain('<dc:creator id="contributor-1">Eve</dc:creator>')
    expect(lines).toContain('<dc:contributor id="contributor-2">Ida</dc:contributor>')
  })

  it('leaves out what is empty', () => {
    expect(describeEdition(withSpec({description: ' ', rights: '', subtitle: ''}), 0).filter((line) => /description|rights|subtitle/.test(line))).toEqual([])
  })
})

describe('describeAccess', () => {
  it('claims described pictures, formulas and an index only where they are', () => {
    expect(describeAccess(en, false).join('')).toMatch(/>visual<.*accessModeSufficient">textual<.*>index<.*>alternativeText<.*>MathML</)
    const plain = describeAccess({...en, divisions: [makeDivision('one', ['text'])]}, false).join('')
    expect(plain).not.toMatch(/visual|index|alternativeText|MathML/)
  })

  it('does not call text sufficient when a picture is not described', () => {
    const lines = describeAccess({...en, divisions: [makeDivision('one', [h('img', {src: 'a', alt: ''}), h('img', {src: 'b', alt: 'B'})])]}, false).join('')
    expect(lines).toContain('accessModeSufficient">textual,visual<')
    expect(lines).not.toContain('alternativeText')
  })

  it('names the language of the summary where it is not the book’s', () => {
    const lines = describeAccess({...ar, terms: en.terms}, false)
    expect(lines.at(-1)).toBe('<meta property="schema:accessibilitySummary" xml:lang="en">Text and headings can be read. All pictures are described. Formulas are MathML.</meta>')
  })
})

describe('makePackage', () => {
  it('turns pages and text as the language does', () => {
    const opf = makePackage(ar, {documents: [], pictures: [], places: locateDivisions(ar), isPaged: false, claims: []}, 0)
    expect(opf).toContain('xml:lang="ar" dir="rtl"')
    expect(opf).toContain('<spine toc="ncx" page-progression-direction="rtl">')
  })

  it('puts the navigation document where the contents are and says what documents hold', () => {
    const documents = [{file: 'inside-sales.xhtml', markup: '', svg: true, mathml: true}]
    const opf = makePackage(en, {documents, pictures: [], places: locateDivisions(en), isPaged: false, claims: []}, 0)
    expect(opf).toContain('<item id="document-inside-sales" href="inside-sales.xhtml" media-type="application/xhtml+xml" properties="mathml svg"/>')
    expect(opf).toContain('<itemref idref="document-imprint"/>\n<itemref idref="nav"/>\n<itemref idref="document-part-meeting"/>')
  })
})

describe('makeNavigation', () => {
  it('nests the contents and lists the landmarks', () => {
    const nav = makeNavigation(en, locateDivisions(en), []).replace(/\n/g, '')
    expect(nav).toContain('<nav epub:type="toc" role="doc-toc" id="contents" class="contents" aria-labelledby="contents--title"><h1 id="contents--title">Contents</h1>' +
      '<ol><li><a href="part-meeting.xhtml">Meeting customers</a><ol><li><a href="inside-sales.xhtml">Inside sales</a>' +
      '<ol><li><a href="inside-sales.xhtml#inside-sales--heading">What it costs</a></li></ol></li>')
    expect(nav).toContain('<li><a epub:type="bodymatter" href="inside-sales.xhtml">Begin reading</a></li>')
  })

  it('lists the divisions of an edition without contents', () => {
    const edition = {...en, contents: [], landmarks: [], divisions: [makeDivision('one', [])]}
    const nav = makeNavigation(edition, locateDivisions(edition), [])
    expect(nav).toContain('<ol>\n<li><a href="one.xhtml">one</a></li>\n</ol>')
    expect(nav).not.toContain('landmarks')
  })
})

describe('makeNcx', () => {
  it('numbers from 1, gives one place one number, and knows its depth', () => {
    const points = [{id: 'inside-sales', title: 'A & B', children: [{id: 'cold-calling', title: '', children: []}]}, {id: 'inside-sales', title: 'C', children: []}]
    const ncx = makeNcx({...en, contents: points}, locateDivisions(en), [], 'urn:x').replace(/\n/g, '')
    expect(ncx).toContain('<meta name="dtb:depth" content="2"/>')
    expect(ncx).toContain('<navMap><navPoint id="point-1" playOrder="1"><navLabel><text>A &amp; B</text></navLabel><content src="inside-sales.xhtml"/>' +
      '<navPoint id="point-2" playOrder="2"><navLabel><text>cold-calling</text></navLabel><content src="cold-calling.xhtml"/></navPoint></navPoint>' +
      '<navPoint id="point-3" playOrder="1">')
  })
})

describe('the pages of the printed book', () => {
  const breaks = [{label: 'v', id: 'page-v', inContents: true}, {label: 'vi', id: 'page-vi', inContents: true, point: 'index'}, {label: '2', id: 'page-2', inContents: false}]
  const tree = h('section', {id: 'inside-sales'}, h('span', {id: 'page-2'}), h('h2', {id: 'later'}, 'Later'))
  const paged: Edition = {
    ...en, contents: [{id: 'inside-sales', title: 'A', children: [{id: 'later', title: 'B', children: []}]}, {id: 'index', title: 'I', children: []}],
    divisions: [...en.divisions.filter(({kind}) => kind === 'contents' || kind === 'index'), {...makeDivision('inside-sales', []), tree}]
  }
  const places = locateDivisions(paged)

  it('are listed in the navigation document, those of the contents before them or at their line', () => {
    const nav = makeNavigation(paged, places, breaks).replace(/\n/g, '')
    expect(nav).toContain('<span epub:type="pagebreak" role="doc-pagebreak" id="page-v" aria-label="v"></span><nav epub:type="toc"')
    expect(nav).toContain('<li id="page-vi"><a href="index.xhtml">I</a></li>')
    expect(nav).toContain('<ol><li><a href="nav.xhtml#page-v">v</a></li><li><a href="nav.xhtml#page-vi">vi</a></li><li><a href="inside-sales.xhtml#page-2">2</a></li></ol>')
    expect(nav).toContain('<h2 id="landmarks--title">Landmarks</h2>')
    expect(makeNavigation(paged, places, [])).not.toContain('page-list')
  })

  it('are listed in the NCX, in one order with the contents', () => {
    const ncx = makeNcx(paged, places, breaks, 'urn:x').replace(/\n/g, '')
    expect(ncx).toContain('<pageTarget id="target-1" type="front" playOrder="1"><navLabel><text>v</text></navLabel><content src="nav.xhtml#page-v"/></pageTarget>')
    expect(ncx).toContain('<pageTarget id="target-3" type="normal" value="2" playOrder="')
    const orders = [...ncx.matchAll(/playOrder="(\d+)"/g)].map(([, order]) => Number(order)).sort((a, b) => a - b)
    expect(orders).toEqual(orders.map((_, at) => at + 1))
    expect(ncx).toContain('<meta name="dtb:totalPageCount" content="3"/><meta name="dtb:maxPageNumber" content="2"/>')
  })
})
