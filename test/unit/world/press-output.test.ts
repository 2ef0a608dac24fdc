/** What the browser gave: whole and with letters, or not. */
import {describe, expect, it} from 'vitest'
import {checkPrinted} from '../../../src/world/press-output.ts'
import {makeSkiaPdf} from '../../support/skia-pdf.ts'

const words = {html: '<html><head><title>t</title></head><body><style>p{}</style><p>Words</p><nav hidden><a href="#a"></a></nav></body></html>'}
const none = {html: '<html><head><title>t</title></head><body><style>p{}</style><div class="vacat"></div>&nbsp;<svg><title>t</title></svg></body></html>'}
const whole = makeSkiaPdf([{title: 'Words'}])

/** Without the mark of fonts. */
const blank = Buffer.from(Buffer.from(whole).toString('latin1').replaceAll('/Type /Font', '/Type /Tnof'), 'latin1')

describe('checkPrinted', () => {
  it('passes a whole PDF on as it is', () => {
    expect(checkPrinted(whole, words)).toBe(whole)
    const within = Uint8Array.from([0, ...whole]).subarray(1)
    expect(checkPrinted(within, words)).toBe(within)
  })

  it.each([2, 20, 400, whole.length])('refuses one that lacks its last %i bytes', (lost) => {
    expect(() => checkPrinted(whole.slice(0, whole.length - lost), words)).toThrow(/cut off/)
  })

  it('refuses a blank one where there are words, and takes it where there are none', () => {
    expect(() => checkPrinted(blank, words)).toThrow('its PDF was blank')
    expect(checkPrinted(blank, none)).toBe(blank)
  })
})
