/** Whether the places that links and bookmarks of a finished PDF lead to are where their words stand, and within what they belong to. */
import {between, facesPages} from '../core/bilingual.ts'
import {rightToLeftLetters} from '../core/characters.ts'
import {walkElements} from '../core/hast.ts'
import type {Edition, Id} from '../core/model.ts'
import {listBookmarks, listPlaces, type Pdf} from './pdf.ts'
import {readPageText, type PlacedText} from './pdf-text.ts'

export interface Misled {
  readonly title: string
  /** Physical pages from 1: that to which it leads, and that where its words stand. */
  readonly page: number
  readonly found: number
}

/** Pages before and behind that are looked at: as many as blank or front pages can be miscounted. */
const reach = 3
/** Letters that may stand between two of a heading: those of ruby. */
const mostBetween = 6

/**
 * Bookmarks whose words stand below the height of their place on a neighbouring page and not on their own. Titles that stand
 * on neither, as that of the title page, or letters that the file does not tell (those of joined scripts), prove nothing.
 */
export function findMisled(pdf: Pdf, pages: readonly number[]): readonly Misled[] {
  const places = listPlaces(pdf, pages)
  const textByPage = new Map<number, readonly PlacedText[]>()
  const textBelow = (page: number, top: number, like: string): string => {
    const text = textByPage.get(page) ?? readPageText(pdf, pages[page] ?? 0)
    textByPage.set(page, text)
    return squeeze(text.filter(({y}) => y <= top).map((glyph) => glyph.text).join(''), like)
  }
  return listBookmarks(pdf).flatMap(({title, destination}): readonly Misled[] => {
    const place = places.get(destination)
    const words = squeeze(title, title)
    const parts = title.split(between).map((part) => squeeze(part, part)) // the titles of two languages stand below one another, or side by side
    if (!place || words === '' || parts.some((part) => part !== '' && standsLoosely(part, textBelow(place.page, place.top, part)))) return []
    for (let away = 1; away <= reach; away++) {
      for (const page of [place.page - away, place.page + away]) {
        if (pages[page] !== undefined && textBelow(page, place.top, title).includes(words)) return [{title, page: place.page + 1, found: page + 1}]
      }
    }
    return []
  })
}

/** Completes “Unexpected …”. */
export function describeMisled({title, page, found}: Misled): string {
  return `bookmark “${title}” to page ${page} whose words stand on page ${found}`
}

const rightToLeft = new RegExp(`[${rightToLeftLetters}]`, 'u')
/** Numbers and Latin words are drawn before or behind the words of such a line, as the eye meets them. */
const others = new RegExp(`[^${rightToLeftLetters}]`, 'gu')

/** The letters without blanks; where they run from right to left in `like`, only such. */
function squeeze(text: string, like: string): string {
  const letters = text.normalize('NFKC').toLowerCase().replaceAll(/[\s\u00AD]/g, '')
  return rightToLeft.test(like) ? letters.replaceAll(others, '') : letters
}

/** Whether the letters follow one another in a text, with few between. */
function standsLoosely(words: string, text: string): boolean {
  if (text.includes(words)) return true
  let ends: readonly number[] = [...text].flatMap((_, at) => text.startsWith(words.charAt(0), at) ? [at] : [])
  for (const letter of words.slice(1)) {
    const next = new Set(ends.flatMap((end) => Array.from({length: mostBetween + 1}, (_, between) => end + 1 + between)))
    ends = [...next].filter((at) => text.charAt(at) === letter)
  }
  return ends.length > 0
}

/** Ids that lie on a page before that of their division, or behind the page where the next one begins; physical pages from 0. */
export function findStrays({divisions}: Edition, pageById: ReadonlyMap<Id, number>): readonly Id[] {
  return divisions.flatMap((division, at): readonly Id[] => {
    const {id, tree} = division
    const first = pageById.get(id)
    const last = pageById.get(divisions[at + 1]?.id ?? '') ?? Infinity
    const reach = facesPages(division) ? 1 : 0 // the recto beside the verso on which the next one begins
    const strays: Id[] = []
    walkElements(tree, ({properties}) => {
      const page = typeof properties['id'] === 'string' ? pageById.get(properties['id']) : undefined
      if (first !== undefined && page !== undefined && (page < first || page > last + reach)) strays.push(String(properties['id']))
    })
    return strays
  })
}

/** Articles on facing pages that do not begin on a verso, or whose second language does not on the recto beside it: a page before has run over. */
export function findApart({divisions, second}: Pick<Edition, 'divisions' | 'second'>, pageById: ReadonlyMap<Id, number>): readonly Id[] {
  return divisions.filter(facesPages).flatMap(({id}) => {
    const [verso, recto] = [pageById.get(id), pageById.get(`${second?.language ?? ''}.${id}`)]
    return verso === undefined || verso % 2 === 0 || recto !== undefined && recto !== verso + 1 ? [id] : []
  })
}
