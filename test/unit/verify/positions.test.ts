/** Places in a finished PDF: links and bookmarks that land a page late or early are found, sound ones are left alone. */
import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {h} from '../../../src/core/hast.ts'
import {verifyHandouts} from '../../../src/verify/handouts.ts'
import {listBookmarks, listPages, listPlaces, openPdf, type Pdf} from '../../../src/verify/pdf.ts'
import {findApart, findMisled, findStrays} from '../../../src/verify/positions.ts'
import {verifyPrint} from '../../../src/verify/print.ts'
import {makeDivision, makeSampleEdition} from '../../support/edition.ts'
import {printWith} from '../../support/print.ts'
import {makeSkiaPress} from '../../support/skia-pdf.ts'

const edition = makeSampleEdition('en', {articles: 6})
const made = await printWith(makeSkiaPress(() => 2), edition)

const pdf = openPdf(made.product.content) as Pdf // it is sound
const pages = listPages(pdf)
const places = listPlaces(pdf, pages)

/** The same file, a place of it so many pages on. */
function move(id: string, by: number): Uint8Array {
  const from = places.get(id)?.page ?? NaN
  const file = Buffer.from(made.product.content).toString('latin1')
  return Buffer.from(file.replace(new RegExp(`(/${id} ?\\[)${pages[from]} `), `$1${pages[from + by]} `), 'latin1')
}

/** A place whose words the fake press can draw, with pages around it whose objects have numbers of the same length. */
const {title, destination: id} = listBookmarks(pdf).find(({title: words, destination}) => {
  const around = pages.slice((places.get(destination)?.page ?? 0) - 1).slice(0, 4)
  return /^[ -~]{6,}$/.test(words) && edition.divisions.some((division) => division.id === destination && division.kind === 'article') && new Set(around.map((n) => String(n).length)).size === 1
}) ?? {title: 'none', destination: 'none'}

describe('findMisled', () => {
  const find = (content: Uint8Array): ReturnType<typeof findMisled> => {
    const opened = openPdf(content) as Pdf // it is sound
    return findMisled(opened, listPages(opened))
  }

  it('finds nothing in a sound book', () => {
    expect(find(made.product.content)).toEqual([])
  })

  it.each([1, -1, 2])('finds a bookmark that lands %i pages on', (by) => {
    const page = (places.get(id)?.page ?? NaN) + 1
    expect(find(move(id, by))).toEqual([{title, page: page + by, found: page}])
  })
})

describe('findStrays', () => {
  const pageById = new Map(edition.divisions.map((division, at) => [division.id, at * 2]))

  it('lets places lie where their division is, and on the page where the next begins', () => {
    expect(findStrays(edition, pageById)).toEqual([])
  })

  it('finds places before and behind their division', () => {
    const at = edition.divisions.findIndex(({tree}) => innerIdOf(tree) !== undefined)
    const inner = innerIdOf(edition.divisions[at]?.tree) ?? 'none'
    const strays = [-1, 0, 2, 3].map((away) => findStrays(edition, new Map([...pageById, [inner, at * 2 + away]])))
    expect(strays).toEqual([[inner], [], [], [inner]])
  })
})

/** Of something within an article. */
function innerIdOf(tree: unknown): string | undefined {
  const [, ...inner] = [...JSON.stringify(tree).matchAll(/"id":"([^"]+)"/g)].map(([, found]) => found)
  return inner[0]
}

describe('verifyPrint', () => {
  it('refuses a book with a place a page late', () => {
    const {list, report} = makeLedger()
    verifyPrint({...made.product, content: move(id, 1)}, edition, made.product.folios, report)
    expect(list.map(({message}) => message).join()).toContain(`bookmark “${title}” to page`)
  })
})

describe('verifyHandouts', () => {
  it('refuses a handout with a place a page late, and no other', () => {
    const verified = (content: Uint8Array): readonly string[] => {
      const {list, report} = makeLedger()
      verifyHandouts({...made.product, files: [{path: 'en/handouts/one.pdf', make: () => content}]}, edition, {has: () => true, families: new Set(['NotoSerif'])}, report)
      return list.map(({message}) => message)
    }
    expect(verified(made.product.content)).toEqual([])
    expect(verified(move(id, 1)).join()).toContain(`bookmark “${title}” to page`)
  })
})

describe('findApart', () => {
  const facing = {...makeDivision('a', []), tree: h('section', {id: 'a', className: ['article', 'facing']})}
  const apart = (verso: number, recto: number): readonly string[] => findApart({divisions: [facing], second: {language: 'es'} as never}, new Map([['a', verso], ['es.a', recto]]))

  it('finds articles that do not begin on a verso with their second language beside it', () => {
    expect([apart(7, 8), apart(8, 9), apart(7, 9)]).toEqual([[], ['a'], ['a']])
  })
})
