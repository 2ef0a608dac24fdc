/** The negative control: what is wrong is found with the right reason and nothing else; what is right passes. */
import {describe, expect, it} from 'vitest'
import {judgePdf, makePressPdf, wrongPdfs} from '../../support/wrong-pdfs.ts'

describe('the preflight', () => {
  it('finds nothing in a sound file, and says so in every row', async () => {
    const {diagnostics, rows} = await judgePdf(await makePressPdf(), {colour: 'black'})
    expect(diagnostics).toEqual([])
    expect(rows.map(({topic, light, said}) => `${light} ${topic}: ${said}`)).toMatchInlineSnapshot(`
      [
        "good version: PDF 1.7",
        "note standard: no PDF/X",
        "good protection: none",
        "note output intent: none",
        "good forms, scripts: none",
        "good annotations: none",
        "good pages: 4",
        "good trim: 100 × 150 mm, all alike",
        "good boxes: trim on every page",
        "good bleed: 3 mm, nothing reaches the edge",
        "good margins: 3 mm or more from the edge",
        "good blank pages: none",
        "good nearly empty: none",
        "good fonts: 1, all embedded as subsets (CID)",
        "good missing letters: none",
        "good colours: black ink on 4 of 4 pages",
        "good black text: black ink alone",
        "good ink: one ink, or not in inks yet",
        "good overprint: not set",
        "good transparency: none",
        "good thinnest line: none",
        "good pictures: none",
        "good title: “Market”",
        "good language: en",
      ]
    `)
  })

  it.each(wrongPdfs)('finds %s in a file with %s, and nothing else', async (code, _, change) => {
    const {diagnostics} = await judgePdf(await makePressPdf(change), change.expectations)
    expect([...new Set(diagnostics.map((diagnostic) => diagnostic.code))]).toEqual([code])
  })

  it('lights the row of what is wrong', async () => {
    const lightOf = async (content: string, topic: string): Promise<unknown> => (await judgePdf(await makePressPdf({content}))).rows.find((row) => row.topic === topic)
    expect(await lightOf('0.72 0.68 0.67 0.88 k BT /F1 4 Tf 10 9 Td <0024> Tj ET', 'black text')).toMatchObject({light: 'wrong'})
    expect(await lightOf('1 0 0 rg 20 20 10 10 re f', 'colours')).toMatchObject({light: 'doubtful'})
  })

  it('does not ask what cannot be seen: marks beyond the bleed, what is clipped away, invisible text', async () => {
    const content = '0 0 0 rg -12 -12 5 5 re f q 0 0 1 1 re W n 0 0 1 rg 50 50 10 10 re f Q BT 3 Tr /F1 4 Tf 10 9 Td <0000> Tj ET 1 1 1 rg 0 0 100 150 re f'
    expect((await judgePdf(await makePressPdf({content}))).diagnostics).toEqual([])
  })

  it('takes bleed that is drawn over the edge', async () => {
    expect((await judgePdf(await makePressPdf({content: '0.5 g -3 60 20 20 re f'}))).diagnostics).toEqual([])
  })

  it('reads files that are damaged in any one place without an exception', async () => {
    const sound = await makePressPdf({content: '0.5 g 20 20 10 10 re f'})
    for (let step = 0; step < 12; step++) {
      const bytes = sound.slice()
      for (let at = step * 7; at < bytes.length; at += 997) bytes[at] = (bytes[at] ?? 0) ^ 1 << step % 8
      await judgePdf(bytes)
    }
  })
})
