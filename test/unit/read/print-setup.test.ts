/** Paper, spine and sheets as the publisher may write them. */
import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {makePrintSetup, type PrintSpec} from '../../../src/read/print-setup.ts'
import {samplePrintSetup} from '../../support/print-setup.ts'

function read(spec: PrintSpec) {
  const {list, report} = makeLedger()
  const setup = makePrintSetup(spec, () => ({file: 'publication.yaml'}), report)
  return {setup, messages: list.map(({message}) => message)}
}

describe('print setup', () => {
  it('is complete without a word', () => expect(read({})).toEqual({setup: samplePrintSetup, messages: []}))

  it.each([['uncoated-90', 0.113], ['cream-80', 0.12], ['bulky-80', 0.144], ['coated-115', 0.104], ['gloss-135', 0.108]])('knows the thickness of %s', (paper, thickness) => {
    expect(read({paper}).setup.paper).toEqual({name: paper, thickness})
  })

  it('takes the printer at his word', () => {
    expect(read({'paper-thickness': 0.11, spine: 12, bleed: 5, barcode: 80}).setup).toMatchObject({paper: {name: 'own', thickness: 0.11}, spine: 12, bleed: 5, barcode: 80})
    expect(read({paper: 'house stock', 'paper-thickness': 0.11}).setup.paper.name).toBe('house stock')
  })

  it.each([['sra3', {name: 'SRA3', width: 320, height: 450}], ['320 x 450 mm', {name: '320 × 450 mm', width: 320, height: 450}]])('knows the sheet %s', (sheet, size) => {
    expect(read({booklet: {sheet}}).setup.booklet.sheet).toEqual(size)
  })

  it('makes signatures as large as a sheet needs', () => {
    expect(read({booklet: {'per-sheet': 16}}).setup.booklet.signature).toBe(32)
    expect(read({booklet: {'per-sheet': 16}}).messages).toEqual([])
  })

  it.each([
    [{paper: 'vellum-80'}, 'print.paper'], [{paper: 'cream-8000'}, 'print.paper'], [{booklet: {sheet: 'A9'}}, 'print.booklet.sheet'],
    [{booklet: {sheet: '20x20mm'}}, 'print.booklet.sheet'], [{booklet: {signature: 12, 'per-sheet': 4}}, 'print.booklet.signature']
  ] as const)('refuses %o', (spec, key) => {
    const {messages} = read(spec)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(`\`${key}\``)
  })
})
