import {describe, expect, it} from 'vitest'
import {makeLedger, type Report} from '../../../src/core/diagnostic.ts'
import {h} from '../../../src/core/hast.ts'
import type {Division, Edition} from '../../../src/core/model.ts'
import {makeGallery} from '../../../src/emit/epub/pictures.ts'
import {locateDivisions, maybeAddress} from '../../../src/emit/epub/places.ts'
import {resolveTree} from '../../../src/emit/epub/resolve.ts'
import {serialise} from '../../../src/emit/epub/xhtml.ts'
import {makeDivision, makeSampleEdition} from '../../support/edition.ts'
import {samplePicture} from '../../support/sample-article.ts'

function withDivisions(edition: Edition, ...divisions: readonly Division[]): Edition {
  return {...edition, divisions}
}

function resolve(edition: Edition, index = 0, report: Report = makeLedger().report): string {
  const places = locateDivisions(edition)
  const document = places.documents[index]
  if (!document) throw new Error('no such document')
  return serialise(resolveTree(document.division.tree, document, {edition, places, gallery: makeGallery(edition), report})).markup
}

const en = makeSampleEdition('en')

describe('locators of the index', () => {
  const target = (id: string) => h('p', {id}, id)
  const index = {...makeDivision('index', [h('span', {}, {type: 'folio', use: 'index', targets: ['c', 'a', 'b', 'd']})], 'index'), matter: 'back' as const}
  const edition = withDivisions(en, index, makeDivision('market', ['a', 'b', 'c', 'd'].map(target)))

  it('are page numbers where pages are known, merged as in print', () => {
    const places = locateDivisions(edition)
    const document = places.documents[0]
    const pagination = {starts: [], pageById: new Map([['a', 10], ['b', 11], ['c', 20], ['d', 10]]), frontPages: 8}
    const resolver = {edition, places, gallery: makeGallery(edition), report: makeLedger().report}
    const markup = (pages?: typeof pagination): string => document ? serialise(resolveTree(document.division.tree, document, {...resolver, pagination: pages})).markup : ''
    const link = (id: string, label: string): string => `<a class="locator" epub:type="index-locator" href="market.xhtml#${id}">${label}</a>`
    expect(markup(pagination)).toContain(`<span epub:type="index-locator-range">${link('a', '2')}–${link('b', '3')}</span>, ${link('c', '12')}<`)
    expect(markup()).toContain('>market</a></span>')
  })
})

describe('tables and formulas', () => {
  it('have scoped head cells and a text alternative', () => {
    const table = h('table', {}, h('tr', {}, h('th', {}, 'A'), h('th', {scope: 'colgroup'}, 'B')), h('tr', {}, h('th', {}, 'C'), h('td', {}, '1')))
    const markup = resolve(withDivisions(en, makeDivision('market', [table, h('math', {}, h('mi', {}, 'x'))])))
    expect(markup).toContain('<th scope="col">A</th><th scope="colgroup">B</th></tr><tr><th scope="row">C</th><td>1</td>')
    expect(markup).toMatch(/<math[^>]* alttext="x">/)
  })
})

describe('locateDivisions', () => {
  it('names files so that they differ even where case does not count, and never take the place of our own', () => {
    const {documents} = locateDivisions(withDivisions(en, ...['nav', 'A', 'a', 'x.y', 'é'].map((id) => makeDivision(id, []))))
    expect(documents.map(({file}) => file)).toEqual(['nav-2.xhtml', 'A.xhtml', 'a-2.xhtml', 'x-y.xhtml', '-.xhtml'])
  })

  it('leads to the top of a document, to a place in it, and to the navigation document for the contents', () => {
    const places = locateDivisions(en)
    expect(maybeAddress('inside-sales', places)).toBe('inside-sales.xhtml')
    expect(maybeAddress('inside-sales--fn-1', places)).toBe('inside-sales.xhtml#inside-sales--fn-1')
    expect(maybeAddress('inside-sales--fn-1', places, 'inside-sales.xhtml')).toBe('#inside-sales--fn-1')
    expect(maybeAddress('contents', places)).toBe('nav.xhtml')
    expect(maybeAddress('nowhere', places)).toBeUndefined()
  })
})

describe('resolveTree', () => {
  it('rewrites links, also around pictures, and leaves dead ones and the web alone', () => {
    const one = makeDivision('one', [h('a', {href: '#two'}, h('img', {src: samplePicture, alt: ''})), h('a', {href: '#gone'}), h('a', {href: 'https://example.org/'})])
    expect(resolve(withDivisions(en, one, makeDivision('two', [])))).toBe('<section id="one"><a href="two.xhtml"><img src="images/1-balance-sheet.svg" alt=""/></a>' +
      '<a href="#gone"></a><a href="https://example.org/"></a></section>')
  })

  it('leaves out page numbers with what stands around them', () => {
    const one = makeDivision('one', ['see', h('span', {className: ['folio-reference']}, ' (', {type: 'folio', use: 'reference', targets: ['one']}, ')'),
      {type: 'folio', use: 'contents', targets: ['one']}, '.'])
    expect(resolve(withDivisions(en, one))).toBe('<section id="one">see.</section>')
  })

  it('lists the places of an index entry by name, each name once', () => {
    const index = makeDivision('index', [{type: 'folio', use: 'index', targets: ['inside-sales--mark', 'inside-sales', 'cold-calling', 'half-title']}], 'index')
    const markup = resolve(withDivisions(en, ...en.divisions.filter(({kind}) => kind !== 'index'), index), en.divisions.length - 2)
    expect(markup).toBe('<section id="index"><a class="locator" epub:type="index-locator" href="inside-sales.xhtml#inside-sales--mark">Inside sales</a>, ' +
      '<a class="locator" epub:type="index-locator" href="cold-calling.xhtml">Cold calling</a>, ' +
      '<a class="locator" epub:type="index-locator" href="half-title.xhtml">The Small Shop</a></section>')
  })

  it('separates them as the script does', () => {
    const separatorIn = (language: 'ar' | 'ja'): string | undefined => {
      const index = makeDivision('index', [{type: 'folio', use: 'index', targets: ['inside-sales', 'cold-calling']}], 'index')
      return /<\/a>(.+?)<a/.exec(resolve(withDivisions(makeSampleEdition(language), index)))?.[1]
    }
    expect([separatorIn('ar'), separatorIn('ja')]).toEqual(['، ', '、'])
  })

  it('writes code from left to right in books from right to left', () => {
    const one = makeDivision('one', [h('pre', {}, h('code', {}, 'ls'))])
    expect(resolve(withDivisions(makeSampleEdition('ar'), one))).toContain('<pre dir="ltr"><code dir="ltr">ls</code></pre>')
    expect(resolve(withDivisions(en, one))).toContain('<pre><code>ls</code></pre>')
  })

  it('writes web addresses as valid URLs, and keeps the words of those that cannot be', () => {
    const {list, report} = makeLedger()
    const link = (href: string): ReturnType<typeof h> => h('a', {href}, 'x')
    const one = makeDivision('one', [link('https://example.org/a b#c#d'), {...link('http://exa mple/'), position: {start: {line: 7, column: 3}, end: {line: 7, column: 9}}}])
    expect(resolve(withDivisions(en, one), 0, report)).toBe('<section id="one"><a href="https://example.org/a%20b#c%23d">x</a><a>x</a></section>')
    expect(list.map(({code, severity, place}) => ({code, severity, place}))).toEqual([
      {code: 'epub/impossible-address', severity: 'warning', place: {file: 'en/one.md', line: 7, column: 3}}
    ])
  })

  it('moves styles of formulas to where MathML 3 allows them', () => {
    const one = makeDivision('one', [h('math', {}, h('mi', {scriptlevel: '1'}, 'x'), h('mrow', {displaystyle: 'false'}, h('mn', {}, '1')),
      h('mtable', {displaystyle: 'true'}, h('mtr', {}, h('mtd', {scriptlevel: '1'}, h('mn', {}, '2')))))])
    expect(resolve(withDivisions(en, one))).toContain('<mstyle scriptlevel="1"><mi>x</mi></mstyle><mstyle displaystyle="false"><mn>1</mn></mstyle>' +
      '<mtable displaystyle="true"><mtr><mtd><mn>2</mn></mtd></mtr></mtable>')
  })

  it('throws for a picture that is no resource', () => {
    expect(() => resolve(withDivisions(en, makeDivision('one', [h('img', {src: 'x.png'})])))).toThrow('Unexpected picture `x.png`')
  })
})
