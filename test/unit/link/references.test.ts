/** Every spelling of a link to an article, and what becomes of links that lead nowhere. */
import type {Element, Root} from 'hast'
import {describe, expect, it} from 'vitest'
import {h, textOf, walk} from '../../../src/core/hast.ts'
import type {Article, Language, Publication} from '../../../src/core/model.ts'
import {linkArticles, type Linked} from '../../../src/link/articles.ts'
import {isOwnSite, makeLink, makePageReference} from '../../../src/link/references.ts'
import {makeArticle, makeParagraph, makePublication, makeReference, makeSpec, makeTerms, tryStage} from '../../support/articles.ts'

const publication = makePublication({site: 'https://shop.example', editions: ['en', 'fr', 'it'].map((language) => makeSpec(language))})

function link(articles: readonly Article[], more: Partial<Publication> = {}, languagesByName: ReadonlyMap<string, readonly Language[]> = new Map()) {
  const settings = {publication: {...publication, ...more}, language: 'en', languagesByName, resources: new Map(), terms: makeTerms()}
  return tryStage((report): Linked => linkArticles(articles, settings, report))
}

function hrefsOf(tree: Root): readonly string[] {
  const hrefs: string[] = []
  walk(tree, (node) => node.type === 'element' && node.tagName === 'a' ? void hrefs.push(String(node.properties['href'])) : undefined)
  return hrefs
}

const target = makeArticle('cold-calling', [h('h2', {id: 'the-first-sentence'}, 'The first sentence'), h('h2', {id: 'étape'}, 'Étape')],
  {title: 'Cold calling', aliases: ['kaltakquise', '/old/place/', 'first call'], file: 'en/phone/cold-calling.md'})

function follow(url: string, more: Partial<Publication> = {}) {
  const {result, found} = link([makeArticle('from', [makeParagraph('See ', makeReference(url, 'words'), '.')], {file: 'en/desk/from.md'}), target], more)
  const [from] = result.articles
  return {hrefs: from ? hrefsOf(from.tree) : [], found, text: from ? textOf(from.tree) : '', graph: result.graph}
}

describe('spellings of a link to an article', () => {
  it.each([
    '/cold-calling', '/cold-calling/', '/fr/cold-calling/', '/en/cold-calling', 'cold-calling.md', '../phone/cold-calling.md', '../cold-calling.md', './cold-calling',
    'cold-calling.html', '/phone/cold-calling', 'phone/cold-calling.markdown', '/cold%2Dcalling', '/Cold-Calling', '/COLD-CALLING.MD', '/cold calling', '/cold-calling?from=mail',
    '/kaltakquise', '/old/place', '/first-call', 'https://shop.example/cold-calling', 'https://shop.example/fr/cold-calling/', '/cold-calling#', '/cold-calling#top',
    '../../../../cold-calling', '/cold-calling/index.html'
  ])('%s', (url) => {
    const {hrefs, found, text, graph} = follow(url)
    expect(found).toEqual([])
    expect(hrefs).toEqual(['#a-cold-calling'])
    expect(text).toContain('See words')
    expect([graph.working, graph.dangling]).toEqual([1, 0])
  })

  it.each(['/cold-calling#the-first-sentence', '../phone/cold-calling.md#The-First-Sentence', '/cold-calling/#the%2Dfirst-sentence', 'https://shop.example/cold-calling#the-first-sentence'])(
    '%s leads to the heading', (url) => expect(follow(url).hrefs).toEqual(['#a-cold-calling.the-first-sentence']))

  it('finds an anchor in either normal form', () => {
    for (const form of ['NFC', 'NFD'] as const) expect(follow(`/cold-calling#${encodeURIComponent('étape'.normalize(form))}`).found).toEqual([])
    const decomposed = makeArticle('x', [h('h2', {id: 'étape'.normalize('NFD')}, 'x'), makeReference('#étape'.normalize('NFD'))])
    expect(link([decomposed]).codes).toEqual([])
  })

  it('reads own-site addresses only of a configured site', () => {
    expect(isOwnSite('https://shop.example/x', publication)).toBe(true)
    expect(isOwnSite('https://shop.example.org/x', publication)).toBe(false)
    expect(isOwnSite('https://shop.example/x', makePublication())).toBe(false)
  })

  it('turns absolute links to the own site into links of the book, and leaves others alone', () => {
    const from = makeArticle('from', [h('a', {href: 'https://shop.example/cold-calling'}, 'one'), h('a', {href: 'https://other.example/'}, 'two')])
    expect(hrefsOf(link([from, target]).result.articles[0]?.tree as Root)).toEqual(['#a-cold-calling', 'https://other.example/'])
  })

  it('leads to the article that is spelled so, where two differ in case only', () => {
    const {result} = link([makeArticle('Foo', [makeReference('/foo'), makeReference('/Foo')]), makeArticle('foo')])
    expect(hrefsOf(result.articles[0]?.tree as Root)).toEqual(['#a-foo-2', '#a-Foo'])
  })

  it('leads to articles called like a language, and to the opening article of an edition', () => {
    const articles = [makeArticle('from', [makeReference('/it'), makeReference('/fr/it'), makeReference('/'), makeReference('/fr/'), makeReference('index.md')]),
      makeArticle('it'), makeArticle('index')]
    const {result, codes} = link(articles)
    expect(codes).toEqual([])
    expect(hrefsOf(result.articles[0]?.tree as Root)).toEqual(['#a-it', '#a-it', '#a-index', '#a-index', '#a-index'])
  })

  it('leads to places of the same article', () => {
    const {result, codes} = link([makeArticle('a', [h('h2', {id: 'end'}, 'End'), makeReference('#end'), makeReference('#')])])
    expect(codes).toEqual([])
    expect(hrefsOf(result.articles[0]?.tree as Root)).toEqual(['#a-a.end', '#a-a'])
    expect(result.graph.outgoing.get('a')).toEqual([])
  })
})

describe('links that lead nowhere', () => {
  it('keep their words, lose their link, and suggest what is near', () => {
    const {hrefs, found, text, graph} = follow('/coldcalling')
    expect([hrefs, text, graph.dangling]).toEqual([[], 'See words.', 1])
    expect(found[0]).toMatchObject({code: 'link/dangling', severity: 'warning', place: {file: 'en/desk/from.md', line: 7, column: 3}})
    expect(found[0]?.message).toContain('Did you mean `cold-calling`?')
  })

  it.each(['constructor', '__proto__', 'toString', '/hasOwnProperty'])('%s is a name like any other', (url) => {
    expect(follow(url).found.map(({code}) => code)).toEqual(['link/dangling'])
    const {result, codes} = link([makeArticle('a', [makeReference(url)]), makeArticle(url.replace('/', ''))])
    expect(codes).toEqual([])
    expect(result.graph.working).toBe(1)
  })

  it.each(['/%E0%A4%A', '/\u0000', '/..', '/a/../../..', '?', '/?q', `/${'x'.repeat(5000)}`])('survive %j', (url) => {
    expect(() => follow(url)).not.toThrow()
  })

  it('say in which other languages the article exists', () => {
    const {found} = link([makeArticle('from', [makeReference('/fr/Barter')])], {}, new Map([['barter', ['de', 'en', 'fr']]]))
    expect(found.map(({code, facts}) => [code, facts['others']])).toEqual([['link/untranslated', 'de, fr']])
  })

  it('do not call a draft of this language untranslated', () => {
    expect(link([makeArticle('from', [makeReference('/barter')])], {}, new Map([['barter', ['en']]])).codes).toEqual(['link/dangling'])
  })

  it('degrade to the article where only the anchor is missing', () => {
    const {hrefs, found} = follow('/cold-calling#TheFirstSentence')
    expect(hrefs).toEqual(['#a-cold-calling'])
    expect(found.map(({code, facts}) => [code, facts['suggestion']])).toEqual([['link/missing-anchor', 'the-first-sentence']])
  })
})

describe('the reference graph', () => {
  it('lists each article once, in order of appearance, and who points at it', () => {
    const {result} = link([makeArticle('a', [makeReference('/c'), makeReference('/b'), makeReference('/c#'), makeReference('/a')]), makeArticle('b', [makeReference('/c')]), makeArticle('c')])
    expect([...result.graph.outgoing]).toEqual([['a', ['c', 'b']], ['b', ['c']], ['c', []]])
    expect([...result.graph.incoming]).toEqual([['c', ['a', 'b']], ['b', ['a']]])
    expect(result.graph.working).toBe(5)
  })

  it('sets the page number beside the first link to an article, and never in a heading', () => {
    const {result} = link([makeArticle('a', [h('h2', {id: 'x'}, makeReference('/b')), makeParagraph(makeReference('/c'), makeReference('/c'))]), makeArticle('b'), makeArticle('c')])
    const folios: string[] = []
    walk(result.articles[0]?.tree as Root, (node) => node.type === 'folio' ? void folios.push(node.targets.join()) : undefined)
    expect(folios).toEqual(['a-c'])
  })

  it('leaves no reference behind, in whatever it stood', () => {
    const nested = h('table', {}, h('tr', {}, h('td', {}, h('em', {}, makeReference('/b')))))
    const mark = {type: 'indexMark' as const, entry: ['x'], children: [makeReference('/nowhere'), h('b', {}, makeReference('/b'))]}
    const {result} = link([makeArticle('a', [nested, makeParagraph(mark), {...makeReference('/b'), children: [h('strong', {}, 'bold')]}]), makeArticle('b')])
    const kinds = new Set<string>()
    walk(result.articles[0]?.tree as Root, (node) => void kinds.add(node.type))
    expect([...kinds].sort()).toEqual(['element', 'folio', 'indexMark', 'root', 'text'])
    expect(result.graph.working).toBe(3)
  })

  it('keeps a title of the link and wraps page numbers as the script does', () => {
    expect(makeLink('a-b', 'hint', []).properties).toEqual({href: '#a-b', title: 'hint'})
    const words = (language: Language): string => textOf(makePageReference('a-b', language) as Element)
    expect([words('en'), words('ja'), words('zh-TW')]).toEqual(['\u00A0()', '（）', '（）'])
  })
})
