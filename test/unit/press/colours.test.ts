/** Colours of content streams as inks. */
import {describe, expect, it} from 'vitest'
import {greyPixels, recolour} from '../../../src/emit/press/colours.ts'

describe('recolour', () => {
  it.each([
    ['0 0 0 RG 0 0 0 rg', '0 G 0 g'], ['.5 .5 .5 rg', '0.5 g'], ['1 0 0 rg', '1 0 0 rg'], ['/Pattern cs /P5 scn', '/Pattern cs /P5 scn'],
    ['(0 0 0 rg) Tj', '(0 0 0 rg) Tj'], ['(\\) 0 0 0 rg) Tj 0 0 0 rg', '(\\) 0 0 0 rg) Tj 0 g'], ['<00> Tj\n0 0 0 rg\n', '<00> Tj\n0 g\n'], ['/X 1 0 0 rg', '/X 1 0 0 rg']
  ])('makes one ink of black and greys, and leaves colours: %s', (content, inks) => { expect(recolour(content, 'rgb')).toBe(inks) })

  it('makes greys of colours by their luminance', () => {
    expect(recolour('1 0 0 rg 0 1 0 RG 1 1 0 rg', 'grey')).toBe('0.3 g 0.59 G 0.89 g')
  })

  it('never screens type in black, but for what is light on dark', () => {
    expect(recolour('0 0 1 rg BT (a) Tj ET 0 0 1 1 re f', 'black')).toBe('0.11 g 0 g BT (a) Tj ET 0.11 g 0 0 1 1 re f')
    expect(recolour('q 0.9 0.9 0.9 rg BT (a) Tj ET Q BT (b) Tj ET', 'black')).toBe('q 0.9 g BT (a) Tj ET Q BT (b) Tj ET')
  })

  it('does the same to pixels', () => {
    expect([...greyPixels(Uint8Array.of(255, 255, 255, 0, 0, 0, 255, 0, 0))]).toEqual([255, 0, 77])
  })
})
