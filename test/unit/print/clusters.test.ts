/** Glyphs that stand for letters together, in content streams as Skia writes them. */
import {describe, expect, it} from 'vitest'
import {spreadClusters} from '../../../src/emit/print/pdf-clusters.ts'

/** A base is as wide as the letter, a mark has no width. */
const advanceOf = (_: string, codes: string): number => (codes.match(/.{4}/g) ?? []).reduce((sum, code) => sum + (code.startsWith('00') ? 0.5 : 0), 0)
const say = (...lines: readonly string[]): string => ['BT', '/F4 10 Tf', '/Span<</ActualText <feff064a> >> BDC', ...lines, 'EMC', '1 0 Td <0008> Tj', 'ET'].join('\n')

describe('spreadClusters', () => {
  it('draws a base before its marks, the last of them as wide as the base', () => {
    expect(spreadClusters(say('3 -2 Td <0144> Tj', '-1 2 Td <0012> Tj'), advanceOf))
      .toBe(say('2 0 Td <0012> Tj', '4 Tc', '1 -2 Td <0144> Tj', '0 Tc', '-1 2 Td'))
  })

  it('reaches the end of a base whose mark is drawn behind it', () => {
    expect(spreadClusters(say('1 0 Td <0035> Tj', '2 0 Td <0120> Tj'), advanceOf)).toBe(say('1 0 Td <0035> Tj', '3 Tc', '2 0 Td <0120> Tj', '0 Tc'))
  })

  it('leaves what the next glyph goes on from, and what goes on from the one before', () => {
    const draws = ['3 -2 Td <0144> Tj', '-1 2 Td <0012> Tj']
    const before = (...lines: readonly string[]): string => ['BT', '/F4 10 Tf', '/Span<</ActualText <feff0626> >> BDC', ...draws, 'EMC', ...lines, 'ET'].join('\n')
    for (const next of [['<0008> Tj'], ['/Span<</ActualText <feff0627> >> BDC', '<0009> Tj', 'EMC'], ['[<0008> 20 <0009>] TJ']]) expect(spreadClusters(before(...next), advanceOf)).toBe(before(...next))
    for (const next of [['1 0 Td <0008> Tj'], ['1 0 0 -1 5 5 Tm', '<0008> Tj'], []]) expect(spreadClusters(before(...next), advanceOf)).not.toBe(before(...next))
    const after = say('<0144> Tj', '-1 2 Td <0012> Tj')
    expect(spreadClusters(after, advanceOf)).toBe(after)
  })

  it('begins where the text matrix stands', () => {
    expect(spreadClusters(say('1 0 0 -1 7 9 Tm', '<0144> Tj', '-1 2 Td <0012> Tj'), advanceOf)).toBe(say('1 0 0 -1 7 9 Tm', '-1 2 Td <0012> Tj', '4 Tc', '1 -2 Td <0144> Tj', '0 Tc', '-1 2 Td'))
  })

  it('leaves what stands from end to end, and what it does not know', () => {
    for (const content of [
      say('1 0 Td <0035> Tj', '5 0 Td <0036> Tj'), say('1 0 Td <0035> Tj'), say('1 0 Td <0144> Tj', '<0035> Tj'), say('[<0144> 3 <0035>] TJ', '1 0 Td <0036> Tj'),
      'BT\n/Span<</ActualText <feff064a> >> BDC\n3 -2 Td <0144> Tj', 'BT\n3 -2 Td <0144> Tj\nET'
    ]) expect(spreadClusters(content, advanceOf)).toBe(content)
  })
})
