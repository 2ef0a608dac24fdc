import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {h} from '../../../src/core/hast.ts'
import type {Edition} from '../../../src/core/model.ts'
import {checkGlyphs} from '../../../src/emit/print/glyphs.ts'
import {makeSampleEdition} from '../../support/edition.ts'

const latin = {has: (codePoint: number) => codePoint < 0x300 || codePoint === 0x301 || codePoint === 0x2010, families: new Set<string>()}

function check(words: string, source = words): readonly string[] {
  const edition = makeSampleEdition('fr', {articles: 1})
  const article = edition.divisions.find(({kind}) => kind === 'article')
  if (!article) throw new Error('no article')
  const divisions = [{...article, file: 'fr/a.md', tree: h('section', {}, h('img', {alt: 'ᚠ'}), h('p', {}, words))}]
  const {list, report} = makeLedger()
  checkGlyphs({...edition, divisions} as Edition, [{file: 'fr/a.md', language: 'fr', slug: 'a', text: `---\ntitle: A\n---\n${source}`}], latin, report)
  return list.map(({facts, place}) => `${String(facts['codePoint'])} ${String(facts['script'])} ${String(facts['count'])} ${place?.file ?? '-'}:${place?.line ?? '-'}:${place?.column ?? '-'}`)
}

describe('checkGlyphs', () => {
  it('names each character once, where it first stands', () => {
    expect(check('a ᚠ b\nᚠᚢ')).toEqual(['U+16A0 Runic 2 fr/a.md:4:3', 'U+16A2 Runic 1 fr/a.md:5:2'])
  })

  it('counts characters beyond the first plane once', () => {
    expect(check('x\u{10330}\u{10330}')).toEqual(['U+10330 Gothic 2 fr/a.md:4:2'])
  })

  it('names what belongs to no script', () => {
    expect(check('\ue000 \u{1f600} \u2603 \u0378')).toEqual([
      'U+E000 for private use 1 fr/a.md:4:1', 'U+1F600 a pictograph 1 fr/a.md:4:3', 'U+2603 a pictograph 1 fr/a.md:4:6', 'U+0378 not a character of Unicode yet 1 fr/a.md:4:8'
    ])
  })

  it('has only the file for a character that is written by its number', () => {
    expect(check('ᚠ', '&#x16a0;')).toEqual(['U+16A0 Runic 1 fr/a.md:-:-'])
  })

  it('passes over what shows nothing, and letters made of parts that are there', () => {
    expect(check('a\u200db\u200cc\ufe0f\u2066d\u2069\u3000e\u202ff\u{e0061} \u1e31 \u2011 \u00ad')).toEqual([])
  })
})
