/** The record of an alignment: its text, what is damaged in it, what still stands of it. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {formatSidecar, parseSidecar, recordPath, type Sidecar} from '../../../src/core/sidecar.ts'
import {checkRecord, makeSidecar, placeBeads} from '../../../src/translation/sidecar.ts'
import {pairArticles} from '../../../src/translation/pair.ts'
import {makeBlock, makeFrontBlock, makeParsed} from '../../support/blocks.ts'
import {tryStage} from '../../support/articles.ts'

const [a, b, c, d] = ['AAAAAAAAAAAA', 'bbbb-bbbb_bb', '-------------'.slice(1), '000000000000'] as const
const text = `hexapla beads 1\nsource en\nrevision 1a2b3c4\ndate 2026-11-22\n\n${a} = ${b}\n${a}+${c} = ${d}\n${b} = -\n- = ${c}\n`
const read = (text: string): ReturnType<typeof tryStage<Sidecar | undefined>> => tryStage((report) => parseSidecar(text, 'fr/translation/barter.beads', report))
const hash = fc.stringMatching(/^[\w-]{12}$/)
const bead = fc.tuple(fc.array(hash, {maxLength: 3}), fc.array(hash, {maxLength: 3})).filter(([from, to]) => from.length + to.length > 0)

describe('a record', () => {
  it('is one line a bead', () => {
    const {result, codes} = read(text)
    expect(codes).toEqual([])
    expect(result).toMatchObject({sourceLanguage: 'en', revision: '1a2b3c4', date: '2026-11-22'})
    expect(result?.beads.map(({source, target}) => [source, target])).toEqual([[[a], [b]], [[a, c], [d]], [[b], []], [[], [c]]])
    expect(result && formatSidecar(result)).toBe(text)
  })

  it('comes back as it was written', () => fc.assert(fc.property(fc.array(bead), fc.option(hash, {nil: undefined}), (beads, revision) => {
    const sidecar = {sourceLanguage: 'pt-BR', ...(revision !== undefined && {revision}), beads: beads.map(([source, target]) => ({source, target}))}
    const {result, codes} = read(formatSidecar(sidecar))
    expect(codes).toEqual([])
    expect(result && {...result, beads: result.beads.map(({source, target}) => ({source, target}))}).toEqual(sidecar)
  })))

  it('bears other line ends, a byte order mark and remarks', () => expect(read(`\ufeff${text.replaceAll('\n', '\r\n')}# seen by the translator\r\n`)).toMatchObject({codes: [], result: {beads: {length: 4}}}))
  it('of an unknown version is not used', () => expect(read(text.replace('beads 1', 'beads 9'))).toMatchObject({result: undefined, found: [{code: 'translation/record-version', place: {line: 1}}]}))
  it('that is none is not used', () => expect(read('')).toMatchObject({result: undefined, codes: ['translation/record-version']}))

  it('loses damaged lines only', () => {
    const {result, found} = read(text.replace(`${b} = -`, `${b} -`).replace(`- = ${c}`, '- = -'))
    expect(result?.beads).toHaveLength(2)
    expect(found.map(({code, place}) => `${code} ${place?.line}`)).toEqual(['translation/broken-record 8', 'translation/broken-record 9'])
  })

  it('with marks of a conflict keeps both sides', () => {
    const {result, found} = read(text.replace(`${b} = -\n`, `<<<<<<< HEAD\n${b} = -\n=======\n${b} = ${d}\n>>>>>>> theirs\n`))
    expect(result?.beads).toHaveLength(5)
    expect(found.map(({code, place}) => `${code} ${place?.line}`)).toEqual(['translation/record-conflict 8'])
  })

  it('never breaks the reader', () => fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('hexapla beads 1', 'source en', '=======', `${a} = ${b}`))), (lines) => {
    expect(() => read(lines.join('\n'))).not.toThrow()
  })))

  it.each([
    ['fr/sub/Barter.md', 'barter', 'fr/translation/barter.beads'], ['zh-cn/a.md', 'b/c', 'zh-cn/translation/b/c.beads'],
    ['fr/a.md', '../x', 'fr/translation/%2E%2E/x.beads'], ['fr/a.md', 'was ist?', 'fr/translation/was ist%3F.beads'], ['ja/a.md', '市場', 'ja/translation/市場.beads'], ['fr/a.md', 'a//b', 'fr/translation/a/%/b.beads']
  ])('of %s called %s lies at %s', (file, slug, path) => expect(recordPath({file, slug})).toBe(path))
})

describe('beads of a record', () => {
  const words = ['one', 'two', 'same', 'three', 'same', 'four']
  const [source, target] = [words.map((word) => makeBlock(word)), words.map((word) => makeBlock(`${word}s`))]
  const record = makeSidecar(pairArticles(makeParsed(source), makeParsed(target)), 'en')

  it('stand where the texts did not change', () => expect(placeBeads(record, source, target).map(({source, target}) => [source?.[0], target?.[0]])).toEqual(words.map((_, at) => [at, at])))

  it('stand on the side that did not change', () => {
    const placed = placeBeads(record, source.toSpliced(1, 1, makeBlock('deux')), target.toSpliced(4, 1))
    expect(placed.map(({source}) => source?.[0])).toEqual([0, undefined, 2, 3, 4, 5])
    expect(placed.map(({target}) => target?.[0])).toEqual([0, 1, 2, 3, undefined, 4])
  })

  it('stand where they were moved', () => {
    const [title, keywords] = [makeFrontBlock('title', 'Trade'), makeFrontBlock('keywords', 'trade')]
    const moved = makeSidecar(pairArticles(makeParsed([title, keywords, ...source]), makeParsed([keywords, title, ...target])), 'en')
    expect(placeBeads(moved, [title, keywords, ...source], [keywords, title, ...target]).map(({target}) => target?.[0])).toEqual([1, 0, 2, 3, 4, 5, 6, 7])
  })

  it('of another text are reported', () => {
    const others = ['alpha', 'beta', 'gamma'].map((word) => makeBlock(word))
    const check = (blocks: typeof source): readonly string[] => tryStage((report) => checkRecord(record, {source: makeParsed(blocks), target: makeParsed(blocks)}, 'fr/translation/barter.beads', report)).codes
    expect(check(others)).toEqual(['translation/stale-record'])
    expect(check(source)).toEqual([])
  })
})
