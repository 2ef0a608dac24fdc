/** The status as text and JSON: it fits its columns, whatever the languages. */
import {describe, expect, it} from 'vitest'
import {cut, formatBeside, pad, widthOf, wrap} from '../../../src/translation/status-columns.ts'
import {formatStatusJson} from '../../../src/translation/status-json.ts'
import {formatStatus} from '../../../src/translation/status-text.ts'
import {judgeStatus} from '../../../src/status.ts'
import {makeMemoryHistory} from '../../support/memory-history.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'
import type {Status} from '../../../src/translation/status.ts'

async function judge(files: Readonly<Record<string, string>>, former = files): Promise<Status> {
  const history = makeMemoryHistory([{id: 'b'.repeat(40), date: '2026-02-01', files}, {id: 'a'.repeat(40), date: '2026-01-05', files: former}])
  const {status} = await judgeStatus(makeMemoryWorld(files, {history}), {folderName: 'book', drafts: false, strict: false})
  if (!status) throw new Error('no status')
  return status
}

const widest = (text: string): number => Math.max(...text.split('\n').map(widthOf))

describe('text', () => {
  const before = {
    'publication.yaml': 'source-language: en\n', 'en/honey.md': '# Honey\n\nBees make honey in summer.\n', 'ja/honey.md': '# 蜂蜜\n\n蜂は夏に蜜を作ります。\n',
    'en/wax.md': '# Wax\n\nIt burns.\n', 'ar/wax.md': '# شمع\n\nيحترق.\n', 'ja/wax.md': '# 蜜蝋\n\n燃えます。\n', 'ja/salt.md': '# 塩\n\n海から。\n'
  }
  const now = {...before, 'en/honey.md': '# Honey\n\nBees make honey all summer.\n\nWasps do not.\n'}

  it('shows sums, matrix and passages side by side', async () => {
    expect(formatStatus(await judge(now, before), {verbose: false})).toBe(`source en: 2 articles, 12 words

    words  articles  current  behind  missing  orphan  words to translate
ar   25 %      50 %        1       0        1       0                   9
ja   33 %      50 %        1       1        0       1                   8

         ar ja
honey     -  2
wax       .  .
salt         o

. current   1–9, * passages behind   ? unrecorded   - missing   o orphan

ja/honey.md is behind en/honey.md (last changed 2026-01-05, says git): 8 words to translate
  changed: en/honey.md:3 | ja/honey.md:3
    Bees make honey [-in-]{+all+} summer.          | 蜂は夏に蜜を作ります。
  new: en/honey.md:5
    Wasps do not.
`.replace('wax       .  .\n', '').replace('orphan\n\nja/honey', 'orphan\nnot shown: 1 article current in every language\n\nja/honey'))
  })

  it('tells JSON all of it', async () => {
    const json = JSON.parse(formatStatusJson(await judge(now, before), {kept: [], diagnostics: []})) as {matrix: {slug: string; translations: unknown[]}[]}
    expect(json).toMatchObject({source: 'en', languages: [{language: 'ar', percent: {words: 25}}, {language: 'ja'}], written: []})
    expect(json.matrix[0]?.translations[1]).toMatchObject({state: 'behind', basis: {kind: 'history', date: '2026-01-05'}, changes: [{kind: 'changed', source: [{line: 3, kind: 'paragraph'}], former: 'Bees make honey in summer.'}, {kind: 'new'}]})
  })

  it('fits them where nothing is recorded', async () => {
    const {status} = await judgeStatus(makeMemoryWorld({'en/a.md': '# A\n', 'fr/a.md': '# A\n'}), {folderName: 'book', drafts: false, strict: false})
    expect(status && widest(formatStatus(status, {verbose: true}))).toBeLessThanOrEqual(100)
  })

  it.each([24, 60])('fits a hundred columns with %i languages', async (count) => {
    const tags = ['zh-Hant-TW', ...'ar bg bn cs da de el es et fa fi fr he hi hu id it ja ko lt lv nl no pl pt ro ru sk sl sr sv ta th tr uk vi zh af az be ca cy eu ga gl hr hy is ka kk km lo mk mn ms my ne pa si'.split(' ')].slice(0, count)
    const files = Object.fromEntries(tags.map((tag, at) => [`${tag}/${at % 2 ? 'a-slug-that-is-longer-than-anybody-would-wish-for' : 'honey'}.md`, '# A\n\nB.\n']))
    const text = formatStatus(await judge({...files, 'publication.yaml': 'source-language: en\n', 'en/honey.md': '# Honey\n', 'en/a-slug-that-is-longer-than-anybody-would-wish-for.md': '# Slug\n\nWords.\n'}), {verbose: true})
    expect(widest(text)).toBeLessThanOrEqual(100)
    expect(text.match(/^honey +(?:[-.?1] *)+$/gm)).toHaveLength(Math.ceil(count / 29))
  })
})

describe('columns', () => {
  it.each([['honey', 5], ['蜂蜜', 4], ['é', 1], ['e\u0301', 1], ['한국', 4], ['\u200f', 0], ['हिन्दी', 3], ['🐝', 2], ['（）', 4]])('of %j are %i', (text, width) => expect(widthOf(text)).toBe(width))

  it('are filled and cut by them', () => {
    expect([pad('蜂', 4), cut('蜂蜜です', 5), cut('honey', 5), cut('honeycomb', 5)]).toEqual(['蜂  ', '蜂蜜…', 'honey', 'hone…'])
  })

  it('break between words, and within one that is too long', () => {
    expect(wrap('one two three\nfour', 8)).toEqual(['one two', 'three', 'four'])
    expect(wrap('蜂は夏に蜜を作る', 6)).toEqual(['蜂は夏', 'に蜜を', '作る'])
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
    expect(wrap('', 4)).toEqual([''])
  })

  it('stand side by side; one alone has all the room', () => {
    const room = {indent: ' ', width: 12}
    expect(formatBeside('one two', 'un', room)).toBe(' one  | un\n two  |\n')
    expect(formatBeside('one two', '', room)).toBe(' one two\n')
  })
})
