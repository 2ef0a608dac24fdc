/** One hostile manuscript costs one diagnostic: its neighbours, in the batch and after it, are parsed all the same. */
import {mkdtemp, readdir, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Manuscript, ParseSettings} from '../../../src/core/model.ts'
import {makeCache} from '../../../src/world/cache.ts'
import {deadlineFor, makeParsePool} from '../../../src/world/parse-pool.ts'
import type {ParsePool} from '../../../src/world/parse-pool.ts'

const parser = new URL('stub-parser.ts', import.meta.url).href
const settings = {singleDollarMath: false, typography: false, terms: {language: 'en', words: {}}} as unknown as ParseSettings // the stub reads none of it
const pool = (options: Partial<Parameters<typeof makeParsePool>[0]> = {}): ParsePool =>
  makeParsePool({cache: makeCache(undefined), signal: new AbortController().signal, parser, deadline: () => 400, heap: 48, ...options})

function manuscripts(...texts: readonly string[]): readonly Manuscript[] {
  return texts.map((text, index) => ({file: `en/a-${index}.md`, language: 'en', slug: `a-${index}`, text}))
}

describe('parse pool', {timeout: 120_000}, () => { // each thread that dies makes room for one that starts, on a busy machine slowly
  let shared: ParsePool
  beforeAll(() => { shared = pool() })
  afterAll(() => shared.close())

  it('keeps the order given', async () => {
    const texts = Array.from({length: 40}, (_, index) => `text ${index} ${'x'.repeat(5000)}`)
    const parsed = await shared.parse(manuscripts(...texts), settings)
    expect(parsed.map(({article}) => article.title)).toEqual(texts)
  })

  it.each([
    ['hang', '0.4 s'],
    ['grow', '48 MB of memory'],
    ['throw', 'what the parser bears (RangeError: too deep)'],
    ['dive', 'what the parser bears (RangeError: Maximum call stack size exceeded)'],
    ['end', 'what the parser bears (its thread ended)']
  ])('blames exactly the manuscript that does not end well: %s', async (text, limit) => {
    const parsed = await shared.parse(manuscripts('one', 'two', text, 'four', 'five'), settings)
    expect(parsed.map(({diagnostics}) => diagnostics.length)).toEqual([0, 0, 1, 0, 0])
    expect(parsed.map(({article}) => article.tree.children.length)).toEqual([1, 1, 0, 1, 1])
    expect(parsed[2]?.diagnostics[0]).toMatchObject({code: 'parse/limit-exceeded', place: {file: 'en/a-2.md'}})
    expect(parsed[2]?.diagnostics[0]?.message).toContain(`the limit of ${limit},`)
    expect(parsed[2]?.article).toMatchObject({slug: 'a-2', title: 'a 2', language: 'en'})
  })

  it('tells a fault of the parser from a text that is too much', async () => {
    const parsed = await shared.parse(manuscripts('one', 'bug', 'three'), settings)
    expect(parsed.map(({diagnostics}) => diagnostics.length)).toEqual([0, 1, 0])
    expect(parsed[1]?.diagnostics[0]).toMatchObject({code: 'parse/fault', severity: 'error', facts: {reason: 'TypeError: bracket is not a function'}, place: {file: 'en/a-1.md'}})
  })

  it('bears several hostile manuscripts at once', async () => {
    const parsed = await shared.parse(manuscripts('hang', 'a', 'grow', 'b', 'end', 'hang', 'c'), settings)
    expect(parsed.map(({diagnostics}) => diagnostics.length)).toEqual([1, 0, 1, 0, 1, 1, 0])
  })

  it('rejects when the parser itself cannot be loaded', async () => {
    const broken = pool({parser: new URL('no-such-parser.ts', import.meta.url).href})
    await expect(broken.parse(manuscripts('a'), settings)).rejects.toThrow(/no-such-parser/)
    await broken.close()
  })

  it('rejects what is under way when the build is aborted', async () => {
    const controller = new AbortController()
    const aborted = pool({signal: controller.signal, deadline: () => 60_000})
    const work = aborted.parse(manuscripts('hang', 'a'), settings)
    setTimeout(() => { controller.abort(new Error('interrupted')) }, 50)
    await expect(work).rejects.toThrow('interrupted')
    await expect(aborted.parse(manuscripts('a'), settings)).rejects.toThrow('interrupted')
  })

  it('recalls what it has parsed, and never a failure', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hexapla-pool-'))
    const cold = pool({cache: makeCache(folder)})
    const first = await cold.parse(manuscripts('a', 'throw', 'b'), settings)
    await cold.close()
    const kept = (await readdir(folder, {recursive: true, withFileTypes: true})).filter((entry) => entry.isFile())
    expect(kept).toHaveLength(2)
    const warm = pool({cache: makeCache(folder), parser: 'file:///nowhere.ts'})
    expect(await warm.parse(manuscripts('a'), settings)).toEqual(first.slice(0, 1))
    await warm.close()
    await rm(folder, {recursive: true})
  })

  it('gives more time to longer manuscripts and to those who ask for it', () => {
    const [short, long] = manuscripts('x', 'x'.repeat(250_000))
    expect(short && deadlineFor(short, {})).toBe(10_000)
    expect(long && deadlineFor(long, {})).toBe(20_000)
    expect(short && deadlineFor(short, {HEXAPLA_PARSE_SECONDS: '100'})).toBe(100_000)
  })
})
