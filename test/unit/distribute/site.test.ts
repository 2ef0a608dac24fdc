/** The catalogue's pages: what they offer, that every link leads somewhere, that nothing of the authors' does anything. */
import {createHash} from 'node:crypto'
import type {Element} from 'hast'
import {describe, expect, it} from 'vitest'
import {textOf} from '../../../src/core/hast.ts'
import type {Release} from '../../../src/core/release.ts'
import {makeSite} from '../../../src/distribute/site/site.ts'
import {readHouseTerms} from '../../support/house-terms.ts'
import {makeRelease} from '../../support/release.ts'
import {hostile, makeFullRelease, makePages, readPage, slugs} from '../../support/site-pages.ts'

const terms = readHouseTerms('en', 'ar', 'ja')
const full = makeFullRelease()
const pages = makePages(full)
const address = 'https://books.example/bees/'
const html = [...pages].filter(([path]) => path.endsWith('.html'))

/** Files that a catalogue may link to: those of the release, its own, and what is made beside it. */
function listTargets({editions, files}: Release): ReadonlySet<string> {
  return new Set([
    ...files, ...editions.flatMap(({cover, thumbnail, products}) => [...cover ? [cover] : [], ...thumbnail ? [thumbnail] : [], ...products.flatMap((product) => product.files)])
  ].map(({path}) => path).concat('SHA256SUMS', ...['', ...editions.map(({tag}) => `${tag}/`)].flatMap((folder) => [`${folder}index.html`, `${folder}opds.json`, `${folder}opds.xml`])))
}

function listLinks(elements: readonly Element[]): readonly string[] {
  return elements.flatMap(({properties: {href, src}}) => [href, src].flatMap((link) => typeof link === 'string' ? [link] : []))
}

it('has a page of all languages and one of each edition, and nothing of an empty release', () => {
  expect([...pages.keys()]).toEqual(['index.html', 'ar/index.html', 'en/index.html', 'index/index.html', 'en+ar/index.html', 'ja/index.html'])
  expect(makePages(makeRelease({editions: []})).size).toBe(0)
})

describe.each(html)('%s', (path, text) => {
  const page = readPage(text)

  it('is sound HTML with unique identifiers', () => {
    expect(page.faults).toEqual([])
    const ids = page.all.flatMap(({properties: {id}}) => id === undefined ? [] : [String(id)])
    expect(ids).toEqual([...new Set(ids)])
    const named = page.all.flatMap(({properties: {ariaLabelledBy}}) => Array.isArray(ariaLabelledBy) ? ariaLabelledBy.map(String) : [])
    expect(named.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('links only to what there is', () => {
    const targets = listTargets(full)
    const ids = new Set(page.all.map(({properties: {id}}) => id))
    for (const link of listLinks(page.all)) {
      const {pathname, hash} = new URL(link, `https://x.example/${path}`)
      expect(targets, link).toContain(decodeURIComponent(pathname.slice(1)))
      if (hash !== '') expect(ids, link).toContain(decodeURIComponent(hash.slice(1)))
    }
  })

  it('lets nothing run and load but what is its own', () => {
    const scripts = page.of('script')
    const policy = String(page.of('meta').find(({properties: {httpEquiv}}) => String(httpEquiv) === 'Content-Security-Policy')?.properties['content'])
    expect(scripts.filter(({properties: {type}}) => type !== 'application/ld+json').map((script) => policy.includes(digestOf(textOf(script))))).toEqual(path === 'index.html' ? [true] : [])
    expect(page.text('style').map((style) => policy.includes(digestOf(style)))).toEqual([true])
    expect(policy).toMatch(/^default-src 'none';/)
    expect(page.all.filter(({properties}) => Object.keys(properties).some((name) => name.startsWith('on')) || properties['style'] !== undefined)).toEqual([])
  })

  it('has one head and one first heading, and tells the language and direction', () => {
    expect(page.of('h1')).toHaveLength(1)
    expect(page.of('title')).toHaveLength(1)
    expect(page.of('html')[0]?.properties).toEqual(path === 'ar/index.html' ? {lang: 'ar', dir: 'rtl'} : path === 'ja/index.html' ? {lang: 'ja', dir: 'ltr'} : {lang: 'en', dir: 'ltr'})
  })
})

function digestOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

describe('the page of all languages', () => {
  const page = readPage(pages.get('index.html') ?? '')
  const cards = page.all.filter(({properties: {className}}) => String(className) === 'card')

  it('has a card of each edition, the source first, then other languages, books of two, the index', () => {
    expect(cards.map(({properties: {lang, dir, dataLanguage}}) => [lang, dir, dataLanguage])).toEqual([['en', 'ltr', 'en'], ['ar', 'rtl', 'ar'], ['ja', 'ltr', 'ja'], ['en', 'ltr', undefined], ['en', 'ltr', undefined]])
    expect(cards.map((card) => textOf(card).includes('العربية'))).toEqual([false, true, false, true, false])
  })

  it('calls each edition by its own words', () => {
    const words = ['en', 'ar', 'ja'].map((language) => terms.get(language)?.words['choose-language'])
    expect(cards.map(({properties: {dataChoose}}) => dataChoose)).toEqual([...words, undefined, undefined])
    expect(page.text('h3')).toContain('سنة النحل')
  })

  it('offers what readers can read, not what printers need', () => {
    const own = listLinks(page.of('a')).filter((link) => link.startsWith('en/'))
    expect(own).toEqual(['en/index.html', 'en/bees-en.epub', 'en/bees-en.kepub.epub', 'en/bees-en.pdf', 'en/bees-en-screen.pdf', 'en/bees-en-large-print.pdf', 'en/bees-en-booklet.pdf'])
  })

  it('has no list of languages above the cards of a few, and one above many', () => {
    const [edition] = makeRelease().editions
    const many = edition ? makePages(makeRelease({editions: ['en', 'fr', 'de', 'es', 'pt', 'it', 'nl'].map((tag) => ({...edition, tag, languages: [tag]}))})) : new Map<string, string>()
    expect(page.of('nav')).toHaveLength(0)
    expect(readPage(many.get('index.html') ?? '').text('nav').join()).toContain('Français')
  })
})

describe('the page of an edition', () => {
  const page = readPage(pages.get('en/index.html') ?? '')

  it('has each article at its slug, whatever the slug is', () => {
    const items = page.of('ol').flatMap(({children}) => children.flatMap((child) => child.type === 'element' ? [child] : []))
    expect(items.map(({properties: {id}}) => id)).toEqual(slugs)
    expect(items.map((item) => textOf(item).includes('\uFFFD'))).not.toContain(false)
    expect(textOf(items[3] as Element)).toMatch(/p\.\s3/)
  })

  it('keeps what is hostile as words', () => {
    expect(page.text('h1')[0]).toBe(`Bees ${hostile.replace('\0', '\uFFFD')}`)
    expect(page.text('title')[0]).toContain('<script>alert(1)</script>')
  })

  it('says size and pages of each file, and marks words of another language', () => {
    expect(page.text('a').filter((text) => text.includes('48 pages'))).toEqual(['PDF for screens 48 pages · 1 kB', 'PDF · Large print 48 pages · 1 kB', 'PDF · Booklet to print and fold 48 pages · 1 kB'])
    expect(page.text('a')).toContain('EPUB 120 kB')
    expect(page.of('h3')[1]?.properties).toEqual({lang: 'ar', dir: 'rtl'})
  })

  it('has the handout of an article beside it, those of sets below the files', () => {
    const links = listLinks(page.of('a'))
    expect(links.filter((link) => link.includes('handouts/'))).toEqual(['handouts/a%20set%20%26%20more.pdf', 'handouts/honey%231.pdf'])
    expect(links).toContain('#___articles')
  })

  it('marks itself among the languages', () => {
    expect(page.of('a').filter(({properties: {ariaCurrent}}) => ariaCurrent === 'page').map(textOf)).toEqual(['English'])
  })

  it('speaks English where there are no words, else what it can, and says so', () => {
    const [edition] = makeRelease().editions
    const text = edition && makePages(makeRelease({editions: [{...edition, tag: 'dv', languages: ['dv'], direction: 'rtl'}]})).get('dv/index.html')
    expect(text).toContain('<html lang="dv" dir="rtl">')
    expect(text).toContain('lang="en" dir="ltr">Download</h2>')
    const japanese = makeSite(makeRelease(), {terms: readHouseTerms('ja'), styles: new Map()}).get('ar/index.html') ?? ''
    expect(japanese).toContain(`lang="ja" dir="ltr">${terms.get('ja')?.words.download}</h2>`)
  })

  it('offers no feed where an edition has nothing to read', () => {
    const sheets = (release: Release): Release => ({...release, editions: release.editions.map((edition) => edition.tag === 'ja' ? {...edition, products: edition.products.map((product) => ({...product, format: 'booklet' as const}))} : edition)})
    const feeds = (path: string, release: Release): readonly unknown[] => listLinks(readPage(makePages(release).get(path) ?? '').all).filter((link) => link.includes('opds'))
    expect([feeds('ja/index.html', sheets(makeRelease())), feeds('index.html', sheets(makeRelease())).length]).toEqual([[], 3])
    expect(feeds('index.html', sheets(makeRelease({editions: makeRelease().editions.filter(({tag}) => tag === 'ja')})))).toEqual([])
  })

  it('links to further pages about an edition', () => {
    const site = makeSite(makeRelease(), {terms, styles: new Map(), further: new Map([['en', [{term: 'errata', path: 'en/errata.html'}]]])})
    expect(site.get('en/index.html')).toContain('<a href="errata.html">Corrections</a>')
    expect(site.get('ja/index.html')).not.toContain('errata.html')
  })
})

it('makes the same bytes twice, with the address and without', () => {
  expect([...makePages(makeFullRelease())]).toEqual([...pages])
  expect([...makePages(makeFullRelease({address}))]).toEqual([...makePages(makeFullRelease({address}))])
})
