/** Where divisions begin: on the page of the one before, on a page of their own, on a recto, or on a verso where the recto beside it is in another language. */
import {facesPages} from '../../core/bilingual.ts'
import type {Division, DivisionKind, Edition, Id} from '../../core/model.ts'
import {wordsPerPage} from './measure.ts'

export type Opening = 'run-on' | 'page' | 'recto' | 'verso'

const rectoKinds = new Set<DivisionKind>(['half-title', 'title-page', 'contents', 'part', 'index'])

/** Up to this median length, in pages, articles run on. */
const shortArticle = 2

/** How each division of the edition begins. The first article of a part, or after anything that is none, has a page of its own. */
export function findOpenings(edition: Edition): ReadonlyMap<Id, Opening> {
  const articles = articleOpening(edition)
  const openings = new Map<Id, Opening>()
  let former: Division | undefined
  for (const division of edition.divisions) {
    const {kind} = division
    const isFacing = facesPages(division)
    const follows = kind === 'article' && former?.kind === 'article' && (isFacing === facesPages(former))
    openings.set(division.id, rectoKinds.has(kind) ? 'recto' : isFacing && !(articles === 'run-on' && follows) ? 'verso' : kind !== 'article' ? 'page' : articles === 'run-on' && !follows ? 'page' : articles)
    former = division
  }
  return openings
}

/** What the publisher says; else articles run on where half of them are estimated to fill no more than two pages. */
export function articleOpening({divisions, publication: {typesetting, page}, script}: Edition): Opening {
  if (typesetting.articles !== 'auto') return typesetting.articles
  const lengths = divisions.filter(({kind}) => kind === 'article').map(({words}) => words / wordsPerPage(page, script)).sort((a, b) => a - b)
  const median = lengths[Math.floor((lengths.length - 1) / 2)] ?? 0
  return lengths.length > 1 && median <= shortArticle ? 'run-on' : 'page'
}
