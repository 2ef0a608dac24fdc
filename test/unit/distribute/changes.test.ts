import {describe, expect, it} from 'vitest'
import {compareArticles, type Comparable} from '../../../src/core/changes.ts'
import {compareReleases, isSame} from '../../../src/distribute/changes/compare.ts'
import {makeRelease} from '../../support/release.ts'

/** `slug` or `slug:text`. */
function makeArticles(words: string): readonly Comparable[] {
  return words.split(' ').filter(Boolean).map((word, at) => {
    const [slug = '', text = slug] = word.split(':')
    return {slug, title: slug, digest: text, page: String(at + 1)}
  })
}

function compare(former: string, now: string): readonly string[] {
  return compareArticles(makeArticles(former), makeArticles(now)).map(({kind, slug, moved, page = '', formerPage = ''}) => `${kind}${moved && kind !== 'moved' ? ' and moved' : ''} ${slug} ${formerPage}>${page}`)
}

describe('compareArticles', () => {
  it.each([
    ['a b c', 'a b c', []],
    ['a b c', 'a b:new c', ['changed b 2>2']],
    ['a b c', 'a c', ['removed b 2>']],
    ['b a', 'a', ['removed b 1>']],
    ['a c', 'a b c', ['new b >2']],
    ['a b c d', 'd a b c', ['moved d 4>1']],
    ['a b c d', 'd:new a b c', ['changed and moved d 4>1']],
    ['a b', 'a x:b', ['moved x 2>2']],
    ['', 'a b', ['new a >1', 'new b >2']],
    ['a b', '', ['removed a 1>', 'removed b 2>']]
  ])('from %s to %s', (former, now, expected) => expect(compare(former, now)).toEqual(expected))

  it('keeps former titles and slugs', () => {
    expect(compareArticles([{slug: 'a', title: 'Old', digest: '1'}, {slug: 'b', title: 'B', digest: '2'}], [{slug: 'a', title: 'New', digest: '3'}, {slug: 'c', title: 'B', digest: '2'}])).toEqual([
      {kind: 'changed', slug: 'a', title: 'New', formerTitle: 'Old', moved: false}, {kind: 'moved', slug: 'c', formerSlug: 'b', title: 'B', moved: false}
    ])
  })

  it('answers articles of the same text one for one', () => {
    const twins = (...slugs: readonly string[]): readonly Comparable[] => slugs.map((slug) => ({slug, title: '', digest: '1'}))
    expect(compareArticles(twins('a', 'b'), twins('c', 'd')).map(({kind, slug, formerSlug}) => `${kind} ${formerSlug}>${slug}`)).toEqual(['moved a>c', 'moved b>d'])
  })

  it('bears twenty thousand articles in another order', () => {
    const many = Array.from({length: 20_000}, (_, at) => ({slug: `s${at}`, title: '', digest: ''}))
    expect(compareArticles(many, [...many].reverse())).toHaveLength(19_999)
  })
})

describe('compareReleases', () => {
  it('finds nothing between a release and itself', () => {
    const changes = compareReleases(makeRelease(), makeRelease())
    expect(isSame(changes)).toBe(true)
    expect(changes.editions.map(({tag, kind, unchanged}) => `${tag} ${kind} ${unchanged}`)).toEqual(['en same 2', 'ar same 2', 'ja same 1', 'en+ar same 1'])
  })

  it('tells languages, editions and formats', () => {
    const [en, ar, ja] = makeRelease().editions
    if (!en || !ar || !ja) throw new Error('lacks editions')
    const [epub, pdf] = en.products
    if (!epub || !pdf) throw new Error('lacks products')
    const former = makeRelease({editions: [{...en, products: [epub]}, ar]})
    const now = makeRelease({modified: '2027-02-01T00:00:00Z', editions: [{...en, title: 'Bees', products: [{...epub, files: [{path: 'en/x.epub', size: 1, sha256: 'f'.repeat(64)}]}, pdf]}, ja]})
    const {languages, editions, former: {date}} = compareReleases(former, now)
    expect(date).toBe('2026-11-21')
    expect(languages).toEqual({added: ['ja'], removed: ['ar']})
    expect(editions.map(({tag, kind}) => `${tag} ${kind}`)).toEqual(['en changed', 'ja new', 'ar removed'])
    expect(editions[0]).toMatchObject({title: 'Bees', formerTitle: 'The Bee Year', formats: {added: ['pdf'], removed: [], changed: ['epub']}, articles: []})
    expect(editions[2]?.articles.map(({kind, slug, formerPage}) => `${kind} ${slug} ${formerPage}`)).toEqual(['removed honey 5', 'removed swarm 9'])
  })
})
