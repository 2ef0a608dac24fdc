/** Words of a page from its content stream: what is drawn backwards, and glyphs that stand for letters together. */
import {describe, expect, it} from 'vitest'
import {listPages, openPdf, type Pdf} from '../../../src/verify/pdf.ts'
import {readPageText} from '../../../src/verify/pdf-text.ts'
import {assembleLines, showInvisible} from '../../support/text-layer.ts'

/** A file of one page that draws this, in a font whose codes are those of ASCII. */
function makePdf(content: string): Pdf {
  const table = 'begincmap\n1 beginbfrange\n<0020> <007E> <0020>\nendbfrange\nendcmap\n'
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [3 0 R] /Count 1>>', '<</Type /Page /Resources <</Font <</F1 5 0 R>>>> /Contents 4 0 R>>',
    `<</Length ${content.length}>> stream\n${content}\nendstream`, '<</Type /Font /ToUnicode 6 0 R>>', `<</Length ${table.length}>> stream\n${table}\nendstream`
  ]
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const whole = `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`
  return openPdf(Buffer.from(whole, 'latin1')) as Pdf // it is sound
}

function read(content: string): ReturnType<typeof readPageText> {
  const pdf = makePdf(content)
  return readPageText(pdf, listPages(pdf)[0] ?? 0)
}

const draw = (letters: string, x: number, y = 500): string =>
  `BT\n/F1 10 Tf\n1 0 0 1 ${x} ${y} Tm\n${[...letters].map((letter, at) => `${at === 0 ? 0 : 5} 0 Td <00${letter.charCodeAt(0).toString(16)}> Tj`).join('\n')}\nET\n`
const say = (hex: string, glyphs: string): string => `/Span<</ActualText <FEFF${hex}> >> BDC\n${glyphs}EMC\n`

describe('readPageText', () => {
  it('gives glyphs with their places', () => {
    expect(read(draw('ab', 100))).toMatchObject([{x: 100, y: 500, text: 'a', run: 1}, {x: 105, y: 500, text: 'b', run: 1}])
  })

  it('believes what a group of glyphs says of itself, in hexadecimal or in letters', () => {
    expect(read(`${say('0915094D0937', draw('xy', 10))}/Span<</ActualText (f\\(f) >> BDC\n${draw('z', 40)}EMC\n`).map(({x, text}) => [x, text])).toEqual([[10, 'क्ष'], [40, 'f(f']])
  })

  it('turns what is drawn backwards, and places letters where they stand, not their marks', () => {
    const glyphs = read(`/ReversedChars BMC\n${say('0628', draw('.', 10, 497) + draw('b', 11))}${draw('a', 20)}EMC\n${draw('c', 30)}`)
    expect(glyphs.map(({x, text}) => [x, text])).toEqual([[20, 'a'], [11, 'ب'], [30, 'c']])
    expect(glyphs.map(({rightToLeft}) => rightToLeft)).toEqual([true, true, false])
  })
})

describe('assembleLines', () => {
  it('joins what stands in one line, with raised signs, and parts columns', () => {
    const text = draw('high', 10, 520) + draw('low ', 10) + draw('er', 30) + draw('1', 40, 504) + draw('col', 200)
    expect(assembleLines(read(text), false).map((line) => line.text)).toEqual(['high', 'low er1\tcol'])
  })

  it('reads from the right, what runs from the left in its own order', () => {
    const hebrew = (hex: string, x: number): string => `/ReversedChars BMC\n${say(hex, draw('x', x))}${say('05D0', draw('y', x + 6))}EMC\n`
    const line = hebrew('05D2', 10) + draw(' ', 22) + draw('12', 26) + draw(' ', 36) + draw('km', 40) + draw(' ', 50) + hebrew('05D1', 55)
    expect(assembleLines(read(line), true).map(({text}) => text)).toEqual(['אב 12 km אג'])
  })

  it('shows what cannot be seen', () => {
    expect(showInvisible('a\u00a0b\u202f!\u200c-\u2010 c\td')).toBe('a⟨00A0⟩b⟨202F⟩!⟨200C⟩-⟨2010⟩ c\td')
  })
})
