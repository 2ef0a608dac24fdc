import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {isThemaCode, type Trade} from '../../../src/core/trade.ts'
import {readSources} from '../../../src/read/sources.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'

async function read(trade: string): Promise<{readonly trade: Trade | undefined; readonly told: readonly string[]}> {
  const {list, report} = makeLedger()
  const {publication} = await readSources(makeMemoryWorld({'publication.yaml': trade, 'en/a.md': '# A\n\nB.\n'}), 'book', report)
  return {trade: publication.trade, told: list.map(({code, place}) => `${code} ${place?.line}:${place?.column}`)}
}

describe('trade in publication.yaml', () => {
  it('is not there unless the publisher speaks of it', async () => {
    expect(await read('title: A\n')).toEqual({trade: undefined, told: []})
    expect((await read('trade: {}\n')).trade).toEqual({sender: {}, thema: [], prices: new Map(), availability: new Map(), place: {file: 'publication.yaml', line: 1, column: 8}})
  })

  it('takes every key', async () => {
    const {trade, told} = await read(`trade:
  sender: {name: Meadow Press, email: onix@meadow.example}
  thema: {honey: wngh, trade: [KJS, 1DDF]}
  prices: {epub: free, pdf: {EUR: 12, JPY: 1500}}
  availability: {pdf: on-demand}
`)
    expect(told).toEqual([])
    expect(trade).toMatchObject({
      sender: {name: 'Meadow Press', email: 'onix@meadow.example'}, prices: new Map<string, unknown>([['epub', 'free'], ['pdf', new Map([['EUR', 12], ['JPY', 1500]])]]), availability: new Map([['pdf', 'on-demand']]),
      thema: [{keyword: 'honey', codes: ['WNGH'], place: {line: 3}}, {keyword: 'trade', codes: ['KJS', '1DDF'], place: {line: 3}}]
    })
  })

  it('gives everything away in one word', async () => {
    expect([...(await read('trade: {prices: free}\n')).trade?.prices ?? []].map(([format, price]) => `${format} ${String(price)}`))
      .toEqual(['epub free', 'kepub free', 'kindle free', 'pdf free', 'screen free', 'large-print free'])
  })

  it.each([
    ['trade: {prices: {pdf: {EUR: 0}}}', 'read/value 1:29'], ['trade: {prices: {pdf: {XXQ: 1}}}', 'read/value 1:29'], ['trade: {prices: {pdf: {eur: 1}}}', 'read/unknown-key 1:24'], ['trade: {prices: {press: free}}', 'read/unknown-key 1:18'],
    ['trade: {availability: {pdf: soon}}', 'read/value 1:29'], ['trade: {sender: {email: me}}', 'read/value 1:25'], ['trade: {thema: {a: []}}', 'read/value 1:20'], ['trade: {thema: {a: "1"}}', 'distribute/thema-code 1:20'],
    ['trade: {them: {}}', 'read/unknown-key 1:9']
  ])('refuses %j', async (text, told) => expect((await read(`${text}\n`)).told).toEqual([told]))

  it('leaves out codes that are none, and keeps the others', async () => {
    const {trade, told} = await read('trade: {thema: {a: [KJS, B, "636.3"]}}\n')
    expect(trade?.thema[0]?.codes).toEqual(['KJS'])
    expect(told).toEqual(['distribute/thema-code 1:20', 'distribute/thema-code 1:20'])
  })

  it.each(['KJS', 'X', 'JBSF11', 'DNBL1', 'YPJK4', '1DDF', '1KBB-US-NAKC', '3MPQ-GB-L', '4Z-GB-A', '5PB', '6RA'])('knows %s for a code of Thema', (code) => expect(isThemaCode(code)).toBe(true))
  it.each(['', 'kjs', 'B', 'Z', '7AB', '1', 'KJS-', 'KJS 1', '636', 'BUS000000', 'KJS-USA', '１DDF'])('knows %j for none', (code) => expect(isThemaCode(code)).toBe(false))
})
