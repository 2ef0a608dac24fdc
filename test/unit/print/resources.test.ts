/** Names of fonts and states, which shift where the browser divided a link. */
import {describe, expect, it} from 'vitest'
import {nameResources, renameOperands, renameResources} from '../../../src/emit/print/pdf-resources.ts'

const page = (shift: number): string => `<</Type /Page\n/Resources <</ExtGState <</G3 3 0 R\n/G${12 + shift} ${12 + shift} 0 R>>\n/Font <</F7 7 0 R>>>>\n/Contents ${20 + shift} 0 R\n/StructParents 4>>`
const content = (shift: number): string => `/G3 gs\n/F7 10 Tf\n<0012> Tj\n/G${12 + shift} gs\n/Artifact <</MCID 2 >>BDC\n/Span<</ActualText <FEFF0047> >> BDC\nEMC`

/** New numbers as the merge gives them: in the order of the old ones. */
const numberOf = (shift: number) => (n: number): number => new Map([[3, 103], [7, 107], [12 + shift, 112], [20 + shift, 120]]).get(n) ?? 0
const finish = (shift: number): readonly string[] => {
  const inBook = page(shift).replace(/(\d+) 0 R/g, (_, n: string) => `${numberOf(shift)(Number(n))} 0 R`)
  return [renameResources(inBook), renameOperands(content(shift), nameResources(page(shift), numberOf(shift)))]
}

describe('names of resources', () => {
  it('are those of the book, however the browser counted', () => {
    expect(finish(1)).toEqual(finish(0))
    expect(finish(0)[0]).toContain('/ExtGState <</G103 103 0 R\n/G112 112 0 R>>\n/Font <</F107 107 0 R>>')
    expect(finish(0)[1]).toBe('/G103 gs\n/F107 10 Tf\n<0012> Tj\n/G112 gs\n/Artifact <</MCID 2 >>BDC\n/Span<</ActualText <FEFF0047> >> BDC\nEMC')
  })

  it('that a page does not have stay as they are', () => {
    expect(renameOperands('/G9 gs\n/Im1 Do\n', new Map([['G3', 'G1']]))).toBe('/G9 gs\n/Im1 Do\n')
  })
})
