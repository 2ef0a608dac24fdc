/** Languages, identifiers, suggestions, terms, trees: the small parts of the core. */
import type {Element, Root} from 'hast'
import {describe, expect, it} from 'vitest'
import {classesOf, h, isElement, replaceNodes, textOf, walk, walkElements} from '../../../src/core/hast.ts'
import {maybeIsbn13} from '../../../src/core/isbn.ts'
import {directionOf, fallbacksOf, listNames, longDate, maybeLanguage, nameOfLanguage, scriptOf} from '../../../src/core/locale.ts'
import {loosen, suggest} from '../../../src/core/suggest.ts'
import {sayTerm, slotsByTerm, termNames} from '../../../src/core/terms.ts'
import {makeUuid} from '../../../src/core/uuid.ts'
import {makeTerms} from '../../support/articles.ts'
import {recallHouse} from '../../support/memory-world.ts'

describe('languages', () => {
  it.each([
    ['pt-br', 'pt-BR'], ['zh_TW', 'zh-TW'], ['zh-cn', 'zh-CN'], ['zh_hans', 'zh-Hans'], ['FR', 'fr'], ['iw', 'he'], ['sr_latn_rs', 'sr-Latn-RS'],
    ['images', undefined], ['docs', undefined], ['', undefined], ['x', undefined], ['french', undefined], ['constructor', undefined], ['..', undefined]
  ])('folder %s is %s', (folder, language) => expect(maybeLanguage(folder)).toBe(language))

  it('know script, direction, fallbacks', () => {
    expect(['zh-TW', 'zh-CN', 'ja', 'ar', 'fr', 'pa-PK', 'uz'].map(scriptOf)).toEqual(['Hant', 'Hans', 'Jpan', 'Arab', 'Latn', 'Arab', 'Latn'])
    expect(['ar', 'he', 'fa', 'dv', 'yi', 'en', 'ja'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr'])
    expect([fallbacksOf('zh-TW'), fallbacksOf('fr')]).toEqual([['zh-TW', 'zh-Hant', 'zh'], ['fr', 'fr-Latn']])
  })

  it('name themselves, dates and lists', () => {
    expect([nameOfLanguage('fr'), nameOfLanguage('zh-Hans')]).toEqual(['français', '简体中文'])
    expect(longDate('fr', '2026-03-01')).toBe('1 mars 2026')
    expect([listNames('en', ['A', 'B', 'C']), listNames('ja', ['A', 'B'])]).toEqual(['A, B, and C', 'A、B'])
  })
})

describe('identifiers', () => {
  it('ISBNs are checked', () => {
    expect(maybeIsbn13('978-0-306-40615-7')).toBe('9780306406157')
    for (const bad of ['9780306406158', '0306406152', '', '9780306406157x', '1234567890123']) expect(maybeIsbn13(bad)).toBeUndefined()
  })

  it('UUIDs are of version 5 and depend on the name alone', () => {
    expect(makeUuid('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(makeUuid('a')).toBe(makeUuid('a'))
    expect(makeUuid('a')).not.toBe(makeUuid('b'))
  })
})

describe('suggestions', () => {
  it.each([
    ['coldcalling', 'cold-calling'], ['Cold Calling', 'cold-calling'], ['cold-caling', 'cold-calling'], ['DISCUONT', 'Discount'], ['titel', 'title'],
    ['barter', undefined], ['', undefined], ['x', undefined], ['顧客', undefined]
  ])('%s means %s', (word, known) => expect(suggest(word, ['cold-calling', 'Discount', 'title'])).toBe(known))

  it('need something to choose from', () => expect(suggest('x', [])).toBeUndefined())
  it('compare letters and digits only', () => expect(loosen('Ｃold_Cälling 2!')).toBe('coldcälling2'))
})

describe('terms', () => {
  it('fill their slots by the plural rules of their language', () => {
    const terms = {...makeTerms('ru'), words: {...makeTerms().words, 'colophon-text': '{articles, plural, one {# статья} few {# статьи} many {# статей} other {#}}'}}
    expect([1, 2, 5].map((articles) => sayTerm(terms, 'colophon-text', {articles}))).toEqual(['1 статья', '2 статьи', '5 статей'])
    expect(sayTerm(terms, 'index')).toBe('Index')
  })

  it('have in English exactly the slots that the table lists', async () => {
    const {parse} = await import('yaml')
    const words = parse((await recallHouse('templates')).get('terms/en.yaml') ?? '') as Readonly<Record<string, string>>
    for (const name of termNames) {
      const slots = [...(words[name] ?? '').matchAll(/\{(\w+)[,}]/g)].map(([, slot]) => slot)
      expect(slotsByTerm.get(name) ?? []).toEqual(expect.arrayContaining(slots))
    }
  })
})

describe('trees', () => {
  const tree: Root = {type: 'root', children: [h('p', {className: ['a', 'b']}, 'x', undefined, '', [h('em', {}, 'y'), h('img', {alt: 'z'})])]}

  it('are made, read and walked in order', () => {
    expect(textOf(tree)).toBe('xyz')
    const seen: string[] = []
    walkElements(tree, ({tagName}) => void seen.push(tagName))
    walk(tree, (node) => node.type === 'element' && node.tagName === 'p' ? (seen.push('/'), false) : undefined)
    expect(seen).toEqual(['p', 'em', 'img', '/'])
    expect([classesOf(tree.children[0] as Element), classesOf(h('p', {})), isElement(tree.children[0], 'p'), isElement(tree.children[0], 'em'), isElement(undefined)]).toEqual([['a', 'b'], [], true, false, false])
  })

  it('are replaced, not changed', () => {
    const before = JSON.stringify(tree)
    const after = replaceNodes(tree, (node) => node.type === 'element' && node.tagName === 'em' ? [{type: 'text', value: '1'}, {type: 'text', value: '2'}] : undefined)
    expect([textOf(after), JSON.stringify(tree)]).toEqual(['x12z', before])
  })
})
