import {describe, expect, it} from 'vitest'
import {h} from '../../../src/core/hast.ts'
import type {Edition} from '../../../src/core/model.ts'
import {describeAccess} from '../../../src/emit/epub/accessibility.ts'
import {describeEdition, identifierOf} from '../../../src/emit/epub/metadata.ts'
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
