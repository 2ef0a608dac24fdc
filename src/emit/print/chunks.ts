/** Cuts the divisions of an edition into chunks that are printed each on its own and joined afterwards. */
import {walkElements} from '../../core/hast.ts'
import type {Division, Edition, Id, PageGeometry} from '../../core/model.ts'

/** Divisions printed as one document. Front matter is a chunk of its own: its folios are roman. */
export interface Chunk {
  readonly matter: 'front' | 'body'
  readonly divisions: readonly Division[]
  /** Every id within: links to others lead to another document. */
  readonly ids: ReadonlySet<Id>
}

/** The browser's time grows with the square of a document's pages; below 200 pages its start weighs more. */
const usualPagesPerChunk = 300

/** Scripts whose lengths are counted in characters. */
const unspaced = new Set(['Jpan', 'Hans', 'Hant', 'Kore', 'Hani'])

/** Front matter, then body and back matter in chunks of so many estimated pages, cut where a division begins. */
export function cutChunks(edition: Edition, pagesPerChunk = usualPagesPerChunk): readonly Chunk[] {
  const front = edition.divisions.filter(({matter}) => matter === 'front')
  const rest = edition.divisions.filter(({matter}) => matter !== 'front')
  const perPage = wordsPerPage(edition.publication.page, edition.script)
  const runs: Division[][] = []
  let pages = Number.POSITIVE_INFINITY
  for (const division of rest) {
    const estimate = Math.ceil(division.words / perPage) || 1
    const run = runs.at(-1)
    if (run === undefined || pages + estimate > pagesPerChunk) {
      runs.push([division])
      pages = estimate
    } else {
      run.push(division)
      pages += estimate
    }
  }
  return [
    ...(front.length > 0 ? [makeChunk('front', front)] : []),
    ...runs.map((run) => makeChunk('body', run))
  ]
}

/** Words, or characters of scripts without word spaces, that fill a page; only for estimates. */
export function wordsPerPage(page: PageGeometry, script: string): number {
  const pointsPerMillimetre = 72 / 25.4
  const width = (page.width - page.margins.inner - page.margins.outer) * pointsPerMillimetre
  const height = (page.height - page.margins.top - page.margins.bottom) * pointsPerMillimetre
  const lines = height / (page.fontSize * (unspaced.has(script) ? 1.75 : 1.45))
  const perLine = unspaced.has(script) ? width / page.fontSize : width / (page.fontSize * 0.5) / 6
  return Math.max(1, lines * perLine * 0.85)
}

function makeChunk(matter: Chunk['matter'], divisions: readonly Division[]): Chunk {
  const ids = new Set<Id>()
  for (const {tree} of divisions) {
    walkElements(tree, ({properties}) => {
      if (typeof properties['id'] === 'string') ids.add(properties['id'])
    })
  }
  return {matter, divisions, ids}
}
