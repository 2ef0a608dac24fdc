import {describe, expect, it} from 'vitest'
import {h} from '../../../src/core/hast.ts'
import type {Edition} from '../../../src/core/model.ts'
import {makeUuid} from '../../../src/core/uuid.ts'
import {assessAccessibility} from '../../../src/emit/epub/accessibility.ts'
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
      sortAs: 'Selling, On', series: {title: 'Small & sound', kind: 'set', number: '2', identifier: 'urn:issn:1234-5679'}, source: 'https://example.org/blog', copyrighted: '2025',
      subjects: [{term: 'Trade'}, {term: 'Sales', scheme: {authority: 'Thema', code: 'KJS'}}]
    }), 0).join('\n')
    expect(lines).toContain('<meta refines="#title" property="file-as">Selling, On</meta>')
    expect(lines).toContain('<meta property="belongs-to-collection" id="series">Small &amp; sound</meta>\n<meta refines="#series" property="collection-type">set</meta>\n' +
      '<meta refines="#series" property="group-position">2</meta>\n<meta refines="#series" property="dcterms:identifier">urn:issn:1234-5679</meta>')
    expect(lines).toContain('<meta property="dcterms:dateCopyrighted">2025</meta>')
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
    expect(describeEdition({...en, publication}, 0)).toContain(`<link rel="schema:workTranslation" href="urn:uuid:${makeUuid(`${publication.identifier} ar`)}" hreflang="ar"/>`)
    expect(describeEdition({...ar, publication: {...publication, editions: [ar.spec]}}, 0).join('')).not.toContain('translationOfWork')
  })

  it('names the printed book by its ISBN, else by a UUID of its own', () => {
    expect(describePageSource(withSpec({isbn: {pdf: '9782000000006'}}))).toEqual(['<dc:source id="print">urn:isbn:9782000000006</dc:source>', '<meta property="pageBreakSource">urn:isbn:9782000000006</meta>'])
    expect(describePageSource(en)[1]).toMatch(/^<meta property="pageBreakSource">urn:uuid:[0-9a-f-]{36}<\/meta>$/)
    expect(describePageSource(en)[1]).not.toContain(en.uuid)
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

  it('names authors and translators of single articles after its own contributors', () => {
    const authors = [{name: 'Ann', role: 'author'}, {name: 'Bo', role: 'translator'}] as const
    const edited = describeEdition({...withSpec({contributors: [{name: 'Eve', role: 'editor'}]}), articleContributors: authors}, 0).join('\n')
    expect(edited).toContain('<dc:creator id="contributor-1">Eve</dc:creator>')
    expect(edited).toContain('<dc:contributor id="contributor-2">Ann</dc:contributor>\n<meta refines="#contributor-2" property="role" scheme="marc:relators">aut</meta>')
    const anonymous = describeEdition({...withSpec({contributors: [{name: 'Ida', role: 'illustrator'}]}), articleContributors: authors}, 0)
    expect(anonymous.filter((line) => line.startsWith('<dc:c'))).toEqual([
      '<dc:contributor id="contributor-1">Ida</dc:contributor>', '<dc:creator id="contributor-2">Ann</dc:creator>', '<dc:contributor id="contributor-3">Bo</dc:contributor>'
    ])
  })

  it('leaves out what is empty', () => {
    expect(describeEdition(withSpec({description: ' ', rights: '', subtitle: ''}), 0).filter((line) => /description|rights|subtitle/.test(line))).toEqual([])
  })
})

describe('makePackage', () => {
  it('turns pages and text as the language does', () => {
    const opf = makePackage(ar, {documents: [], pictures: [], places: locateDivisions(ar), isPaged: false, accessibility: assessAccessibility(ar, false, () => undefined)}, 0)
    expect(opf).toContain('xml:lang="ar" dir="rtl"')
    expect(opf).toContain('<spine toc="ncx" page-progression-direction="rtl">')
  })

  it('puts the navigation document where the contents are and says what documents hold', () => {
    const documents = [{file: 'inside-sales.xhtml', markup: '', svg: true, mathml: true}]
    const opf = makePackage(en, {documents, pictures: [], places: locateDivisions(en), isPaged: false, accessibility: assessAccessibility(en, false, () => undefined)}, 0)
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
