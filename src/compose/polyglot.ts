/** The polyglot index: a book of its own, with the index of each edition and what its headwords are called in all others. */
import type {Element, ElementContent} from 'hast'
import {tagOf} from '../core/bilingual.ts'
import type {Report} from '../core/diagnostic.ts'
import {h} from '../core/hast.ts'
import type {IndexGroup} from '../core/index-entries.ts'
import {directionOf, nameOfLanguage, scriptOf} from '../core/locale.ts'
import type {Division, Edition, EditionSpec, Language, Sources} from '../core/model.ts'
import type {Terms} from '../core/terms.ts'
import {makeUuid} from '../core/uuid.ts'
import {makeCover} from './cover.ts'
import {joinStyles} from './edition.ts'
import {makeDivision, makeHalfTitle, makeImprint, makeTitlePage, type MatterContext} from './matter.ts'
import {listContents, listLandmarks, makeContents} from './navigation.ts'
import {listLanguages} from './phrases.ts'
import {makeFill} from './template.ts'

/** A headword with its pages, written out. */
export interface PolyglotTerm {
  readonly language: Language
  readonly heading: string
  readonly pages: string
}

/** The index of one edition: its headings in order and under their letters, each with all that it stands for. */
export interface PolyglotSection {
  readonly spec: EditionSpec
  readonly groups: readonly IndexGroup[]
  readonly termsByHeading: ReadonlyMap<string, {readonly own: PolyglotTerm; readonly equivalents: readonly PolyglotTerm[]}>
}

/** The book; its own words are in the language of `lead`, whose title it has. */
export function composePolyglot(lead: EditionSpec, terms: Terms, sections: readonly PolyglotSection[], modified: number, sources: Sources, report: Report): Edition {
  const {publication} = sources
  const {sortAs: _, description: __, ...rest} = lead
  const spec: EditionSpec = {...rest, writing: 'horizontal', subtitle: terms.words.index, isbn: {}, volume: 'index'}
  const context: MatterContext = {publication, spec, terms, fill: makeFill(sources.templates, terms, report)}
  const front = [makeHalfTitle(context), makeTitlePage(context), makeImprint(context)]
  const listed = [...front, ...sections.map((section) => makeSection(section, context))]
  const contents = listContents(listed, new Map())
  const divisions = [...front, makeContents(contents, listed, context), ...listed.slice(front.length)]
  const cover = makeCover(context, sources, report)
  return {
    publication, spec, script: scriptOf(spec.language), terms, divisions, contents, modified,
    articleContributors: [], cover, landmarks: listLandmarks(divisions, terms), articles: 0, headwords: [],
    graph: {targetById: new Map(), outgoing: new Map(), incoming: new Map(), working: 0, dangling: 0},
    styles: joinStyles(sources.styles, spec, listLanguages(divisions)), resources: new Map(),
    uuid: makeUuid(`${publication.identifier} ${tagOf(spec)}`)
  }
}

function makeSection({spec: {language}, groups, termsByHeading}: PolyglotSection, context: MatterContext): Division {
  const id = `index-${language}`
  const marks = {lang: language, dir: directionOf(language)}
  const name = nameOfLanguage(language)
  const entry = (heading: string): readonly Element[] => {
    const found = termsByHeading.get(heading)
    return found ? [h('li', {'epub:type': 'index-entry'}, writeTerm(found.own), found.equivalents.length === 0 ? undefined
      : h('ul', {className: ['equivalents']}, found.equivalents.map((term) => h('li', {}, h('span', {className: ['tag'], lang: 'en', dir: 'ltr', translate: 'no'}, term.language), ' ', writeTerm(term)))))] : []
  }
  const division = makeDivision(context.fill, 'index', id, name, {
    groups: groups.map((group) => h('div', {className: ['group'], 'epub:type': 'index-group'},
      h('h2', {className: ['letter']}, group.heading), h('ul', {className: ['entries'], 'epub:type': 'index-entry-list'}, group.entries.flatMap(({heading}) => entry(heading)))))
  }, termsByHeading.size * 12)
  const [, ...rest] = division.tree.children // the heading of the template says what an index is called, this one's what language it is of
  const tree: Element = {...division.tree, properties: {...division.tree.properties, ...marks, className: ['index', 'polyglot']}, children: [h('h1', {}, name), ...rest]}
  return {...division, matter: 'body', phrases: [h('span', marks, name)], tree}
}

function writeTerm({language, heading, pages}: PolyglotTerm): readonly ElementContent[] {
  const term = h('span', {className: ['term'], lang: language, dir: directionOf(language)}, heading)
  return pages === '' ? [term] : [term, h('span', {className: ['locators']}, ' ', h('bdi', {}, pages))]
}
