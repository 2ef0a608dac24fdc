/** Reading order: the spine, else `order`, else titles as the language sorts. */
import {describe, expect, it} from 'vitest'
import {arrangeArticles} from '../../../src/compose/spine.ts'
import type {Article, EditionSpec, SpinePart} from '../../../src/core/model.ts'
import {makeIndexOrder} from '../../../src/indexing/collation.ts'
import {makeArticle, makePublication, makeSpec, tryStage} from '../../support/articles.ts'

function arrange(articles: readonly Article[], spine: readonly SpinePart[] = [], spec: Partial<EditionSpec> = {}, language = 'en') {
  const {result, found} = tryStage((report) => arrangeArticles(articles, makePublication({spine}), makeSpec(language, spec), makeIndexOrder(language), report))
  return {runs: result.map((run) => `${run.title ?? ''}:${run.articles.map(({slug}) => slug).join(',')}`), found}
}

describe('without a spine', () => {
  it('articles follow their order, then their titles, then their slugs', () => {
    const articles = [makeArticle('d', [], {title: 'Same'}), makeArticle('c', [], {title: 'Same'}), makeArticle('b', [], {title: 'zebra', order: 2}), makeArticle('a', [], {title: 'Élan'}), makeArticle('e', [], {title: 'x', order: -1.5})]
    expect(arrange(articles).runs).toEqual([':e,b,a,c,d'])
    expect(arrange([...articles].reverse()).runs).toEqual([':e,b,a,c,d'])
  })

  it('titles sort as the language sorts, or by their reading', () => {
    const articles = [makeArticle('1', [], {title: 'Öl'}), makeArticle('2', [], {title: 'Zon'})]
    expect([arrange(articles, [], {}, 'de').runs, arrange(articles, [], {}, 'sv').runs]).toEqual([[':1,2'], [':2,1']])
    expect(arrange([makeArticle('1', [], {title: '営業', sortAs: 'えいぎょう'}), makeArticle('2', [], {title: 'あ'})], [], {}, 'ja').runs).toEqual([':2,1'])
  })

  it('titles stand as in the index: without leading articles, Chinese as it is read', () => {
    expect(arrange([makeArticle('1', [], {title: 'The Bee'}), makeArticle('2', [], {title: 'Comb'}), makeArticle('3', [], {title: '“Apiary”'})]).runs).toEqual([':3,1,2'])
    expect(arrange([makeArticle('1', [], {title: '长城'}), makeArticle('2', [], {title: '大海'}), makeArticle('3', [], {title: '会计'})], [], {}, 'zh-Hans').runs).toEqual([':1,2,3'])
  })
})

describe('with a spine', () => {
  const spine: readonly SpinePart[] = [{articles: ['b']}, {key: 'one', articles: ['c', 'gone', 'a']}, {key: 'two', articles: ['gone']}]

  it('articles follow it; what is not translated is passed over, empty parts too', () => {
    const {runs, found} = arrange(['a', 'b', 'c'].map((slug) => makeArticle(slug)), spine, {partTitles: new Map([['one', 'Part one'], ['two', 'Part two']])})
    expect([runs, found]).toEqual([[':b', 'Part one:c,a'], []])
  })

  it('a part without a title in this language is reported, its articles stay', () => {
    const {runs, found} = arrange(['a', 'b', 'c'].map((slug) => makeArticle(slug)), spine)
    expect(runs).toEqual([':b', ':c,a'])
    expect(found.map(({code, facts}) => [code, facts['part'], facts['language']])).toEqual([['read/part-untitled', 'one', 'en']])
  })
})
