/** Headings that stand again elsewhere keep the language of their phrases, and nothing else of their markup. */
import type {ElementContent} from 'hast'
import {describe, expect, it} from 'vitest'
import {h, textOf} from '../../../src/core/hast.ts'
import {cutPhrases, isolateWords, maybePhrases} from '../../../src/core/phrases.ts'
import {composeAll} from '../../support/compose-all.ts'

const japanese = h('span', {lang: 'ja'}, '蜂蜜')
const show = (nodes: readonly ElementContent[] | undefined): string | undefined => nodes?.map((node) => node.type === 'element' ? `<${String(node.properties['lang'])}>${show(node.children)}</>` : textOf(node)).join('')

describe('maybePhrases', () => {
  it('keeps the language of words, not their markup', () => {
    expect(show(maybePhrases(h('h2', {}, ' Honey, ', h('em', {}, 'that is ', japanese), '!', h('a', {className: ['note-call']}, '1'), ' ')))).toBe('Honey, that is <ja>蜂蜜</>!')
    expect(show(maybePhrases(h('h2', {}, h('em', {lang: 'ar', dir: 'rtl'}, 'عسل', h('b', {}, ' حلو')))))).toBe('<ar>عسل حلو</>')
  })

  it('is nothing where text is enough', () => {
    expect(maybePhrases(h('h2', {lang: 'ja'}, h('em', {}, 'Honey')))).toBeUndefined()
  })
})

it('cutPhrases keeps the beginning', () => {
  const phrases = maybePhrases(h('h2', {}, 'Honey ', japanese, ' too')) ?? []
  expect([3, 7, 9].map((length) => show(cutPhrases(phrases, length)))).toEqual(['Hon', 'Honey <ja>蜂</>', 'Honey <ja>蜂蜜</> '])
})

it('isolateWords keeps what runs the other way from what follows', () => {
  const isIsolated = (words: string, direction: 'ltr' | 'rtl'): boolean => isolateWords(words, direction).type === 'element'
  expect([isIsolated('Honey (عسل)', 'ltr'), isIsolated('Honey 蜂蜜 1', 'ltr'), isIsolated('دبس Excel', 'rtl'), isIsolated('عسل ودبس 12', 'rtl')]).toEqual([true, false, true, false])
})

it('contents, lists and titles carry them', async () => {
  const text = '# Of :span[蜂蜜]{lang=ja}\n\nText.\n\n## And :span[عسل]{lang=ar}\n\nSee [other](b.md).\n'
  const {editions} = await composeAll(new Map([['en/a.md', text], ['en/b.md', '# B\n\nBack to [a](a.md).\n']]))
  const [edition] = editions
  const article = edition?.contents.find(({title}) => title === 'Of 蜂蜜')
  expect(show(article?.phrases)).toBe('Of <ja>蜂蜜</>')
  expect(show(article?.children[0]?.phrases)).toBe('And <ar>عسل</>')
  const markup = JSON.stringify(edition?.divisions.map(({kind, tree}) => [kind, tree]))
  expect(markup.match(/"lang":"ja"/g)).toHaveLength(4) // title, contents, cross-references both ways
})
