/** Ghostscript makes inks of colours, and leaves black to black ink. */
import {describe, expect, it} from 'vitest'
import {separatePdf} from '../../../src/world/separate.ts'
import {judgePdf, makePressPdf} from '../../support/wrong-pdfs.ts'

describe('separatePdf', () => {
  it('gives CMYK with boxes, language and black ink as they were, the same bytes twice', async () => {
    const pdf = await makePressPdf({content: '0 0.4 1 rg 20 20 30 30 re f 0.9 g BT /F1 4 Tf 22 24 Td <0024> Tj ET'})
    const job = {pdf, language: 'en', rightToLeft: false}
    const {signal} = new AbortController()
    const [inks, again] = [await separatePdf(job, signal), await separatePdf(job, signal)]
    const {diagnostics, rows} = await judgePdf(inks, {colour: 'cmyk'})
    expect(diagnostics).toEqual([])
    expect(rows.find(({topic}) => topic === 'colours')?.said).toBe('black ink on 4, CMYK on 1 of 4 pages')
    expect(rows.find(({topic}) => topic === 'bleed')?.said).toBe('3 mm, nothing reaches the edge')
    expect(Buffer.compare(inks, again)).toBe(0)
  })

  it('ends with what Ghostscript says of a file that is none', async () => {
    await expect(separatePdf({pdf: new TextEncoder().encode('no'), language: 'en', rightToLeft: false}, new AbortController().signal)).rejects.toThrow('Ghostscript')
  })
})
