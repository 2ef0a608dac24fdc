/** Articles, terms and publications made by hand, for tests of the stages after parse. */
import type {ElementContent} from 'hast'
import {makeLedger, type Diagnostic, type Report} from '../../src/core/diagnostic.ts'
import {sha256} from '../../src/core/digest.ts'
import {h} from '../../src/core/hast.ts'
import {directionOf} from '../../src/core/locale.ts'
import type {Article, EditionSpec, Language, Publication, Slug} from '../../src/core/model.ts'
import type {IndexMarkNode, ReferenceNode} from '../../src/core/nodes.ts'
import type {Terms} from '../../src/core/terms.ts'
import {englishTerms} from './sample-texts.ts'
import {sampleHandoutSetup, samplePrintSetup} from './print-setup.ts'

/** A line of paragraphs, headings, references. */
export function makeArticle(slug: Slug, children: readonly ElementContent[] = [], more: Partial<Article> = {}): Article {
  const language = more.language ?? 'en'
  return {
    file: `${language}/${slug}.md`, language, slug, title: slug, keywords: [], aliases: [], authors: [], translators: [], draft: false, words: 10, digest: sha256(slug),
    tree: {type: 'root', children: [...children]}, ...more
  }
}

export function makeReference(url: string, words = url): ReferenceNode {
  const position = {start: {line: 7, column: 3, offset: 0}, end: {line: 7, column: 9, offset: 0}}
  return {type: 'reference', url, children: [{type: 'text', value: words}], position}
}

export function makeMark(entry: readonly string[], words = '', more: Partial<IndexMarkNode> = {}): IndexMarkNode {
  const position = {start: {line: 5, column: 2, offset: 0}, end: {line: 5, column: 9, offset: 0}}
  return {type: 'indexMark', entry, children: words ? [{type: 'text', value: words}] : [], position, ...more}
}

export function makeParagraph(...children: readonly (ElementContent | string)[]): ElementContent {
  return h('p', {}, children)
}

export function makeTerms(language: Language = 'en'): Terms {
  return {language, words: englishTerms}
}

export function makeSpec(language: Language = 'en', more: Partial<EditionSpec> = {}): EditionSpec {
  return {language, direction: directionOf(language), writing: 'horizontal', title: 'Selling', typography: true, embeddedFonts: 'auto', numerals: 'default', translation: {missing: 'omit', fill: false, from: [], noticeBehind: false, alsoIn: false}, contributors: [], isbn: {}, subjects: [], accessibility: {}, partTitles: new Map(), handoutTitles: new Map(), ...more}
}

export function makePublication(more: Partial<Publication> = {}): Publication {
  return {
    name: 'selling', identifier: 'urn:uuid:00000000-0000-5000-8000-000000000000', spine: [], formats: ['epub', 'pdf'], polyglotIndex: false, singleDollarMath: false,
    pictures: {maxWidth: 1600, maxHeight: 2560, quality: 82},
    print: samplePrintSetup, handouts: sampleHandoutSetup,
    largePrint: {width: 210, height: 297, margins: {top: 27, bottom: 34, inner: 25, outer: 24}, fontSize: 18},
    page: {width: 148, height: 210, margins: {top: 20, bottom: 20, inner: 18, outer: 16}, fontSize: 10}, typesetting: {articles: 'auto', heads: 'titles', typeface: 'serif', tables: 'turn', notes: 'article', lists: [], gutterGrows: true}, silences: [], editions: [makeSpec()], bilingual: [], ...more
  }
}

/** What a stage gives together with what it reports. */
export function tryStage<T>(run: (report: Report) => T): {readonly result: T; readonly found: readonly Diagnostic[]; readonly codes: readonly string[]} {
  const {list, report} = makeLedger()
  const result = run(report)
  return {result, found: list, codes: list.map(({code}) => code)}
}
