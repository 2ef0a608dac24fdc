/** Notes of an article at the foot of the pages that call them: where they landed. */
import type {Element} from 'hast'
import {walkElements} from '../../core/hast.ts'
import type {Edition, Id} from '../../core/model.ts'
import type {Report} from '../../core/diagnostic.ts'
import type {Chunk} from './chunks.ts'
import type {Layout} from './layout.ts'
import {findFirstLinks} from './pdf-links.ts'
import {destinationsOf, type PdfFile} from './pdf-reader.ts'

/** Articles whose notes the press shall set at the foot of pages. */
export const footNotes = 'section.article.notes-at-foot'

/** Articles of the chunk with notes that are not on the page of their first call: such as found no room, or were laid out otherwise than foreseen. */
export function listEndNoted(chunk: Chunk, pdf: PdfFile, lowest: number | undefined): readonly Id[] {
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

