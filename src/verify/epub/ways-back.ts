/** Notes across the whole book: each reference leads to one, each note leads back. */
import {resolveAddress} from './addresses.ts'
import type {Book} from './book.ts'
import type {Library} from './links.ts'

/** A reference leads to a note, and from the note a link leads back. */
export function checkNotes({book: {tell}, documents, pack}: Library): void {
  const noteKeys = new Set([...documents].flatMap(([path, {notes}]) => notes.map(({id}) => `${path}#${id}`)))
  const called = new Map<string, {readonly path: string; readonly at: number}>()
  for (const [path, {noteReferences}] of documents) {
    for (const {address, at} of noteReferences) {
      const target = resolveAddress(address, path)
      if (target.kind !== 'inside' || !documents.get(target.path)?.ids.has(target.fragment ?? '')) continue // dead links are told as such
      const key = `${target.path}#${target.fragment}`
      if (noteKeys.has(key)) called.set(key, {path, at})
      else if (!pack.isOld) tell('verify/note-reference', {address}, path, at)
    }
  }
  checkWaysBack({documents, tell}, called)
}

function checkWaysBack({documents, tell}: Pick<Library, 'documents'> & Pick<Book, 'tell'>, called: ReadonlyMap<string, {readonly path: string}>): void {
  for (const [path, {notes, references}] of documents) {
    let next = 0
    for (const [place, {id, at}] of notes.entries()) {
      const caller = called.get(`${path}#${id}`)
      const end = notes[place + 1]?.at ?? Infinity
      while ((references[next]?.at ?? Infinity) <= at) next++
      let isAnswered = false
      for (; (references[next]?.at ?? Infinity) < end; next++) isAnswered ||= references[next]?.use === 'link' && leadsTo(references[next]?.address ?? '', path, caller?.path)
      if (caller && !isAnswered) tell('verify/note-one-way', {id}, path, at)
    }
  }
}

function leadsTo(address: string, path: string, target: string | undefined): boolean {
  const found = resolveAddress(address, path)
  return found.kind === 'inside' && found.path === target
}
