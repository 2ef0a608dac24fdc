/** Text of the source in a translation: whole articles, passages, anchors, titles of what is left out, older sources. */
import {describe, expect, it} from 'vitest'
import {build} from '../../../src/build.ts'
import {textOf, walkElements} from '../../../src/core/hast.ts'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import type {Edition} from '../../../src/core/model.ts'
import {makeEdition, makeEditionSetting} from '../../../src/editions/edition.ts'
import {readSources} from '../../../src/read/sources.ts'
import {makeMemoryWorld, type MemoryOptions} from '../../support/memory-world.ts'

const market = '---\ntitle: Market\n---\n\nSellers and buyers meet on the square behind the church every Saturday morning.\n\n## The price of bread\n\nIn 1911 a loaf cost 25 pence.\n\n- Fish number 415 is sold first.\n- Cheese is sold all day.\n\n## Hours\n\nSee [barter](/barter) and [hours](#hours).\n'
const barter = '---\ntitle: Barter\nkeywords: [swap]\n---\n\nGoods for goods, see [the market](/market#hours).\n'
const marché = '---\ntitle: Marché\n---\n\nVendeurs et acheteurs se rencontrent sur la place derrière l’église chaque samedi matin.\n\n## Le prix du pain\n\nEn 1911, un pain coûtait 25 pence.\n\n- Le poisson 415 se vend d’abord.\n- Le fromage se vend toute la journée.\n\n## Heures\n\nVoir le [troc](/barter) et les [heures](#hours).\n'

async function edit(files: Readonly<Record<string, string>>, language = 'fr', options: MemoryOptions = {}): Promise<{readonly edition: Edition; readonly codes: readonly string[]}> {
  const world = makeMemoryWorld({'en/market.md': market, 'en/barter.md': barter, ...files}, options)
  const {list, report} = makeLedger()
  const sources = await readSources(world, 'book', report)
  const spec = sources.publication.editions.find((each) => each.language === language)
  if (!spec) throw new Error(`no edition in ${language}`)
  const edition = await makeEdition(spec, makeEditionSetting(sources, false), world, report)
  return {edition, codes: list.map(({code}) => code)}
}

const publication = (translation: string): Readonly<Record<string, string>> => ({'publication.yaml': `source-language: en\ntranslation: ${translation}\n`})
const articleOf = ({divisions}: Edition, slug: string) => {
  const found = divisions.find(({kind, file}) => kind === 'article' && file?.endsWith(`/${slug}.md`))
  if (!found) throw new Error(`no article ${slug}`)
  return found
}

describe('an article that is not translated', () => {
  it('is left out by default; links to it keep their words and give its title in the source', async () => {
    const {edition} = await edit({'fr/market.md': marché, ...publication('{}')})
    expect(edition.articles).toBe(1)
    const {tree} = articleOf(edition, 'market')
    expect(textOf(tree)).toContain('Voir le troc (Barter) et les heures')
    const cited: unknown[] = []
    walkElements(tree, ({tagName, properties}) => { if (tagName === 'cite') cited.push(properties['lang']) })
    expect(cited).toEqual(['en'])
  })

  it('stands in the language of the source, marked as such, with a notice in the reader’s own', async () => {
    const {edition} = await edit({'fr/market.md': marché, ...publication('{missing: fallback}')})
    const {tree, phrases, title} = articleOf(edition, 'barter')
    expect([tree.properties['lang'], title, phrases]).toEqual(['en', 'Barter', [{type: 'element', tagName: 'span', properties: {lang: 'en'}, children: [{type: 'text', value: 'Barter'}]}]])
    const notices: unknown[] = []
    walkElements(tree, (element) => { if (element.properties['role'] === 'note') notices.push([element.properties['lang'], textOf(element)]) })
    expect(notices).toEqual([['fr', 'Cet article n’est pas encore traduit. Langue du texte : anglais.']])
    const terms: unknown[] = []
    const index = edition.divisions.find(({kind}) => kind === 'index')
    if (index) walkElements(index.tree, ({properties, children}) => { if (properties['lang']) terms.push([properties['lang'], textOf({type: 'root', children})]) })
    expect(terms).toEqual([['en', 'Barter'], ['en', 'swap']])
  })

  it('runs its own way in a book that runs the other way', async () => {
    const {edition} = await edit({'ar/market.md': '---\ntitle: السوق\n---\n\nنص.\n', ...publication('{missing: fallback}')}, 'ar')
    const {tree} = articleOf(edition, 'barter')
    expect([tree.properties['lang'], tree.properties['dir']]).toEqual(['en', 'ltr'])
    const ours: unknown[] = []
    walkElements(tree, ({properties}) => { if (properties['lang'] === 'ar') ours.push(properties['dir']) })
    expect(ours).toEqual(['rtl', 'rtl']) // the notice, the cross-references
  })

  it('comes from the nearest language that has it', async () => {
    const files = {'pt/market.md': '---\ntitle: Mercado\n---\n\nx\n', 'pt/barter.md': '---\ntitle: Troca\n---\n\nx\n', 'pt-BR/market.md': '---\ntitle: Mercado\n---\n\nx\n', 'es/market.md': '---\ntitle: Mercado\n---\n\nx\n', 'es/barter.md': '---\ntitle: Trueque\n---\n\nx\n'}
    const titleIn = async (translation: string): Promise<string> => articleOf((await edit({...files, ...publication(translation)}, 'pt-BR')).edition, 'barter').title
    expect(await titleIn('{missing: fallback}')).toBe('Troca')
    expect(await titleIn('{missing: fallback, from: [es, en]}')).toBe('Trueque')
    expect(await titleIn('{missing: fallback, from: [en]}')).toBe('Barter')
  })

  it('keeps the edition back where the publisher wants all of them', async () => {
    const world = makeMemoryWorld({'en/market.md': market, 'en/barter.md': barter, 'fr/market.md': marché, ...publication('{missing: fail}')})
    const {diagnostics, made} = await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['epub']})
    expect(diagnostics.map(({code, place}) => [code, place?.file])).toContainEqual(['translation/missing', 'en/barter.md'])
    expect(made.map(({language, published}) => [language, published])).toEqual([['en', true], ['fr', false]])
  })

  it('refuses languages that the publication does not have', async () => {
    expect((await edit({'fr/market.md': marché, ...publication('{missing: fallback, from: [tlh]}')})).codes).toContain('read/unknown-language')
  })
})

describe('passages that are not translated', () => {
  const gap = marché.replace('En 1911, un pain coûtait 25 pence.\n\n', '').replace('- Le fromage se vend toute la journée.\n', '')

  it('stay away by default', async () => {
    expect(textOf(articleOf((await edit({'fr/market.md': gap, ...publication('{}')})).edition, 'market').tree)).not.toContain('loaf')
  })

  it('stand at their place in the language of the source, items within their lists', async () => {
    const {tree} = articleOf((await edit({'fr/market.md': gap, ...publication('{passages: fallback}')})).edition, 'market')
    const filled: [string, string][] = []
    walkElements(tree, (element) => { if (element.properties['lang'] === 'en') filled.push([element.tagName, textOf(element)]) })
    expect(filled.filter(([name]) => name !== 'cite')).toEqual([['p', 'In 1911 a loaf cost 25 pence.'], ['li', 'Cheese is sold all day.']])
    expect(textOf(tree)).toContain('Le prix du painIn 1911 a loaf cost 25 pence.')
    expect(textOf(tree)).toContain('Certains passages ne sont pas encore traduits. Leur langue : anglais.')
  })

  it('stay away where the record says that they were left out on purpose', async () => {
    const first = await edit({'fr/market.md': gap, ...publication('{passages: fallback}')})
    expect(textOf(articleOf(first.edition, 'market').tree)).toContain('loaf')
    const {makeSidecar} = await import('../../../src/translation/sidecar.ts')
    const {pairArticles} = await import('../../../src/translation/pair.ts')
    const {formatSidecar} = await import('../../../src/core/sidecar.ts')
    const {parseManuscript} = await import('../../../src/parse/manuscript.ts')
    const {makeTerms} = await import('../../support/articles.ts')
    const parse = (language: string, text: string) => parseManuscript({file: `${language}/market.md`, language, slug: 'market', text}, {singleDollarMath: false, typography: true, terms: makeTerms(language), blocks: true})
    const record = formatSidecar(makeSidecar(pairArticles(parse('en', market), parse('fr', gap)), 'en'))
    const {edition, codes} = await edit({'fr/market.md': gap, 'fr/translation/market.beads': record, ...publication('{passages: fallback}')})
    expect(textOf(articleOf(edition, 'market').tree)).not.toContain('loaf')
    expect(codes.filter((code) => code.startsWith('translation/'))).toEqual([])
  })
})

describe('an anchor of the source', () => {
  it('leads to the heading of the translation that answers it', async () => {
    const {edition, codes} = await edit({'fr/market.md': marché, 'fr/barter.md': barter.replace('Barter', 'Troc').replace('the market', 'le marché'), ...publication('{}')})
    expect(codes).not.toContain('link/missing-anchor')
    const links: string[] = []
    walkElements(articleOf(edition, 'barter').tree, ({tagName, properties}) => { if (tagName === 'a') links.push(String(properties['href'])) })
    const hours = [...edition.graph.targetById.values()].find(({label}) => label === 'Heures')
    expect(links[0]).toBe(`#${hours?.id}`)
  })
})

describe('the other languages of an article', () => {
  it('are named by themselves where the publisher wants it', async () => {
    const {edition} = await edit({'fr/market.md': marché, 'ar/market.md': marché, ...publication('{also-in: true}')})
    const named: unknown[] = []
    walkElements(articleOf(edition, 'market').tree, (element) => {
      if (String(element.properties['className']) === 'also-in') walkElements(element, ({tagName, properties: {lang, dir}, children}) => { if (tagName === 'span') named.push([lang, dir, textOf({type: 'root', children})]) })
    })
    expect(named).toEqual([['ar', 'rtl', 'العربية'], ['en', undefined, 'English']])
  })
})

describe('a translation that is behind', () => {
  const history = {
    head: {id: 'b'.repeat(40), date: '2026-10-02'},
    changes: (path: string) => path === 'fr/market.md' ? [{id: 'a'.repeat(40), date: '2026-09-01'}] : [{id: 'b'.repeat(40), date: '2026-10-02'}, {id: 'a'.repeat(40), date: '2026-09-01'}],
    formerNames: () => [],
    texts: async (asked: readonly {readonly revision: string; readonly path: string}[]) => asked.map(({revision, path}) => path === 'en/market.md' ? (revision.startsWith('a') ? market.replace('25 pence', '20 pence') : market) : path === 'fr/market.md' ? marché : undefined)
  }

  it('says since when, where the publisher wants it', async () => {
    const noticeOf = async (translation: string): Promise<string> => textOf(articleOf((await edit({'fr/market.md': marché, ...publication(translation)}, 'fr', {history})).edition, 'market').tree)
    expect(await noticeOf('{behind: notice}')).toContain('Cette traduction suit le texte original du 1 septembre 2026, modifié depuis.')
    expect(await noticeOf('{}')).not.toContain('Cette traduction')
  })
})

describe('an edition beside an older source', () => {
  it('takes all but its own folder from the revision that it names', async () => {
    const older = {'en/market.md': market, 'en/barter.md': barter.replace('title: Barter', 'title: Swap'), 'publication.yaml': 'source-language: en\ntranslation: {missing: fallback}\n', 'fr/market.md': 'not this one'}
    const world = makeMemoryWorld({'en/market.md': market, 'en/barter.md': barter, 'fr/market.md': marché, 'fr/edition.yaml': 'translation: {at: v1}\n', 'publication.yaml': 'source-language: en\nname: today\n'}, {revisions: new Map([['v1', older]])})
    const {diagnostics, made} = await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['epub']})
    expect(diagnostics.filter(({severity}) => severity === 'fatal')).toEqual([])
    expect(made.map(({language, articles, products}) => [language, articles, products[0]?.path])).toEqual([['en', 2, 'en/today-en.epub'], ['fr', 2, 'fr/book-fr.epub']])
  })
})
