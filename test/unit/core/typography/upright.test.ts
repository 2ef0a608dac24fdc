import {describe, expect, it} from 'vitest'
import {h, textOf, walkElements} from '../../../../src/core/hast.ts'
import {standNumberUpright, standUpright} from '../../../../src/core/typography/upright.ts'
import type {Element} from 'hast'

/** `[12]` stands in the room of one letter, `{2026}` one below the other. */
function show(tree: Element): string {
  return tree.children.map((child): string => {
    if (child.type === 'text') return child.value
    if (child.type !== 'element') return ''
    const [name] = Array.isArray(child.properties['className']) ? child.properties['className'] : []
    return name === 'tcy' ? `[${textOf(child)}]` : name === 'upright' ? `{${textOf(child)}}` : show(child)
  }).join('')
}
const set = (text: string): string => show(standUpright(h('p', {}, text)))

describe('standUpright', () => {
  it.each([
    ['客は12人、三日で5件。', '客は[12]人、三日で[5]件。'],
    ['2026年11月21日、117番', '{2026}年[11]月[21]日、{117}番'],
    ['35%増え、100%になった', '[35][%]増え、[100][%]になった'],
    ['本当!?と言う。え!', '本当[!?]と言う。え[!]'],
    ['A社とTシャツ', '[A]社と[T]シャツ'],
    ['5〜10人', '[5]〜[10]人']
  ])('sets what is short: %s', (text, expected) => expect(set(text)).toBe(expected))

  it.each(['1,250円', '3.5倍', '12345個', 'EPUB 3.4とEPUB 3', 'PDFとHTML', '5–10人', '10:30に', '(12)', 'https://example.org/12', '12 kgの米', '−3.5度', 'é7'])('leaves all else lying: %s', (text) => expect(set(text)).toBe(text))

  it('reaches into phrases, not into code, tables, figures, formulas, notes of pronunciation and words of the West', () => {
    expect(show(standUpright(h('p', {}, '第', h('strong', {}, '3'), '章')))).toBe('第[3]章')
    for (const name of ['code', 'pre', 'table', 'figure', 'math', 'rt', 'svg']) expect(show(standUpright(h('div', {}, h(name, {}, '3'))))).toBe('3')
    expect(show(standUpright(h('p', {}, h('span', {lang: 'en'}, 'in 12'), h('span', {translate: 'no'}, '7'))))).toBe('in 127')
  })

  it('changes no letter, and nothing the second time', () => {
    const tree = h('p', {id: 'p'}, '2026年、12人の35%がA社へ!?', h('a', {href: '#x'}, '3章'))
    const once = standUpright(tree)
    expect(textOf(once)).toBe(textOf(tree))
    expect(standUpright(once)).toBe(once)
    expect(standUpright(h('p', {}, '数のない文'))).toEqual(h('p', {}, '数のない文'))
  })

  it('stands every figure of a year upright by itself', () => {
    let count = 0
    walkElements(standUpright(h('p', {}, '2026年')), ({properties}) => { if (String(properties['className']) === 'tcy') count++ })
    expect(count).toBe(4)
  })
})

describe('standNumberUpright', () => {
  const number = (words: string): string => show(h('a', {}, standNumberUpright(words)))

  it('takes page numbers of three figures or letters together', () => expect(['7', '42', '128', 'xii', '1024', '一二'].map(number)).toEqual(['[7]', '[42]', '[128]', '[xii]', '{1024}', '一二']))

  it('finds the number in words', () => expect(number('14ページ')).toBe('[14]ページ'))
})
