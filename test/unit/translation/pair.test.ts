/** A translation beside its source: recorded beads stand, the rest is aligned, every block is in one bead. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Sidecar} from '../../../src/core/sidecar.ts'
import type {Bead, Block} from '../../../src/core/translation.ts'
import {pairArticles} from '../../../src/translation/pair.ts'
import {keepRising, matchSequences} from '../../../src/core/sequence.ts'
import {makeBlock, makeFrontBlock, makeParsed, sayBeads} from '../../support/blocks.ts'

const blocks = fc.array(fc.tuple(fc.constantFrom('paragraph', 'heading2', 'item', 'code', 'table'), fc.constantFrom('a', 'bb', 'one two three', 'a longer text with 12 words', 'x'.repeat(200)), fc.boolean()), {maxLength: 14})
  .map((list) => list.map(([kind, words, isLinked]) => makeBlock(words, kind, isLinked ? {links: ['/market']} : {})))
const front = fc.subarray(['title', 'description', 'keywords']).map((kinds) => kinds.map((kind) => makeFrontBlock(kind, kind)))
const whole = fc.tuple(front, blocks).map(([front, body]): readonly Block[] => [...front, ...body])
const records = (source: readonly Block[], target: readonly Block[]): fc.Arbitrary<Sidecar> => {
  const side = (blocks: readonly Block[]): fc.Arbitrary<readonly string[]> => fc.array(fc.constantFrom(...blocks.map(({hash}) => hash), 'none-of-these'), {maxLength: 2})
  return fc.array(fc.record({source: side(source), target: side(target)})).map((beads) => ({sourceLanguage: 'en', beads}))
}
const covered = (beads: readonly Bead[], side: 'source' | 'target'): readonly number[] => beads.flatMap((bead) => Array.from({length: bead[side][1] - bead[side][0]}, (_, at) => bead[side][0] + at))
const pair = (source: readonly Block[], target: readonly Block[], record?: Sidecar): readonly Bead[] => pairArticles(makeParsed(source), makeParsed(target), record).beads
const record = (...beads: readonly (readonly [source: readonly Block[], target: readonly Block[]])[]): Sidecar => ({sourceLanguage: 'en', beads: beads.map(([source, target]) => ({source: source.map(({hash}) => hash), target: target.map(({hash}) => hash)}))})

describe('pairArticles', () => {
  it('has each block in one bead, in order, whatever was recorded', () => fc.assert(fc.property(fc.tuple(whole, whole).chain(([source, target]) => fc.tuple(fc.constant(source), fc.constant(target), fc.option(records(source, target), {nil: undefined}))), ([source, target, record]) => {
    const beads = pair(source, target, record)
    expect(covered(beads, 'source')).toEqual([...source.keys()])
    expect([...covered(beads, 'target')].sort((a, b) => a - b)).toEqual([...target.keys()])
    const body = beads.filter((bead) => target.slice(...bead.target).every(({span}) => span) && source.slice(...bead.source).every(({span}) => span))
    expect(covered(body, 'target')).toEqual([...covered(body, 'target')].sort((a, b) => a - b))
    expect(beads.every(({confidence}) => confidence >= 0 && confidence <= 1)).toBe(true)
  })))

  const twins = ['heading2', 'heading2', 'paragraph', 'paragraph'].map((kind) => makeBlock(kind === 'heading2' ? 'a longer text with 12 words' : 'a', kind))

  it('answers a text by itself', () => fc.assert(fc.property(whole, (text) => {
    expect(sayBeads(pair(text, text))).toBe(text.map((_, at) => `${at}=${at}`).join(' '))
  }), {examples: [[twins]]}))

  const [a, b, c, x, y, z] = ['One sentence of some length here', 'Another sentence, as long as that', 'And a third one which ends all', 'Une phrase d’une longueur', 'Une autre phrase, aussi longue', 'Et la troisième, qui finit tout'].map((words) => makeBlock(words)) as [Block, Block, Block, Block, Block, Block]

  it('keeps what was recorded, even against its own view', () => {
    const beads = pair([a, b, c], [x, y, z], record([[a, b], [x]], [[c], [y, z]]))
    expect(sayBeads(beads)).toBe('0+1=0 2=1+2')
    expect(beads.map(({confidence}) => confidence)).toEqual([1, 1])
  })

  it('keeps that a block has no answer, until something new stands beside it', () => {
    const seen = record([[a], [x]], [[b], []], [[], [y]], [[c], [z]])
    expect(sayBeads(pair([a, b, c], [x, y, z], seen))).toBe('0=0 1=- -=1 2=2')
    expect(sayBeads(pair([a, b, c], [x, makeBlock('Une autre phrase, aussi longue !'), z], seen))).toBe('0=0 1=1 2=2')
  })

  it('aligns what changed between what stands', () => {
    const seen = record([[a], [x]], [[b], [y]], [[c], [z]])
    expect(sayBeads(pair([a, makeBlock('Another sentence, changed since then'), c], [x, y, z], seen))).toBe('0=0 1=1 2=2')
    expect(sayBeads(pair([a, b, makeBlock('Added since', 'heading2'), c], [x, y, z], seen))).toBe('0=0 1=1 2=- 3=2')
  })

  it('keeps most of a record beside one block that was moved', () => {
    const seen = record([[a], [x]], [[b], [y]], [[c], [z]])
    expect(sayBeads(pair([a, b, c], [y, z, x], seen))).toMatch(/1=0 2=1 .*-=2$|^0=- 1=0 2=1 -=2$/)
  })

  it('takes nothing from a record that crosses itself', () => expect(covered(pair([a, b, c], [x, y, z], record([[c], [x]], [[a], [z]])), 'source')).toEqual([0, 1, 2]))
  it('pairs articles parsed without blocks as empty', () => expect(pairArticles({article: makeParsed([]).article, diagnostics: []}, makeParsed([])).beads).toEqual([]))
})

describe('matchSequences', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), {maxLength: 20})

  it('gives rising places of equal words', () => fc.assert(fc.property(words, words, (a, b) => {
    const places = matchSequences(a, b)
    const found = places.filter((place) => place !== undefined)
    expect(found.every((place, at) => at === 0 || place > (found[at - 1] ?? -1))).toBe(true)
    expect(places.every((place, at) => place === undefined || b[place] === a[at])).toBe(true)
  })))

  it('finds all of equal lists', () => fc.assert(fc.property(words, (list) => {
    expect(matchSequences(list, list)).toEqual([...list.keys()])
  })))
  it('finds what stands beside one that is alone', () => expect(matchSequences([...'aaXbb'], [...'caaXbd'])).toEqual([1, 2, 3, 4, undefined]))
  it('keeps the longest rising chain', () => expect(keepRising([[0, 5], [1, 1], [2, 2], [3, 0], [4, 3]])).toEqual([[1, 1], [2, 2], [4, 3]]))
})
