import {describe, expect, it} from 'vitest'
import type {ArticleCorrections, Changes} from '../../../src/core/changes.ts'
import type {Release} from '../../../src/core/release.ts'
import {compareReleases} from '../../../src/distribute/changes/compare.ts'
import {describeAll} from '../../../src/distribute/changes/describe.ts'
import {hasErrata, listErrata, makeErrata, writeErrataPage, type Errata} from '../../../src/distribute/changes/errata-page.ts'
import {formatChangesPage} from '../../../src/distribute/changes/page.ts'
import {showPieces} from '../../../src/distribute/changes/pieces.ts'
import {formatChanges} from '../../../src/distribute/changes/text.ts'
import {voiceOf} from '../../../src/distribute/site/voice.ts'
import {readHouseTerms} from '../../support/house-terms.ts'
import {makeRelease} from '../../support/release.ts'

const terms = readHouseTerms('en', 'ar', 'ja')

/** Honey changed, swarms went, wax came. */
function makeChanged(): Release {
  const {editions} = makeRelease()
  return makeRelease({
    modified: '2027-02-01T00:00:00Z',
    editions: editions.map((edition) => {
      const [honey] = edition.articles
      return honey ? {...edition, articles: [{...honey, title: `${honey.title} <2>`, digest: '0'.repeat(64), page: '6'}, {...honey, slug: 'wax', title: 'Wax & comb', digest: '1'.repeat(64), page: '9'}]} : edition
    })
  })
}

const changes: Changes = compareReleases(makeRelease(), makeChanged())
const corrections: readonly ArticleCorrections[] = [{
  slug: 'honey', title: 'Honey', rewritten: false, corrections: [
    {page: '5', printed: [{kind: 'same', text: 'Bees '}, {kind: 'gone', text: 'maek'}, {kind: 'same', text: ' it.'}], correct: [{kind: 'same', text: 'Bees '}, {kind: 'new', text: 'make'}, {kind: 'same', text: ' it.'}]},
    {page: '5', printed: [{kind: 'gone', text: 'Old.'}], correct: []}, {page: '6', printed: [{kind: 'same', text: 'End.'}], correct: [{kind: 'same', text: 'End.\n'}, {kind: 'new', text: 'New <b>.'}]}
  ]
}]

describe('changes as text', () => {
  it('are a table for each edition, with its passages', () => {
    expect(formatChanges(changes, new Map([['en', corrections]])).split('\n').slice(0, 10)).toEqual([
      'bees: 2026-11-21 → 2027-02-01', '', 'en  The Bee Year: 1 new, 1 changed, 1 removed, 0 as before', '  ~ 5 → 6  Honey <2> (honey, was: Honey)', '      p. 5: Bees [-maek-]{+make+} it.', '      p. 5: [-Old.-]',
      '      p. 6: End. ¶ {+New <b>.+}', '  - 9      Swarms (swarm)', '  +     9  Wax & comb (wax)', ''
    ])
  })

  it('steer no terminal', () => {
    const {editions: [en]} = makeRelease()
    if (!en) throw new Error('no edition')
    const hostile = makeRelease({editions: [{...en, title: 'B\u001b[2J\u009bee'}]})
    expect(formatChanges(compareReleases(makeRelease({editions: [en]}), hostile), new Map())).toContain('en  B [2J ee (was: The Bee Year)')
  })

  it('say so where there are none', () => expect(formatChanges(compareReleases(makeRelease(), makeRelease()), new Map())).toBe('bees: 2026-11-21 → 2026-11-21\nthe same\n'))
})

describe('changes as a page', () => {
  it('hold nothing of authors as markup', () => {
    const page = formatChangesPage(changes, new Map([['en', corrections]]), 'p { color: red } </style>')
    expect(page).toContain('<span lang="en" dir="ltr">Honey &lt;2&gt;</span>')
    expect(page).toContain('<del>maek</del>')
    expect(page).not.toMatch(/<b>|<2>|red \} <\/style/)
  })
})

describe('what is new for feeds', () => {
  const words = describeAll(changes, terms)

  it('is told in the words of each edition', () => {
    expect(words.get('en')).toBe('Compared with the edition of November 21, 2026.\nNew articles: Wax & comb\nChanged articles: Honey <2>\nArticles no longer included: Swarms')
    expect(words.get('ja')).toMatch(/2026年11月21日.*\n.+：Wax & comb\n/)
    expect(words.get('ar')?.split('\n')).toHaveLength(4)
  })

  it('is nothing of editions that are new or the same, and leaves out what is too much', () => {
    const {editions: [en, ...rest]} = makeRelease()
    if (!en) throw new Error('no edition')
    expect(describeAll(compareReleases(makeRelease({editions: rest}), makeRelease()), terms).size).toBe(0)
    const many = Array.from({length: 30}, (_, at) => ({slug: `a${at}`, title: `A${at}`, digest: String(at), keywords: [], words: 1}))
    expect(describeAll(compareReleases(makeRelease(), makeRelease({editions: [{...en, articles: [...en.articles, ...many]}]})), terms).get('en')).toMatch(/: A0, A1, .*, A11, …$/)
  })
})

describe('the page of errata', () => {
  const errataOf = (tag: string, more: Partial<Errata> = {}): Errata => {
    const edition = makeChanged().editions.find((each) => each.tag === tag)
    if (!edition) throw new Error(`no edition ${tag}`)
    return {edition, date: '2026-11-21', articles: changes.editions.find((each) => each.tag === tag)?.articles ?? [], corrections, ...more}
  }
  const write = (errata: Errata): string => writeErrataPage(errata, voiceOf(errata.edition, terms), '').replaceAll('\u00a0', ' ')

  it('is a table by page, and lists of what came and went', () => {
    const page = write(errataOf('en'))
    expect(page).toContain('<html lang="en" dir="ltr" class="page">')
    expect(page).toContain('Corrections to the printed edition of November 21, 2026.')
    expect(page).toContain('<th scope="col">Page</th><th scope="col">Printed</th><th scope="col">Correct</th>')
    expect(page).toContain('<td class="page" data-name="Page">5</td><td data-name="Printed">Bees <del>maek</del> it.</td><td data-name="Correct">Bees <ins>make</ins> it.</td>')
    expect(page).toContain('<td data-name="Printed"><del>Old.</del></td><td data-name="Correct">—</td>')
    expect(page).toContain('End.<br><ins>New &lt;b&gt;.</ins>')
    expect(page).toContain('<a href="index.html#wax">Wax &amp; comb</a>')
    expect(page).toContain('<span>Swarms</span><span class="where"> (p. 9)</span>')
  })

  it('is in the language and the direction of its edition', () => {
    expect(write(errataOf('ar'))).toMatch(/<html lang="ar" dir="rtl"/)
    expect(write(errataOf('ja'))).toContain('<html lang="ja" dir="ltr"')
  })

  it('marks a title in another language than that of the edition', () => {
    expect(write(errataOf('ar', {corrections: corrections.map((each) => ({...each, language: 'en'}))}))).toContain('<th scope="rowgroup" colspan="3"><span lang="en" dir="ltr">Honey</span></th>')
  })

  it('names articles where texts are not at hand, and those written anew', () => {
    const named = '<h2>Changed articles</h2><ul><li><span><a href="index.html#honey">Honey &lt;2&gt;</a></span><span class="where"> (p. 5)</span></li>'
    expect(write(errataOf('en', {corrections: undefined})).replaceAll('\n', '')).toContain(named)
    expect(write(errataOf('en', {corrections: [{slug: 'honey', title: 'Honey', corrections: [], rewritten: true}]})).replaceAll('\n', '')).toContain(named)
    expect(write(errataOf('en'))).not.toContain('Changed articles')
  })

  it('links to the catalogue where that stands on the web, from paper only there', () => {
    const errata = errataOf('en', {address: 'https://books.example/bees/'})
    const voice = voiceOf(errata.edition, terms)
    expect(JSON.stringify(makeErrata(errata, voice, false))).toContain('"https://books.example/bees/en/#wax"')
    expect(JSON.stringify(makeErrata(errataOf('en'), voice, false))).not.toContain('href')
  })

  it('is there only where something is to be corrected', () => {
    expect(hasErrata(errataOf('en'))).toBe(true)
    expect(hasErrata(errataOf('en', {corrections: []}))).toBe(false)
    expect(hasErrata(errataOf('en', {corrections: undefined}))).toBe(true)
    expect(hasErrata(errataOf('en', {corrections: undefined, articles: []}))).toBe(false)
  })

  it('is linked by the catalogue where the release has it', () => {
    const release = makeRelease({files: [{path: 'ar/errata.html', size: 1, sha256: '0'.repeat(64)}]})
    expect([...listErrata(release)]).toEqual([['ar', [{term: 'errata', path: 'ar/errata.html'}]]])
  })
})

describe('pieces', () => {
  it('mark words without the blanks around them', () => {
    expect(showPieces([{kind: 'same', text: 'the '}, {kind: 'new', text: 'number of the '}, {kind: 'gone', text: ' '}])).toMatchObject([
      {value: 'the '}, {tagName: 'ins', children: [{value: 'number of the'}]}, {value: ' '}, {tagName: 'del', children: [{value: ' '}]}
    ])
  })
})
