/** Our own terms: complete, in their language and script, with its plural forms; and what stands in where there are none. */
import {IntlMessageFormat} from 'intl-messageformat'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {scriptOf} from '../../../src/core/locale.ts'
import {sayTerm, slotsByTerm, termNames, type TermName, type Terms} from '../../../src/core/terms.ts'
import {readTerms} from '../../../src/read/terms.ts'
import {tryStage} from '../../support/articles.ts'
import {recallHouse} from '../../support/memory-world.ts'

const house = await recallHouse('templates')
const languages = [...house.keys()].flatMap((path) => /^terms\/(.+)\.yaml$/.exec(path)?.[1] ?? [])
const translations = languages.filter((language) => language !== 'en')

function wordsOf(language: string): Readonly<Record<TermName, string>> {
  return parse(house.get(`terms/${language}.yaml`) ?? '') as Readonly<Record<TermName, string>>
}

const english = wordsOf('en')

/** Names, and patterns that have no words. */
const everywhere: readonly TermName[] = ['by-author', 'isbn', 'format-epub', 'format-kepub', 'format-kindle']

/** Words that are the same in English. */
const meant: Readonly<Record<string, readonly TermName[]>> = {
  ca: ['notes', 'important', 'page-reference', 'articles'], cs: ['tip'], da: ['note-call', 'tip'], es: ['page-reference'],
  fr: ['index', 'colophon', 'notes', 'page-reference', 'note-call', 'figure', 'important', 'description', 'articles', 'errata-page'], de: ['format-handouts', 'handout'], gl: ['page-reference'], it: ['colophon', 'page-reference'],
  lt: ['page-reference'], nb: ['note-call'], nl: ['tip', 'page-reference'], nn: ['note-call'], pt: ['page-reference'], 'pt-BR': ['page-reference'],
  ro: ['important', 'page-reference'], sk: ['tip']
}

/** Names that stay in Latin letters in every script. */
const names = new Set(['EPUB', 'Kobo', 'Kindle', 'ISBN', 'Hexapla', 'Noto', 'MathML', 'PDF'])

/** What a reader may see of a pattern, each plural form with it. */
function literalsOf(pattern: string, language: string): string {
  type Parts = ReturnType<IntlMessageFormat['getAst']>
  const gather = (parts: Parts): string => parts.map((part) => 'options' in part
    ? Object.values(part.options).map(({value}) => gather(value)).join(' ')
    : part.type === 0 ? part.value : '').join('')
  return gather(new IntlMessageFormat(pattern, language).getAst())
}

function slotsOf(pattern: string): readonly string[] {
  return [...new Set([...pattern.matchAll(/\{(\w+)[,}]/g)].map(([, slot = '']) => slot).filter((slot) => !/^\d/.test(slot)))].sort()
}

it('are there for more than forty languages', () => {
  expect(new Set(languages.map((language) => new Intl.Locale(language).language)).size).toBeGreaterThan(40)
})

describe.each(languages)('the terms of %s', (language) => {
  const words = wordsOf(language)

  it('are all of them, in the order of the English file', () => expect(Object.keys(words)).toEqual(Object.keys(english)))

  it('have the slots of the table, every one', () => {
    for (const name of termNames) expect([name, ...slotsOf(words[name])]).toEqual([name, ...[...slotsByTerm.get(name) ?? []].sort()])
  })

  it('have the plural forms of the language, no more and no fewer', () => {
    const [, forms = ''] = /\{articles, plural, (.*?)\}\}/.exec(words['colophon-text']) ?? []
    const given = [...`${forms}}`.matchAll(/(\w+) \{[^}]*\}/g)].map(([, category]) => category).sort()
    expect(given).toEqual([...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort())
  })

  it('are set as the language is set', () => {
    for (const name of termNames) expect(words[name], name).not.toMatch(/['`]|"|\.\.\.| {2}|^\s|\s$|\t/)
    expect(words['page-reference'], 'number and abbreviation stay on one line').not.toMatch(/ \{page\}|\{page\}\.? /)
  })

  it('tell contents from index, and notes from one another', () => {
    expect(words.contents).not.toBe(words.index)
    expect(words.imprint).not.toBe(words.colophon)
    expect(words['half-title']).not.toBe(words['title-page'])
    expect(new Set([words.note, words.tip, words.important, words.warning, words.caution]).size).toBe(5)
    expect(new Set([words['accessibility-described'], words['accessibility-undescribed']]).size).toBe(2)
  })
})

describe.each(translations)('the terms of %s', (language) => {
  it('are English nowhere, unless that is meant', () => {
    const words = wordsOf(language)
    const same = termNames.filter((name) => words[name] === english[name] && !everywhere.includes(name))
    expect(same.toSorted()).toEqual([...meant[language] ?? []].sort())
  })
})

describe.each(translations.filter((language) => scriptOf(language) !== 'Latn'))('the terms of %s', (language) => {
  it('are in its own script', () => {
    const foreign = Object.values(wordsOf(language)).flatMap((pattern) => literalsOf(pattern, language).match(/\p{Script=Latin}+/gu) ?? []).filter((word) => !names.has(word))
    expect(foreign).toEqual([])
  })
})

describe('a language', () => {
  const read = (...tags: readonly string[]) => tryStage((report) => readTerms({house, all: house}, tags, report))

  it('without terms is reported once, and has English words that say so', () => {
    const {result, found} = read('mi', 'fr')
    expect(found.map(({code, facts}) => [code, facts['language']])).toEqual([['read/no-terms', 'mi']])
    expect([result.get('mi')?.language, result.get('fr')?.language]).toEqual(['en', 'fr'])
  })

  it('has the words of its own script, or none', () => {
    const {result, codes} = read('sr', 'sr-Latn', 'sr-ME', 'zh', 'zh-HK', 'no', 'nn', 'pt-AO')
    expect(codes).toEqual([])
    expect([...result.values()].map(({words}) => words.contents)).toEqual(['Садржај', 'Sadržaj', 'Sadržaj', '目录', '目錄', 'Innhold', 'Innhald', 'Índice'])
    expect(read('ms-Arab', 'gu-Latn').codes).toEqual(['read/no-terms', 'read/no-terms'])
  })

  it.each([
    ['cs', 'článek, články, články, článků'], ['sl', 'članek, članka, članke, člankov'], ['lt', 'straipsnis, straipsniai, straipsniai, straipsnių'],
    ['ro', 'articol, articole, articole, de articole'], ['bg', 'статия, статии, статии, статии']
  ])('counts in its own way: %s', (language, expected) => {
    const terms = read(language).result.get(language) as Terms
    const said = [1, 2, 3, 100].map((articles) => /\d+ (\p{L}+(?: articole)?)/u.exec(sayTerm(terms, 'colophon-text', {articles}))?.[1])
    expect(said.join(', ')).toBe(expected)
  })
})
