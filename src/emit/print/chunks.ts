/** Cuts the divisions of an edition into chunks that are printed each on its own and joined afterwards. */
import {facesPages} from '../../core/bilingual.ts'
import {walkElements} from '../../core/hast.ts'
import type {Division, Edition, Id} from '../../core/model.ts'
import {wordsPerPage} from './measure.ts'
import {findOpenings, type Opening} from './openings.ts'

/** Divisions printed as one document. Front matter is a chunk of its own: its folios count apart. */
export interface Chunk {
  readonly matter: 'front' | 'body'
  readonly divisions: readonly Division[]
  /** How each division begins; the first one never runs on. */
  readonly openings: ReadonlyMap<Id, Opening>
  /** Every id within: links to others lead to another document. */
  readonly ids: ReadonlySet<Id>
}

/** The browser's time grows with the square of a document's pages; below 200 pages its start weighs more. */
const usualPagesPerChunk = 300

/**
 * Front matter, then body and back matter in chunks of so many estimated pages, cut where a division begins a page. A run of
 * articles longer than a chunk is cut before an article, which begins a page for it.
 */
export function cutChunks(edition: Edition, pagesPerChunk = usualPagesPerChunk): readonly Chunk[] {
  const openings = findOpenings(edition)
  const front = edition.divisions.filter(({matter}) => matter === 'front')
  const rest = edition.divisions.filter(({matter}) => matter !== 'front')
  const perPage = wordsPerPage(edition.publication.page, edition.script)
  const runs: Division[][] = []
  let pages = Number.POSITIVE_INFINITY
  for (const block of groupRuns(rest, openings)) {
    const lengths = block.map(({words}) => block.length > 1 ? words / perPage : Math.ceil(words / perPage) || 1)
    const length = lengths.reduce((sum, each) => sum + each, 0)
    if (runs.length === 0 || pages + length > pagesPerChunk) {
      runs.push([])
      pages = 0
    }
    for (const [place, division] of block.entries()) {
      const next = lengths[place] ?? 0
      if (pages > 0 && pages + next > pagesPerChunk) {
        runs.push([])
        pages = 0
      }
      runs.at(-1)?.push(division)
      pages += next
    }
    pages = Math.ceil(pages)
  }
  return [
    ...(front.length > 0 ? [makeChunk('front', front, openings)] : []),
    ...runs.map((run) => makeChunk('body', run, openings))
  ]
}

/** Divisions with those that run on after them. */
export function groupRuns(divisions: readonly Division[], openings: ReadonlyMap<Id, Opening>): readonly (readonly Division[])[] {
  const groups: Division[][] = []
  for (const division of divisions) {
    const group = groups.at(-1)
    if (group && openings.get(division.id) === 'run-on') group.push(division)
    else groups.push([division])
  }
  return groups
}

function makeChunk(matter: Chunk['matter'], divisions: readonly Division[], all: ReadonlyMap<Id, Opening>): Chunk {
  const ids = new Set<Id>()
  const openings = new Map<Id, Opening>()
  for (const [place, division] of divisions.entries()) {
    const {id, tree} = division
    const opening = all.get(id) ?? 'page'
    openings.set(id, place === 0 && opening === 'run-on' ? facesPages(division) ? 'verso' : 'page' : opening)
    walkElements(tree, ({properties}) => {
      if (typeof properties['id'] === 'string') ids.add(properties['id'])
    })
  }
  return {matter, divisions, openings, ids}
}
