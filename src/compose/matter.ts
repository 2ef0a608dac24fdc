/** Front and back matter, parts: what surrounds the articles, from templates and terms. */
import type {ElementContent} from 'hast'
import {breakAddress} from '../core/addresses.ts'
import {tagOf} from '../core/bilingual.ts'
import {h} from '../core/hast.ts'
import {listNames, longDate, nameOfLanguage} from '../core/locale.ts'
import type {Contributor, Role} from '../core/contributors.ts'
import type {Division, DivisionKind, EditionSpec, Publication} from '../core/model.ts'
import {sayTerm, type TermName, type Terms} from '../core/terms.ts'
import {nameLanguages, showSubtitle, showTitle} from './bilingual-titles.ts'
import type {Fill, Filling, Slots} from './template.ts'

export interface MatterContext {
  readonly publication: Publication
  readonly spec: EditionSpec
  readonly terms: Terms
  readonly fill: Fill
}

const matterOf: Readonly<Record<DivisionKind, Division['matter']>> = {
  cover: 'front', 'half-title': 'front', 'title-page': 'front', imprint: 'front', contents: 'front', figures: 'front', tables: 'front',
  part: 'body', article: 'body', index: 'back', 'whats-new': 'back', colophon: 'back'
}

/** A division of the book: the filled template of its kind, named by its id. */
export function makeDivision(fill: Fill, kind: DivisionKind, id: string, title: string, slots: Slots, words = 50): Division {
  const section = fill(kind, slots)
  return {id, kind, matter: matterOf[kind], title, head: title, words, tree: {...section, properties: {...section.properties, id}}}
}

export function makeHalfTitle({spec, terms, fill}: MatterContext): Division {
  return makeDivision(fill, 'half-title', 'half-title', terms.words['half-title'], {title: showTitle(spec)})
}

export function makeTitlePage({spec, publication, terms, fill}: MatterContext): Division {
  return makeDivision(fill, 'title-page', 'title-page', terms.words['title-page'], {
    title: showTitle(spec),
    subtitle: showSubtitle(spec),
    contributors: listContributors(spec.contributors, terms).map((line) => h('p', {}, line)),
    publisher: publication.publisher
  })
}

const termByRole: readonly (readonly [Role, TermName])[] = [
  ['author', 'by-author'], ['editor', 'edited-by'], ['translator', 'translated-by'], ['illustrator', 'illustrated-by'], ['contributor', 'by-author']
]

/** One line for each role, in the order of the trade. */
export function listContributors(contributors: readonly Contributor[], terms: Terms): readonly string[] {
  return termByRole.flatMap(([role, term]) => {
    const names = contributors.filter((contributor) => contributor.role === role).map(({name}) => name)
    return names.length > 0 ? [sayTerm(terms, term, {names: listNames(terms.language, names)})] : []
  })
}

export function makeImprint({spec, publication, terms, fill}: MatterContext): Division {
  const {language, pairing} = spec
  const lines: readonly ElementContent[][] = [
    ...pairing ? [pairing.first, pairing.second].map(({title, language: lang, direction: dir}) => [h('cite', {lang, dir}, title)]) : [[h('cite', {}, spec.title)]],
    ...listContributors(spec.contributors.filter(({role}) => role !== 'author'), terms).map((line) => [textNode(line)]),
    [textNode(sayTerm(terms, 'edition-line', {language: pairing ? nameLanguages(pairing) : nameOfLanguage(language)}))],
    ...(publication.publisher === undefined ? [] : [[textNode(sayTerm(terms, 'published-by', {publisher: publication.publisher}))]]),
    ...(publication.date === undefined ? [] : [[textNode(sayTerm(terms, 'published-on', {date: longDate(language, publication.date, terms.digits)}))]]),
    ...(['pdf', 'epub', 'kepub', 'kindle'] as const).flatMap((format) => {
      const number = spec.isbn[format]
      return number === undefined ? [] : [[textNode(sayTerm(terms, 'isbn', {number, format: terms.words[`format-${format}`]}))]]
    }),
    ...(spec.rights === undefined ? [] : [[textNode(spec.rights)]]),
    ...(publication.address === undefined ? [] : [[linkEdition(publication.address, tagOf(spec))]])
  ]
  return makeDivision(fill, 'imprint', 'imprint', terms.words.imprint, {lines: lines.map((line) => h('p', {}, line)), description: spec.description})
}

/** Where the edition is to be had: the address that readers type, without what they need not. */
function linkEdition(address: string, tag: string): ElementContent {
  const href = `${address}${encodeURIComponent(tag)}/`
  return h('a', {href, dir: 'ltr'}, breakAddress(href.replace(/^https?:\/\//, '')))
}

export function makePart({fill}: MatterContext, number: number, title: string, shown: Filling = title): Division {
  return makeDivision(fill, 'part', `part-${number}`, title, {title: shown}, 5)
}

export function makeColophon({terms, fill}: MatterContext, articles: number): Division {
  return makeDivision(fill, 'colophon', 'colophon', terms.words.colophon, {text: sayTerm(terms, 'colophon-text', {articles})})
}

function textNode(value: string): ElementContent {
  return {type: 'text', value}
}
