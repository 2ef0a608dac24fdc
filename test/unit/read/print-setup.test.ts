/** Paper, spine and sheets as the publisher may write them. */
import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {makePrintSetup, type PrintSpec} from '../../../src/read/print-setup.ts'
import {makeIccProfile} from '../../support/icc-profile.ts'
import {samplePrintSetup} from '../../support/print-setup.ts'

const profiles: ReadonlyMap<string, Uint8Array> = new Map([
  ['coated.icc', makeIccProfile('prtr', 'CMYK', {name: 'PSO Coated v3', target: 'ICCHDAT FOGRA51'})], ['news.icc', makeIccProfile('prtr', 'GRAY', {name: 'Zeitung \u2013 grau', version: 4})],
  ['screen.icc', makeIccProfile('mntr', 'RGB')], ['cut.icc', makeIccProfile().slice(0, 170)], ['hollow.icc', makeIccProfile('prtr', 'CMYK', {tables: 'A2B9'})], ['words.icc', new TextEncoder().encode('no profile')]
])

function read(spec: PrintSpec) {
  const {list, report} = makeLedger()
  const setup = makePrintSetup(spec, profiles, () => ({file: 'publication.yaml'}), report)
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

  it('knows the printing conditions by their profiles', () => {
    const {setup, messages} = read({profile: 'coated.icc', conformance: ['pdf-x-4']})
    expect(messages).toEqual([])
    expect(setup.output.press).toMatchObject({path: 'coated.icc', name: 'PSO Coated v3', condition: 'FOGRA51', inks: 'cmyk'})
    expect(setup.output.cover).toBe(setup.output.press)
  })

  it('gives a book in black a profile of one ink, and its cover one of its own', () => {
    expect(read({colour: 'black', profile: 'news.icc'}).setup.output).toEqual({press: {path: 'news.icc', name: 'Zeitung – grau', inks: 'grey', content: profiles.get('news.icc')}})
    expect(read({colour: 'black', profile: 'news.icc', 'cover-profile': 'coated.icc'}).setup.output.cover?.condition).toBe('FOGRA51')
  })

  it.each<readonly [PrintSpec, string]>([
    [{profile: 'gone.icc'}, 'absence of the file `gone.icc`'], [{profile: 'screen.icc'}, 'profile of a display `screen.icc`'], [{profile: 'cut.icc'}, 'no ICC profile, or is cut off, `cut.icc`'],
    [{profile: 'words.icc'}, 'no ICC profile'], [{profile: 'hollow.icc'}, 'lack of colour tables in the profile `hollow.icc`'], [{profile: 'news.icc'}, 'one ink, for a book in colour, of the profile `news.icc`'], [{'cover-profile': 'news.icc'}, 'one ink, for a cover'],
    [{conformance: ['pdf-x-4']}, '`print.profile`']
  ])('refuses %o', (spec, words) => {
    const {setup, messages} = read(spec)
    expect(messages).toEqual([expect.stringContaining(words)])
    expect(setup.output).toEqual({})
  })
})
