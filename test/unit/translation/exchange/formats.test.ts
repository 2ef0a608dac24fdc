/** PO, XLIFF and TMX: what is written is read back, what is broken is told with its line. */
import {describe, expect, it} from 'vitest'
import {exchangeFormats, readParcels, writeParcel} from '../../../../src/translation/exchange/formats.ts'
import {ExchangeFault, type ExchangeUnit, type Parcel} from '../../../../src/translation/exchange/unit.ts'

const unit = (over: Partial<ExchangeUnit>): ExchangeUnit => ({id: 'honey#paragraph:abc', slug: 'honey', kind: 'paragraph', source: 'Words', behind: false, place: {file: 'en/my honey.md', line: 3, column: 1}, stand: '-', ...over})
const units = [
  unit({source: 'See [the `hive`](/hive) & <b>"more"</b>\\\n\ttwo\nlines[^1]', target: 'Voir [la `ruche`](/hive) & <b>« plus »</b>\\\n\tdeux\nlignes[^1]', stand: 'xyz'}),
  unit({id: 'honey#item:def~2', source: 'One {name} 🐝 %s', behind: true, target: 'Un {name} 🐝 %s', former: 'Uno {name}\nx', stand: 'uvw'}),
  unit({id: 'honey#heading2:ghi', source: 'Not yet'})
]
const parcel: Parcel = {name: 'book', source: 'en', target: 'pt-BR', modified: 1_800_000_000, units}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe.each(exchangeFormats)('%s', (format) => {
  it('gives back what it was given', () => {
    const {name, text} = writeParcel(parcel, format)
    const [received, ...more] = readParcels(bytes(text), name)
    expect(more).toEqual([])
    expect(received?.target).toBe('pt-BR')
    expect(received?.source).toBe('en')
    const wanted = format === 'tmx' ? units.slice(0, 1) : units
    expect(received?.units.map(({id, source, target, stand}) => ({id, source, target, stand}))).toEqual(wanted.map(({id, source, target = '', stand}) => ({id, source, target, stand})))
    expect(received?.units.every(({torn}) => torn === undefined)).toBe(true)
  })
  it('is the same for the same', () => expect(writeParcel(parcel, format)).toEqual(writeParcel({...parcel, units: [...units]}, format)))
})

describe('PO', () => {
  const header = 'msgid ""\nmsgstr "Language: fr\\n"\n\n'
  const read = (text: string): ReturnType<typeof readParcels> => readParcels(bytes(text), 'a.po')
  it('marks what is behind as fuzzy, with what its source said', () => {
    const {text} = writeParcel(parcel, 'po')
    expect(text).toContain('#, fuzzy\n#| msgid ""\n#| "Uno {name}\\n"\n#| "x"\nmsgctxt "honey#item:def~2"')
    expect(read(text)[0]?.units.map(({open}) => open)).toEqual([false, true, true])
  })
  it('reads what other tools write', () => {
    const [received] = read(`${header}#~ msgid "old"\n#~ msgstr "vieux"\n\n# remark\nmsgctxt "a#b:c"\nmsgid "x" \n"y"\nmsgstr[0] "z\\x41\\101"\nmsgid "n"\nmsgstr ""\n`)
    expect(received?.units.map(({id, source, target, place}) => [id, source, target, place.line])).toEqual([['a#b:c', 'xy', 'zAA', 9], [undefined, 'n', '', 12]])
  })
  it.each([['msgid "x', 1], [`${header}msgid "x"\n`, 5], [`${header}words\n`, 4], ['msgid "x"\nmsgstr "y"\n', 1], [`${header}msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n`, 5]])('tells what is wrong in %j', (text, line) => {
    expect(() => read(text)).toThrow(ExchangeFault)
    try { read(text) } catch (error) { expect((error as ExchangeFault).line).toBe(line) }
  })
})

describe('XLIFF', () => {
  const read = (text: string): ReturnType<typeof readParcels> => readParcels(bytes(text), 'a.xlf')
  it('keeps codes out of reach, the same in both texts', () => {
    const {text} = writeParcel({...parcel, units: units.slice(0, 1)}, 'xliff')
    expect(text).toContain('<data id="d1" xml:space="preserve">[</data>')
    expect(text).toMatch(/<source xml:space="preserve">See <pc id="1" dataRefStart="d1" dataRefEnd="d\d">the <ph id="2"/)
    expect(text).toMatch(/<target xml:space="preserve">Voir <pc id="1" dataRefStart="d1" dataRefEnd="d\d">la <ph id="6"/)
  })
  it('is put together where a tool has cut it, and tells a code that has no content', () => {
    const wrap = (inner: string): string => `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"><file id="f"><unit id="u" name="a#b:c">${inner}</unit></file></xliff>`
    const cut = wrap('<segment state="final"><source>One.</source><target>Un.</target></segment><ignorable><source> </source></ignorable><segment state="final"><source>Two.</source><target>Deux.</target></segment>')
    expect(read(cut)[0]?.units[0]).toMatchObject({source: 'One. Two.', target: 'Un. Deux.', open: false, confirmed: true})
    expect(read(wrap('<segment><source>a</source><target>b<ph id="1" dataRef="d9"/></target></segment>'))[0]?.units[0]?.torn).toBe('<ph> without its content')
  })
  it.each(['<xliff version="1.2"/>', '<xliff version="2.0" srcLang="en"/>', '<xliff version="2.0"', '<html/>'])('tells what is wrong in %s', (text) => expect(() => read(text)).toThrow(ExchangeFault))
})
