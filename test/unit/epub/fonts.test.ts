import {describe, expect, it} from 'vitest'
import {strFromU8, unzipSync} from 'fflate'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {h, textOf} from '../../../src/core/hast.ts'
import type {Edition, EditionSpec, Language} from '../../../src/core/model.ts'
import {emitEpub} from '../../../src/emit/epub/book.ts'
import {embedFonts} from '../../../src/emit/epub/fonts.ts'
import {adaptEdition} from '../../../src/emit/epub/variants/adapt.ts'
import type {FontSubset} from '../../../src/core/world.ts'
import {makeSampleEdition} from '../../support/edition.ts'
import {makeMemoryWorld, type MemoryOptions} from '../../support/memory-world.ts'

const decode = (content: Uint8Array): string => new TextDecoder().decode(content)

function makeEdition(language: Language, text: string, embeddedFonts: EditionSpec['embeddedFonts'] = 'auto', lang?: Language): Edition {
  const edition = makeSampleEdition('en', {articles: 1})
  const tree = h('section', {id: 'a'}, h('p', {}, lang === undefined ? text : h('span', {lang}, text)))
  return {
    ...edition, spec: {...edition.spec, language, embeddedFonts},
    divisions: [...edition.divisions.filter(({kind}) => kind === 'article').map((division) => ({...division, tree})), ...edition.divisions.filter(({kind}) => kind === 'colophon')]
  }
}

async function embed(edition: Edition, options: MemoryOptions = {}) {
  const {list, report} = makeLedger()
  const world = makeMemoryWorld({}, options)
  return {made: await embedFonts(edition, {...world, subsetFont: async (cut, text): Promise<FontSubset | undefined> => cut.style === 'italic' ? undefined : world.subsetFont(cut, text)}, report), codes: list.map(({code}) => code)}
}

describe('embedFonts', () => {
  it('takes along the font of a script that readers lack, with all its characters in the book and none of other scripts', async () => {
    const {made} = await embed(makeEdition('ur', 'کتاب ABC Ж'))
    expect(made.fonts?.map(({file}) => file)).toEqual(['fonts/noto-nastaliq-urdu-400.ttf', 'fonts/noto-nastaliq-urdu-700.ttf'])
    const subset = decode(made.fonts?.[0]?.content ?? new Uint8Array())
    for (const character of 'کتاب0۔,'.replace('۔', '')) expect(subset).toContain(character)
    expect(subset).not.toMatch(/[ABCЖ]/)
    expect(made.styles.epub).toMatch(/^@font-face \{ font-family: "Noto Nastaliq Urdu"; font-weight: normal; font-style: normal; src: url\(fonts\/noto-nastaliq-urdu-400\.ttf\); \}\n/)
    expect(made.styles.kepub).toContain('\nbody { font-family: "Noto Nastaliq Urdu", serif; }\n')
    expect(made.styles.pdf).not.toContain('@font-face')
    const kindle = await adaptEdition(made, 'kindle', makeMemoryWorld({}), makeLedger().report)
    expect([kindle.fonts, kindle.divisions.map(({tree}) => textOf(tree)).join('').includes('Embedded fonts')]).toEqual([undefined, false])
  })

  it('names them in the colophon with their copyright', async () => {
    const {made} = await embed(makeEdition('km', 'ផ្សារ'))
    const colophon = made.divisions.find(({kind}) => kind === 'colophon')
    expect(colophon && textOf(colophon.tree)).toMatch(/Embedded fonts: Noto Serif Khmer \(Copyright 2026 The Authors; SIL Open Font License 1\.1\)$/)
  })

  it.each([
    ['fr', 'Économie', 'auto', 0], ['ja', '市場', 'auto', 0], ['ar', 'سوق', 'auto', 0], ['ru', 'рынок', 'auto', 0], ['hi', 'बाज़ार', 'auto', 0], ['th', 'ตลาด', 'auto', 0], ['ja', '市場', 'all', 2], ['fr', 'marché', 'all', 2],
    ['km', 'ផ្សារ', 'none', 0], ['te', 'సంత', 'auto', 2], ['am', 'ገበያ', 'auto', 2]
  ] as const)('in %s, “%s” with %s: %i fonts', async (language, text, setting, count) => expect((await embed(makeEdition(language, text, setting))).made.fonts ?? []).toHaveLength(count))

  it('gives phrases theirs, and leaves the book around them to the reader', async () => {
    const {made} = await embed(makeEdition('fr', 'ផ្សារ', 'auto', 'km'))
    expect(made.styles.epub).toContain('\n[lang="km"] { font-family: "Noto Serif Khmer", serif; }\n')
    expect(made.styles.epub).not.toMatch(/^body \{ font-family/m)
  })

  it('says what cannot be had', async () => {
    const missingFonts = [{family: 'Noto Serif Khmer', package: 'p', reason: 'no network'}]
    expect((await embed(makeEdition('km', 'ផ្សារ'), {missingFonts})).codes).toEqual(['epub/no-fonts'])
  })

  it('puts them into the book and its list of files', async () => {
    const {made} = await embed(makeEdition('km', 'ផ្សារ'))
    const {content} = await emitEpub(made, makeLedger().report)
    const files = unzipSync(content)
    expect(strFromU8(files['EPUB/package.opf'] ?? new Uint8Array())).toContain('<item id="font-1" href="fonts/noto-serif-khmer-400.ttf" media-type="font/ttf"/>')
    expect(files['EPUB/fonts/noto-serif-khmer-700.ttf']).toEqual(made.fonts?.[1]?.content)
  })
})
