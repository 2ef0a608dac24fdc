/** Content documents: one XHTML file for each division. */
import {serialise, type DocumentFacts} from './xhtml.ts'
import {escapeText, tag, xmlDeclaration} from './markup.ts'
import {styleFile} from './places.ts'
import {resolveTree, type Resolver} from './resolve.ts'
import type {EditionSpec} from '../../core/model.ts'

export interface Document extends DocumentFacts {
  readonly file: string
  readonly markup: string
}

/** The documents in reading order, without the navigation document. */
export function makeDocuments(resolver: Resolver): readonly Document[] {
  const {edition: {spec}, places} = resolver
  return places.documents.map((home) => {
    const {division, file} = home
    const {markup, svg, mathml} = serialise(resolveTree(division.tree, home, resolver))
    return {file, svg, mathml, markup: wrapDocument(spec, division.title, markup, `${division.matter}matter`)}
  })
}

/** A whole XHTML document around the markup of its body. */
export function wrapDocument(spec: EditionSpec, title: string, body: string, type: string): string {
  const head = tag('head', {}, [
    tag('title', {}, escapeText(title.trim() || spec.title)), // an empty title is an error in XHTML
    tag('link', {rel: 'stylesheet', type: 'text/css', href: styleFile})
  ])
  const root = tag('html', {
    xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops',
    lang: spec.language, 'xml:lang': spec.language, dir: spec.direction
  }, [head, tag('body', {'epub:type': type}, [body])])
  return `${xmlDeclaration}<!DOCTYPE html>\n${root}\n`
}
