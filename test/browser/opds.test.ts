/** Our feeds as a reading app reads them: the OPDS client of foliate-js, in a browser. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import puppeteer, {type Browser, type HTTPRequest, type Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {makeFeeds} from '../../src/distribute/opds/feeds.ts'
import {browserFlags} from '../../src/world/browser-flags.ts'
import {findBrowserPath} from '../support/browser.ts'
import {readHouseTerms} from '../support/house-terms.ts'
import {makeRelease} from '../support/release.ts'

const origin = 'https://client.invalid'
const client = dirname(createRequire(import.meta.url).resolve('foliate-js/view.js'))
const terms = readHouseTerms('en', 'ar', 'ja')
let feeds: ReadonlyMap<string, string> = new Map()
let browser: Browser
let page: Page

/** What the client makes of a feed. */
interface Shown {
  readonly isCatalogue: boolean
  readonly title?: string
  readonly links: readonly (readonly [rel: unknown, address: string])[]
  readonly facets: readonly {readonly title?: string; readonly links: readonly {readonly title?: string; readonly address: string; readonly isActive: boolean; readonly count: string}[]}[]
  readonly publications: readonly {
    readonly title?: string; readonly author: readonly string[]; readonly language: unknown; readonly publisher: unknown; readonly words?: string
    readonly acquisitions: readonly (readonly [type: string, address: string, title?: string])[]; readonly images: readonly string[]
  }[]
}

beforeAll(async () => {
  feeds = makeFeeds(makeRelease({date: '2026-11-21'}), {terms, changes: new Map([['en', 'New: Swarms.']])})
  browser = await puppeteer.launch({executablePath: await findBrowserPath(), pipe: true, args: [...browserFlags(process.getuid?.() === 0)]})
  page = await browser.newPage()
  await page.setRequestInterception(true)
  page.on('request', (request) => { void answer(request) })
  await page.goto(`${origin}/`)
  await page.waitForFunction('window.opds')
})

afterAll(() => browser.close())

async function answer(request: HTTPRequest): Promise<void> {
  const path = decodeURIComponent(new URL(request.url()).pathname.slice(1))
  const feed = feeds.get(path.replace(/^books\//, ''))
  if (path === '') return request.respond({contentType: 'text/html', body: '<!doctype html><title>client</title><script type="module">import * as opds from "/opds.js"; window.opds = opds</script>'})
  if (/^[\w-]+\.js$/.test(path)) return request.respond({contentType: 'text/javascript', body: readFileSync(join(client, path), 'utf8')})
  if (feed === undefined) return request.respond({status: 404, body: ''})
  return request.respond({contentType: path.endsWith('.json') ? 'application/opds+json' : 'application/atom+xml;profile=opds-catalog;kind=acquisition', body: feed})
}

function subscribe(path: string): Promise<Shown> {
  return page.evaluate(readFeed, `${origin}/books/${path}`) as Promise<Shown>
}

interface Client {
  readonly getFeed: (document: Document) => unknown
  readonly isOPDSCatalog: (type: string | null) => boolean
  readonly SYMBOL: {readonly CONTENT: symbol}
}

/** As the client has it. */
interface ClientLink {
  readonly rel?: string | readonly string[]
  readonly href: string
  readonly type: string
  readonly title?: string
  readonly properties: {readonly numberOfItems: unknown}
}

interface ClientFeed {
  readonly metadata: {readonly title?: string}
  readonly links: readonly ClientLink[]
  readonly facets: readonly {readonly metadata: {readonly title?: string}; readonly links: readonly ClientLink[]}[]
  readonly publications: readonly {readonly metadata: Readonly<Record<string | symbol, unknown>>; readonly links: readonly ClientLink[]; readonly images: readonly ClientLink[]}[]
}

/** Runs in the page; the client turns Atom into the model of OPDS 2.0, which a feed in JSON is already. */
async function readFeed(address: string): Promise<unknown> {
  const {getFeed, isOPDSCatalog, SYMBOL} = (globalThis as unknown as {readonly opds: Client}).opds
  const response = await fetch(address)
  const text = await response.text()
  const feed = (address.endsWith('.json') ? JSON.parse(text) : getFeed(new DOMParser().parseFromString(text, 'application/xml'))) as ClientFeed
  const whole = (href: string): string => new URL(href, address).href
  const relations = ({rel}: ClientLink): readonly string[] => [rel ?? []].flat()
  return {
    isCatalogue: isOPDSCatalog(response.headers.get('content-type')), title: feed.metadata.title,
    links: feed.links.filter((link) => !relations(link).includes('http://opds-spec.org/facet')).map((link) => [relations(link)[0], whole(link.href)]),
    facets: feed.facets.map((facet) => ({
      title: facet.metadata.title, links: facet.links.map((link) => ({title: link.title, address: whole(link.href), isActive: relations(link).includes('self'), count: String(link.properties.numberOfItems)}))
    })),
    publications: feed.publications.map(({metadata, links, images}) => ({
      title: metadata['title'], author: (metadata['author'] as readonly {readonly name: string}[]).map(({name}) => name), language: metadata['language'], publisher: metadata['publisher'],
      words: metadata['description'] ?? (metadata[SYMBOL.CONTENT] as {readonly value: string} | undefined)?.value, images: images.map(({href}) => whole(href)),
      acquisitions: links.filter((link) => relations(link).some((rel) => rel.startsWith('http://opds-spec.org/acquisition'))).map(({type, href, title}) => [type, whole(href), title])
    }))
  }
}

describe.each(['json', 'xml'])('the feed in %s', (kind) => {
  it('is a catalogue whose books can be had', async () => {
    const shown = await subscribe(`opds.${kind}`)
    expect(shown.isCatalogue).toBe(true)
    expect(shown.title).toBe('The Bee Year')
    expect(shown.publications.map(({title, author, publisher}) => [title, author, publisher])).toEqual([
      ['The Bee Year', ['Ada Keeper'], 'Meadow Press'], ['سنة النحل', ['Ada Keeper'], 'Meadow Press'],
      ['ミツバチの一年', ['Ada Keeper'], 'Meadow Press'], ['The Bee Year · سنة النحل', ['Ada Keeper'], 'Meadow Press']
    ])
    expect(shown.publications[0]).toMatchObject({
      language: 'en', words: 'Twelve months with bees.\n\nNew: Swarms.', images: [`${origin}/books/en/bees-en-cover.jpg`, `${origin}/books/en/bees-en-thumbnail.jpg`],
      acquisitions: [['application/epub+zip', `${origin}/books/en/bees-en.epub`, 'EPUB'], ['application/pdf', `${origin}/books/en/bees-en.pdf`, 'print']]
    })
    expect(shown.publications[3]?.acquisitions[0]?.[1]).toBe(`${origin}/books/en%2Bar/bees-en%2Bar.epub`)
  })

  it('is walked from language to language by its facets, and back', async () => {
    const {facets: [group]} = await subscribe(`opds.${kind}`)
    expect(group?.links.map(({title, isActive, count}) => [title, isActive, count])).toEqual([['All languages', true, '4'], ['English', false, '2'], ['العربية', false, '2'], ['日本語', false, '1']])
    const arabic = await subscribe(group?.links[2]?.address.replace(`${origin}/books/`, '') ?? '')
    expect(arabic.title).toBe('سنة النحل')
    expect(arabic.publications.map(({title}) => title)).toEqual(['سنة النحل', 'The Bee Year · سنة النحل'])
    expect(arabic.facets[0]?.links.map(({isActive}) => isActive)).toEqual([false, false, true, false])
    expect(arabic.links.filter(([rel]) => rel !== 'alternate')).toEqual([['self', `${origin}/books/ar/opds.${kind}`], ['start', `${origin}/books/opds.${kind}`], ['up', `${origin}/books/opds.${kind}`]])
  })
})
