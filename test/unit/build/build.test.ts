/** The flow in memory: drafts, silences, strictness, what is published and what is not. */
import {describe, expect, it} from 'vitest'
import {build, type BuildOptions} from '../../../src/build.ts'
import {MissingToolError} from '../../../src/core/world.ts'
import {listProducts} from '../../support/closing-files.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'

const market = '---\ntitle: Market\n---\n\nSellers meet buyers.\n'
const dangling = '---\ntitle: Barter\n---\n\nSee [fair](/fair) and [market](/market).\n'

/** The table of pages, where all languages are built and two or more are published. */
const concordance = 'book-concordance.csv'

async function run(files: Readonly<Record<string, string>>, options: Partial<BuildOptions> = {}) {
  const world = makeMemoryWorld(files)
  const built = await build(world, {folderName: 'book', strict: false, drafts: false, formats: [], ...options})
  return {...built, codes: built.diagnostics.map(({code}) => code), published: listProducts(world.published.keys()), world}
}

describe('a check', () => {
  it('needs no browser, makes nothing, and counts articles and links', async () => {
    const {made, codes, published} = await run({'en/market.md': market, 'en/barter.md': dangling})
    expect(made).toEqual([{language: 'en', articles: 2, working: 1, dangling: 1, products: [], sizes: [], published: false}])
    expect([codes, published]).toEqual([['link/dangling'], []])
  })

  it('leaves drafts out unless they are asked for', async () => {
    const files = {'en/market.md': market, 'en/barter.md': '---\ntitle: Barter\ndraft: true\n---\n\nx\n'}
    expect((await run(files)).made[0]?.articles).toBe(1)
    expect((await run(files, {drafts: true})).made[0]?.articles).toBe(2)
  })

  it('goes through the languages that are asked for', async () => {
    const files = {'en/market.md': market, 'fr/market.md': market, 'de/market.md': market}
    expect((await run(files, {languages: ['fr', 'de']})).made.map(({language}) => language)).toEqual(['de', 'fr'])
    expect(await run(files, {languages: ['it']})).toMatchObject({made: [], misconfigured: true, codes: ['read/no-edition']})
  })

  it('stops at a configuration that cannot be used', async () => {
    expect(await run({'en/market.md': market, 'publication.yaml': 'titel: x'})).toMatchObject({made: [], misconfigured: true, codes: ['read/unknown-key']})
  })
})

describe('silences', () => {
  const files = {'en/market.md': market, 'en/barter.md': dangling, 'en/sub/trade.md': dangling.replace('Barter', 'Trade')}
  const silent = async (silence: string, options: Partial<BuildOptions> = {}) => {
    const {diagnostics} = await run({...files, 'publication.yaml': `formats: [epub]\nsilence: ${silence}\n`}, options)
    return diagnostics.map(({code, place}) => `${code} ${place?.file}`)
  }

  it('hush a warning everywhere, in a folder, in a file', async () => {
    expect(await silent('[link/dangling]')).toEqual([])
    expect(await silent('[{code: link/dangling, file: en/sub}]')).toEqual(['link/dangling en/barter.md'])
    expect(await silent('[{code: link/dangling, file: en/sub/}]')).toEqual(['link/dangling en/barter.md'])
    expect(await silent('[{code: link/dangling, file: en/barter.md}]')).toEqual(['link/dangling en/sub/trade.md'])
    expect(await silent('[{code: link/dangling, file: en/sub/tra}]')).toEqual(['link/dangling en/barter.md', 'link/dangling en/sub/trade.md'])
  })

  it('that hush nothing are told of, when the whole publication is built', async () => {
    expect(await silent('[link/missing-anchor]')).not.toContain('read/unused-silence publication.yaml')
    const world = makeMemoryWorld({'en/market.md': market, 'publication.yaml': 'formats: [epub]\nsilence: [link/missing-anchor]\n'})
    const {diagnostics} = await build(world, {folderName: 'book', strict: false, drafts: false})
    expect(diagnostics.map(({code}) => code)).toEqual(['read/unused-silence'])
  })
})

/** An EPUB and its cover. */
const books = (...languages: readonly string[]): readonly string[] =>
  languages.flatMap((language) => ['.epub', '-cover.jpg', '-thumbnail.jpg'].map((ending) => `${language}/book-${language}${ending}`))

describe('a build', () => {
  it('publishes all languages, the same bytes twice', async () => {
    const files = {'en/market.md': market, 'fr/market.md': market}
    const [first, second] = [await run(files, {formats: ['epub']}), await run(files, {formats: ['epub']})]
    expect(first.published).toEqual([...books('en', 'fr'), concordance])
    expect(first.made[0]?.products[0]?.companions).toEqual(['en/book-en-cover.jpg', 'en/book-en-thumbnail.jpg'])
    expect(first.made.every(({published}) => published)).toBe(true)
    for (const [path, bytes] of first.world.published) expect(Buffer.compare(bytes, second.world.published.get(path) ?? new Uint8Array())).toBe(0)
  })

  it('publishes nothing unsound, and all the rest', async () => {
    const {published, made} = await run({'en/market.md': market, 'fr/market.md': market.replace('---\n\n', 'draft: true\n---\n\n')}, {formats: ['epub']})
    expect(published).toEqual(books('en'))
    expect(made.map((each) => each.published)).toEqual([true, false])
  })

  it('with strictness, takes no warnings that are not silenced', async () => {
    const files = {'en/market.md': market, 'en/barter.md': dangling, 'fr/market.md': market}
    expect((await run(files, {formats: ['epub'], strict: true})).published).toEqual(books('fr'))
    expect((await run({...files, 'publication.yaml': 'silence: [link/dangling]'}, {formats: ['epub'], strict: true})).published).toEqual([...books('en', 'fr'), concordance])
    expect((await run({'en/market.md': market, 'stray.md': market}, {formats: ['epub'], strict: true})).published).toEqual([])
  })

  it('of some languages leaves the table of pages as it is, and of all makes the polyglot index where it is wanted', async () => {
    const files = {'en/market.md': market, 'fr/market.md': market.replace('Market', 'Marché'), 'publication.yaml': 'source-language: en\npolyglot-index: true\n'}
    expect((await run(files, {formats: ['epub'], languages: ['en', 'fr']})).published).toEqual(books('en', 'fr'))
    const {published, made, codes} = await run(files, {formats: ['epub']})
    expect(published).toEqual([...books('en', 'fr'), concordance, ...books('index')])
    expect([made.map(({language}) => language), codes]).toEqual([['en', 'fr', 'index'], []])
  })

  it('looks for the browser before the work', async () => {
    await expect(run({'en/market.md': market}, {formats: ['epub', 'pdf']})).rejects.toThrow(MissingToolError)
  })
})
