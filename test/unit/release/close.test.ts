/** What completes an output folder: manifest and sums that are true of it, a signature, nothing left of what is gone. */
import {createHash} from 'node:crypto'
import {beforeEach, describe, expect, it} from 'vitest'
import {build, type BuildOptions} from '../../../src/build.ts'
import {listReleasedFiles} from '../../../src/core/released-files.ts'
import type {Release} from '../../../src/core/release.ts'
import {readManifest} from '../../../src/distribute/manifest/manifest.ts'
import {makeMemoryWorld, type MemoryWorld} from '../../support/memory-world.ts'

const files = {
  'publication.yaml': 'name: fair\nsource-language: en\ncatalogue: {address: "https://books.example.org/fair"}\nformats: [epub]\n', 'en/market.md': '---\ntitle: Market\ndescription: Where sellers are.\nkeywords: [trade]\n---\n\nSellers meet buyers.\n',
  'en/coins.md': '# Coins\n\nRound.\n', 'fr/market.md': '# Marché\n\nOn y vend.\n'
}
let world: MemoryWorld

async function run(options: Partial<BuildOptions> = {}, target = world): Promise<Release> {
  await build(target, {folderName: 'fair', strict: false, drafts: false, ...options})
  const release = readManifest(new TextDecoder().decode(target.published.get('manifest.json')))
  if ('problem' in release) throw new Error(release.problem)
  return release
}

/** A world with other manuscripts that publishes to the same folder. */
function goOn(changes: Readonly<Record<string, string | undefined>>, from = world): MemoryWorld {
  const kept = Object.fromEntries(Object.entries({...files, ...changes}).filter((entry): entry is [string, string] => entry[1] !== undefined))
  const next = makeMemoryWorld(kept)
  for (const [path, content] of from.published) (next.published as Map<string, Uint8Array>).set(path, content)
  return next
}

function expectTrue({published}: MemoryWorld, release: Release): void {
  const named = listReleasedFiles(release)
  expect([...published.keys()].filter((path) => !/^(?:manifest\.json|SHA256SUMS.*)$/.test(path)).sort()).toEqual(named.map(({path}) => path))
  for (const {path, size, sha256} of named) {
    const content = published.get(path) ?? new Uint8Array()
    expect({path, size: content.length, sha256: createHash('sha256').update(content).digest('hex')}).toEqual({path, size, sha256})
  }
  const sums = new TextDecoder().decode(published.get('SHA256SUMS'))
  expect(sums.trim().split('\n')).toHaveLength(named.length + 1)
  expect(sums).toContain(`${createHash('sha256').update(published.get('manifest.json') ?? '').digest('hex')}  manifest.json\n`)
}

beforeEach(() => { world = makeMemoryWorld(files, {revision: {id: 'f'.repeat(40), date: '2026-11-20', changed: true}}) })

describe('a whole build', () => {
  it('names every file that it published, and no other, with what is known of its articles', async () => {
    const release = await run()
    expectTrue(world, release)
    expect(release).toMatchObject({name: 'fair', sourceLanguage: 'en', address: 'https://books.example.org/fair/', modified: '2027-01-15T08:00:00Z', revision: {date: '2026-11-20', changed: true}, tools: {hexapla: '0.0.0'}})
    expect(release.editions.map(({tag, languages, articles}) => [tag, languages, articles.map(({slug}) => slug)])).toEqual([['en', ['en'], ['coins', 'market']], ['fr', ['fr'], ['market']]])
    expect(release.editions[0]?.articles[1]).toMatchObject({title: 'Market', description: 'Where sellers are.', keywords: ['trade'], words: 3})
    expect(release.editions[0]?.products).toMatchObject([{format: 'epub', mediaType: 'application/epub+zip', accessibility: expect.arrayContaining([{type: '09', value: '11'}]) as unknown}])
  })

  it('takes away the books of a language that is gone', async () => {
    await run()
    const next = goOn({'fr/market.md': undefined})
    expectTrue(next, await run({}, next))
    expect([...next.published.keys()].filter((path) => path.startsWith('fr/'))).toEqual([])
  })

  it('that fails in one language keeps its former book, and still names it', async () => {
    const former = await run()
    const next = goOn({'fr/market.md': '# Marché\n\n[x](/nothing)\n', 'en/coins.md': '# Coins\n\nSquare.\n'})
    const release = await run({strict: true}, next)
    expectTrue(next, release)
    expect(release.editions.map(({tag, products}) => products[0]?.files[0]?.sha256 === former.editions.find((each) => each.tag === tag)?.products[0]?.files[0]?.sha256)).toEqual([false, true])
  })
})

describe('a build of one language', () => {
  it('leaves the others in the manifest, and the pages of all tell of it', async () => {
    const former = await run()
    const next = goOn({'fr/market.md': '# Grand marché\n\nOn y achète.\n', 'en/coins.md': '# Coins\n\nSquare.\n'})
    const release = await run({languages: ['fr']}, next)
    expectTrue(next, release)
    expect(release.editions[0]).toEqual(former.editions[0])
    expect(release.editions[1]?.articles.map(({title}) => title)).toEqual(['Grand marché'])
    expect(new TextDecoder().decode(next.published.get('en/index.html'))).toContain('Coins')
  })
})

describe('the index of all languages', () => {
  it('is in the language of its own words, whatever the order of the others', async () => {
    const release = await run({}, makeMemoryWorld({
      'publication.yaml': 'name: fair\nsource-language: fr\npolyglot-index: true\nformats: [epub]\n', 'ar/market.md': '---\nkeywords: [تجارة]\n---\n# سوق\n\nهنا.\n', 'fr/market.md': '---\nkeywords: [commerce]\n---\n# Marché\n\nIci.\n'
    }))
    expect(release.editions.map(({tag, languages, direction}) => [tag, languages, direction])).toEqual([['ar', ['ar'], 'rtl'], ['fr', ['fr'], 'ltr'], ['index', ['fr', 'ar'], 'ltr']])
  })
})

describe('a release whose products cannot be told apart', () => {
  it('is refused whole, and none of it is said to be published', async () => {
    const numbered = makeMemoryWorld({...files, 'en/edition.yaml': 'isbn: {epub: "9783161484100"}\n'})
    await run({}, numbered)
    const before = new Map(numbered.published)
    const next = goOn({'fr/edition.yaml': 'isbn: {epub: "9783161484100"}\n'}, numbered)
    const {made, diagnostics} = await build(next, {folderName: 'fair', strict: false, drafts: false, languages: ['fr']})
    expect([made.map(({published}) => published), diagnostics.map(({code}) => code)]).toEqual([[false], ['distribute/same-identifier']])
    expect(next.published).toEqual(before)
  })
})

describe('a strict build', () => {
  it('publishes nothing of which the trade lacks something, unless the publisher accepts that', async () => {
    const run = async (more: string): Promise<readonly unknown[]> => {
      const target = makeMemoryWorld({...files, 'publication.yaml': `${files['publication.yaml']}publisher: Fair\ntrade: {}\n${more}`})
      const {made, diagnostics} = await build(target, {folderName: 'fair', strict: true, drafts: false})
      return [made.map(({published}) => published), target.published.has('onix.xml'), [...new Set(diagnostics.map(({code}) => code))]]
    }
    expect(await run('')).toEqual([[false, false], false, ['distribute/no-rights']])
    expect(await run('silence: [distribute/no-rights]\n')).toEqual([[true, true], true, []])
  })
})

describe('the digest of an article', () => {
  const digests = async (market: string): Promise<readonly (string | undefined)[]> => {
    const {editions} = await run({}, makeMemoryWorld({...files, 'en/market.md': market}))
    return editions[0]?.articles.map(({digest}) => digest) ?? []
  }

  it('changes with what readers read, not with keywords or line breaks', async () => {
    const [coins, market] = await digests(files['en/market.md'])
    expect(await digests('---\ntitle: Market\ndescription: Where sellers are.\nkeywords: [other]\n---\nSellers\nmeet buyers.\n')).toEqual([coins, market])
    for (const [from, to] of [['buyers', 'buyer'], ['Market', 'Markets'], ['sellers are', 'sellers go']] as const) {
      const [same, other] = await digests(files['en/market.md'].replace(from, to))
      expect([same, other === market]).toEqual([coins, false])
    }
  })
})

describe('a signed release', () => {
  it('carries the signature, and a later one that is not signed does not', async () => {
    const release = await run({sign: (sums, {name}) => `${name} ${sums.length}\n`})
    expect(new TextDecoder().decode(world.published.get('SHA256SUMS.minisig'))).toBe(`fair ${world.published.get('SHA256SUMS')?.length}\n`)
    expectTrue(world, release)
    const next = goOn({})
    await run({}, next)
    expect(next.published.has('SHA256SUMS.minisig')).toBe(false)
  })
})

describe('a former manifest', () => {
  it.each(['{', '{"hexapla": 2}', ''])('that cannot be read (%s) is passed over, and nothing is taken away by it', async (text) => {
    const damaged = goOn({})
    ;(damaged.published as Map<string, Uint8Array>).set('manifest.json', new TextEncoder().encode(text)).set('notes.txt', new Uint8Array()).set('SHA256SUMS.minisig', new Uint8Array())
    expect((await run({}, damaged)).editions).toHaveLength(2)
    expect([damaged.published.has('notes.txt'), damaged.published.has('SHA256SUMS.minisig')]).toEqual([true, false]) // the sums that it signed are gone
  })

  it('of another publication stays out of this one, and its books stay where they are', async () => {
    const other = makeMemoryWorld({'publication.yaml': 'name: other\nformats: [epub]\n', 'de/markt.md': '# Markt\n\nHier.\n'})
    await run({}, other)
    const next = goOn({}, other)
    expect((await run({}, next)).editions.map(({tag}) => tag)).toEqual(['en', 'fr'])
    expect(next.published.has('de/other-de.epub')).toBe(true)
  })
})
