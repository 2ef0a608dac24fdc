/** Alignment of blocks: what stands, what was removed, added, split, merged, moved. */
import {describe, expect, it} from 'vitest'
import type {Block} from '../../../src/core/translation.ts'
import {alignBlocks} from '../../../src/translation/align.ts'
import {makeBlock, makeFrontBlock, sayBeads} from '../../support/blocks.ts'

/** As many letters as asked for, of a language of its own. */
const prose = (letters: number, word: string): string => word.repeat(Math.ceil(letters / word.length)).slice(0, letters)
const lengths = [180, 320, 90, 410, 240, 60, 350, 150, 280, 200, 120, 300]
const english = lengths.map((length) => makeBlock(prose(length, 'seller ')))
const greek = lengths.map((length) => makeBlock(prose(length, 'πωλητής ')))
const straight = (count: number, from = 0): readonly string[] => Array.from({length: count}, (_, at) => `${from + at}=${from + at}`)

describe('alignBlocks', () => {
  it('answers each block of equal texts by itself, surely', () => {
    const beads = alignBlocks(english, english)
    expect(sayBeads(beads)).toBe(straight(12).join(' '))
    expect(Math.min(...beads.map(({confidence}) => confidence))).toBeGreaterThan(0.7)
  })

  it('goes by length where nothing else is shared', () => expect(sayBeads(alignBlocks(english, greek))).toBe(straight(12).join(' ')))
  it('finds what was removed', () => expect(sayBeads(alignBlocks(english, greek.toSpliced(3, 1)))).toBe([...straight(3), '3=-', ...Array.from({length: 8}, (_, at) => `${at + 4}=${at + 3}`)].join(' ')))
  it('finds what was added', () => expect(sayBeads(alignBlocks(english.toSpliced(3, 1), greek))).toBe([...straight(3), '-=3', ...Array.from({length: 8}, (_, at) => `${at + 3}=${at + 4}`)].join(' ')))

  it('finds what was merged, and what was split', () => {
    const merged = greek.toSpliced(3, 2, makeBlock(`${greek[3]?.words} ${greek[4]?.words}`))
    const beads = [...straight(3), '3+4=3', ...Array.from({length: 7}, (_, at) => `${at + 5}=${at + 4}`)]
    expect(sayBeads(alignBlocks(english, merged))).toBe(beads.join(' '))
    expect(sayBeads(alignBlocks(merged, english))).toBe(beads.map((bead) => bead.split('=').reverse().join('=')).join(' '))
  })

  it('finds what was moved: gone here, new there', () => {
    const moved = makeBlock('Prices of 1987, [after](/market) 12 years', 'paragraph', {links: ['/market']})
    const beads = alignBlocks(english.toSpliced(2, 0, moved), greek.toSpliced(9, 0, {...moved, hash: 'x'}))
    expect(sayBeads(beads.filter(({source, target}) => source[0] === source[1] || target[0] === target[1]))).toBe('2=- -=9')
  })

  it('takes links, numbers and code for more than length', () => {
    const source = ['/a', '/b', '/c'].map((link, at) => makeBlock(prose(100, 'word '), 'paragraph', {links: [link], numbers: [String(1980 + at)]}))
    const target = ['/fr/b.md', 'c'].map((link, at) => makeBlock(prose(150 - 90 * at, 'mot '), 'paragraph', {links: [link], numbers: [String(1981 + at)]}))
    expect(sayBeads(alignBlocks(source, target))).toBe('0=- 1=0 2=1')
  })

  it('never lets prose answer code, nor a heading prose', () => {
    const source = [makeBlock('Sellers', 'heading2'), makeBlock(prose(40, 'word '))]
    expect(sayBeads(alignBlocks(source, [makeBlock(prose(40, 'mot '))]))).toBe('0=- 1=0')
    expect(sayBeads(alignBlocks(source, [makeBlock('Vendeurs', 'heading2'), makeBlock('', 'code', {code: [prose(40, 'sell()')]})]))).toBe('0=0 1=- -=1')
  })

  it('lets headings answer headings of their depth', () => {
    const source = [makeBlock('Sellers', 'heading2'), makeBlock('Buyers', 'heading3')]
    expect(sayBeads(alignBlocks(source, [makeBlock('Acheteurs', 'heading3')]))).toBe('0=- 1=0')
  })

  it('takes a section that is missing from its heading on', () => {
    const section = (word: string): readonly Block[] => [makeBlock(word, 'heading2'), makeBlock(prose(120, `${word} `)), makeBlock(prose(140, `${word} `))]
    const source = ['alpha', 'bravo', 'crest', 'delta'].flatMap(section)
    const gaps = alignBlocks(source, ['άλφαα', 'δέλτα'].flatMap(section)).filter(({target}) => target[0] === target[1]).map(({source}) => source[0])
    expect(gaps).toHaveLength(6)
    expect(gaps.every((gap, at) => at % 3 === gap % 3)).toBe(true)
  })

  it.each([['Chinese', '卖', 1 / 2.8], ['Japanese', 'あ', 1 / 1.6], ['Korean', '상', 1 / 1.9], ['Thai', 'ข', 1], ['a language of many words', 'ö', 1.5]])('estimates how long %s runs', (_, letter, ratio) => {
    const target = lengths.map((length, at) => makeBlock(prose(Math.round(length * ratio), letter), 'paragraph', at % 2 === 0 ? {numbers: [String(at + 100)]} : {}))
    const source = english.map((block, at) => at % 2 === 0 ? {...block, numbers: [String(at + 100)]} : block)
    expect(sayBeads(alignBlocks(source, target.toSpliced(7, 1)))).toBe([...straight(7), '7=-', ...Array.from({length: 4}, (_, at) => `${at + 8}=${at + 7}`)].join(' '))
  })

  it('estimates it without anything to hold on to, too', () => {
    const target = lengths.toSpliced(3, 1).map((length) => makeBlock(prose(Math.round(length * 1.5), 'ö')))
    expect(sayBeads(alignBlocks(english, target))).toBe([...straight(3), '3=-', ...Array.from({length: 8}, (_, at) => `${at + 4}=${at + 3}`)].join(' '))
  })

  it('pairs front matter by kind, whatever its order', () => {
    const source = [makeFrontBlock('title', 'Sellers'), makeFrontBlock('description', 'Who sells'), makeFrontBlock('keywords', 'trade'), ...english]
    const target = [makeFrontBlock('description', 'Qui vend'), makeFrontBlock('title', 'Vendeurs'), ...greek]
    expect(sayBeads(alignBlocks(source, target).slice(0, 5))).toBe('0=1 1=0 2=- 3=2 4=3')
  })

  it('lets a title answer the heading that gives it', () => expect(sayBeads(alignBlocks([makeFrontBlock('title', 'Sellers'), ...english], [makeBlock('Vendeurs', 'heading1'), ...greek]))).toBe(straight(13).join(' ')))

  it('doubts what could as well be otherwise', () => {
    const [first, second] = [makeBlock(prose(100, 'word ')), makeBlock(prose(100, 'text '))]
    const beads = alignBlocks([first, second], [makeBlock(prose(100, 'mot '))])
    expect(beads.every(({confidence}) => confidence < 0.75)).toBe(true)
  })

  it.each([[0, 0, ''], [2, 0, '0=- 1=-'], [0, 2, '-=0 -=1'], [1, 1, '0=0']])('aligns %i with %i blocks', (a, b, said) => expect(sayBeads(alignBlocks(english.slice(0, a), greek.slice(0, b)))).toBe(said))

  it('finds its way where much is missing and nothing is shared but length', () => {
    const many = Array.from({length: 300}, (_, at) => 40 + at * 7919 % 400)
    const beads = alignBlocks(many.map((length) => makeBlock(prose(length, 'word '))), many.toSpliced(100, 80).map((length) => makeBlock(prose(length, 'λέξη '))))
    expect(beads.filter(({source, target}) => source[0] === target[0] && source[0] < 95 || source[0] === target[0] + 80 && source[0] > 185).length).toBeGreaterThan(195)
  })
})
