/** A whole edition made by hand, as compose would make it: every kind of division and of markup, in five languages. */
import {directionOf, scriptOf} from '../../src/core/locale.ts'
import {h} from '../../src/core/hast.ts'
import type {Division, Edition, EditionSpec, Landmark, NavPoint, Publication} from '../../src/core/model.ts'
import type {Resource} from '../../src/core/resources.ts'
import type {Target} from '../../src/core/references.ts'
import {sampleHandoutSetup, samplePrintSetup} from './print-setup.ts'
import {makeSampleArticle, samplePicture} from './sample-article.ts'
import {makeColophon, makeContents, makeHalfTitle, makeImprint, makeIndex, makePart, makeTitlePage} from './sample-matter.ts'
import {englishTerms, sampleTexts, type SampleLanguage} from './sample-texts.ts'

export interface SampleOptions {
  /** The three articles follow one another again until there are so many. */
  readonly articles?: number
  readonly styles?: string
  readonly isbn?: string
}

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60" width="120" height="60">' +
  '<rect x="10" y="30" width="30" height="25" fill="#5a7d9a"/><rect x="60" y="5" width="30" height="50" fill="#b0643c"/></svg>'

/** The sample edition in one language. */
export function makeSampleEdition(language: SampleLanguage, options: SampleOptions = {}): Edition {
  const texts = sampleTexts[language]
  const terms = {language, words: {...englishTerms, ...texts.words}}
  const count = options.articles ?? 3
  const articles = Array.from({length: count}, (_, index) => makeSampleArticle(texts, terms, index, count))
  const spec: EditionSpec = {
    language, direction: directionOf(language), writing: 'horizontal', title: texts.title, subtitle: texts.subtitle, description: texts.description, rights: texts.rights,
    contributors: [{...texts.author, role: 'author'}, {name: texts.translator, role: 'translator'}],
    typography: true, embeddedFonts: 'auto', numerals: 'default', translation: {missing: 'omit', fill: false, from: [], noticeBehind: false, alsoIn: false}, isbn: options.isbn === undefined ? {} : {epub: options.isbn}, subjects: [], accessibility: {}, partTitles: new Map([['meeting', texts.part]]), handoutTitles: new Map()
  }
  const contents: readonly NavPoint[] = [
    {id: 'part-meeting', title: texts.part, children: articles.map(({division, heading}) =>
      ({id: division.id, title: division.title, children: [{...heading, children: []}]}))},
    {id: 'index', title: terms.words.index, children: []},
    {id: 'colophon', title: terms.words.colophon, children: []}
  ]
  const divisions: readonly Division[] = [
    makeHalfTitle(texts), makeTitlePage(texts), makeImprint(texts), makeContents(terms, contents), makePart(texts),
    ...articles.map(({division}) => division), makeIndex(texts, terms, articles), makeColophon(terms, count)
  ]
  const targets = articles.flatMap(({targets}) => targets)
  return {
    publication: makeSamplePublication(spec, texts.publisher), spec, articleContributors: [], headwords: [], script: scriptOf(language), terms, divisions, contents,
    landmarks: makeLandmarks(terms.words, articles[0]?.division.id), articles: count,
    graph: {targetById: new Map(targets.map((target): [string, Target] => [target.id, target])), outgoing: new Map(), incoming: new Map(), working: count, dangling: 0},
    styles: {epub: options.styles ?? '', kepub: options.styles ?? '', kindle: options.styles ?? '', pdf: options.styles ?? '', 'large-print': options.styles ?? ''}, resources: new Map([[samplePicture, makeSamplePicture()]]),
    uuid: '3f1b7b5a-6f0c-5d4e-9a63-1c2f0e8d7b49', modified: 1_772_323_200
  }
}

/** One division around some nodes, to try single things. */
export function makeDivision(id: string, children: Parameters<typeof h>[2], kind: Division['kind'] = 'article'): Division {
  return {id, kind, matter: 'body', title: id, head: id, words: 1, tree: h('section', {id}, children), ...(kind === 'article' && {file: `en/${id}.md`})}
}

function makeSamplePublication(spec: EditionSpec, publisher: string): Publication {
  return {
    name: 'small-shop', identifier: 'https://example.org/small-shop', publisher, date: '2026-03-01', spine: [], formats: ['epub', 'pdf'],
    largePrint: {width: 210, height: 297, margins: {top: 27, bottom: 34, inner: 25, outer: 24}, fontSize: 18},
    page: {width: 148, height: 210, margins: {top: 18, bottom: 20, inner: 20, outer: 16}, fontSize: 10}, typesetting: {articles: 'page', heads: 'titles', typeface: 'serif', tables: 'turn', notes: 'article', lists: [], gutterGrows: false}, polyglotIndex: false, singleDollarMath: false,
    pictures: {maxWidth: 1600, maxHeight: 2560, quality: 82},
    print: samplePrintSetup, handouts: sampleHandoutSetup,
    silences: [], editions: [spec], bilingual: []
  }
}

function makeSamplePicture(): Resource {
  return {
    path: samplePicture, mediaType: 'image/svg+xml', width: 120, height: 60,
    hash: 'b4a1f0c2d3e4958677685940312213ab0a9b8c7d6e5f40312233445566778899', load: async () => new TextEncoder().encode(drawing)
  }
}

function makeLandmarks(words: Readonly<Record<'contents' | 'begin-reading' | 'index', string>>, first: string | undefined): readonly Landmark[] {
  return [
    {id: 'contents', type: 'toc', title: words.contents},
    ...(first === undefined ? [] : [{id: first, type: 'bodymatter', title: words['begin-reading']}]),
    {id: 'index', type: 'index', title: words.index}
  ]
}
