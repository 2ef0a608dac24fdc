/** Which divisions stand on which page of the finished layout. */
import {facesPages} from '../../core/bilingual.ts'
import type {Division, Id} from '../../core/model.ts'
import {groupRuns, type Chunk} from './chunks.ts'
import type {ChunkLayout} from './layout.ts'

/** What a print shows of where its divisions begin. */
export interface Places {
  readonly pages: number
  /** Page of the print from 0. */
  readonly pageById: ReadonlyMap<Id, number>
  /** Divisions that begin at the very top of their page. */
  readonly atTop: ReadonlySet<Id>
}

/** Divisions that run on after one another, and the pages that they share with no other, from 0, the last one not included. */
export interface Stretch {
  readonly divisions: readonly Division[]
  readonly first: number
  readonly end: number
}

/** All pages of a chunk but its blank ones. */
export function listStretches(chunk: Chunk, {pages, pageById}: Pick<Places, 'pages' | 'pageById'>, {vacats, closing}: ChunkLayout): readonly Stretch[] {
  const groups = groupRuns(chunk.divisions.filter(({id}) => pageById.has(id)), chunk.openings)
  return groups.map((divisions, place) => {
    const next = groups[place + 1]?.[0]
    const end = next === undefined ? pages - (closing ? 1 : 0) : (pageById.get(next.id) ?? 0) - (vacats.has(next.id) ? 1 : 0)
    return {divisions, first: pageById.get(divisions[0]?.id ?? '') ?? 0, end}
  })
}

/** The divisions of a page at its top and at its foot. */
export interface Occupants {
  /** From 0 within the chunk. */
  readonly page: number
  readonly first: Division
  readonly last: Division
  /** Whether a division opens the page that could not begin on another; in two languages the page beside it too. */
  readonly opens: boolean
}

/** Every page of a chunk that is not blank, in order. */
export function listOccupants(chunk: Chunk, places: Places, chunkLayout: ChunkLayout): readonly Occupants[] {
  return listStretches(chunk, places, chunkLayout).flatMap(({divisions, first, end}) => {
    const occupants: Occupants[] = []
    let current = divisions[0]
    let next = 1
    const beginsSpread = divisions[0] !== undefined && facesPages(divisions[0])
    for (let page = first; page < end && current; page++) {
      let top: Division = current
      let last: Division = current
      for (let division = divisions[next]; division && (places.pageById.get(division.id) ?? 0) <= page; division = divisions[++next]) {
        if (places.atTop.has(division.id)) top = division
        last = division
      }
      occupants.push({page, first: top, last, opens: page === first || page === first + 1 && beginsSpread})
      current = last
    }
    return occupants
  })
}
