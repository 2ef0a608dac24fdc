/** One setting for all numbers that no author wrote: notes, lists, counts, dates, folios, in every format's tree. */
import {beforeAll, describe, expect, it} from 'vitest'
import {folioOf, numberingOf, type Numerals} from '../../../src/core/folio.ts'
import {textOf, walkElements} from '../../../src/core/hast.ts'
import type {Edition, Language} from '../../../src/core/model.ts'
import {listSource} from '../../../src/compose/handout-source.ts'
import {makeNumeralStyle} from '../../../src/compose/numerals.ts'
import {makeSpec} from '../../support/articles.ts'
import {composeAll} from '../../support/compose-all.ts'

const text = '# A\n\nOne.[^n] Two.[^m] Twelve: 12.\n\n1. first\n2. second\n\n`code 34`\n\n[^n]: note 56\n[^m]: other\n'
/** What 2026 and 2 are in the digits of each setting; the style of lists, where it is not that of style sheets. */
const table: readonly (readonly [Language, Numerals, note: string, year: RegExp, style: string | undefined])[] = [
  ['ar', 'native', '٢', /٢٠٢٦/, 'arabic-indic'], ['ar', 'latin', '2', /2026/, undefined], ['ar', 'default', '2', /2026/, undefined], ['ar-EG', 'default', '٢', /٢٠٢٦/, 'arabic-indic'],
  ['fa', 'default', '۲', /۱۴۰۴/, 'persian'], ['fa', 'native', '۲', /۱۴۰۴/, 'persian'], ['fa', 'latin', '2', /1404/, undefined],
  ['hi', 'native', '२', /२०२६/, 'devanagari'], ['hi', 'default', '2', /2026/, undefined],
  ['bn', 'default', '২', /২০২৬/, 'bengali'], ['bn', 'latin', '2', /2026/, undefined], ['mr', 'default', '२', /२०२६/, 'devanagari'],
  ['th', 'native', '๒', /๒๕๖๙/, 'thai'], ['th', 'default', '2', /2569/, undefined], ['my', 'default', '၂', /၂၀၂၆/, 'myanmar'],
  ['ja', 'native', '二', /二〇二六/, 'cjk-decimal'], ['ja', 'default', '2', /2026/, undefined]
]

describe.each(table)('%s, %s', (language, numerals, note, year, style) => {
  let edition: Edition
  beforeAll(async () => {
    const files = new Map([[`${language}/a.md`, text], ['publication.yaml', 'date: 2026-03-01\nsite: https://example.org\n'], [`${language}/edition.yaml`, `title: T\nnumerals: ${numerals}\n`]])
    edition = (await composeAll(files)).editions[0] as Edition
  })
  const wordsOf = (kind: string): string => edition.divisions.filter((division) => division.kind === kind).map(({tree}) => textOf(tree)).join(' ')

  it('numbers notes, and nothing that the author wrote', () => {
    const calls: string[] = []
    for (const {tree} of edition.divisions) walkElements(tree, (element) => { if (element.properties['role'] === 'doc-noteref') calls.push(textOf(element)) })
    expect(calls[1]).toBe(note)
    for (const own of ['12', 'code 34', 'note 56']) expect(wordsOf('article')).toContain(own)
  })

  it('counts and dates', () => {
    expect(wordsOf('imprint')).toMatch(year)
    expect(listSource(edition).map(textOf).join(' ')).toMatch(year)
    const digits = wordsOf('colophon').match(/\p{Nd}/gu) ?? []
    expect(digits.every((digit) => digit === folioOf(1, {frontPages: 0, ...numberingOf(language, numerals)}))).toBe(true)
  })

  it('numbers lists in all formats', () => {
    for (const sheet of Object.values(edition.styles)) expect(/list-style-type: (?!lower|upper|none)([\w-]+)/.exec(sheet)?.[1]).toBe(style)
  })
})

describe('makeNumeralStyle', () => {
  const spec = makeSpec('fa')

  it('leaves to an author what kind of numbers a list has', () => {
    expect(makeNumeralStyle(spec, [], 'html')).toBe('ol:not([type]), ol[type="1"] { list-style-type: persian; }')
    expect(makeNumeralStyle(spec, [], 'xhtml')).toContain('ol[type="A"] { list-style-type: upper-alpha; }')
  })

  it('keeps the digits of blocks in other languages', () => {
    expect(makeNumeralStyle(spec, ['en', 'fa'], 'html')).toContain('[lang="en"] ol:not([type]), [lang="en"] ol[type="1"] { list-style-type: decimal; }')
    expect(makeNumeralStyle(makeSpec('en'), ['fa'], 'xhtml')).toContain('[lang="fa"] ol { list-style-type: persian; }')
    expect(makeNumeralStyle(makeSpec('en'), ['fr'], 'xhtml')).toBe('')
  })
})
