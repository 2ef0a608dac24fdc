/** E-books of vertical lines: which way they are read, which documents have them, what stays across. */
import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {h} from '../../../src/core/hast.ts'
import type {Edition} from '../../../src/core/model.ts'
import {assessAccessibility} from '../../../src/emit/epub/accessibility.ts'
import {listDocuments} from '../../../src/emit/epub/documents.ts'
import {makeNavigation} from '../../../src/emit/epub/navigation.ts'
import {makePackage} from '../../../src/emit/epub/package.ts'
import {makeGallery} from '../../../src/emit/epub/pictures.ts'
import {locateDivisions} from '../../../src/emit/epub/places.ts'
import {maybeLong} from '../../../src/emit/epub/vertical.ts'
import {makeSampleEdition} from '../../support/edition.ts'

const horizontal = makeSampleEdition('ja')
const vertical: Edition = {...horizontal, spec: {...horizontal.spec, writing: 'vertical'}}

function packageOf(edition: Edition): string {
  const contents = {documents: [], pictures: [], places: locateDivisions(edition), isPaged: false, accessibility: assessAccessibility(edition, false, makeLedger().report)}
  return makePackage(edition, contents, 0)
}

function writeDocuments(edition: Edition): ReadonlyMap<string, string> {
  const places = locateDivisions(edition)
  const documents = listDocuments({edition, places, gallery: makeGallery(edition), report: makeLedger().report})
  return new Map(documents.map(({file, write}) => [file, write()]))
}

describe('an e-book of vertical lines', () => {
  it('is read from the right, its words from the left', () => {
    expect(packageOf(vertical)).toContain('page-progression-direction="rtl"')
    expect(packageOf(vertical)).toContain('<meta name="primary-writing-mode" content="vertical-rl"/>')
    expect(packageOf(vertical)).toContain('xml:lang="ja" dir="ltr"')
    expect(packageOf(horizontal)).toContain('page-progression-direction="ltr"')
    expect(packageOf(horizontal)).not.toContain('primary-writing-mode')
  })

  it('has horizontal lines in imprint and colophon only', () => {
    const upright = [...writeDocuments(vertical)].filter(([, markup]) => !markup.includes(' dir="ltr" class="vertical">')).map(([file]) => file)
    expect(upright).toEqual(['imprint.xhtml', 'colophon.xhtml'])
    expect([...writeDocuments(horizontal).values()].some((markup) => markup.includes('class="vertical"'))).toBe(false)
  })

  it('has its contents in vertical lines, with numbers upright', () => {
    const edition: Edition = {...vertical, contents: [{id: 'index', title: '12の章とEPUB 3', children: []}]}
    const navigation = makeNavigation(edition, locateDivisions(edition), [])
    expect(navigation).toContain('class="vertical"')
    expect(navigation).toContain('<span class="tcy">12</span>の章とEPUB 3</a>')
  })
})

describe('maybeLong', () => {
  const table = (rows: number, words: string) => h('table', {className: ['x']}, Array.from({length: rows}, () => h('tr', {}, h('td', {}, words), h('td', {}, '一'))))

  it('marks tables and code that a telephone does not hold', () => {
    expect(maybeLong(table(20, '短い'))?.properties).toEqual({className: ['x', 'long']})
    expect(maybeLong(table(6, '二つの言葉を比べるための、とても長い説明の文。'))?.properties).toEqual({className: ['x', 'long']})
    expect(maybeLong(h('pre', {}, 'line\n'.repeat(30)))?.properties).toEqual({className: ['long']})
  })

  it('leaves short ones and all else', () => {
    expect(maybeLong(table(5, '短い'))).toBeUndefined()
    expect(maybeLong(h('pre', {}, 'a\nb'))).toBeUndefined()
    expect(maybeLong(h('p', {}, '長い'.repeat(500)))).toBeUndefined()
  })
})
