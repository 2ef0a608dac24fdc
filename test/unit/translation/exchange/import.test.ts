/** Texts that go to translators and come back: nothing is lost, nothing is overwritten, articles are begun and completed. */
import {describe, expect, it} from 'vitest'
import {exportTranslations, importTranslations, type Imported} from '../../../../src/exchange/exchange.ts'
import {exchangeFormats, type ExchangeFormat} from '../../../../src/translation/exchange/formats.ts'
import {makeMemoryWorld, type MemoryWorld} from '../../../support/memory-world.ts'

const english = `---
title: Honey # the book's first
keywords: [bees, wax]
order: 1
---

# Honey {#honey}

It is made by [bees](/bees) in a \`hive\`[^1].

- One jar
  and another
- Two jars

> [!TIP]
> Keep it *dry*.

\`\`\`sh
hive open
\`\`\`

[^1]: In summer.
`
const french = `---
title: Miel
order: 1
---

# Le miel

Il est fait par les [abeilles](/bees) dans une \`hive\`[^1].

* Un pot
  et un autre

> [!TIP]
> À garder au *sec*.

\`\`\`sh
hive open
\`\`\`

[^1]: En été.
`
const base = {'publication.yaml': 'source-language: en\n', 'en/honey.md': english, 'en/bees.md': '# Bees\n', 'fr/bees.md': '# Abeilles\n'}

async function send(world: MemoryWorld, format: ExchangeFormat = 'po', languages = ['fr']): Promise<string> {
  return (await exportTranslations(world, {folderName: 'book', format, drafts: false, languages})).files[0]?.text ?? ''
}

function take(world: MemoryWorld, text: string, force = false): Promise<Imported> {
  return importTranslations(world, {folderName: 'book', files: [{name: 'book-fr.po', content: new TextEncoder().encode(text)}], force})
}

async function read(world: MemoryWorld, path: string): Promise<string> {
  return new TextDecoder('utf-8').decode(await world.read(path))
}

/** A PO with the translations of some passages. */
function translate(text: string, words: Readonly<Record<string, string>>): string {
  return Object.entries(words).reduce((all, [source, target]) => {
    const quote = (each: string): string => each.includes('\n') ? `""\n${each.split(/(?<=\n)/).map((line) => JSON.stringify(line)).join('\n')}` : JSON.stringify(each)
    const at = all.indexOf(`msgid ${quote(source)}\nmsgstr `)
    expect(at, source).toBeGreaterThan(0)
    const from = at + `msgid ${quote(source)}\nmsgstr `.length
    return `${all.slice(0, from)}${quote(target)}${all.slice(all.indexOf('\n\n', from) < 0 ? all.length - 1 : all.indexOf('\n\n', from))}`
  }, text)
}

/** A whole translation. */
const words = {
  Honey: 'Miel', 'bees, wax': 'abeilles, cire', 'It is made by [bees](/bees) in a `hive`[^1].': 'Il est fait par les [abeilles](/bees)\ndans une `hive`[^1].',
  'One jar\nand another': 'Un pot\net un autre', 'Two jars': 'Deux pots', '[!TIP]\nKeep it *dry*.': '[!TIP]\nÀ garder au *sec*.', 'In summer.': 'En été.\nSurtout.'
}
const heading = (text: string, target: string): string => text.replace(/(msgctxt "honey#heading1[^]*?msgstr )""/, `$1"${target}"`)

const codes = ({diagnostics}: Imported): readonly string[] => diagnostics.filter(({code}) => code.startsWith('exchange/')).map(({code}) => code)

describe('a round trip', () => {
  it.each(exchangeFormats)('by %s without edits leaves every file as it is', async (format) => {
    const world = makeMemoryWorld({...base, 'fr/honey.md': french})
    const imported = await take(world, await send(world, format))
    expect(imported).toMatchObject({kept: [], taken: 0})
    expect(imported.unchanged).toBeGreaterThan(6)
    expect(await read(world, 'fr/honey.md')).toBe(french)
  })
})

describe('an article that is begun', () => {
  it('is as a person would have written it', async () => {
    const world = makeMemoryWorld(base)
    const imported = await take(world, heading(translate(await send(world), words), 'Le miel'))
    expect(codes(imported)).toEqual([])
    expect(imported.kept).toEqual(['fr/honey.md', 'fr/translation/honey.beads'])
    expect(await read(world, 'fr/honey.md')).toBe(english.replace('title: Honey', 'title: Miel').replace('[bees, wax]', '[abeilles, cire]').replace('# Honey {', '# Le miel {')
      .replace('It is made by [bees](/bees) in a', 'Il est fait par les [abeilles](/bees)\ndans une').replace('One jar\n  and another', 'Un pot\n  et un autre')
      .replace('Two jars', 'Deux pots').replace('Keep it *dry*.', 'À garder au *sec*.').replace('In summer.', 'En été.\n    Surtout.'))
  })
  it('has only what is translated, and code', async () => {
    const world = makeMemoryWorld(base)
    const imported = await take(world, translate(await send(world), {'Two jars': 'Deux pots', 'In summer.': 'En été.'}))
    expect(codes(imported)).toEqual([])
    expect((await read(world, 'fr/honey.md')).replace(/^---[^]*?---\n/, '')).toBe('\n- Deux pots\n\n```sh\nhive open\n```\n\n[^1]: En été.\n')
  })
})

describe('an article that is there', () => {
  it('is changed where a passage was, and completed where one was missing', async () => {
    const world = makeMemoryWorld({...base, 'fr/honey.md': french})
    const po = translate(await send(world), {'Two jars': 'Deux pots', 'bees, wax': 'abeilles, cire', 'One jar\nand another': 'Un seul pot'})
    const imported = await take(world, po)
    expect(codes(imported)).toEqual([])
    expect(imported.taken).toBe(3)
    expect(await read(world, 'fr/honey.md')).toBe(french.replace('order: 1\n', 'order: 1\nkeywords: abeilles, cire\n').replace('* Un pot\n  et un autre\n', '* Un seul pot\n- Deux pots\n'))
  })
  it('is not overwritten where it was changed meanwhile', async () => {
    const sent = await send(makeMemoryWorld({...base, 'fr/honey.md': french}))
    const world = makeMemoryWorld({...base, 'fr/honey.md': french.replace('En été.', 'L’été.')})
    const po = translate(sent, {'In summer.': 'Pendant l’été.'})
    expect(codes(await take(world, po))).toEqual(['exchange/changed-since'])
    expect(await read(world, 'fr/honey.md')).toContain('L’été.')
    expect((await take(world, po, true)).taken).toBe(1)
    expect(await read(world, 'fr/honey.md')).toContain('[^1]: Pendant l’été.')
  })
  it('does not take what is damaged, and takes the rest', async () => {
    const world = makeMemoryWorld({...base, 'fr/honey.md': french})
    const po = translate(await send(world), {
      'It is made by [bees](/bees) in a `hive`[^1].': 'Il est fait par les abeilles dans une `hive`[^1].', 'In summer.': '- En\n- été', '[!TIP]\nKeep it *dry*.': '[!TIP]\nAu *sec*.'
    })
    const imported = await take(world, po)
    expect(codes(imported)).toEqual(['exchange/damaged-markup', 'exchange/damaged-structure'])
    expect(await read(world, 'fr/honey.md')).toBe(french.replace('À garder au *sec*.', 'Au *sec*.'))
  })
  it('is recorded as made from the source as it is, passage by passage', async () => {
    const first = makeMemoryWorld(base)
    await take(first, heading(translate(await send(first), words), 'Le miel'))
    const [text, record] = [await read(first, 'fr/honey.md'), await read(first, 'fr/translation/honey.beads')]
    const world = makeMemoryWorld({...base, 'en/honey.md': english.replace('Two jars', 'Two big jars').replace('In summer.', 'In June.'), 'fr/honey.md': text, 'fr/translation/honey.beads': record})
    const po = await send(world)
    expect(po.match(/#, fuzzy/g)).toHaveLength(2)
    const imported = await take(world, translate(po, {'Two big jars': 'Deux grands pots'}).replace(/#, fuzzy\n(?=(?:#[^\n]*\n)*msgctxt [^\n]*\nmsgid "(?:Two|In))/g, ''))
    expect(imported).toMatchObject({taken: 1, confirmed: 1, kept: ['fr/honey.md', 'fr/translation/honey.beads']})
    expect(await send(world)).not.toContain('fuzzy')
  })
})

describe('what does not belong here', () => {
  it.each([
    ['exchange/broken-file', (po: string) => po.replace('msgid "Two jars"', 'msgid "Two jars')],
    ['exchange/unknown-language', (po: string) => po.replace('Language: fr', 'Language: eo')],
    ['exchange/source-language', (po: string) => po.replace('X-Source-Language: en', 'X-Source-Language: de')],
    ['exchange/unknown-article', (po: string) => po.replaceAll('"honey#', '"hney#').replaceAll('msgstr ""', 'msgstr "x"')],
    ['exchange/unknown-unit', (po: string) => po.replace(/"honey#note:[^"]*"/, '"honey#note:xxxxxxxxxxxx"').replace(/(msgid "In summer."\nmsgstr )""/, '$1"x"')],
    ['exchange/duplicate', (po: string) => `${po}\nmsgctxt ${/"honey#note:[^"]*"/.exec(po)?.[0]}\nmsgid "In summer."\nmsgstr "a"\n\nmsgctxt ${/"honey#note:[^"]*"/.exec(po)?.[0]}\nmsgid "In summer."\nmsgstr "b"\n`]
  ])('is told: %s', async (code, spoil) => {
    const world = makeMemoryWorld(base)
    const imported = await take(world, spoil(await send(world)).replace('msgstr ""\n"Project', 'msgstr ""\n"Project'))
    expect(codes(imported)).toContain(code)
    expect(imported.kept).toEqual([])
  })
})
