/** An article as a division: title, text, notes, and its cross-references. */
import type {Element, ElementContent} from 'hast'
import type {ArticleFacts} from '../core/article-facts.ts'
import {classesOf, h, isElement, replaceNodes} from '../core/hast.ts'
import {commaOf, isFullWidth, languageMarks, listNames, longDate, nameOfLanguage, scriptOf} from '../core/locale.ts'
import type {Article, Division, EditionSpec, Id, Slug} from '../core/model.ts'
import type {ReferenceGraph} from '../core/references.ts'
import {isolateWords} from '../core/phrases.ts'
import {sayTerm} from '../core/terms.ts'
import {makeDivision, type MatterContext} from './matter.ts'

export type Composable = Article & {readonly id: Id}

/** The division of an article; `articleBySlug` holds those of its edition. */
export function makeArticle(article: Composable, articleBySlug: ReadonlyMap<Slug, Composable>, graph: ReferenceGraph, context: MatterContext): Division {
  const {terms, fill, spec} = context
  const isNotes = (node: ElementContent): boolean => isElement(node) && classesOf(node).includes('footnotes')
  const children = article.tree.children.filter((node): node is ElementContent => node.type !== 'doctype')
  const notes = children.filter(isNotes).flatMap((section) => isElement(section) ? section.children : [])
  const list = (slugs: readonly Slug[] | undefined): Element[] => (slugs ?? []).flatMap((slug) => {
    const other = articleBySlug.get(slug)
    return other ? [makeCrossReference(other, spec)] : []
  })
  const [pointsTo, referencedIn] = [list(graph.outgoing.get(article.slug)), list(graph.incoming.get(article.slug))]
  const division = makeDivision(fill, 'article', article.id, article.title, {
    title: article.titlePhrases ?? article.title,
    authors: article.authors.length > 0 ? sayTerm(terms, 'by-author', {names: listNames(spec.language, article.authors)}) : undefined,
    translators: article.translators.length > 0 ? sayTerm(terms, 'translated-by', {names: listNames(spec.language, article.translators)}) : undefined,
    'translation-notice': maybeNotice(article, context),
    text: children.filter((node) => !isNotes(node)),
    notes,
    'also-in': maybeAlsoIn(article, context),
    'points-to': pointsTo,
    'referenced-in': referencedIn,
    'cross-references': [...pointsTo, ...referencedIn]
  }, article.words + 8 * (pointsTo.length + referencedIn.length))
  const {textLanguage, direction} = article
  const properties = {...division.tree.properties, ...(textLanguage !== undefined && {lang: textLanguage}), ...(direction !== undefined && {dir: direction})}
  const tree = textLanguage === undefined && direction === undefined ? division.tree : markOurs(division.tree, spec)
  return {...division, ...(article.titlePhrases && {phrases: article.titlePhrases}), file: article.file, article: tellFacts(article), tree: {...tree, properties}}
}

function tellFacts({slug, description, keywords, words, digest, textLanguage}: Article): ArticleFacts {
  return {slug, keywords: keywords.map(({term}) => term), words, digest, ...(description !== undefined && {description}), ...(textLanguage !== undefined && {language: textLanguage})}
}

const ours = new Set(['authors', 'translators', 'translation-notice', 'notes-title', 'also-in', 'cross-references'])

/** What we say around a text in another language stays in that of the edition. */
function markOurs(tree: Element, {language, direction}: EditionSpec): Element {
  return replaceNodes(tree, (node) => isElement(node) && classesOf(node).some((name) => ours.has(name))
    ? [{...node, properties: {...node.properties, lang: language, dir: direction}}] : undefined)
}

/** What a reader should know of how the article was translated. */
function maybeNotice({translation}: Article, {spec: {language, translation: {noticeBehind}}, terms}: MatterContext): string | undefined {
  if (!translation) return undefined
  const {kind, since} = translation
  const name = new Intl.DisplayNames(language, {type: 'language'}).of(translation.language) ?? translation.language
  if (kind !== 'behind') return sayTerm(terms, kind === 'fallback' ? 'not-translated' : 'partly-translated', {language: name})
  if (!noticeBehind) return undefined
  return since === undefined ? terms.words['behind-undated'] : sayTerm(terms, 'behind-source', {date: longDate(language, since, terms.digits)})
}

/** The other languages of an article, each by its own name. */
function maybeAlsoIn({siblings = []}: Article, {spec, terms}: MatterContext): readonly ElementContent[] | undefined {
  if (!spec.translation.alsoIn || siblings.length === 0) return undefined
  const [before = '', after = ''] = sayTerm(terms, 'also-in', {languages: '\0'}).split('\0')
  const comma = commaOf(scriptOf(spec.language))
  const names = siblings.map((language) => h('span', {...languageMarks(language, spec.direction)}, nameOfLanguage(language)))
  return [{type: 'text', value: before}, ...names.flatMap((name, at): ElementContent[] => at === 0 ? [name] : [{type: 'text', value: comma}, name]), {type: 'text', value: after}]
}

function makeCrossReference({id, title, titlePhrases}: Composable, {language, direction}: EditionSpec): Element {
  const script = scriptOf(language)
  const separator = isFullWidth(script) ? '\u3000' : commaOf(script)
  return h('li', {}, h('a', {href: `#${id}`}, titlePhrases ?? isolateWords(title, direction)),
    h('span', {className: ['folio-reference']}, separator, {type: 'folio', use: 'reference', targets: [id]}))
}
