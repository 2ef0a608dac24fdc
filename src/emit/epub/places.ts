/** Where everything lies inside the EPUB: file names of documents, and the address of each id. */
import {walkElements} from '../../core/hast.ts'
import type {Division, Edition, Id} from '../../core/model.ts'

export const navigationFile = 'nav.xhtml'
export const ncxFile = 'toc.ncx'
export const styleFile = 'style.css'

export interface Places {
  /** Divisions that become documents, with their files, in reading order; the contents are the navigation document. */
  readonly documents: readonly Home[]
  /** The composed contents, in whose place in the spine the navigation document stands. */
  readonly contents?: Division
  /** Id → division that holds it; its own id leads to the top of the document. */
  readonly homeById: ReadonlyMap<Id, Home>
}

export interface Home {
  readonly file: string
  readonly division: Division
}

/** One document for each division but the contents, unless they are too long for the navigation document to stand for them. */
export function locateDivisions(edition: Edition, isNavigationRead = true): Places {
  const taken = new Set([navigationFile])
  const homeById = new Map<Id, Home>()
  const documents: Home[] = []
  let contents: Division | undefined
  for (const division of edition.divisions) {
    const isContents = isNavigationRead && division.kind === 'contents'
    const file = isContents ? navigationFile : nameFile(division.id, taken)
    if (isContents) contents ??= division
    else documents.push({division, file})
    const home = {file, division}
    walkElements(division.tree, ({properties: {id}}) => {
      if (typeof id === 'string') homeById.set(id, home)
    })
  }
  return {documents, homeById, ...(contents && {contents})}
}

/** Address of an id as seen from `file`, or `undefined` where no such id is. All documents share one folder. */
export function maybeAddress(id: Id, places: Places, file?: string): string | undefined {
  const home = places.homeById.get(id)
  if (!home) return undefined
  if (home.file === navigationFile) return navigationFile // its inner ids are not in the navigation document
  if (home.division.id === id) return home.file
  return home.file === file ? `#${id}` : `${home.file}#${id}`
}

/** ASCII, short, and different even where case does not count (EPUB 3.3 § 4.2.3). */
function nameFile(id: Id, taken: Set<string>): string {
  const stem = id.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 100) || 'document'
  for (let number = 1; ; number++) {
    const file = `${stem}${number === 1 ? '' : `-${number}`}.xhtml`
    const key = file.toLowerCase()
    if (taken.has(key)) continue
    taken.add(key)
    return file
  }
}
