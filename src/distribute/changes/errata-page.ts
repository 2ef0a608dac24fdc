/** Corrections for holders of the printed book, in its language: the same tree for the web and for paper. */
import type {Element, ElementContent, Properties} from 'hast'
import type {ArticleChange, ArticleCorrections, Correction} from '../../core/changes.ts'
import {h} from '../../core/hast.ts'
import {directionOf, inBrackets, languageMarks} from '../../core/locale.ts'
import type {Language} from '../../core/model.ts'
import type {Release, ReleasedEdition} from '../../core/release.ts'
import type {TermName} from '../../core/terms.ts'
import {linkTo} from '../links.ts'
import {escapeMarkup, writeMarkup} from '../site/markup.ts'
import type {Voice} from '../site/voice.ts'
import {showPieces} from './pieces.ts'

/** What a list of errata is made from. */
export interface Errata {
  readonly edition: ReleasedEdition
  /** Calendar date of the former printing. */
  readonly date: string
  readonly articles: readonly ArticleChange[]
  /** Absent: the texts are not at hand, and articles are named only. */
  readonly corrections?: readonly ArticleCorrections[] | undefined
  /** Where the catalogue stands on the web. */
  readonly address?: string | undefined
}

/** Whether the holder of a former printing has anything to correct. */
export function hasErrata({articles, corrections}: Errata): boolean {
  return corrections ? corrections.length > 0 : articles.some(({kind}) => kind === 'changed')
}

/** Path of the page below the output folder. */
export function errataPath(tag: string, extension: 'html' | 'pdf'): string {
  return `${tag}/errata.${extension}`
}

/** The pages that a release has, by tag, as the catalogue links to them. */
export function listErrata({editions, files}: Pick<Release, 'editions' | 'files'>): ReadonlyMap<string, readonly [{readonly term: 'errata'; readonly path: string}]> {
  const paths = new Set(files.map(({path}) => path))
  return new Map(editions.flatMap(({tag}) => {
    const path = errataPath(tag, 'html')
    return paths.has(path) ? [[tag, [{term: 'errata', path}]] as const] : []
  }))
}

/** Nothing runs, and nothing is loaded. */
const policy = 'default-src \'none\'; style-src \'unsafe-inline\'; base-uri \'none\'; form-action \'none\''

/** The page, which stands alone. */
export function writeErrataPage(errata: Errata, voice: Voice, style: string): string {
  const {edition: {title}} = errata
  const {language, direction} = voice
  const name = `${voice.say('errata')} · ${title}`
  return `<!doctype html>\n<html lang="${escapeMarkup(language)}" dir="${direction}" class="page"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeMarkup(name)}</title><style>\n${style.replaceAll('\r', '').replaceAll('</', '<\\/')}</style></head>\n<body>\n` +
    `${writeMarkup([h('main', {class: 'errata'}, makeErrata(errata, voice, true))])}</body></html>\n`
}

/** What stands on the page; links lead to other files where it is one of the web. */
export function makeErrata(errata: Errata, voice: Voice, onWeb: boolean): readonly ElementContent[] {
  const {edition: {title, tag}, articles, corrections, date, address} = errata
  const marks = voice.marks
  const href = (anchor: string): string | undefined => onWeb || address !== undefined ? linkTo(`${tag}/`, errataPath(tag, 'html'), address) + anchor : undefined
  const rewritten = corrections?.filter((each) => each.rewritten).map(({slug}) => slug)
  const of = (kind: ArticleChange['kind']): readonly ArticleChange[] => articles.filter((article) => article.kind === kind)
  const list = (term: TermName, changes: readonly ArticleChange[]): Element | undefined => maybeList(term, changes, voice, href)
  return [
    h('h1', {...marks, id: 'errata'}, voice.say('errata')),
    h('p', {class: 'book'}, link(title, href(''))),
    h('p', {class: 'intro', ...marks}, voice.say('errata-intro', {date: voice.day(date)})),
    maybeTable(corrections ?? [], voice, onWeb),
    list('changed-articles', of('changed').filter(({slug}) => rewritten?.includes(slug) ?? true)),
    list('new-articles', of('new')), list('removed-articles', of('removed'))
  ].filter((node) => node !== undefined)
}

/** On the web each cell names its column, for phones, where columns stand below one another. */
function maybeTable(corrections: readonly ArticleCorrections[], voice: Voice, onWeb: boolean): Element | undefined {
  const told = corrections.filter((each) => each.corrections.length > 0)
  if (told.length === 0) return undefined
  const names = (['errata-page', 'errata-printed', 'errata-correct'] as const).map((term) => voice.say(term))
  const heads = names.map((name) => h('th', {scope: 'col', ...voice.marks}, name))
  return h('table', {'aria-labelledby': 'errata'}, h('thead', {}, h('tr', {}, heads)), told.map((each) => h('tbody', {},
    h('tr', {class: 'article'}, h('th', {scope: 'rowgroup', colspan: '3'}, h('span', marksOfArticle(each, voice), each.title))), each.corrections.map((correction) => makeRow(correction, voice, onWeb ? names : [])))))
}

function makeRow({page, printed, correct, language, direction}: Correction, voice: Voice, names: readonly string[]): Element {
  const marks: Properties = language === undefined || language === voice.language ? {} : {lang: language, dir: direction ?? directionOf(language)}
  const named = (at: number): Properties => names[at] === undefined ? {} : {'data-name': names[at]}
  const cell = (pieces: Correction['printed'], at: number): Element => pieces.length === 0 ? h('td', named(at), '—') : h('td', {...named(at), ...marks}, ...showPieces(pieces))
  return h('tr', {}, h('td', {class: 'page', ...named(0)}, page ?? ''), cell(printed, 1), cell(correct, 2))
}

/** Articles with the page on which a holder of the former printing finds them. */
function maybeList(term: TermName, changes: readonly ArticleChange[], voice: Voice, href: (anchor: string) => string | undefined): Element | undefined {
  if (changes.length === 0) return undefined
  return h('section', {}, h('h2', {...voice.marks}, voice.say(term)), h('ul', {}, changes.map(({kind, slug, title, language, formerPage}) => {
    return h('li', {}, h('span', marksOfArticle({language}, voice), kind === 'removed' ? title : link(title, href(`#${encodeURIComponent(slug)}`))), ...formerPage === undefined ? [] : [h('span', {class: 'where', ...voice.marks}, inBrackets(voice.say('page-reference', {page: formerPage}), voice.language))])
  })))
}

/** What a title says of its language where it is not that of the page. */
function marksOfArticle({language}: {readonly language?: Language | undefined}, voice: Voice): Properties {
  return language === undefined || language === voice.language ? {} : {...languageMarks(language, voice.direction)}
}

function link(words: string, href: string | undefined): ElementContent {
  return href === undefined ? {type: 'text', value: words} : h('a', {href}, words)
}
