/** Ids: ASCII, XML names, unique in an edition, the same at each build. */
import type {Root} from 'hast'
import {describe, expect, it} from 'vitest'
import {h, walkElements} from '../../../src/core/hast.ts'
import type {Article} from '../../../src/core/model.ts'
import {linkArticles} from '../../../src/link/articles.ts'
import {makeIdMaker, nameArticle, namePlace} from '../../../src/link/ids.ts'
import {resolvePath} from '../../../src/link/paths.ts'
import {fold, makeTargets, stripExtension, suggestAnchor, type ArticleTarget} from '../../../src/link/targets.ts'
import {makeArticle, makePublication, makeTerms, tryStage} from '../../support/articles.ts'

const ncName = /^[A-Za-z][A-Za-z0-9._-]*$/

describe('ids', () => {
  it('keep an ASCII slug legible and hash every other', () => {
    expect(nameArticle('cold-calling')).toBe('a-cold-calling')
    expect(nameArticle('cold_calling')).toBe('a-cold-calling')
    expect(nameArticle('vente-à-distance')).toMatch(/^a-vente-a-distance-[0-9a-f]{8}$/)
    expect(nameArticle('ग्राहक')).toMatch(/^a-[0-9a-f]{8}$/)
    expect(namePlace('a-x', '顧客')).toMatch(/^a-x\.[0-9a-f]{8}$/)
    expect(nameArticle('x'.repeat(300)).length).toBeLessThan(60)
  })

  it.each(['ग्राहक', '顧客', 'العميل', '', '-', '1', 'a/b', 'a b', 'constructor', '😀', '<x>'])('are XML names for %j', (slug) => {
    expect(nameArticle(slug)).toMatch(ncName)
    expect(namePlace(nameArticle(slug), slug)).toMatch(ncName)
  })

  it('are given once, without regard to capitals', () => {
    const makeId = makeIdMaker()
    expect(['x', 'X', 'x-2', 'x', 'x'].map(makeId)).toEqual(['x', 'X-2', 'x-2-2', 'x-3', 'x-4'])
  })

  it('are unique in an edition, and kept only by the first of two equal anchors', () => {
    const articles = ['ग्राहक', 'बिक्री', 'Foo', 'foo', 'foo_2', 'foo-2'].map((slug) =>
      makeArticle(slug, [h('h2', {id: 'same'}, 'x'), h('h2', {id: 'same'}, 'y'), h('h2', {id: 'SAME'}, 'z')]))
    const ids = idsOf(linkAll(articles))
    expect(ids).toHaveLength(12)
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length)
  })

  it('follow the notes that point at them', () => {
    const note = (id: string, href: string) => h('a', {id, href, className: ['note-call']}, '1')
    const [tree] = linkAll([makeArticle('a', [note('fnref-1', '#fn-1'), note('fn-1', '#fnref-1')])])
    const [call, back] = (tree as Root).children.map((child) => child.type === 'element' ? child.properties : {})
    expect([call?.['href'], back?.['href']]).toEqual([`#${String(back?.['id'])}`, `#${String(call?.['id'])}`])
  })
})

describe('targets', () => {
  it('know articles, headings and other places by their labels', () => {
    const {result} = tryStage((report) => makeTargets([makeArticle('a', [h('h2', {id: 'h'}, 'Head ', h('em', {}, 'line')), h('p', {id: 'p'}, 'x')], {title: 'Title'})], report))
    expect([...result.targetById.values()].map(({id, label}) => [id, label])).toEqual([['a-a', 'Title'], ['a-a.h', 'Head line'], ['a-a.p', 'Title']])
    expect(suggestAnchor(result.bySlug.get('a') as ArticleTarget, 'H!')).toBe('h')
    expect(suggestAnchor(result.bySlug.get('a') as ArticleTarget, 'other')).toBeUndefined()
  })

  it('keep a name that two claim for the first, and say so', () => {
    const articles = [makeArticle('a', [], {aliases: ['call']}), makeArticle('b', [], {aliases: ['Call', '/a', 'b']}), makeArticle('c')]
    const {result, found} = tryStage((report) => makeTargets(articles, report))
    expect(found.map(({code, facts}) => [code, facts['alias'], facts['other']])).toEqual([['link/ambiguous-alias', 'Call', 'a'], ['link/ambiguous-alias', '/a', 'a']])
    expect(result.maybeFind('CALL')?.article.slug).toBe('a')
    expect(result.maybeFind('nothing')).toBeUndefined()
  })

  it('find a file of a sub-folder by its path before its name', () => {
    const articles = [makeArticle('x/a', [], {file: 'en/x/a.md'}), makeArticle('y/a', [], {file: 'en/y/a.md'})]
    const {result} = tryStage((report) => makeTargets(articles, report))
    expect([result.maybeFind('y/a')?.article.slug, result.maybeFind('a')?.article.slug]).toEqual(['y/a', undefined])
  })

  it('compare names without case, blanks and extension', () => {
    expect(fold('Cold Calling')).toBe('cold-calling')
    expect(['a.md', 'a.HTML', 'x/index.md', 'index', 'node.js', 'x/_index.md'].map(stripExtension)).toEqual(['a', 'a', 'x', '', 'node.js', 'x'])
  })

  it('resolve paths, never above the publication', () => {
    expect(resolvePath('en/a/b.md', '../c.md')).toBe('en/c.md')
    expect(resolvePath('en/a.md', '/x//y/./z')).toBe('x/y/z')
    expect(resolvePath('en/a.md', '../../x')).toBeUndefined()
  })
})

function linkAll(articles: readonly Article[]): readonly Root[] {
  const settings = {publication: makePublication(), language: 'en', languagesByName: new Map(), resources: new Map(), terms: makeTerms()}
  return tryStage((report) => linkArticles(articles, settings, report)).result.articles.map(({tree}) => tree)
}

function idsOf(trees: readonly Root[]): readonly string[] {
  const ids: string[] = []
  for (const tree of trees) walkElements(tree, ({properties}) => properties['id'] === undefined ? undefined : void ids.push(String(properties['id'])))
  return ids
}
