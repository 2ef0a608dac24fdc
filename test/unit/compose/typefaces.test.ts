import {describe, expect, it} from 'vitest'
import {setTypefaces} from '../../../src/compose/typefaces.ts'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {h} from '../../../src/core/hast.ts'
import type {Edition, Format} from '../../../src/core/model.ts'
import type {MissingFont, World} from '../../../src/core/world.ts'
import {makeSampleEdition} from '../../support/edition.ts'
import type {SampleLanguage} from '../../support/sample-texts.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'

/** Characters of each family, by first and last; no other family has any. */
const blocks: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'Noto Serif': [[' ', 'ӿ'], ['‐', '…']], 'Noto Sans': [[' ', 'ӿ'], ['‐', '…']], 'Noto Sans Mono': [[' ', 'ӿ']],
  'Noto Naskh Arabic': [['؀', 'ۿ']], 'Noto Serif JP': [['、', '漢']], 'Noto Sans JP': [['、', '漢']], 'Noto Serif SC': [['、', '龥']], 'Noto Serif Khmer': [['ក', '៿']]
}

function makeWorld(missing: readonly string[] = []): {readonly world: World; readonly asked: string[]} {
  const asked: string[] = []
  const world: World = {
    ...makeMemoryWorld({}),
    provideFonts: async (families) => {
      asked.push(...families)
      return families.filter((family) => missing.includes(family)).map((family): MissingFont => ({family, package: 'a-package', reason: 'no network'}))
    },
    coverage: async (families) => {
      const here = families.filter((family) => !missing.includes(family)).flatMap((family) => blocks[family] ?? [])
      return {families: new Set(families), has: (codePoint) => here.some(([first, last]) => codePoint >= (first.codePointAt(0) ?? 0) && codePoint <= (last.codePointAt(0) ?? 0))}
    }
  }
  return {world, asked}
}

function makeEdition(text: string, language: SampleLanguage = 'en', typeface: 'serif' | 'sans' = 'serif'): Edition {
  const edition = makeSampleEdition(language, {articles: 1})
  const {publication} = edition
  const tree = h('section', {}, h('p', {}, text), h('pre', {}, h('code', {}, text.includes('#') ? text.split('#')[1] ?? '' : 'code')))
  const divisions = edition.divisions.slice(0, 1).map((division) => ({...division, tree}))
  return {...edition, divisions, publication: {...publication, typesetting: {...publication.typesetting, typeface}}}
}

async function choose(edition: Edition, formats: readonly Format[] = ['pdf'], missing: readonly string[] = []) {
  const {world, asked} = makeWorld(missing)
  const {list, report} = makeLedger()
  const set = await setTypefaces(edition, formats, world, report)
  return {set, asked, codes: list.map(({code}) => code), faces: set.styles.pdf.split('\n')[0] ?? ''}
}

const symbols = '"Noto Sans Math","Noto Sans Symbols","Noto Sans Symbols 2","Noto Emoji","Noto Sans Mono"'

describe('setTypefaces', () => {
  it('asks for nothing but the fonts of every book where they have all characters', async () => {
    const {asked, faces, codes} = await choose(makeEdition('Économie Ω'))
    expect(faces).toBe(`:root{--others:"Noto Serif",${symbols},serif;--book:var(--others);--mono:"Noto Sans Mono",var(--book);--faces-Latn:"Noto Serif"}`)
    expect([...new Set(asked)].sort()).toEqual(['Noto Emoji', 'Noto Sans Math', 'Noto Sans Mono', 'Noto Sans Symbols', 'Noto Sans Symbols 2', 'Noto Serif'])
    expect(codes).toEqual([])
  })

  it('puts the typeface of the script first, and finds those of characters in other scripts, one after another', async () => {
    const {faces, set} = await choose(makeEdition('漢字と ខ្មែរ 們'), undefined)
    expect(faces).toContain('--others:"Noto Serif","Noto Serif JP","Noto Serif Khmer"')
    expect(set.families).toContain('Noto Serif Khmer')
    expect((await choose(makeEdition('あ', 'ja'))).faces).toContain('--book:"Noto Serif JP",var(--others)')
    const {faces: both} = await choose(makeEdition('漢龥')) // the second is not in the first family that is asked
    expect(both).toContain('"Noto Serif JP","Noto Serif SC"')
  })

  it('takes sans where the publisher wants it, and for code in a script that has no typewriter letters', async () => {
    expect((await choose(makeEdition('あ', 'ja', 'sans'))).faces).toMatch(/^:root\{--others:"Noto Sans","Noto Sans JP",.*,sans-serif;--book:"Noto Sans JP",var\(--others\)/)
    expect((await choose(makeEdition('x # 漢', 'ja'))).faces).toContain('--mono:"Noto Sans Mono","Noto Sans JP",var(--book)')
  })

  it('does without what cannot be had, and says so', async () => {
    const {faces, codes, set} = await choose(makeEdition('ខ្មែរ'), ['pdf'], ['Noto Serif Khmer'])
    expect([faces.includes('Khmer'), set.families?.includes('Noto Serif Khmer'), codes]).toEqual([false, false, ['print/fewer-fonts']])
    expect((await choose(makeEdition('あ', 'ja'), ['pdf'], ['Noto Serif JP'])).codes).toEqual(['print/no-fonts'])
  })

  it('needs none to check, and for an e-book those of its cover', async () => {
    expect((await choose(makeEdition('漢'), [])).asked).toEqual([])
    const {asked, set} = await choose({...makeEdition('漢'), cover: {...makeSampleCover(), tree: h('section', {}, 'Market')}}, ['epub'])
    expect(asked).not.toContain('Noto Serif JP')
    expect(set.cover?.style).toContain('--book')
    expect((await choose({...makeEdition('x'), cover: {...makeSampleCover(), tree: h('section', {}, 'មាតិកា')}}, ['epub'], ['Noto Serif Khmer'])).codes).toEqual(['epub/no-fonts'])
  })
})

function makeSampleCover(): NonNullable<Edition['cover']> {
  return {alternative: 'x', tree: h('section', {}), style: 'p{}', language: 'en', direction: 'ltr', script: 'Latn', colours: {paper: '#fff', ink: '#000', accent: '#00f'}, words: {title: 'Market'}}
}
