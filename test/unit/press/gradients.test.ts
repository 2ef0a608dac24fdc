/** Gradients as the browser writes them, led to greys. */
import {inflateSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {greyGradient, maybeGreyProgram, placeProgram} from '../../../src/emit/press/gradients.ts'

const shading = (from: string, to: string): string =>
  `<</Type /Pattern\n/PatternType 2\n/Matrix [75 0 0 -67.5 61.5 342.2]\n/Shading <</Function <</Domain [0 1]\n/FunctionType 3\n/Functions [<</C0 [${from}]\n/C1 [${to}]\n/FunctionType 2\n/N 1>>]>>\n/ShadingType 2\n/ColorSpace /DeviceRGB>>>>`

describe('greyGradient', () => {
  it('makes greys of colours by their luminance', () => {
    expect(greyGradient(shading('1 0 0', '0 .5 1'), true)).toBe(shading('0.3', '0.405').replace('DeviceRGB', 'DeviceGray'))
  })

  it('leaves colours, and takes greys to black ink, where colours stay', () => {
    expect(greyGradient(shading('1 0 0', '0 0 0'), false)).toBe(shading('1 0 0', '0 0 0'))
    expect(greyGradient(shading('1 1 1', '.2 .2 .2'), false)).toBe(shading('1', '0.2').replace('DeviceRGB', 'DeviceGray'))
  })

  it('leaves a gradient whose function stands elsewhere, unless all is to be grey', () => {
    const apart = '<</Function 7 0 R\n/ShadingType 3\n/ColorSpace /DeviceRGB>>'
    expect(greyGradient(apart, false)).toBe(apart)
    expect(greyGradient(apart, true)).toBe(apart.replace('DeviceRGB', 'DeviceGray'))
    expect(greyGradient('<</C0 [1 1 0]\n/C1 [0 0 0]\n/FunctionType 2>>', true)).toBe('<</C0 [0.89]\n/C1 [0]\n/FunctionType 2>>')
  })

  it('leaves everything else', () => {
    expect(greyGradient('<</Type /Font\n/C0 [1 1 0]>>', true)).toBe('<</Type /Font\n/C0 [1 1 0]>>')
  })
})

describe('a gradient by a program', () => {
  it('ends with the luminance of its three colours', () => {
    const made = maybeGreyProgram('<</FunctionType 4\n/Domain [0 1 0 1]\n/Range [0 1 0 1 0 1]\n/Filter /FlateDecode\n/Length 40>>', () => '{pop dup dup} \n')
    expect(made?.text).toContain('/Range [0 1]\n')
    expect(inflateSync(made?.tail ?? new Uint8Array()).toString()).toBe('{pop dup dup .11 mul exch .59 mul add exch .3 mul add}')
    expect(maybeGreyProgram('<</FunctionType 4\n/Range [0 1]>>', () => '{pop}')).toBeUndefined()
    expect(maybeGreyProgram('<</Subtype /Image>>', () => '')).toBeUndefined()
  })

  it('has its matrix written out, once', () => {
    const pattern = '<</PatternType 2\n/Matrix [2 0 0 2 0 0]\n/Shading <</Function 49 0 R\n/ShadingType 1\n/ColorSpace /DeviceRGB>>>>'
    expect(placeProgram(pattern)).toContain('/Matrix [1 0 0 1 0 0]\n/ShadingType 1')
    expect(placeProgram(placeProgram(pattern))).toBe(placeProgram(pattern))
    expect(placeProgram(pattern.replace('Type 1', 'Type 2'))).toBe(pattern.replace('Type 1', 'Type 2'))
  })
})
