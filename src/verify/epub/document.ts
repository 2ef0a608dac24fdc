/** One document of the book, read once: what it is, what it holds, where it points. */
import {checkActive} from './active.ts'
import {checkContentModel} from './content-model.ts'
import type {Book} from './book.ts'
import {readText, readXml} from './book.ts'
import {checkLanguage, checkRoot} from './language.ts'
import {collectNotes} from './notes.ts'
import {checkObsolete} from './obsolete.ts'
import {collectReferences} from './references.ts'
import {checkStructure, closeStructure, textStructure} from './structure.ts'
import type {DocumentType} from './xml-prolog.ts'

/** What a reference is for: a link that is followed, or something that is loaded. */
export type Use = 'link' | 'image' | 'style' | 'script' | 'media' | 'frame' | 'track' | 'font' | 'use' | 'cite'

export interface Reference {
  readonly address: string
  readonly use: Use
  readonly at: number
  /** Something else is shown when it cannot be. */
  readonly hasFallback?: boolean
}

export interface Note {
  readonly id: string
  readonly at: number
}

export interface PageMarker {
  readonly id: string | undefined
  readonly label: string
  readonly at: number
}

/** What was found in a document. */
export interface Document {
  readonly path: string
  readonly ids: Map<string, string>
  readonly references: Reference[]
  readonly pages: PageMarker[]
  readonly notes: Note[]
  readonly noteReferences: Reference[]
  /** Kinds of content that its manifest item has to name. */
  readonly properties: Set<'svg' | 'mathml' | 'scripted' | 'remote-resources' | 'switch'>
  /** Of its root element; `undefined` what is not said. */
  readonly root: {lang?: string | undefined; xmlLang?: string | undefined; dir?: string | undefined}
  pictures: number
  undescribed: number
  formulas: number
  hasContent: boolean
  /** Read to its end; of others nothing can be said to be missing. */
  isWhole: boolean
}

/** What the checks of elements share while a document is read. */
export interface Reading {
  readonly document: Document
  readonly book: Book
  readonly isOld: boolean
  /** Whether it is XHTML, else a drawing. */
  readonly isXhtml: boolean
  /** The package's language. */
  readonly language: string | undefined
  /** Open elements by their local names, those of XHTML. */
  readonly path: string[]
  hasRoot: boolean
  title: string | undefined
  heading: number
  readonly tables: {readonly at: number; hasHead: boolean; rows: number; isLayout: boolean}[]
  /** Where a style sheet or a script stands as text. */
  style: {text: string; readonly at: number} | undefined
  hasStray: boolean
  /** Inside of a drawing that nothing has described yet. */
  isUntitled: boolean
  inBody: boolean
}

export function makeDocument(path: string): Document {
  return {
    path, ids: new Map(), references: [], pages: [], notes: [], noteReferences: [], properties: new Set(), root: {},
    pictures: 0, undescribed: 0, formulas: 0, hasContent: false, isWhole: false
  }
}

/** Reads one document of XHTML or SVG and judges all that can be judged of it alone. */
export function scanDocument(book: Book, path: string, options: Pick<Reading, 'isOld' | 'isXhtml' | 'language'>): Document {
  const document = makeDocument(path)
  const text = readText(book, path)
  if (text === undefined) return document
  const reading: Reading = {
    ...options, document, book, path: [], hasRoot: false, title: undefined, heading: 0, tables: [], style: undefined, hasStray: book.misencoded.has(path), isUntitled: false, inBody: false
  }
  document.isWhole = readXml(book, path, {
    ...(options.isOld && {entity: () => undefined}), // the document types of EPUB 2 declare those of HTML
    documentType: (type) => checkDocumentType(reading, type),
    open: (element) => {
      if (!reading.hasRoot) checkRoot(reading, element)
      reading.path.push(element.local)
      collectReferences(reading, element)
      checkLanguage(reading, element)
      collectNotes(reading, element)
      checkStructure(reading, element)
      checkActive(reading, element)
      if (element.space === 'html' && !reading.isOld) {
        checkObsolete(reading, element)
        checkContentModel(reading, element)
      }
    },
    close: (element) => {
      reading.path.pop()
      closeStructure(reading, element)
    },
    text: (words, at) => textStructure(reading, words, at)
  }, text)
  if (document.isWhole) finish(reading)
  return document
}

const publicTypes: Readonly<Record<string, RegExp>> = {html: /^$/, svg: /^-\/\/W3C\/\/DTD SVG /, math: /^-\/\/W3C\/\/DTD MathML /}

function checkDocumentType({book, document, isOld}: Reading, {root, publicId, systemId, external, at}: DocumentType): void {
  const isLegacy = publicId === undefined && systemId === 'about:legacy-compat'
  const isKnown = (publicTypes[root] ?? /^$/).test(publicId ?? '') && (root !== 'html' || systemId === undefined)
  if (!isOld && !isLegacy && !isKnown) book.tell('verify/document-type', {found: publicId ?? systemId ?? root}, document.path, at)
  else if (external !== undefined) book.tell('verify/document-type', {found: `entity “${external}” from another file`}, document.path, at)
}

function finish({book, document, isXhtml, isOld, title}: Reading): void {
  if (!isXhtml) return
  if (!title?.trim() && !isOld) book.tell('verify/document-title', {}, document.path)
  if (!document.hasContent) book.tell('verify/empty-document', {}, document.path)
}

