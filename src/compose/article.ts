/** An article as a division: title, text, notes, and its cross-references. */
import type {Element, ElementContent} from 'hast'
import {classesOf, h, isElement} from '../core/hast.ts'
import {commaOf, isFullWidth, listNames, scriptOf} from '../core/locale.ts'
import type {Article, Division, EditionSpec, Id, ReferenceGraph, Slug} from '../core/model.ts'
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
    text: children.filter((node) => !isNotes(node)),
    notes,
    'points-to': pointsTo,
    'referenced-in': referencedIn,
    'cross-references': [...pointsTo, ...referencedIn]
  }, article.words + 8 * (pointsTo.length + referencedIn.length))
  const {textLanguage, direction} = article
  const properties = {...division.tree.properties, ...(textLanguage !== undefined && {lang: textLanguage}), ...(direction !== undefined && {dir: direction})}
  return {...division, ...(article.titlePhrases && {phrases: article.titlePhrases}), file: article.file, keywords: article.keywords.map(({term}) => term), tree: {...division.tree, properties}}
}

function makeCrossReference({id, title, titlePhrases}: Composable, {language, direction}: EditionSpec): Element {
  const script = scriptOf(language)
  const separator = isFullWidth(script) ? '\u3000' : commaOf(script)
  return h('li', {}, h('a', {href: `#${id}`}, titlePhrases ?? isolateWords(title, direction)),
    h('span', {className: ['folio-reference']}, separator, {type: 'folio', use: 'reference', targets: [id]}))
}
