/** Headwords of several editions beside one another, and the table of pages. */
import {describe, expect, it} from 'vitest'
import {writeConcordance} from '../../../src/concordance/csv.ts'
import {pairHeadwords, writePlaces} from '../../../src/concordance/equivalents.ts'
import type {Headword, Shelved} from '../../../src/core/concordance.ts'
import {makeSpec} from '../../support/articles.ts'

const place = (page: number) => ({page, label: String(page)})

function shelve(language: string, articles: readonly (readonly [slug: string, title: string, page: number, keywords?: readonly string[], marks?: readonly (readonly string[])[]])[], printed = true): Shelved {
  const headwords = articles.flatMap(([slug, title, , keywords = [], marks = []]): readonly Headword[] => [
    {slug, kind: 'title', path: [title], id: slug}, ...keywords.map((word): Headword => ({slug, kind: 'keyword', path: [word], id: slug})),
    ...marks.map((path, at): Headword => ({slug, kind: 'mark', path, id: `${slug}-${at}`}))
  ])
  return {
    spec: makeSpec(language), headwords, articles: articles.map(([slug, title]) => ({slug, id: slug, title})),
    placeById: new Map(printed ? articles.flatMap(([slug, , page, , marks = []]) => [[slug, place(page)] as const, ...marks.map((_, at) => [`${slug}-${at}`, place(page + at)] as const)]) : []),
    documentById: new Map(articles.map(([slug]) => [slug, `${slug}.xhtml`]))
  }
}

const en = shelve('en', [['customer', 'Customer', 2, ['buyer', 'consumer']], ['discount', 'Discount', 5, ['price'], [['prices', 'lowering'], ['prices', 'setting']]]])
const fr = shelve('fr', [['customer', 'Client', 3, ['consommateur', 'acheteur']], ['discount', 'Remise', 7, ['prix'], [['prix', 'baisse'], ['prix', 'fixation']]]])
const glossary = [new Map([['en', 'Buyer'], ['fr', 'acheteur']])]

function tell(editions: readonly Shelved[], language: string, rows = glossary): readonly string[] {
  return (pairHeadwords(editions, rows).get(language) ?? []).map(({heading, places, equivalents}) =>
    [`${heading} ${writePlaces(places)}`, ...equivalents.map((term) => `${term.language} ${term.heading} ${writePlaces(term.places)}`)].join(' | '))
}

describe('headwords', () => {
  it('answer one another: titles by article, keywords by the glossary alone, marks by their order', () => {
    expect(tell([en, fr], 'en')).toEqual([
      'Customer 2 | fr Client 3', 'buyer 2 | fr acheteur 3', 'consumer 2', 'Discount 5 | fr Remise 7', 'price 5', 'prices, lowering 5 | fr prix, baisse 7', 'prices, setting 6 | fr prix, fixation 8'
    ])
    expect(tell([en, fr], 'fr')).toContain('acheteur 3 | en buyer 2')
    expect(tell([en, fr], 'fr', [])).toContain('acheteur 3')
  })

  it('do not answer where marks are not the same in number and depth', () => {
    const other = shelve('fr', [['discount', 'Remise', 7, [], [['prix'], ['prix', 'fixation']]]])
    expect(tell([en, other], 'en')).toContain('prices, setting 6')
  })

  it('are one entry, however many articles have them', () => {
    const twice = shelve('en', [['customer', 'Customer', 2, ['Buyer']], ['discount', 'Discount', 5, ['buyer']], ['invoice', 'Invoice', 6, ['buyer']]])
    expect(tell([twice, fr], 'en')).toContain('Buyer 2, 5–6 | fr acheteur 3')
  })

  it('have no pages where an edition was not printed', () => {
    expect(tell([en, shelve('fr', [['customer', 'Client', 3]], false)], 'en')[0]).toBe('Customer 2 | fr Client ')
  })
})

describe('the concordance', () => {
  it('has an article a line, each edition with title, page and document, and leaves open what there is not', () => {
    const lone = shelve('fr', [['customer', 'Le « client », dit "roi"', 3], ['extra', '=1+1', 9]], false)
    expect(writeConcordance([en, lone])).toBe('\uFEFFarticle,en title,en page,en document,fr title,fr page,fr document\r\n' +
      'customer,Customer,2,customer.xhtml,"Le « client », dit ""roi""",,customer.xhtml\r\ndiscount,Discount,5,discount.xhtml,,,\r\nextra,,,,\'=1+1,,extra.xhtml\r\n')
  })
})
