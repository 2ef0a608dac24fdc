/** What the catalogue tells machines: other languages, sitemaps, schema.org. */
import {fromXml} from 'xast-util-from-xml'
import type {Element as XmlElement, Nodes} from 'xast'
import {describe, expect, it} from 'vitest'
import {textOf} from '../../../src/core/hast.ts'
import {writeSitemap} from '../../../src/distribute/site/sitemap.ts'
import {makeRelease} from '../../support/release.ts'
import {hostile, makeFullRelease, makePages, readPage} from '../../support/site-pages.ts'

const address = 'https://books.example/bees/'
const onWeb = makePages(makeFullRelease({address}))
const anywhere = makePages(makeFullRelease())

function listAlternates(html: string): readonly (readonly [language: string, href: string])[] {
  return readPage(html).of('link').flatMap(({properties: {hrefLang, href}}) => hrefLang === undefined ? [] : [[String(hrefLang), String(href)] as const])
}

function canonicalOf(html: string): string | undefined {
  const link = readPage(html).of('link').find(({properties: {rel}}) => String(rel) === 'canonical')
  return link && String(link.properties['href'])
}

describe('alternates', () => {
  it('are whole, of plain editions, and the same on each page that is one of them', () => {
    const expected = [['ar', `${address}ar/`], ['en', `${address}en/`], ['ja', `${address}ja/`], ['x-default', address]]
    for (const path of ['index.html', 'ar/index.html', 'en/index.html', 'ja/index.html']) expect(listAlternates(onWeb.get(path) ?? ''), path).toEqual(expected)
    for (const path of ['en+ar/index.html', 'index/index.html']) expect(listAlternates(onWeb.get(path) ?? ''), path).toEqual([])
  })

  it.each([['on the web', onWeb], ['anywhere', anywhere]] as const)('are reciprocal and name the page itself, %s', (_, pages) => {
    const absolute = (href: string, path: string): string => new URL(href, `${address}${path}`).href.replace(/index\.html$/, '')
    const setByPage = new Map([...pages].filter(([path]) => path.endsWith('.html')).map(([path, html]) => [absolute(canonicalOf(html) ?? '', path), listAlternates(html).map(([, href]) => absolute(href, path))]))
    expect(setByPage.size).toBe(6)
    for (const [page, others] of setByPage) {
      if (others.length > 0) expect(others).toContain(page)
      for (const other of others) expect(setByPage.get(other), other).toContain(page)
    }
  })

  it('are relative where nobody knows the address', () => {
    expect(listAlternates(anywhere.get('ja/index.html') ?? '')).toEqual([['ar', '../ar/index.html'], ['en', '../en/index.html'], ['ja', 'index.html'], ['x-default', '../index.html']])
  })
})

function elementsOf(node: Nodes, name: string): readonly XmlElement[] {
  const own = node.type === 'element' && node.name === name ? [node] : []
  return 'children' in node ? [...own, ...node.children.flatMap((child) => elementsOf(child as Nodes, name))] : own
}

const wordsOf = (element: XmlElement): string => element.children.map((child) => child.type === 'text' ? child.value : '').join('')

describe('the sitemap', () => {
  it('is made only where the address is known', () => {
    expect(anywhere.has('sitemap.xml')).toBe(false)
    expect(onWeb.has('sitemap.xml')).toBe(true)
  })

  it('lists each page with the other languages', () => {
    const urls = elementsOf(fromXml(onWeb.get('sitemap.xml') ?? ''), 'url')
    expect(urls.flatMap((url) => elementsOf(url, 'loc')).map(wordsOf)).toEqual(['', 'ar/', 'en/', 'index/', 'en%2Bar/', 'ja/'].map((path) => address + path))
    expect(urls.map((url) => elementsOf(url, 'xhtml:link').length)).toEqual([4, 4, 4, 0, 0, 4])
    expect(elementsOf(urls[1] as XmlElement, 'xhtml:link').map(({attributes}) => [attributes['hreflang'], attributes['href']])).toContainEqual(['x-default', address])
  })

  it.each([['addresses', {addresses: 2, size: 50_000}], ['bytes', {addresses: 50_000, size: 1800}]])('is divided by %s', (_, limits) => {
    const maps = writeSitemap(makeFullRelease({address: `${address}?&/`}), limits)
    const names = [...maps.keys()].slice(1)
    expect(elementsOf(fromXml(maps.get('sitemap.xml') ?? ''), 'loc').map(wordsOf)).toEqual(names.map((name) => `${address}?&/${name}`))
    expect(names.length).toBeGreaterThan(1)
    const divided = names.map((name) => elementsOf(fromXml(maps.get(name) ?? ''), 'url').length)
    expect(divided.reduce((sum, count) => sum + count)).toBe(6)
    expect(names.every((name) => Buffer.byteLength(maps.get(name) ?? '') <= limits.size)).toBe(true)
  })
})

type Data = Readonly<Record<string, unknown>>

function dataOf(html: string | undefined): Data {
  const script = readPage(html ?? '').of('script').find(({properties: {type}}) => type === 'application/ld+json')
  return JSON.parse(script ? textOf(script) : 'null') as Data
}

describe('data of schema.org', () => {
  it('is of a book with its formats, sizes and checksums', () => {
    const data = dataOf(onWeb.get('ja/index.html'))
    expect(data).toMatchObject({
      '@type': 'Book', url: `${address}ja/`, name: 'ミツバチの一年', inLanguage: 'ja', author: [{'@type': 'Person', name: 'Ada Keeper'}], translator: [{name: '蜂谷 花'}],
      translationOfWork: {'@type': 'Book', url: `${address}en/`, inLanguage: 'en'}
    })
    const [file] = makeRelease().editions[2]?.products[0]?.files ?? []
    expect(data['workExample']).toContainEqual(expect.objectContaining({
      bookFormat: 'https://schema.org/EBook',
      encoding: [{'@type': 'MediaObject', contentUrl: `${address}ja/bees-ja.epub`, encodingFormat: 'application/epub+zip', contentSize: `${file?.size} B`, sha256: file?.sha256}]
    }))
  })

  it('names the translations on the page of the source, and on that of all', () => {
    for (const path of ['en/index.html', 'index.html']) expect((dataOf(onWeb.get(path))['workTranslation'] as readonly Data[]).map(({inLanguage}) => inLanguage), path).toEqual(['ar', 'ja'])
    expect(dataOf(onWeb.get('en+ar/index.html'))).toMatchObject({inLanguage: ['en', 'ar'], isBasedOn: {inLanguage: 'en'}})
  })

  it('bears what would end it', () => {
    expect(dataOf(onWeb.get('en/index.html'))['name']).toBe(`Bees ${hostile}`)
    expect(JSON.stringify(dataOf(onWeb.get('en/index.html')))).not.toContain('undefined')
  })
})

it('is shared with title, picture and address', () => {
  const meta = new Map(readPage(onWeb.get('ar/index.html') ?? '').of('meta').map(({properties: {property, content}}) => [String(property), String(content)]))
  expect(Object.fromEntries(meta)).toMatchObject({'og:title': 'سنة النحل', 'og:url': `${address}ar/`, 'og:image': `${address}ar/bees-ar-cover.jpg`, 'og:locale': 'ar_EG', 'og:type': 'book'})
})
