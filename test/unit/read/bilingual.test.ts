import {describe, expect, it} from 'vitest'
import {tagOf} from '../../../src/core/bilingual.ts'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {makeBilingual} from '../../../src/read/bilingual.ts'
import {makeIsbnCheck} from '../../../src/read/isbns.ts'
import {makeSpec} from '../../support/articles.ts'

const editions = [makeSpec('fr', {title: 'Vendre'}), makeSpec('pt-BR', {title: 'Vender'})]
const read = (...specs: Parameters<typeof makeBilingual>[0]) => {
  const {list, report} = makeLedger()
  const made = makeBilingual(specs, editions, (...path) => ({file: path.join('.')}), makeIsbnCheck(report), report)
  return {made, told: list.map(({code, place}) => `${code} ${place?.file}`)}
}

describe('bilingual in publication.yaml', () => {
  it('makes an edition of two, tags in any spelling, on facing pages unless it says otherwise', () => {
    const {made, told} = read({languages: ['fr', 'pt_br']}, {languages: ['pt-BR', 'fr'], layout: 'columns', title: 'Vender, vendre', isbn: {pdf: '978-3-16-148410-0'}})
    expect(told).toEqual([])
    expect(made.map((spec) => [tagOf(spec), spec.title, spec.pairing?.layout, spec.isbn.pdf]))
      .toEqual([['fr+pt-BR', 'Vendre / Vender', 'facing', undefined], ['pt-BR+fr', 'Vender, vendre', 'columns', '9783161484100']])
  })

  it('tells languages that the publication lacks, pairs that stand twice, and numbers that are none', () => {
    const {made, told} = read({languages: ['fr', 'ja']}, {languages: ['fr', 'fr']}, {languages: ['fr', 'pt-BR'], isbn: {epub: '978-3-16-148410-1'}}, {languages: ['fr', 'pt-BR']})
    expect(made).toHaveLength(1)
    expect(told).toEqual(['read/no-edition bilingual.0.languages', 'read/value bilingual.1.languages', 'read/isbn bilingual.2.isbn.epub', 'read/value bilingual.3.languages'])
  })
})
