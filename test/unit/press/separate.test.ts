/** Ghostscript makes inks of colours, and leaves black to black ink. */
import {describe, expect, it} from 'vitest'
import {separatePdf} from '../../../src/world/separate.ts'
import {makeIccProfile} from '../../support/icc-profile.ts'
import {judgePdf, makePressPdf} from '../../support/wrong-pdfs.ts'

describe('separatePdf', () => {
  it('gives CMYK with boxes, language and black ink as they were, the same bytes twice', async () => {
    const pdf = await makePressPdf({content: '0 0.4 1 rg 20 20 30 30 re f 0.9 g BT /F1 4 Tf 22 24 Td <0024> Tj ET'})
    const job = {pdf, language: 'en', rightToLeft: false, xmp: '<x/>'}
    const {signal} = new AbortController()
    const [inks, again] = [await separatePdf(job, signal), await separatePdf(job, signal)]
    const {diagnostics, rows} = await judgePdf(inks, {colour: 'cmyk'})
    expect(diagnostics).toEqual([])
    expect(rows.find(({topic}) => topic === 'colours')?.said).toBe('black ink on 4, CMYK on 1 of 4 pages')
    expect(rows.find(({topic}) => topic === 'bleed')?.said).toBe('3 mm, nothing reaches the edge')
    expect(Buffer.compare(inks, again)).toBe(0)
  })

  it('takes the printer’s profile as its goal, shows it, and gives metadata and an /ID', async () => {
    const pdf = await makePressPdf({content: '0 0.4 1 rg 20 20 30 30 re f'})
    const intent = '/Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA51)'
    const inks = Buffer.from(await separatePdf({pdf, language: 'en', rightToLeft: false, xmp: '<dc:title>Market</dc:title>', profile: makeIccProfile(), intent}, new AbortController().signal))
    const text = inks.toString('latin1')
    expect(text.startsWith('%PDF-1.6\n')).toBe(true)
    expect(text).toContain('<dc:title>Market</dc:title>')
    expect(text).toMatch(/\/ID \[<([0-9a-f]{32})> <\1>\]/)
    expect(text).toMatch(/\/Trapped ?\/False/)
    expect((await judgePdf(inks)).rows.find(({topic}) => topic === 'output intent')?.said).toBe('FOGRA51')
  })

  it('ends with what Ghostscript says of a file that is none', async () => {
    await expect(separatePdf({pdf: new TextEncoder().encode('no'), language: 'en', rightToLeft: false, xmp: '<x/>'}, new AbortController().signal)).rejects.toThrow('Ghostscript')
  })
})
