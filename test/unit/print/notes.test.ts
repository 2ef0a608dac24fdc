/** Notes at the foot: what the print says of where they landed. */
import {describe, expect, it} from 'vitest'
import {enlarge} from '../../../src/emit/print/large-print.ts'
import {pairRuns} from '../../../src/emit/print/page-pairs.ts'
import {signatureOf, type Unit} from '../../../src/emit/print/page-units.ts'
import type {Run} from '../../../src/emit/print/pdf-runs.ts'
import {makeTypesetting} from '../../../src/read/page.ts'
import {makeSampleEdition} from '../../support/edition.ts'
import {printWith} from '../../support/print.ts'
import {makeSkiaPress} from '../../support/skia-pdf.ts'

describe('where notes stand', () => {
  it('is the end of the article unless the publisher says otherwise', () => {
    expect(makeTypesetting({}).notes).toBe('article')
    expect(makeTypesetting({notes: 'foot'}).notes).toBe('foot')
  })

  it('is the end of the article in large print', () => {
    expect(enlarge(withNotes('foot')).publication.typesetting.notes).toBe('article')
  })

  it('is asked of the press only where it is to be the foot', async () => {
    const [plain, foot] = [makeSkiaPress(), makeSkiaPress()]
    await printWith(plain, withNotes('article'))
    const {codes} = await printWith(foot, withNotes('foot'))
    expect(plain.jobs.filter(({footNotes, html}) => footNotes !== undefined || html.includes('notes-at-foot '))).toEqual([])
    expect(foot.jobs.some(({footNotes}) => footNotes === 'section.article.notes-at-foot')).toBe(true)
    expect(codes).toEqual(['print/notes-at-end']) // this press draws no calls
  })
})

describe('a text divided where its page ends', () => {
  const unit = (value: string): Unit => ({node: {type: 'text', value}, signature: signatureOf(value), isFigure: false, isNote: false})
  const run = (page: number, text: string): Run => ({isFigure: false, pieces: [{page, text}]})

  it('is one text on two pages', () => {
    const units = [unit('The first page ends within this text.'), unit('And this is the next.')]
    const pairs = pairRuns(units, [run(0, 'The first page ends'), run(1, 'within this text.'), run(1, 'And this is the next.')])
    expect(pairs.map((pair) => pair.units)).toEqual([[units[0]], [units[1]]])
    expect(pairs[0]?.run.pieces.map(({page}) => page)).toEqual([0, 1])
  })
})

function withNotes(notes: 'article' | 'foot'): ReturnType<typeof makeSampleEdition> {
  const edition = makeSampleEdition('fr', {articles: 2})
  return {...edition, publication: {...edition.publication, typesetting: {...edition.publication.typesetting, notes}}}
}
