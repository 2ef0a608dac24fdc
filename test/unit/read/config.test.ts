/** publication.yaml and edition.yaml: every key, every refusal with its place. */
import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {readPublication} from '../../../src/read/config.ts'
import {makePageGeometry} from '../../../src/read/page.ts'

function read(publication: string, editions: Readonly<Record<string, string>> = {}, languages: readonly string[] = ['en', 'fr'], slugs: readonly string[] = ['a', 'b', 'c']) {
  const {list, report} = makeLedger()
  const texts = {publication: {file: 'publication.yaml', text: publication}, editions: new Map(Object.entries(editions).map(([language, text]) => [language, {file: `${language}/edition.yaml`, text}]))}
  const result = readPublication('book', texts, languages, new Set(slugs), report)
  return {result, found: list, told: list.map(({code, place}) => `${code} ${place?.file}:${place?.line}:${place?.column}`)}
}

describe('publication.yaml', () => {
  it('gives every key', () => {
    const {result, told} = read(`
identifier: https://example.org/book
name: Selling-Well
title: Selling
subtitle: A guide
description: Short.
source-language: en
publisher: Press
rights: © 2026
date: 2026-11-21
site: https://shop.example/
contributors: [Ann, {name: Bo, role: translator, sort-as: "Bo, B."}]
spine: [a, {part: two, articles: [b, c]}]
page: {trim: A4, margins: {top: 20, bottom: 21, inner: 22, outer: 23}, font-size: 12}
formats: [epub]
single-dollar-math: true
silence: [link/dangling, {code: parse/missing-alt, file: fr}]
`)
    expect(told).toEqual([])
    const edition = {title: 'Selling', subtitle: 'A guide', description: 'Short.', rights: '© 2026', contributors: [{name: 'Ann', role: 'author'}, {name: 'Bo', role: 'translator', sortAs: 'Bo, B.'}]}
    expect(result).toMatchObject({
      identifier: 'https://example.org/book', name: 'Selling-Well', sourceLanguage: 'en', publisher: 'Press', date: '2026-11-21', site: 'https://shop.example',
      spine: [{articles: ['a']}, {key: 'two', articles: ['b', 'c']}], page: {width: 210, height: 297, margins: {top: 20, bottom: 21, inner: 22, outer: 23}, fontSize: 12},
      formats: ['epub'], singleDollarMath: true, silences: [{code: 'link/dangling'}, {code: 'parse/missing-alt', file: 'fr'}],
      editions: [{language: 'en', ...edition}, {language: 'fr', ...edition}]
    })
  })

  it('gives what libraries ask for, the edition’s own before the publication’s', () => {
    const {result, told} = read(`
title: On selling
sort-as: Selling, On
series: {title: Small shops, number: 2}
subjects: [Trade, {term: Sales, authority: Thema, code: KJS}]
source: https://example.org
accessibility: {conforms-to: EPUB Accessibility 1.1 - WCAG 2.2 Level AA, certifier: A. Checker}
`, {fr: 'title: Vendre\nseries: Petits commerces\nsubjects: []\naccessibility: {exemption: eaa-microenterprise}'})
    expect(told).toEqual([])
    const [en, fr] = result.editions
    expect(en).toMatchObject({
      sortAs: 'Selling, On', series: {title: 'Small shops', number: '2'}, subjects: [{term: 'Trade'}, {term: 'Sales', scheme: {authority: 'Thema', code: 'KJS'}}],
      source: 'https://example.org', accessibility: {conformsTo: 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA', certifier: 'A. Checker'}
    })
    expect(fr).toMatchObject({series: {title: 'Petits commerces'}, subjects: [], accessibility: {certifier: 'A. Checker', exemption: 'eaa-microenterprise'}})
    expect(fr?.sortAs).toBeUndefined()
  })

  it.each([
    ['subjects:\n- {term: Sales, authority: Thema}', 'read/value publication.yaml:2:3'], ['subjects: [{term: Sales, authority: Mine, code: x}]', 'read/value publication.yaml:1:37'],
    ['series: {number: 2}', 'read/value publication.yaml:1:9'], ['series: {title: x, number: two}', 'read/value publication.yaml:1:28'],
    ['accessibility: {conforms-to: WCAG}', 'read/value publication.yaml:1:30'], ['accessibility: {exemption: lazy}', 'read/value publication.yaml:1:28']
  ])('refuses %j', (yaml, told) => expect(read(yaml).told).toEqual([told]))

  it.each(['', '# nothing\n', '---\n'])('may be empty: %j', (text) => expect(read(text).told).toEqual([]))

  it.each([
    ['titel: x', 'read/unknown-key publication.yaml:1:1', 'title'],
    ['page:\n  trimm: A4', 'read/unknown-key publication.yaml:2:3', 'trim'],
    ['title: x\npage: {margins: {iner: 9}}', 'read/unknown-key publication.yaml:2:18', 'inner'],
    ['contributors:\n- {name: x, rol: author}', 'read/unknown-key publication.yaml:2:13', 'role'],
    ['__proto__: x', 'read/unknown-key publication.yaml:1:1', undefined],
    ['constructor: x', 'read/unknown-key publication.yaml:1:1', undefined]
  ])('refuses the unknown key in %j', (text, told, suggestion) => {
    const outcome = read(text)
    expect(outcome.told).toEqual([told])
    expect(outcome.found[0]?.facts['suggestion']).toBe(suggestion)
  })

  it.each([
    ['title: [x]', 'read/value publication.yaml:1:8'], ['title: ""', 'read/value publication.yaml:1:8'], ['name: über', 'read/value publication.yaml:1:7'],
    ['date: 21 November', 'read/value publication.yaml:1:7'], ['formats: [kepub, docx]', 'read/value publication.yaml:1:18'], ['formats: []', 'read/value publication.yaml:1:10'],
    ['page: {font-size: huge}', 'read/value publication.yaml:1:19'], ['page: {margins: {top: 1}}', 'read/value publication.yaml:1:23'], ['site: shop.example', 'read/value publication.yaml:1:7'],
    ['single-dollar-math: maybe', 'read/value publication.yaml:1:21'], ['contributors: [{role: author}]', 'read/value publication.yaml:1:16'], ['[a, b]', 'read/value publication.yaml:1:1'],
    ['words', 'read/value publication.yaml:1:1'], ['contributors: [{name: x, role: king}]', 'read/value publication.yaml:1:32'], ['spine: [{part: x}]', 'read/value publication.yaml:1:9'],
    ['title: a\ntitle: b', 'read/yaml publication.yaml:2:1'], ['a: [', 'read/yaml publication.yaml:1:5'], ['title: &x y\nsubtitle: *x', 'read/yaml publication.yaml:2:11'],
    ['source-language: klingonish', 'read/unknown-language publication.yaml:1:18'], ['page: {trim: A9}', 'read/trim publication.yaml:1:14'],
    ['page: {trim: 100x150mm, margins: {inner: 40, outer: 40}}', 'read/margins publication.yaml:1:34'],
    ['silence: [link/dangling, read/yaml]', 'read/unsilenceable publication.yaml:1:26'], ['silence: [nonsense]', 'read/unsilenceable publication.yaml:1:11']
  ])('refuses %j', (text, told) => expect(read(text).told).toEqual([told]))

  it('tells the place once and the problem in one line', () => {
    for (const {message} of read('a: [').found) expect(message).not.toMatch(/\n|at line/)
  })

  it('makes a name of any folder', () => {
    const name = (folder: string): string => readPublication(folder, {editions: new Map()}, ['en'], new Set(), () => undefined).name
    expect(['My Book', 'Été_2026!', 'किताब', '--', 'x'.repeat(80)].map(name)).toEqual(['my-book', 'e-te-2026', 'book', 'book', 'x'.repeat(60)])
  })
})

describe('the spine', () => {
  it('takes each article once, warns of strangers, and ends with those it does not name', () => {
    const {result, told, found} = read('spine:\n- b\n- part: p\n  articles: [bb, b, a]\n')
    expect(told).toEqual(['read/unknown-article publication.yaml:4:14', 'read/article-twice publication.yaml:4:18', 'read/outside-spine publication.yaml:2:1'])
    expect(found[0]?.facts['suggestion']).toBe('b')
    expect(result.spine).toEqual([{articles: ['b']}, {key: 'p', articles: ['a']}, {articles: ['c']}])
  })
})

describe('edition.yaml', () => {
  it('gives every key, and wins over publication.yaml', () => {
    const {result, told} = read('title: Selling\ncontributors: [Ann]\nrights: all', {fr: `
title: Vendre
subtitle: Guide
description: Court.
rights: tous
contributors: [Anne]
isbn: {epub: "978-2-07-036024-6", pdf: "9780306406157"}
parts: {two: Deux, constructor: Trois}
`})
    expect(told).toEqual([])
    expect(result.editions[0]).toMatchObject({title: 'Selling', contributors: [{name: 'Ann'}], rights: 'all'})
    expect(result.editions[1]).toMatchObject({
      title: 'Vendre', subtitle: 'Guide', description: 'Court.', rights: 'tous', contributors: [{name: 'Anne', role: 'author'}], isbn: {epub: '9782070360246', pdf: '9780306406157'}
    })
    expect([...result.editions[1]?.partTitles ?? []]).toEqual([['two', 'Deux'], ['constructor', 'Trois']])
  })

  it.each([
    ['isbn: {epub: "9782070360247"}', 'read/isbn fr/edition.yaml:1:14'], ['isbn: {epub: "123"}', 'read/isbn fr/edition.yaml:1:14'],
    ['isbn: {epub: 9782070360246}', 'read/value fr/edition.yaml:1:14'], ['isbn: {epub: "9782070360246", pdf: "978-2-07-036024-6"}', 'read/isbn-reused fr/edition.yaml:1:36'],
    ['isbn: {kindle: "9782070360246", pdf: "978-2-07-036024-6"}', 'read/isbn-reused fr/edition.yaml:1:38'],
    ['isbn: {mobi: "9782070360246"}', 'read/unknown-key fr/edition.yaml:1:8'], ['parts: [a]', 'read/value fr/edition.yaml:1:8'], ['titel: x', 'read/unknown-key fr/edition.yaml:1:1']
  ])('refuses %j', (text, told) => expect(read('', {fr: text}).told).toEqual([told]))

  it('may not use an ISBN of another language', () => {
    const text = 'isbn: {pdf: "9782070360246"}'
    const {found} = read('', {en: text, fr: text})
    expect(found.map(({code, facts}) => [code, facts['other']])).toEqual([['read/isbn-reused', 'en/pdf']])
  })
})

describe('page geometry', () => {
  it.each([
    ['A4', 210, 297], ['a5', 148, 210], ['B5', 176, 250], ['Letter', 215.9, 279.4], ['half letter', 139.7, 215.9], ['Half-Letter', 139.7, 215.9], ['royal', 156, 234], ['Crown Quarto', 189, 246],
    ['6x9in', 152.4, 228.6], ['6 x 9 in', 152.4, 228.6], ['170x240mm', 170, 240], ['17 × 24 cm', 170, 240], ['170mm x 24cm', 170, 240]
  ])('%s', (trim, width, height) => expect(makePageGeometry({trim})).toMatchObject({width, height}))

  it.each(['A9', '', '170', '170x240', '10x10mm', '900x900mm', '-1x5in', 'constructor'])('no trim: %j', (trim) => expect(makePageGeometry({trim})).toBe('trim'))

  it('leaves room for text at every size it knows', () => {
    for (const trim of ['A4', 'A5', '80x100mm', '500x700mm']) {
      const page = makePageGeometry({trim})
      if (page === 'trim') throw new Error(trim)
      expect(page.width - page.margins.inner - page.margins.outer).toBeGreaterThan(40)
      expect(page.margins.inner).toBeGreaterThan(page.margins.outer)
    }
  })
})
