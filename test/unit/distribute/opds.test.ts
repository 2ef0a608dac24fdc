import {describe, expect, it} from 'vitest'
import type {Format} from '../../../src/core/model.ts'
import type {Release, ReleasedEdition} from '../../../src/core/release.ts'
import {makeFeeds} from '../../../src/distribute/opds/feeds.ts'
import {readHouseTerms} from '../../support/house-terms.ts'
import {childrenOf, judgeAtomFeed, judgeJsonFeed, readXml, wordsOf, type ReadFeed} from '../../support/opds-rules.ts'
import {makeRelease, makeReleasedFile} from '../../support/release.ts'

const terms = readHouseTerms('en', 'ar', 'ja')
const address = 'https://books.example/bees/'

function makeAll(release: Release = makeRelease({date: '2026-11-21'}), changes?: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return makeFeeds(release, {terms, ...(changes && {changes})})
}

function readJson(feeds: ReadonlyMap<string, string>, path = 'opds.json'): ReadFeed {
  return JSON.parse(feeds.get(path) ?? '') as ReadFeed
}

/** The release with its first edition otherwise. */
function withFirst(more: Partial<ReleasedEdition>, release = makeRelease()): Release {
  const [first, ...rest] = release.editions
  return {...release, editions: first ? [{...first, ...more}, ...rest] : []}
}

function linksOf(feeds: ReadonlyMap<string, string>, path: string): readonly string[] {
  return [...(feeds.get(path) ?? '').matchAll(/"?href"?[=:] ?"([^"]+)"/g)].map(([, href = '']) => href)
}

describe('feeds', () => {
  it('are one of all languages, one of each, one of each book in two', () => {
    expect([...makeAll().keys()]).toEqual(['', 'en/', 'ar/', 'ja/', 'en+ar/'].flatMap((folder) => [`${folder}opds.json`, `${folder}opds.xml`]))
  })

  it.each([['with links of their own folder', undefined], ['with whole addresses', address]])('keep the rules %s', (_, given) => {
    for (const [path, text] of makeAll(makeRelease(given === undefined ? {} : {address: given}))) {
      expect([path, ...(path.endsWith('.json') ? judgeJsonFeed(text) : judgeAtomFeed(text))]).toEqual([path])
    }
  })

  it('lead only to files and pages that are there', () => {
    const release = makeRelease()
    const feeds = makeAll(release)
    const there = new Set([
      ...feeds.keys(), 'index.html', ...release.editions.flatMap(({tag, cover, thumbnail, products}) =>
        [`${tag}/index.html`, cover?.path, thumbnail?.path, ...products.flatMap(({files}) => files.map(({path}) => path))])
    ])
    for (const path of feeds.keys()) {
      const targets = linksOf(feeds, path).map((href) => decodeURIComponent(new URL(href, `https://a.invalid/${path}`).pathname.slice(1)))
      expect(targets.length).toBeGreaterThan(5)
      expect(targets.filter((target) => !there.has(target))).toEqual([])
    }
    const whole = linksOf(makeAll(makeRelease({address})), 'en+ar/opds.xml')
    expect(whole.every((href) => href.startsWith(address))).toBe(true)
    expect(whole).toContain(`${address}en%2Bar/`)
  })

  it('hold in each language all that has text in it, its own edition first', () => {
    const titles = (path: string): readonly unknown[] => (readJson(makeAll(), path).publications ?? []).map(({metadata}) => metadata?.['title'])
    expect(titles('ar/opds.json')).toEqual(['سنة النحل', 'The Bee Year · سنة النحل'])
    expect(titles('ja/opds.json')).toEqual(['ミツバチの一年'])
    expect(titles('en+ar/opds.json')).toEqual(['The Bee Year · سنة النحل'])
    expect(titles('opds.json')).toHaveLength(4)
  })

  it('offer languages as facets, each in its own name, with what it holds', () => {
    const [group] = readJson(makeAll(), 'ar/opds.json').facets ?? []
    expect(group?.links?.map(({title, rel, properties}) => [title, properties?.numberOfItems, rel])).toEqual([
      [terms.get('ar')?.words['all-languages'], 4, undefined], ['English', 2, undefined], ['العربية', 2, 'self'], ['日本語', 1, undefined]
    ])
    const facets = childrenOf(readXml(makeAll().get('opds.xml') ?? ''), 'link').filter(({attributes}) => attributes['rel'] === 'http://opds-spec.org/facet')
    expect(facets.map(({attributes}) => [attributes['title'], attributes['thr:count'], attributes['opds:activeFacet'], attributes['opds:facetGroup']])).toEqual([
      ['All languages', '4', 'true', 'Choose your language'], ['English', '2', undefined, 'Choose your language'],
      ['العربية', '2', undefined, 'Choose your language'], ['日本語', '1', undefined, 'Choose your language']
    ])
  })

  it('have no facets where there is one language', () => {
    const [edition] = makeRelease().editions
    expect(readJson(makeAll(makeRelease({editions: edition ? [edition] : []}))).facets).toBeUndefined()
  })

  it('give books to read with size, digest and kind, and nothing that goes to a printer', () => {
    const [edition] = makeRelease().editions
    const [epub, pdf] = edition?.products ?? []
    if (!epub || !pdf) throw new Error('no products')
    const others = (['press', 'cover', 'booklet', 'handouts'] as const satisfies readonly Format[]).map((format) => ({...pdf, format, files: [makeReleasedFile(`en/${format}.pdf`)]}))
    const [publication] = readJson(makeAll(withFirst({products: [epub, pdf, ...others]}))).publications ?? []
    const [file] = epub.files
    expect(publication?.links?.map(({rel, type, title}) => [rel, type, title])).toEqual([
      ['http://opds-spec.org/acquisition/open-access', 'application/epub+zip', 'EPUB'],
      ['http://opds-spec.org/acquisition/open-access', 'application/pdf', 'print'], ['alternate', 'text/html', undefined]
    ])
    expect(publication?.links?.[0]).toMatchObject({href: 'en/bees-en.epub', size: file?.size, integrity: `sha256-${Buffer.from(file?.sha256 ?? '', 'hex').toString('base64')}`})
    const link = childrenOf(childrenOf(readXml(makeAll().get('opds.xml') ?? ''), 'entry')[0] ?? readXml('<x/>'), 'link').find(({attributes}) => attributes['href']?.endsWith('.epub'))
    expect([link?.attributes['length'], link && wordsOf(link).trim()]).toEqual([String(file?.size), file?.sha256])
  })

  it('leave out an edition that has nothing to read, and are none where no edition has', () => {
    const release = withFirst({products: []})
    expect(readJson(makeAll(release)).publications).toHaveLength(3)
    expect(readJson(makeAll(release), 'en/opds.json').publications).toHaveLength(1)
    expect(linksOf(makeAll(release), 'en/opds.json')).not.toContain('index.html')
    expect(makeAll(makeRelease({editions: []})).size).toBe(0)
  })

  it('tell who made it, what it is about, how long it is and what it offers', () => {
    const feeds = makeAll(withFirst({
      series: {title: 'Bee books', kind: 'series', number: '2.5'}, subtitle: 'A calendar', sortAs: 'Bee Year, The',
      subjects: [{term: 'Bees', scheme: {authority: 'Thema', code: 'WNGH'}}, {term: 'Odd', scheme: {authority: 'WGS', code: '1'}}]
    }, makeRelease({date: '2026-11-20'})))
    const [english, , japanese] = readJson(feeds).publications ?? []
    expect(english?.metadata).toMatchObject({
      '@type': 'http://schema.org/Book', language: 'en', subtitle: 'A calendar', sortAs: 'Bee Year, The', published: '2026-11-20', modified: '2026-11-21T00:00:00Z', publisher: 'Meadow Press', numberOfPages: 32,
      author: [{name: 'Ada Keeper', sortAs: 'Keeper, Ada'}], belongsTo: {series: {name: 'Bee books', position: 2.5}},
      subject: [{name: 'Bees', code: 'WNGH', scheme: 'https://ns.editeur.org/thema/'}, {name: 'Odd'}], accessibility: {feature: ['tableOfContents', 'structuralNavigation'], hazard: ['none']}
    })
    expect(japanese?.metadata).toMatchObject({translator: [{name: '蜂谷 花', sortAs: 'はちや はな'}]})
    expect(readJson(feeds, 'ar/opds.json').publications?.map(({metadata}) => [metadata?.['readingProgression'], metadata?.['language']])).toEqual([['rtl', 'ar'], [undefined, ['en', 'ar']]])
  })

  it('say what is new after what it is', () => {
    const feeds = makeAll(makeRelease(), new Map([['en', 'New: Swarms.'], ['ja', '新着']]))
    const entries = childrenOf(readXml(feeds.get('opds.xml') ?? ''), 'entry')
    expect(wordsOf(childrenOf(childrenOf(readXml(makeAll().get('opds.xml') ?? ''), 'entry')[0] ?? readXml('<x/>'), 'summary')[0])).toBe('Twelve months with bees.')
    expect(entries.map((entry) => ['summary', 'content'].map((name) => wordsOf(childrenOf(entry, name)[0])))).toEqual([['', 'Twelve months with bees.\n\nNew: Swarms.'], ['', ''], ['', '新着'], ['', '']])
    expect(readJson(feeds).publications?.map(({metadata}) => metadata?.['description'])).toEqual(['Twelve months with bees.\n\nNew: Swarms.', undefined, '新着', undefined])
  })

  it('survive what authors write', () => {
    const feeds = makeAll(withFirst({title: '<b> & "\u0007\ud800"', description: ']]>\u0000<script>'}))
    expect(judgeAtomFeed(feeds.get('opds.xml') ?? '')).toEqual([])
    expect(wordsOf(childrenOf(childrenOf(readXml(feeds.get('opds.xml') ?? ''), 'entry')[0] ?? readXml('<x/>'), 'title')[0])).toBe('<b> & "\ufffd"')
    expect(judgeJsonFeed(feeds.get('opds.json') ?? '')).toEqual([])
  })

  it('know more ways to be wrong than to be right', () => {
    const [json, atom] = ['opds.json', 'opds.xml'].map((path) => makeAll().get(path) ?? '')
    const spoiltJson = [['"rel": "self"', '"rel": "me"'], ['"numberOfItems": 4', '"numberOfItems": 5'], ['acquisition/open-access', 'x'], ['"language": "ar"', '"language": "ar_EG"'], ['"title": "The Bee Year"', '"titel": ""']] as const
    for (const [from, to] of spoiltJson) expect(judgeJsonFeed((json ?? '').replaceAll(from, to))).not.toEqual([])
    const spoiltAtom = [['<updated>', '<updated>on '], ['rel="start"', 'rel="begin"'], ['thr:count="2"', 'opds:activeFacet="true"'], ['acquisition/open-access', 'x'], [/<id>.*<\/id>/g, '<id>urn:x:1</id>']] as const
    for (const [from, to] of spoiltAtom) expect(judgeAtomFeed((atom ?? '').replaceAll(from, to))).not.toEqual([])
  })
})
