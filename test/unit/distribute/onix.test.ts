import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Element} from 'xast'
import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import type {Release, ReleasedEdition, ReleasedProduct} from '../../../src/core/release.ts'
import type {Price, Trade, TradedFormat} from '../../../src/core/trade.ts'
import {checkIdentifiers} from '../../../src/distribute/identifiers.ts'
import {describeLanguage} from '../../../src/distribute/onix/languages.ts'
import {makeOnix} from '../../../src/distribute/onix/message.ts'
import {childrenOf, readXml, wordsOf} from '../../support/opds-rules.ts'
import {judgeOrder} from '../../support/onix-order.ts'
import {makeRelease} from '../../support/release.ts'
import {makeTestTrade} from '../../support/trade.ts'

const place = {file: 'publication.yaml'}

function makeMessage(release: Release, trade: Partial<Trade> = {}): {readonly root: Element; readonly text: string; readonly told: readonly string[]} {
  const {list, report} = makeLedger()
  const text = makeOnix(release, {trade: makeTestTrade(trade)}, report) ?? '<none/>'
  return {text, root: readXml(text), told: list.map(({code, facts}) => [code, ...Object.values(facts)].join(' '))}
}

/** The release with its first edition otherwise, and no other. */
function alone(more: Partial<ReleasedEdition>, release = makeRelease()): Release {
  const [first] = release.editions
  return {...release, editions: first ? [{...first, ...more}] : []}
}

function productsOf(...formats: readonly ReleasedProduct['format'][]): readonly ReleasedProduct[] {
  const [epub, pdf] = makeRelease().editions[0]?.products ?? []
  return formats.flatMap((format) => {
    const model = format === 'pdf' || format === 'screen' || format === 'large-print' || format === 'press' ? pdf : epub
    return model ? [{...model, format, identifier: `urn:x:${format}`}] : []
  })
}

/** The words at a path of elements, in each record. */
function findWords(root: Element, ...path: readonly string[]): readonly (readonly string[])[] {
  const below = (node: Element, [name, ...rest]: readonly string[]): readonly string[] => name === undefined ? [wordsOf(node).replaceAll(/\s+/g, ' ').trim()] : childrenOf(node, name).flatMap((child) => below(child, rest))
  return childrenOf(root, 'Product').map((product) => below(product, path))
}

describe('the message for the trade', () => {
  it('is the one that was written by hand', () => {
    const golden = readFileSync(join(import.meta.dirname, 'onix.golden.xml'), 'utf8')
    const release = makeRelease({date: '2026-11-20', address: 'https://books.example/bees/'})
    const [english, , japanese] = release.editions
    if (!english || !japanese) throw new Error('no editions')
    const products = english.products.map((product) => product.format === 'pdf' ? {...product, isbn: '9780306406157', identifier: 'urn:isbn:9780306406157'} : product)
    const editions = [{...english, sortAs: 'Bee Year, The', copyrighted: '2025', products}, {...japanese, products: japanese.products.slice(0, 1), cover: undefined} as unknown as ReleasedEdition]
    const {text, told} = makeMessage({...release, editions}, {
      sender: {name: 'Meadow Distribution', email: 'onix@meadow.example'}, thema: [{keyword: 'Bee', codes: ['WNGH'], place}],
      prices: new Map<TradedFormat, Price>([['epub', 'free'], ['pdf', new Map([['EUR', 12.5], ['JPY', 1900]])]]), availability: new Map([['pdf', 'on-demand']])
    })
    const squeeze = (xml: string): string => xml.replaceAll(/>\s*</g, '>\n<').trim()
    expect(squeeze(text)).toBe(squeeze(golden))
    expect(told).toEqual(['distribute/no-rights ja'])
  })

  it('has everything in its order', () => {
    const all = productsOf('epub', 'kepub', 'kindle', 'pdf', 'screen', 'large-print')
    const rich = makeRelease({date: '2027-01-01', address: 'https://books.example/'}).editions.map((edition) => ({
      ...edition, products: all.map((product) => ({...product, identifier: `${product.identifier}:${edition.tag}`})), subtitle: 'A <calendar> & more ]]>', sortAs: 'x', copyrighted: '2026-01-02', description: 'A\u0000\ud800',
      series: {title: 'Bee books', kind: 'series' as const, number: '2.1', identifier: 'ISSN 1234-5679'}, subjects: [{term: 'Bees', scheme: {authority: 'BISAC', code: 'TEC003000'}}, {term: 'b'}], rights: 'https://creativecommons.org/licenses/by-sa/4.0/'
    }))
    const {root} = makeMessage(makeRelease({date: '2027-01-01', address: 'https://books.example/', editions: rich}), {prices: new Map([['pdf', new Map([['EUR', 1]])]])})
    expect(childrenOf(root, 'Product')).toHaveLength(24)
    expect(judgeOrder(root)).toEqual([])
    expect(judgeOrder(readXml('<ProductSupply><SupplyDetail><ProductAvailability>20</ProductAvailability><Supplier/></SupplyDetail></ProductSupply>'))).toHaveLength(2)
  })

  it('tells the formats apart', () => {
    const {root} = makeMessage(alone({products: productsOf('epub', 'kepub', 'kindle', 'pdf', 'screen', 'large-print', 'press')}))
    expect(findWords(root, 'DescriptiveDetail', 'ProductForm').flat()).toEqual(['ED', 'ED', 'ED', 'BC', 'ED', 'BC'])
    expect(findWords(root, 'DescriptiveDetail', 'ProductFormDetail').map((details) => details.join(' '))).toEqual(['E101 E200', 'E101 E200', 'E101 E200', '', 'E107 E201', ''])
    expect(findWords(root, 'DescriptiveDetail', 'EditionType').flat()).toEqual(['LTE'])
    expect(findWords(root, 'DescriptiveDetail', 'Extent').map((extents) => extents.join(', '))).toEqual([
      '08 32 03, 22 120000 17', '08 32 03, 22 120000 17', '08 32 03, 22 120000 17', '11 32 03, 06 32 03', '11 32 03, 22 900000 17', '11 32 03, 06 32 03'
    ])
    expect(findWords(root, 'RelatedMaterial', 'RelatedProduct', 'ProductRelationCode').map((codes) => codes.join(' '))).toEqual(['06 06 13 06 06', '06 06 13 06 06', '06 06 13 06 06', '27 27 27 27 06', '06 06 06 13 06', '06 06 06 06 06'])
    expect(new Set(findWords(root, 'RecordReference').flat()).size).toBe(6)
  })

  it('keeps its references when a product gets a number', () => {
    const [before, after] = [undefined, '9780306406157'].map((isbn) => makeMessage(alone({products: productsOf('epub').map((product) => ({...product, ...(isbn !== undefined && {isbn})}))})))
    expect(findWords(before?.root ?? readXml('<x/>'), 'RecordReference')).toEqual(findWords(after?.root ?? readXml('<x/>'), 'RecordReference'))
    expect(findWords(after?.root ?? readXml('<x/>'), 'ProductIdentifier')).toEqual([['03 9780306406157', '15 9780306406157']])
  })

  it.each([
    ['fr', ['01 fre', '02 eng']], ['en-GB', ['01 eng GB']], ['pt-BR', ['01 por BR', '02 eng']], ['zh-Hant', ['01 chi Hant', '02 eng']], ['zh-TW', ['01 chi TW Hant', '02 eng']],
    ['sr-Latn', ['01 srp Latn', '02 eng']], ['en+ar', ['01 eng', '01 ara']], ['fr+es', ['01 fre', '01 spa', '02 eng']], ['es-419', ['01 spa', '02 eng']], ['xog', ['01 und', '02 eng']]
  ])('names the languages of %s', (tag, languages) => {
    expect(findWords(makeMessage(alone({tag, languages: tag.split('+')})).root, 'DescriptiveDetail', 'Language').slice(0, 1)).toEqual([languages])
  })

  it('says of books in two languages that they are, and nothing of relations by language', () => {
    const {root} = makeMessage(makeRelease())
    expect(findWords(root, 'DescriptiveDetail', 'EditionType').map((types) => types.join())).toEqual(['', '', '', '', '', '', 'BLL', 'BLL'])
    expect(findWords(root, 'RelatedMaterial', 'RelatedProduct', 'ProductRelationCode').map((codes) => codes.join(' '))).toEqual(['13 11 11', '27 11 11', '13 11 11', '27 11 11', '13 11 11', '27 11 11', '13', '27'])
    expect(findWords(root, 'RelatedMaterial', 'RelatedWork', 'WorkRelationCode').map((codes) => codes.join(' '))).toEqual(['01', '01', '01 29', '01 29', '01 29', '01 29', '01', '01'])
  })

  it.each([
    [{title: 'The Bee Year', sortAs: 'Bee Year, The'}, 'The|Bee Year'], [{title: "L'abeille", sortAs: "abeille, L'"}, "L'|abeille"], [{title: 'The Bee Year', sortAs: 'Bee Year'}, 'The|Bee Year'],
    [{title: '蜂の年', sortAs: 'はちのとし'}, '蜂の年 (はちのとし)'], [{title: 'Bees'}, 'Bees'], [{title: 'Bees', sortAs: 'Bees'}, 'Bees'], [{title: '100 Bees', sortAs: 'Hundred Bees'}, '100 Bees (Hundred Bees)']
  ])('files %j as %s', (titles, filed) => {
    const [product] = childrenOf(makeMessage(alone(titles)).root, 'Product')
    const detail = ['DescriptiveDetail', 'TitleDetail', 'TitleElement'].reduce((node, name) => childrenOf(node, name)[0] ?? node, product ?? readXml('<x/>'))
    const key = childrenOf(detail, 'TitleText')[0]?.attributes['collationkey']
    expect(`${childrenOf(detail, 'TitlePrefix', 'TitleWithoutPrefix', 'TitleText').map(wordsOf).join('|')}${key ? ` (${key})` : ''}`).toBe(filed)
  })

  it('names people by their roles, and says when there is nobody', () => {
    const {root} = makeMessage(alone({
      tag: 'fr+es', languages: ['fr', 'es'],
      contributors: [{name: 'A', role: 'author'}, {name: 'B', role: 'editor'}, {name: 'C', role: 'translator'}, {name: 'D', role: 'illustrator'}, {name: 'E', role: 'contributor', sortAs: 'E, e'}]
    }))
    expect(findWords(root, 'DescriptiveDetail', 'Contributor')[0]).toEqual(['1 A01 A', '2 B01 B', '3 B06 eng fre spa C', '4 A12 D', '5 A32 E E, e'])
    expect(makeMessage(alone({contributors: []})).text).toContain('<NoContributor/>')
  })

  it('knows of the publisher alone that it is no person', () => {
    const {root} = makeMessage(alone({contributors: [{name: 'Meadow Press', role: 'author', sortAs: 'Press, Meadow'}, {name: 'Meadow', role: 'editor', sortAs: 'meadow'}]}))
    expect(findWords(root, 'DescriptiveDetail', 'Contributor', 'CorporateName')[0]).toEqual(['Meadow Press'])
    expect(findWords(root, 'DescriptiveDetail', 'Contributor', 'CorporateNameInverted')[0]).toEqual(['Press, Meadow'])
    expect(findWords(root, 'DescriptiveDetail', 'Contributor', 'PersonName')[0]).toEqual(['Meadow'])
  })

  it('gives subjects by their schemes, the first of each the main one, qualifiers and keywords last', () => {
    const thema = [{keyword: 'BEE', codes: ['1DDF', 'WNGH', 'KJS'], place}, {keyword: 'wax', codes: ['YBG'], place}]
    const subjects = [{term: 'Hives', scheme: {authority: 'BISAC', code: 'TEC003000'}}, {term: 'Own', scheme: {authority: 'https://a.example/s', code: '7'}}, {term: 'Bees', scheme: {authority: 'Thema', code: 'WNGH'}}, {term: 'Plain; odd'}]
    const {root, told} = makeMessage(alone({subjects}), {thema})
    expect(findWords(root, 'DescriptiveDetail', 'Subject')[0]).toEqual(['93 WNGH Bees', '93 KJS', '10 TEC003000 Hives', '24 https://a.example/s 7 Own', '94 1DDF', '20 Plain, odd; bee'])
    expect(childrenOf(childrenOf(childrenOf(root, 'Product')[0] ?? root, 'DescriptiveDetail')[0] ?? root, 'Subject').map((subject) => childrenOf(subject, 'MainSubject').length)).toEqual([1, 0, 1, 1, 0, 0])
    expect(told).toEqual(['distribute/thema-keyword wax '])
  })

  it('holds no more keywords than shops keep, the most frequent first', () => {
    const [edition] = makeRelease().editions
    const articles = Array.from({length: 60}, (_, at) => ({...edition?.articles[0], keywords: [`keyword-${at}`, ...(at > 50 ? ['often'] : [])]})) as unknown as ReleasedEdition['articles']
    const [words = ''] = findWords(makeMessage(alone({articles, subjects: []})).root, 'DescriptiveDetail', 'Subject')[0] ?? []
    expect(words.length).toBeLessThanOrEqual(253)
    expect(words).toMatch(/^20 often; keyword-0; keyword-1; .*keyword-\d+$/)
  })

  it.each([
    ['CC BY 4.0', 'CC BY 4.0 01 https://creativecommons.org/licenses/by/4.0/'], ['Text: CC BY-NC-SA 3.0, pictures reserved', 'CC BY-NC-SA 3.0 01 https://creativecommons.org/licenses/by-nc-sa/3.0/'], ['CC0', undefined],
    ['CC-0 1.0', 'CC-0 1.0 01 https://creativecommons.org/publicdomain/zero/1.0/'], ['See http://creativecommons.org/licenses/by-sa/4.0/deed.fr.', 'See http://creativecommons.org/licenses/by-sa/4.0/deed.fr. 01 https://creativecommons.org/licenses/by-sa/4.0/deed.fr'],
    ['CC BY', 'CC BY'], ['All rights reserved', undefined]
  ])('knows the licence in %j', (rights, licence) => expect(findWords(makeMessage(alone({rights})).root, 'DescriptiveDetail', 'EpubLicense')[0]?.[0]).toBe(licence))

  it.each([['urn:issn:1234-567x', '02 1234567X'], ['978-0-306-40615-7', '15 9780306406157'], ['urn:x-bees:1', '22 urn:x-bees:1'], ['https://a.example/s', '01 URI https://a.example/s']])('identifies a series by %s', (identifier, told) => {
    expect(findWords(makeMessage(alone({series: {title: 'S', kind: 'set', identifier}})).root, 'DescriptiveDetail', 'Collection', 'CollectionIdentifier')[0]).toEqual([told])
  })

  it('announces a book whose day has not come', () => {
    const {root} = makeMessage(alone({}, makeRelease({date: '2026-12-24'})))
    expect([findWords(root, 'NotificationType')[0], findWords(root, 'PublishingDetail', 'PublishingStatus')[0], findWords(root, 'ProductSupply', 'SupplyDetail')[0]]).toEqual([['02'], ['02'], ['01 Meadow Press 10 08 20261224 04']])
  })

  it('is not made where there is nothing to sell, and says what it lacks', () => {
    expect(makeMessage(alone({products: productsOf('press')})).text).toBe('<none/>')
    const {publisher: _, ...nobody} = makeRelease()
    expect(makeMessage(nobody, {sender: {name: 'Me'}}).told).toEqual(['distribute/no-publisher Me', 'distribute/no-rights ar', 'distribute/no-rights ja', 'distribute/no-rights en+ar'])
  })
})

describe('languages of ONIX', () => {
  it.each([['de', 'ger'], ['he', 'heb'], ['nb', 'nob'], ['no', 'nor'], ['fil', 'fil'], ['yue', 'yue'], ['ro', 'rum'], ['el', 'gre'], ['cy', 'wel'], ['mi', 'mao'], ['gsw', 'gsw'], ['fa', 'per'], ['my', 'bur']])('call %s %s', (tag, code) => {
    expect(describeLanguage(tag)).toEqual({code})
  })
})

describe('identifiers', () => {
  it('are told apart over the whole release', () => {
    const {list, report} = makeLedger()
    checkIdentifiers(makeRelease(), report)
    expect(list).toEqual([])
    checkIdentifiers(alone({products: [...productsOf('epub', 'pdf'), ...productsOf('epub')]}), report)
    expect(list.map(({facts}) => facts)).toEqual([{identifier: 'urn:x:epub', product: 'en/epub', other: 'en/epub'}])
  })
})
