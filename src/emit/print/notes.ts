/** Notes of an article at the foot of the pages that call them: how they are numbered, and where they landed. */
import type {Element} from 'hast'
import {folioOf} from '../../core/folio.ts'
import {classesOf, h, isElement, textOf, walkElements} from '../../core/hast.ts'
import type {Edition, Id} from '../../core/model.ts'
import type {Report} from '../../core/diagnostic.ts'
import type {Chunk} from './chunks.ts'
import type {Layout} from './layout.ts'
import {findFirstLinks} from './pdf-links.ts'
import {destinationsOf, type PdfFile} from './pdf-reader.ts'

/** Articles whose notes the press shall set at the foot of pages. */
export const footNotes = 'section.article.notes-at-foot'

/** Names of numberings in style sheets (CSS Counter Styles 3, 6) by those of CLDR. */
const counterStyles: ReadonlyMap<string, string> = new Map([
  ['arab', 'arabic-indic'], ['arabext', 'persian'], ['deva', 'devanagari'], ['beng', 'bengali'], ['guru', 'gurmukhi'], ['gujr', 'gujarati'], ['orya', 'oriya'],
  ['tamldec', 'tamil'], ['telu', 'telugu'], ['knda', 'kannada'], ['mlym', 'malayalam'], ['thai', 'thai'], ['laoo', 'lao'], ['khmr', 'khmer'], ['mymr', 'myanmar'], ['tibt', 'tibetan']
])

/** A call of a note, or the list of notes, in the digits of the page numbers; `undefined` for anything else. */
export function numberNote(node: Element, {digits}: Layout): Element | undefined {
  if (digits === undefined || digits === 'latn') return undefined
  const number = classesOf(node).includes('note-call') ? Number(textOf(node)) : Number.NaN
  if (Number.isInteger(number)) return {...node, children: [h('sup', {}, folioOf(number, {frontPages: 0, digits}))]}
  const style = classesOf(node).includes('footnotes') ? counterStyles.get(digits) : undefined
  return style === undefined ? undefined : {...node, children: node.children.map((child) => isElement(child, 'ol') ? {...child, properties: {...child.properties, style: `list-style-type:${style}`}} : child)}
}

/** Articles of the chunk with notes that are not on the page of their first call: such as found no room, or were laid out otherwise than foreseen. */
export function listEndNoted(chunk: Chunk, pdf: PdfFile, lowest: number): readonly Id[] {
  const [places, pageByNote] = [destinationsOf(pdf, lowest), findFirstLinks(pdf)]
  const isWithCall = (note: Id): boolean => places.has(note) && places.get(note)?.page === pageByNote.get(note)
  return chunk.divisions.flatMap(({id, tree}) => listNotes(tree).every(isWithCall) ? [] : [id])
}

function listNotes(article: Element): readonly Id[] {
  const notes: Id[] = []
  walkElements(article, ({properties: {id, role}}) => {
    if (role === 'doc-footnote' && typeof id === 'string') notes.push(id)
  })
  return notes
}

/** Says of which articles the notes stand at the end against the publisher's wish. */
export function reportEndNotes({divisions}: Edition, {endNoted}: Layout, report: Report): void {
  for (const {id, title, file} of divisions) {
    if (endNoted.has(id)) report('print/notes-at-end', {title}, file === undefined ? undefined : {file})
  }
}

