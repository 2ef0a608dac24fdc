/** The index of an edition: what is listed, merged, referred to, and what becomes of marks. */
import type {ElementContent, Root} from 'hast'
import {describe, expect, it} from 'vitest'
import {h, textOf, walk, walkElements} from '../../../src/core/hast.ts'
import type {IndexEntry, IndexGroup} from '../../../src/core/index-entries.ts'
import type {Article} from '../../../src/core/model.ts'
import {indexArticles} from '../../../src/indexing/articles.ts'
import {makeArticle, makeMark, makeParagraph, tryStage} from '../../support/articles.ts'

function index(articles: readonly Article[], language = 'en') {
  const indexable = articles.map((article) => ({...article, id: `a-${article.slug}`}))
  return tryStage((report) => indexArticles(indexable, language, 'Symbols', report))
}

/** The index as lines: indentation, heading, locators, references. */
function draw(groups: readonly IndexGroup[]): readonly string[] {
  const line = (depth: number) => ({heading, locators, see, seeAlso, subentries}: IndexEntry): readonly string[] => [
    ['  '.repeat(depth) + heading, ...locators, ...see.map((each) => `→ ${each}`), ...seeAlso.map((each) => `⇒ ${each}`)].join(' '),
    ...subentries.flatMap(line(depth + 1))
  ]
  return groups.flatMap(({heading, entries}) => [`[${heading}]`, ...entries.flatMap(line(0))])
}

function article(slug: string, children: readonly ElementContent[], more: Partial<Article> = {}): Article {
  return makeArticle(slug, children, {title: slug, ...more})
}

describe('the index', () => {
  it('lists titles, keywords and aliases', () => {
    const {result, codes} = index([
      article('Discount', [], {keywords: [{term: 'price'}, {term: '3 rules'}], aliases: ['rebate', 'price_cut', '/old/discount', 'DISCOUNT']}),
      article('Barter', [], {keywords: [{term: 'Price'}], sortAs: 'zebra'})
    ])
    expect(codes).toEqual([])
    expect(draw(result.index)).toEqual([
      '[Symbols]', '3 rules a-Discount', '[D]', 'Discount a-Discount', '[P]', 'price a-Discount a-Barter', 'price cut → Discount', '[R]', 'rebate → Discount', '[Z]', 'Barter a-Barter'
    ])
  })

  it('merges headings that differ in case, blanks or normal form; the first spelling stands', () => {
    const {result} = index([article('a', [], {keywords: [{term: 'Étape un'}]}), article('b', [], {keywords: [{term: 'e\u0301tape  un'}]})])
    expect(draw(result.index)).toContain('Étape un a-a a-b')
  })

  it('folds case as the language does', () => {
    expect(draw(index([article('x', [], {keywords: [{term: 'IŞIK'}, {term: 'ışık'}]})], 'tr').result.index)).toContain('IŞIK a-x')
  })

  it('sets sub-entries under their entry, in order', () => {
    const {result} = index([article('a', [makeMark(['price', 'retail'], 'x'), makeMark(['Price', 'cost'], 'y'), makeMark(['price'], 'z')])])
    expect(draw(result.index).slice(2)).toEqual(['[P]', 'price i3.a-a', '  cost i2.a-a', '  retail i1.a-a'])
  })

  it('sorts by the reading that marks and keywords give', () => {
    const {result} = index([article('あ', [makeMark(['営業'], '営業', {sortAs: 'えいぎょう'})], {keywords: [{term: '顧客', sortAs: 'こきゃく'}]})], 'ja')
    expect(draw(result.index)).toEqual(['[あ]', 'あ a-あ', '営業 i1.a-あ', '[か]', '顧客 a-あ'])
  })

  it('orders groups as the language orders letters, also where scripts share them', () => {
    const {result} = index([article('销售', []), article('CRM', []), article('阿', [])], 'zh-Hans')
    expect(result.index.map(({heading}) => heading)).toEqual(['A', 'C', 'X'])
  })

  it('numbers entries so that references can lead to them', () => {
    const {result} = index([article('b', [makeMark(['a', 'sub'], 'x')])])
    expect(result.index.flatMap(({entries}) => entries.map(({id, subentries}) => [id, subentries.map((sub) => sub.id)]))).toEqual([['index-1', ['index-1-1']], ['index-2', []]])
  })

  it('is no prey to names of JavaScript', () => {
    const terms = ['constructor', '__proto__', 'toString']
    expect(draw(index([article('a', [], {keywords: terms.map((term) => ({term}))})]).result.index).join(' ')).toMatch(/constructor a-a.*__proto__ a-a.*toString a-a/)
  })
})

describe('see and see also', () => {
  it('lead to the heading as it stands in the index', () => {
    const {result, codes} = index([article('Discount', [makeMark(['rebate'], 'rebate', {see: 'discount'}), makeMark(['price'], 'price', {seeAlso: ' DISCOUNT'})])])
    expect(codes).toEqual([])
    expect(draw(result.index)).toContain('rebate → Discount')
    expect(draw(result.index)).toContain('price i2.a-Discount ⇒ Discount')
  })

  it('are left out where they would be blind, in sub-entries too', () => {
    const marks = [makeMark(['a'], '', {see: 'Discuont'}), makeMark(['b', 'c'], '', {see: 'nowhere'}), makeMark(['delta'], '', {see: 'delta'}), makeMark(['e'], 'e', {seeAlso: 'f'}), makeMark(['f'], '', {see: 'Discount'})]
    const {result, found} = index([article('Discount', marks)])
    expect(found.map(({code, facts, place}) => [code, facts['entry'], facts['suggestion'], place?.line])).toEqual([
      ['indexing/blind', 'a', 'Discount', 5], ['indexing/blind', 'c', undefined, 5], ['indexing/blind', 'delta', undefined, 5], ['indexing/blind', 'e', undefined, 5]
    ])
    expect(draw(result.index)).toEqual(['[D]', 'Discount a-Discount', '[E]', 'e i4.a-Discount', '[F]', 'f → Discount'])
  })
})

describe('marks', () => {
  it('become anchors around their words; a "see" is no place', () => {
    const {result} = index([article('Discount', [makeParagraph('A ', makeMark(['price'], 'low price'), makeMark(['rebate'], 'rebate', {see: 'Discount'}), makeMark(['quiet'])  )])])
    const tree = result.articles[0]?.tree as Root
    const anchors: string[] = []
    walkElements(tree, ({properties, children}) => properties['id'] === undefined ? undefined : void anchors.push(`${String(properties['id'])}=${children.map(textOf).join('')}`))
    expect(anchors).toEqual(['i1.a-Discount=low price', 'i3.a-Discount='])
    expect(textOf(tree)).toBe('A low pricerebate')
    expect([...result.articleByMark]).toEqual([['i1.a-Discount', 'a-Discount'], ['i3.a-Discount', 'a-Discount']])
  })

  it('without a heading keep their words and are reported', () => {
    const {result, found} = index([article('a', [makeMark([' ', ''], 'words')])])
    expect(found.map(({code, place}) => [code, place?.line, place?.column])).toEqual([['indexing/empty-mark', 5, 2]])
    expect(textOf(result.articles[0]?.tree as Root)).toBe('words')
  })

  it('do not survive, not even within one another', () => {
    const inner = makeMark(['inner'], 'in')
    const outer = {...makeMark(['outer']), children: [h('em', {}, inner), makeMark([''], 'empty')]}
    const {result} = index([article('a', [makeParagraph(outer)])])
    walk(result.articles[0]?.tree as Root, (node) => expect(node.type).not.toBe('indexMark'))
    expect(draw(result.index)).toEqual(['[A]', 'a a-a', '[I]', 'inner i1.a-a', '[O]', 'outer i2.a-a'])
  })
})
