import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {h} from '../../../src/core/hast.ts'
import {verifyFonts} from '../../../src/verify/fonts.ts'
import {makeSampleEdition} from '../../support/edition.ts'
import {makeSkiaPdf} from '../../support/skia-pdf.ts'

const edition = {...makeSampleEdition('fr', {articles: 1}), resources: new Map()}

function verify(content: Uint8Array, style = ''): readonly string[] {
  const {list, report} = makeLedger()
  verifyFonts({content, path: 'a.pdf'}, {...edition, styles: {...edition.styles, pdf: style}}, {has: () => true, families: new Set(['NotoSerif'])}, report)
  return list.map(({code, facts, place}) => `${code} ${JSON.stringify(facts)} ${place?.file ?? ''}`)
}

const withFont = (name: string): Buffer => Buffer.from(Buffer.from(makeSkiaPdf([{title: 'A'}, {title: 'B'}])).toString('latin1').replace('NotoSerif-Regular', name), 'latin1')

describe('verifyFonts', () => {
  it('passes fonts of the house, and those that a style sheet names', () => {
    expect(verify(makeSkiaPdf([{title: 'A'}]))).toEqual([])
    expect(verify(withFont('DejaVuSerif-Roman'), 'h1 { font-family: "DejaVu Serif" }')).toEqual([])
  })

  it('names any other once, with its first page', () => {
    expect(verify(withFont('DejaVuSerif-Roman'))).toEqual(['print/foreign-font {"font":"DejaVuSerif-Roman","page":1} a.pdf'])
  })

  it('does not tell again of characters that no house font has', () => {
    const all = String.fromCharCode(...Array.from({length: 0x17f}, (_, at) => at + 1)) // its fonts say that they have them all
    const told = {...edition, divisions: [{...edition.divisions[0]!, tree: h('section', {}, h('p', {}, all))}]}
    const codesOf = (content: Uint8Array, uncovered: string): readonly string[] => {
      const {list, report} = makeLedger()
      verifyFonts({content, path: 'a.pdf'}, told, {has: (codePoint) => !uncovered.includes(String.fromCodePoint(codePoint)), families: new Set(['NotoSerif'])}, report)
      return list.map(({code}) => code)
    }
    expect(codesOf(withFont('DejaVuSerif-Roman'), all)).toEqual([])
    expect(codesOf(withFont('DejaVuSerif-Roman'), 'A')).toEqual(['print/foreign-font']) // shows others as well
    expect(codesOf(makeSkiaPdf([{title: 'A\0'}]), 'B')).toEqual([])
  })

  it('counts letters that are boxes', () => {
    const pdf = Buffer.from(makeSkiaPdf([{title: 'AB'}, {title: '\0C\0'}]))
    expect(verify(pdf)).toEqual(['preflight/tofu {"count":2,"pages":"page 2"} a.pdf'])
  })
})
