/** Content documents: one XHTML file for each division. */
import type {Element} from 'hast'
import {walkElements} from '../../core/hast.ts'
import type {EditionSpec} from '../../core/model.ts'
import {escapeText, tag, xmlDeclaration} from './markup.ts'
import type {Gallery} from './pictures.ts'
import {labelTree} from './labels.ts'
import {styleFile} from './places.ts'
import {resolveTree, type Resolver} from './resolve.ts'
import {isVertical} from './vertical.ts'
import {serialise, type DocumentFacts} from './xhtml.ts'

/** A document as the manifest lists it. */
export interface ListedDocument extends DocumentFacts {
  readonly file: string
}

export interface Document extends ListedDocument {
  /** Its markup, made when it is asked for: all documents of a large book at once would fill the memory. */
  readonly write: () => string
}

/** The documents in reading order, without the navigation document. Their pictures are in the gallery from now on. */
export function listDocuments(resolver: Resolver): readonly Document[] {
  const {edition: {spec}, places, gallery} = resolver
  return places.documents.map((home) => {
    const {division, file} = home
    const write = (): string => wrapDocument(spec, division.title, serialise(labelTree(resolveTree(division.tree, home, resolver))).markup, `${division.matter}matter`, isVertical(spec, division))
    return {file, ...surveyTree(division.tree, gallery), write}
  })
}

/** What a tree holds that the package names. */
function surveyTree(tree: Element, gallery: Gallery): DocumentFacts {
  const facts = {svg: false, mathml: false}
  walkElements(tree, ({tagName, properties: {src}}) => {
    if (tagName === 'svg') facts.svg = true
    else if (tagName === 'math') facts.mathml = true
    else if (tagName === 'img' && typeof src === 'string') gallery.place(src)
    return tagName !== 'template'
  })
  return facts
}

/** A whole XHTML document around the markup of its body. */
export function wrapDocument(spec: EditionSpec, title: string, body: string, type: string, isInVerticalLines = false): string {
  const head = tag('head', {}, [
    tag('title', {}, escapeText(title.trim() || spec.title)), // an empty title is an error in XHTML
    tag('link', {rel: 'stylesheet', type: 'text/css', href: styleFile})
  ])
  const root = tag('html', {
    xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops',
    lang: spec.language, 'xml:lang': spec.language, dir: spec.direction, class: isInVerticalLines ? 'vertical' : undefined
  }, [head, tag('body', {'epub:type': type}, [body])])
  return `${xmlDeclaration}<!DOCTYPE html>\n${root}\n`
}
