import {describe, expect, it} from 'vitest'
import {listArticleContributors} from '../../../src/compose/contributors.ts'
import {makeArticle, makeSpec} from '../../support/articles.ts'

describe('listArticleContributors', () => {
  it('gives each once for each thing done, in order of appearance', () => {
    const articles = [
      makeArticle('a', [], {authors: ['Ann', 'Bo'], translators: ['Cy']}),
      makeArticle('b', [], {authors: ['ann ', 'Cy'], translators: ['Cy']})
    ]
    expect(listArticleContributors(articles, makeSpec())).toEqual([
      {name: 'Ann', role: 'author'}, {name: 'Bo', role: 'author'}, {name: 'Cy', role: 'translator'}, {name: 'Cy', role: 'author'}
    ])
  })

  it('passes over those whom the edition names itself, however their accents are coded', () => {
    const spec = makeSpec('en', {contributors: [{name: 'Zo\u00e9  Lind', role: 'editor'}]})
    expect(listArticleContributors([makeArticle('a', [], {authors: ['Zoe\u0301 Lind', ' ']})], spec)).toEqual([])
  })
})
