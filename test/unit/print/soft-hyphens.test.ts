/** Soft hyphens in content streams as Skia writes them. */
import {describe, expect, it} from 'vitest'
import {dropSoftHyphens} from '../../../src/emit/print/pdf-soft-hyphens.ts'

const soft = (x: number): string => `/Span<</ActualText <FEFF00AD> >> BDC\n${x} 0 Td <0003> Tj\nEMC`

describe('dropSoftHyphens', () => {
  it('takes them out and leaves the other glyphs where they were', () => {
    expect(dropSoftHyphens(`BT\n1 0 0 -1 5 7 Tm\n<0057> Tj\n${soft(8.1632538)}\n0 0 Td <0058> Tj\n4.5 0 Td <0059> Tj\nET`))
      .toBe('BT\n1 0 0 -1 5 7 Tm\n<0057> Tj\n8.1632538 0 Td <0058> Tj\n4.5 0 Td <0059> Tj\nET')
  })

  it('adds up what several moved, up to the end of the text', () => {
    expect(dropSoftHyphens(`BT\n${soft(1.5)}\n${soft(2)}\n0.25 -1 Td <0058> Tj\n${soft(9)}\nET\nBT\n1 0 Td <0059> Tj\nET`)).toBe('BT\n3.75 -1 Td <0058> Tj\nET\nBT\n1 0 Td <0059> Tj\nET')
  })

  it('leaves every other content as it is', () => {
    const other = 'BT\n/Span<</ActualText <FEFF0915> >> BDC\n1 0 Td <0003> Tj\nEMC\nET'
    expect(dropSoftHyphens(other)).toBe(other)
    const unknown = 'BT\n/Span<</ActualText <FEFF00AD> >> BDC\n/F4 12 Tf\n<0003> Tj\nEMC\nET'
    expect(dropSoftHyphens(unknown)).toBe(unknown)
  })
})
