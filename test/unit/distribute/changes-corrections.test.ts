import {describe, expect, it} from 'vitest'
import type {Correction, Passage} from '../../../src/core/changes.ts'
import {correctArticle} from '../../../src/distribute/changes/corrections.ts'

/** Each text a passage, each on a page of its own. */
function lay(...texts: readonly string[]): readonly Passage[] {
  return texts.map((text, at) => ({text, pages: [{label: String(at + 1), offset: 0}]}))
}

/** `page: printed → correct`, with marks at what goes and what comes. */
function show(corrections: readonly Correction[]): readonly string[] {
  const side = (pieces: Correction['printed']): string => pieces.map(({kind, text}) => kind === 'gone' ? `[${text}]` : kind === 'new' ? `{${text}}` : text).join('')
  return corrections.map(({page, printed, correct}) => `${page}: ${side(printed)} → ${side(correct)}`.replaceAll('\u00a0', ' '))
}

const correct = (former: readonly Passage[], now: readonly Passage[], language = 'en'): readonly string[] => show(correctArticle(former, now, language).corrections)

describe('correctArticle', () => {
  it('says nothing of equal texts, of white space, of spaces that keep words together', () => {
    expect(correct(lay('A bee.'), lay('A bee.'))).toEqual([])
    expect(correct(lay('« Une abeille »'), lay('«\u00a0Une abeille\u202f»'), 'fr')).toEqual([])
  })

  it('shows a change in its context, with whole words around it', () => {
    const text = (word: string): string => `The bees of the old orchard behind the well-known mill ${word} home in the evening, and nobody follows them there.`
    expect(correct(lay(text('fly')), lay(text('crawl')))).toEqual(['1: … behind the well-known mill [fly] home in the evening, and … → … behind the well-known mill {crawl} home in the evening, and …'])
  })

  it('makes one correction of changes near each other, several of those far apart', () => {
    expect(correct(lay('One bee, two bees, three bees.'), lay('One wasp, two bees, three wasps.'))).toEqual(['1: One [bee], two bees, three [bees]. → One {wasp}, two bees, three {wasps}.'])
    const far = (a: string, b: string): string => `In the ${a} there is much to do for a keeper of bees who has only two hands and no helper, until the ${b} comes.`
    expect(correct(lay(far('spring', 'winter')), lay(far('summer', 'autumn')))).toHaveLength(2)
  })

  it('puts a new passage behind what stood before it, as that ought to read', () => {
    expect(correct(lay('Bees', 'A bee flys.', 'End.'), lay('Bees', 'A bee flies.', 'It also walks.', 'End.'))).toEqual(['2: A bee [flys]. → A bee {flies}.', '2: A bee flys. → A bee flies.\n{It also walks.}'])
  })

  it('takes out passages, and names long ones by beginning and end', () => {
    expect(correct(lay('Bees', 'A bee flies.', 'End.'), lay('Bees', 'End.'))).toEqual(['2: [A bee flies.] → '])
    const rest = 'This stays. '.repeat(80)
    const [line = ''] = correct(lay(rest, `It begins here ${'and goes on '.repeat(40)}and ends there.`, 'End.'), lay(rest, 'End.'))
    expect(line).toMatch(/^2: \[It begins here and goes on .* … .*and ends there\.\] → $/)
    expect(line.length).toBeLessThan(200)
  })

  it('knows the page of a change within a passage that runs over', () => {
    const over: Passage = {text: 'The first page has this, and the second page has that.', pages: [{label: 'xii', offset: 0}, {label: '1', offset: 25}]}
    expect(correct([over], lay('The last page has this, and the second page has that.'))).toEqual(['xii: The [first] page has this, and the … → The {last} page has this, and the …'])
    expect(correct([over], lay('The first page has this, and the second page has all that.'))[0]).toMatch(/^1: /)
  })

  it('answers passages that are alike, not those beside each other', () => {
    expect(correct(lay('Honey is sweet and golden.', 'Wax is hard and yellow.'), lay('A word of greeting.', 'Honey is sweet and brown.', 'Wax is hard and yellow.'))).toEqual([
      'undefined:  → {A word of greeting.}', '1: Honey is sweet and [golden]. → Honey is sweet and {brown}.'
    ])
  })

  it('compares words where no spaces are', () => {
    expect(correct(lay('毎朝三十丁を仕入れる旅館も顧客です。'), lay('毎朝四十丁を仕入れる旅館も顧客です。'), 'ja')).toEqual(['1: 毎朝[三十]丁を仕入れる旅館も顧客です。 → 毎朝{四十}丁を仕入れる旅館も顧客です。'])
    expect(correct(lay('ผึ้งทำน้ำผึ้งในฤดูร้อน'), lay('ผึ้งทำน้ำผึ้งในฤดูหนาว'), 'th')[0]).toContain('[ร้อน]')
  })

  it('gives up on a text that was written anew', () => {
    const words = (word: string): string => Array.from({length: 80}, (_, at) => `${word}${at}`).join(' ')
    expect(correctArticle(lay(words('old')), lay(words('new')), 'en')).toEqual({corrections: [], rewritten: true})
    expect(correctArticle(lay('Short one.'), lay('Another text.'), 'en').rewritten).toBe(false)
  })

  it('keeps the language of a passage', () => {
    const [correction] = correctArticle([{text: 'ein Biene', language: 'de', direction: 'ltr', pages: []}], lay('eine Biene'), 'ar').corrections
    expect(correction).toMatchObject({language: 'de', direction: 'ltr'})
    expect(correction).not.toHaveProperty('page')
  })

  it('counts what is struck out, shown or not, to know a text that was written anew', () => {
    const many = lay(...Array.from({length: 40}, (_, at) => `Part ${at} has some words of matter${at} and of thing${at}.`))
    expect(correctArticle(many, many.slice(0, 4), 'en')).toEqual({corrections: [], rewritten: true})
    expect(correctArticle(lay(...Array.from({length: 8}, () => 'old '.repeat(100))), lay(...Array.from({length: 8}, () => 'new '.repeat(30))), 'en').rewritten).toBe(true)
    expect(correctArticle(many, many.slice(0, 30), 'en')).toMatchObject({corrections: [{page: '31'}], rewritten: false})
  })

  it('compares each language of a bilingual book by itself, and gives each correction one of them', () => {
    const mix = (...texts: readonly string[]): readonly Passage[] => lay(...texts).map((passage) => ({...passage, language: /\p{Script=Arabic}/u.test(passage.text) ? 'ar' : 'en'}))
    const pair = (former: readonly Passage[], now: readonly Passage[]): readonly string[] => correctArticle(former, now, 'en', 'ar').corrections.map((each) => `${each.language} ${show([each]).join('')}`)
    const [one, two, eins, zwei] = ['one item', 'two items', 'بند واحد', 'بندان']
    expect(pair(mix(one, eins, two, zwei, 'End.'), mix(one, 'End.', eins))).toEqual(['en 3: [two items] → ', 'ar 4: [بندان] → '])
    expect(pair(mix(one, eins), mix(one, two, eins, zwei))).toEqual(['en 1: one item → one item\n{two items}', 'ar 2: بند واحد → بند واحد\n{بندان}'])
  })

  it('parts languages in a run of other books too', () => {
    const german: Passage = {text: 'Ein Wort.', language: 'de', pages: []}
    expect(correctArticle([...lay('Begin.', 'A word.'), german, ...lay('End.')], lay('Begin.', 'End.'), 'en').corrections.map(({language, printed}) => `${language}: ${printed[0]?.text}`)).toEqual(['undefined: A word.', 'de: Ein Wort.'])
  })

  it('bears a long article without a passage in common', () => {
    const many = (word: string): readonly Passage[] => lay(...Array.from({length: 1500}, (_, at) => `${word} ${at} of them`))
    expect(correctArticle(many('old'), many('other'), 'en').rewritten).toBe(true)
  })
})
