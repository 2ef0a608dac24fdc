/** Handouts in whole builds in memory: which are made, what stands in them, how they are made to fit. */
import {describe, expect, it} from 'vitest'
import {build, type BuildOptions} from '../../../src/build.ts'
import {listProducts} from '../../support/closing-files.ts'
import {makeHandoutPress, type PagesOf} from '../../support/handout-press.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'

const files = {
  'en/market.md': '---\ntitle: Market\nkeywords: [trade, Place]\n---\n\nHere [barter](/barter) and [coins](/coins) meet; [again](/coins).[^1]\n\n## Stalls\n\nSee [above](#stalls). :index[Awning] and :index{entry="rain"}\n\n[^1]: A note.\n',
  'en/barter.md': '---\ntitle: Barter\nkeywords: [trade]\nauthors: [A. Trader]\n---\n\nBefore [coins](/coins).\n',
  'en/coins.md': '---\ntitle: Coins\n---\n\nSmall and round.\n'
}

async function run(yaml = '', options: Partial<BuildOptions> = {}, pagesOf?: PagesOf) {
  const press = makeHandoutPress(pagesOf)
  const world = makeMemoryWorld({...files, 'publication.yaml': `title: Trade\n${yaml}`}, {press})
  const built = await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['handouts'], ...options})
  const html = press.jobs.map((job) => job.html.slice(job.html.indexOf('<body'))).join('\n')
  return {built, html, jobs: press.jobs, codes: built.diagnostics.map(({code}) => code), published: listProducts(world.published.keys())}
}

describe('handouts', () => {
  it('are one of each article, and a product of their own', async () => {
    const {built, published, codes, jobs} = await run()
    expect(codes).toEqual([])
    expect(published).toEqual(['en/handouts/barter.pdf', 'en/handouts/coins.pdf', 'en/handouts/market.pdf'])
    const [product] = built.made[0]?.products ?? []
    expect(product).toMatchObject({format: 'handouts', path: 'en/handouts', pages: 3, companions: published})
    expect(built.made[0]?.sizes[0]).toBeGreaterThan(1000)
    expect(jobs).toHaveLength(2) // all texts in one document, all feet in another
  })

  it('keep links within and notes, and turn links out of them into words', async () => {
    const {html} = await run('', {handouts: [{articles: ['market', 'barter'], keywords: []}]})
    expect(html).toContain('<a href="#a-barter">barter</a>')
    expect(html).toMatch(/ and coins meet; again\./)
    expect(html).toContain('A note.')
    expect(html).toContain('<a href="#a-market.stalls">above</a>')
    expect(html).not.toContain('index-mark')
    expect(html).toContain('Awning')
  })

  it('name pages of the book where it is printed in the same build, in full only once', async () => {
    const {html} = await run('', {formats: ['pdf', 'handouts'], handouts: [{articles: ['market'], keywords: []}]})
    expect(html).toMatch(/barter<span class="folio-reference">\u00A0\(p\.\u00A0\d+ of <cite>Trade<\/cite>\)<\/span>/)
    expect(html).toMatch(/coins<span class="folio-reference">\u00A0\(p\.\u00A0\d+ of the book\)<\/span>/)
    expect(html).toMatch(/See also in the book<\/h2><ul><li><span>Barter<\/span><span class="folio-reference">, p\.\u00A0\d+<\/span><\/li>/)
  })

  it('say nothing of pages where no book is printed', async () => {
    const {html} = await run()
    expect(html).not.toContain('folio-reference')
    expect(html).toContain('<li><span>Barter</span></li>')
  })

  it('are made of lists and keywords, with titles of the edition', async () => {
    const sets = 'handouts:\n  - {name: two, articles: [coins, market], title: Two}\n  - {name: trading, keyword: [TRADE, commerce]}\n'
    const {html, published} = await run(sets)
    expect(published).toEqual(['en/handouts/two.pdf', 'en/handouts/trading.pdf'])
    expect(html).toContain('<h1>Two</h1>')
    expect(html).toContain('<h1>trade</h1>')
    expect(html.indexOf('<h2>Coins</h2>')).toBeLessThan(html.indexOf('<h2>Market</h2>'))
    expect(html).toContain('<h3 id="a-market.stalls">Stalls</h3>')
  })

  it('lead to their article in the catalogue, and those of several to the edition', async () => {
    const {html} = await run('catalogue: {address: "https://books.example.org/all"}\nhandouts: [{name: one, articles: [coins]}, {name: two, articles: [market, barter]}]\n')
    expect([...html.matchAll(/<a href="(https:[^"]+)">/g)].map(([, href]) => href)).toEqual(['https://books.example.org/all/en/#coins', 'https://books.example.org/all/en/'])
  })

  it('carry their authors, source and the address of the whole with its code', async () => {
    const {html} = await run('publisher: Press\ndate: "2026-03-20"\nrights: Free\nhandouts: {address: "https://www.example.org/{language}/{slug}/"}\n')
    expect(html).toMatch(/<h1>Barter<\/h1><p class="authors">A\. Trader<\/p>/)
    expect(html).toMatch(/<a class="code" href="https:\/\/www\.example\.org\/en\/barter\/"><svg role="img" aria-label="The whole book online" /)
    expect(html).toContain('>example<wbr>.org<wbr>/en<wbr>/barter</a>')
    expect(html).toContain('<li><cite>Trade</cite></li><li>English edition</li><li>Published by Press</li><li>Published March 20, 2026</li><li>Free</li>')
  })
})

describe('a handout that must fit', () => {
  it('takes the largest type in which it does', async () => {
    const {codes, jobs} = await run('handouts: {fit: 1}\n', {}, (html, size) => html.includes('<h1>Coins') && size > 10 ? 2 : 1)
    expect(codes).toEqual([])
    const sizes = jobs.filter(({html}) => html.includes('<body class="handouts">')).map(({html}) => /font-size:([\d.]+)pt/.exec(html)?.[1])
    expect(sizes).toEqual(['11', '9', '10', '10.67', '10.33'])
    expect(jobs.filter(({html}) => html.includes('<body class="handout-feet">')).map(({html}) => /:root\{font-size:([\d.]+)pt/.exec(html)?.[1])).toEqual(['11', '10'])
  })

  it('and cannot stays at its usual size, with its file named', async () => {
    const {built, published} = await run('handouts: {fit: 2}\n', {}, (html) => html.includes('<h1>Coins') ? 3 : 1)
    expect(built.diagnostics.map(({code, place, facts}) => [code, place?.file, facts['pages']])).toEqual([['print/handout-long', 'en/coins.md', 3]])
    expect(published).toHaveLength(3)
    expect(built.made[0]?.products[0]?.pages).toBe(5)
  })
})
