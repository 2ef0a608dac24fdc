/** What a build of some languages or formats leaves of the release before. */
import {describe, expect, it} from 'vitest'
import type {Release, ReleasedEdition} from '../../../src/core/release.ts'
import {mergeReleases, type Scope} from '../../../src/release/merge.ts'
import {makeRelease, makeReleasedFile} from '../../support/release.ts'

const former = makeRelease()
const everything: Scope = {everyEdition: true, everyFormat: true, someHandouts: false, tags: ['en', 'ar', 'ja', 'en+ar']}

function editionOf(release: Release, tag: string): ReleasedEdition {
  const edition = release.editions.find((each) => each.tag === tag)
  if (!edition) throw new Error(tag)
  return edition
}

/** A build that published these editions, other bytes in all of them. */
function rebuild(tags: readonly string[], change: (edition: ReleasedEdition) => ReleasedEdition = (edition) => edition): Release {
  const editions = former.editions.filter(({tag}) => tags.includes(tag)).map((edition) => change({...edition, title: `${edition.title} 2`}))
  return {...former, modified: '2027-01-01T00:00:00Z', editions, files: [makeReleasedFile('bees-concordance.csv', 80)]}
}

const titles = ({editions}: Release): readonly string[] => editions.map(({tag, title}) => `${tag} ${/2$/.test(title) ? 'new' : 'old'}`)

describe('a release', () => {
  it('of all languages leaves nothing of editions that the publication has no more', () => {
    const merged = mergeReleases(rebuild(['en', 'ar']), former, {...everything, tags: ['ar', 'en']})
    expect(titles(merged)).toEqual(['ar new', 'en new'])
    expect(merged.files).toEqual(rebuild([]).files)
  })

  it('keeps the former edition where none was published', () => {
    expect(titles(mergeReleases(rebuild(['en', 'ja']), former, everything))).toEqual(['en new', 'ar old', 'ja new', 'en+ar old'])
  })

  it('of one language keeps the others, and files of no edition', () => {
    const merged = mergeReleases({...rebuild(['ja']), files: []}, former, {...everything, everyEdition: false, tags: ['en', 'ar', 'ja']})
    expect(titles(merged)).toEqual(['en old', 'ar old', 'ja new', 'en+ar old'])
    expect(merged.files).toEqual(former.files)
    expect(merged.modified).toBe('2027-01-01T00:00:00Z')
  })

  it('of one format keeps the others, with the pages that they gave', () => {
    const onlyEpub = rebuild(['en'], ({cover: _, thumbnail: __, ...edition}) => ({
      ...edition, products: edition.products.filter(({format}) => format === 'epub'), articles: edition.articles.map(({page: _page, ...article}) => ({...article, words: 7}))
    }))
    const merged = editionOf(mergeReleases(onlyEpub, former, {...everything, everyFormat: false}), 'en')
    expect(merged.products.map(({format}) => format)).toEqual(['epub', 'pdf'])
    expect(merged.articles.map(({page, words}) => [page, words])).toEqual([['5', 7], ['9', 7]])
    expect(merged.cover).toEqual(editionOf(former, 'en').cover)
  })

  it('of the printed book alone takes its pages anew', () => {
    const onlyPdf = rebuild(['en'], (edition) => ({...edition, products: edition.products.filter(({format}) => format === 'pdf'), articles: edition.articles.map(({page: _, ...article}) => article)}))
    const merged = editionOf(mergeReleases(onlyPdf, former, {...everything, everyFormat: false}), 'en')
    expect(merged.articles.map(({page}) => page)).toEqual([undefined, undefined])
  })

  it('of some handouts keeps the other handouts', () => {
    const handouts = (paths: readonly string[]) => ({format: 'handouts' as const, mediaType: 'application/pdf', identifier: 'urn:uuid:1', files: paths.map((path) => makeReleasedFile(path))})
    const before = {...former, editions: [{...editionOf(former, 'en'), products: [handouts(['en/handouts/honey.pdf', 'en/handouts/swarm.pdf'])], articles: editionOf(former, 'en').articles.map((article) => ({...article, handout: `en/handouts/${article.slug}.pdf`}))}]}
    const now = rebuild(['en'], (edition) => ({...edition, products: [{...handouts(['en/handouts/honey.pdf']), pages: 1}]}))
    const merged = editionOf(mergeReleases(now, before, {...everything, everyFormat: false, someHandouts: true}), 'en')
    expect(merged.products[0]?.files.map(({path}) => path)).toEqual(['en/handouts/honey.pdf', 'en/handouts/swarm.pdf'])
    expect(merged.products[0]?.pages).toBeUndefined()
    expect(merged.articles.map(({handout}) => handout)).toEqual(['en/handouts/honey.pdf', 'en/handouts/swarm.pdf'])
  })

  it('leaves no former page, feed or record of the trade, for all of them are made anew', () => {
    const before = makeRelease({files: ['fr/opds.xml', 'index.html', 'ja/index.html', 'onix.xml', 'opds.json', 'sitemap-1.xml', 'sitemap.xml', 'table.csv'].map((path) => makeReleasedFile(path))})
    const {files} = mergeReleases({...rebuild(['en']), files: []}, before, {...everything, everyEdition: false})
    expect(files.map(({path}) => path)).toEqual(['table.csv'])
  })

  it('of one format in all languages keeps the table of pages where it makes none', () => {
    const before = {...former, files: [...former.files, makeReleasedFile('ja/errata.html')]}
    expect(mergeReleases({...rebuild(['en', 'ar']), files: []}, before, {...everything, everyFormat: false, tags: ['en', 'ar']}).files).toEqual(former.files) // Japanese is gone
  })

  it('takes nothing from another publication', () => {
    expect(mergeReleases(rebuild(['en']), {...former, identifier: 'urn:uuid:other'}, everything)).toEqual(rebuild(['en']))
    expect(mergeReleases(rebuild(['en']), undefined, everything)).toEqual(rebuild(['en']))
  })

  it('leaves what lies with an edition where that was not built, and takes it away where it was', () => {
    const former = makeRelease({files: ['en/errata.html', 'ar/errata.html', 'table.csv'].map((path) => ({path, size: 1, sha256: '0'.repeat(64)}))})
    const english = {...makeRelease({files: []}), editions: makeRelease().editions.filter(({tag}) => tag === 'en')}
    const pathsOf = (everyEdition: boolean): readonly string[] => mergeReleases(english, former, {everyEdition, everyFormat: true, someHandouts: false, tags: ['en', 'ar', 'ja', 'en+ar']}).files.map(({path}) => path)
    expect(pathsOf(false)).toEqual(['ar/errata.html', 'table.csv'])
    expect(pathsOf(true)).toEqual(['ar/errata.html'])
  })
})
