/** A composed edition: divisions in order, contents nested, landmarks, index, pictures, style sheets. */
import type {Element} from 'hast'
import {beforeAll, describe, expect, it} from 'vitest'
import {composeEdition, type EditionParts} from '../../../src/compose/edition.ts'
import {makeLedger, type Diagnostic} from '../../../src/core/diagnostic.ts'
import {classesOf, h, textOf, walk, walkElements} from '../../../src/core/hast.ts'
import type {Article, Edition, NavPoint, Publication, Sources} from '../../../src/core/model.ts'
import {indexArticles} from '../../../src/indexing/articles.ts'
import {linkArticles} from '../../../src/link/articles.ts'
import {readSources} from '../../../src/read/sources.ts'
import {makeArticle, makeMark, makeParagraph, makePublication, makeReference, makeSpec} from '../../support/articles.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'

let house: Sources
beforeAll(async () => {
  house = await readSources(makeMemoryWorld({
    'en/a.md': 'x', 'ja/a.md': 'x', 'ar/a.md': 'x', 'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', 'images/unused.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
  }), 'book', () => undefined)
})

interface Composed {
  readonly edition: Edition
  readonly found: readonly Diagnostic[]
}

function compose(runs: readonly {readonly title?: string; readonly articles: readonly Article[]}[], more: Partial<Publication> = {}, language = 'en', spec = makeSpec(language)): Composed {
  const {list, report} = makeLedger()
  const sources: Sources = {...house, publication: makePublication(more)}
  const terms = house.terms.get(language) as EditionParts['terms']
  const linked = linkArticles(runs.flatMap((run) => run.articles), {publication: sources.publication, language, languagesByName: new Map(), resources: house.resources, terms}, report)
  const indexed = indexArticles(linked.articles, language, terms.words.symbols, report)
  const bySlug = new Map(indexed.articles.map((article) => [article.slug, article]))
  const arranged = runs.map((run) => ({...run, articles: run.articles.flatMap(({slug}) => bySlug.get(slug) ?? [])}))
  return {edition: composeEdition({spec, terms, graph: linked.graph, index: indexed.index, headwords: indexed.headwords, articleByMark: indexed.articleByMark, modified: 1_800_000_000, arranged}, sources, report), found: list}
}

const articles = [
  makeArticle('a', [h('h2', {id: 'x'}, 'First'), makeParagraph(makeReference('/b'), makeMark(['price', 'low'], 'price')), h('h3', {id: 'y'}, 'Deep'), h('h2', {id: 'z'}, 'Second')], {title: 'Alpha', authors: ['Ann', 'Bo'], keywords: [{term: 'price'}]}),
  makeArticle('b', [makeParagraph(h('img', {src: '../images/a.svg', alt: 'x'})), h('section', {className: ['footnotes']}, h('ol', {}, h('li', {}, 'note')))], {title: 'Beta', textLanguage: 'fr', direction: 'ltr'})
]

function sectionOf({divisions}: Edition, id: string): Element {
  return divisions.find((division) => division.id === id)?.tree ?? h('missing', {})
}

function draw(points: readonly NavPoint[], depth = 0): readonly string[] {
  return points.flatMap(({id, title, children}) => [`${'  '.repeat(depth)}${title} #${id}`, ...draw(children, depth + 1)])
}

describe('an edition', () => {
  it('has its divisions in the order of the trade', () => {
    const {edition, found} = compose([{articles: [articles[0] as Article]}, {title: 'Part two', articles: [articles[1] as Article]}])
    expect(found).toEqual([])
    expect(edition.divisions.map(({id, kind, matter}) => `${matter} ${kind} ${id}`)).toEqual([
      'front half-title half-title', 'front title-page title-page', 'front imprint imprint', 'front contents contents',
      'body article a-a', 'body part part-1', 'body article a-b', 'back index index', 'back colophon colophon'])
    for (const {id, tree} of edition.divisions) expect(tree.properties['id']).toBe(id)
    expect(edition.articles).toBe(2)
  })

  it('nests its contents: parts hold articles, articles their main headings', () => {
    const {edition} = compose([{title: 'One', articles: [articles[0] as Article]}, {articles: [articles[1] as Article]}])
    expect(draw(edition.contents)).toEqual([
      'Title page #title-page', 'Imprint #imprint', 'One #part-1', '  Alpha #a-a', '    First #a-a.x', '    Second #a-a.z', 'Beta #a-b', 'Index #index', 'Colophon #colophon'])
  })

  it('prints contents without front matter and headings, each line with its folio', () => {
    const {edition} = compose([{title: 'One', articles}])
    const lines: string[] = []
    walk(sectionOf(edition, 'contents'), (node) => {
      if (node.type === 'element' && node.tagName === 'a') lines.push(textOf(node))
      if (node.type === 'folio') lines.push(node.targets.join())
    })
    expect(lines).toEqual(['One', 'part-1', 'Alpha', 'a-a', 'Beta', 'a-b', 'Index', 'index'])
  })

  it('leaves headings out of very long contents', () => {
    const many = Array.from({length: 1000}, (_, at) => makeArticle(`n${at}`, [h('h2', {id: 'x'}, 'Head')]))
    expect(compose([{articles: many}]).edition.contents.every(({children}) => children.length === 0)).toBe(true)
  })

  it('names its landmarks', () => {
    const {edition} = compose([{title: 'One', articles}])
    expect(edition.landmarks.map(({type, id}) => `${type} ${id}`)).toEqual(['titlepage title-page', 'copyright-page imprint', 'toc contents', 'bodymatter part-1', 'index index', 'colophon colophon'])
  })

  it('cross-references its articles both ways', () => {
    const {edition} = compose([{articles}])
    const links = (id: string, name: string): readonly string[] => {
      const found: string[] = []
      walkElements(sectionOf(edition, id), (element) => {
        if (!classesOf(element).includes(name)) return
        walkElements(element, ({tagName, properties}) => tagName === 'a' ? void found.push(String(properties['href'])) : undefined)
      })
      return found
    }
    expect([links('a-a', 'points-to'), links('a-a', 'referenced-in'), links('a-b', 'points-to'), links('a-b', 'referenced-in')]).toEqual([['#a-b'], [], [], ['#a-a']])
  })

  it('sets authors, notes, and the language of a text that is not its own', () => {
    const {edition} = compose([{articles}])
    expect(textOf(sectionOf(edition, 'a-a'))).toContain('Ann and Bo')
    expect(sectionOf(edition, 'a-b').properties).toMatchObject({lang: 'fr', dir: 'ltr'})
    expect(textOf(sectionOf(edition, 'a-b'))).toMatch(/Notes.*note/s)
    expect(textOf(sectionOf(edition, 'a-a'))).not.toContain('Notes')
  })

  it('sets the index: letters, terms, sub-entries, places', () => {
    const {edition} = compose([{articles}])
    const section = sectionOf(edition, 'index')
    const folios: string[] = []
    walk(section, (node) => node.type === 'folio' ? void folios.push(node.targets.join()) : undefined)
    expect(folios).toEqual(['a-a', 'a-b', 'a-a', 'i1.a-a'])
    expect(textOf(section)).toMatch(/^\s*IndexAAlpha\s*BBeta\s*Pprice\s*low/)
    expect(edition.graph.targetById.get('i1.a-a')).toMatchObject({slug: 'a', label: 'Alpha'})
  })

  it('takes the pictures that it shows and no others, and its own style sheets', () => {
    const {edition} = compose([{articles}], {}, 'ar')
    expect([...edition.resources.keys()]).toEqual(['images/a.svg'])
    expect(edition.styles.epub).toContain(house.styles.get('scripts/Arab'))
    expect(edition.styles.pdf).toContain(house.styles.get('print'))
    expect(edition.styles.pdf).not.toContain(house.styles.get('scripts/Latn'))
    expect([edition.script, edition.spec.direction]).toEqual(['Arab', 'rtl'])
  })

  it('says in its imprint what the publisher says', () => {
    const spec = makeSpec('en', {title: 'T', subtitle: 'S', description: 'D', rights: 'R', isbn: {pdf: '9780306406157'}, contributors: [{name: 'Ann', role: 'author'}, {name: 'Ed', role: 'editor'}, {name: 'Ty', role: 'translator'}]})
    const {edition} = compose([{articles}], {publisher: 'Press', date: '2026-11-21'}, 'en', spec)
    const imprint = textOf(sectionOf(edition, 'imprint'))
    for (const words of ['T', 'D', 'R', 'Edited by Ed', 'Translated by Ty', 'Published by Press', 'November 21, 2026', '9780306406157', 'English']) expect(imprint).toContain(words)
    expect(textOf(sectionOf(edition, 'title-page'))).toBe('TSAnnEdited by EdTranslated by TyPress')
    expect(textOf(sectionOf(compose([{articles}]).edition, 'title-page'))).toBe('Selling')
  })

  it('has one identifier for each language, the same every time', () => {
    const ids = ['en', 'ja', 'en'].map((language) => compose([{articles}], {}, language).edition.uuid)
    expect(ids[0]).toBe(ids[2])
    expect(ids[0]).not.toBe(ids[1])
  })

  it('cannot be empty', () => {
    const {edition, found} = compose([])
    expect(found.map(({code}) => code)).toEqual(['compose/empty-edition'])
    expect(edition.divisions.some(({kind}) => kind === 'index')).toBe(false)
  })
})
