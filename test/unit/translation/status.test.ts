/** Where translations stand: every state, by record, by history, by nothing; sums; what is accepted. */
import {describe, expect, it} from 'vitest'
import {recordPath} from '../../../src/core/sidecar.ts'
import {judgeStatus, type Judged, type StatusOptions} from '../../../src/status.ts'
import type {Standing} from '../../../src/translation/standing.ts'
import {makeMemoryHistory} from '../../support/memory-history.ts'
import {makeMemoryWorld, type MemoryOptions, type MemoryWorld} from '../../support/memory-world.ts'

type Files = Readonly<Record<string, string>>

const english = '---\ntitle: Honey\n---\n\nBees make honey in summer.\n\n## Harvest\n\nTake the combs before the rain comes.\n\nLeave them enough for the winter.\n'
const french = '---\ntitle: Le miel\n---\n\nLes abeilles font le miel en été.\n\n## Récolte\n\nPrenez les rayons avant la pluie.\n\nLaissez-leur de quoi passer l’hiver.\n'
const files: Files = {'publication.yaml': 'source-language: en\n', 'en/honey.md': english, 'fr/honey.md': french}

async function judge(of: Files, options: Partial<StatusOptions> = {}, memory: MemoryOptions = {}): Promise<Judged & {readonly world: MemoryWorld}> {
  const world = makeMemoryWorld(of, memory)
  return {...await judgeStatus(world, {folderName: 'book', drafts: false, strict: false, ...options}), world}
}

function standingOf({status}: Judged, slug: string, language = 'fr'): Standing | undefined {
  return status?.rows.find((row) => row.slug === slug)?.standings.find((standing) => standing.language === language)
}

/** The files with records of what stands in them. */
async function record(of: Files): Promise<Files> {
  const {world} = await judge(of, {accept: {slugs: 'all', date: '2026-01-01'}})
  return {...of, ...Object.fromEntries(world.kept)}
}

describe('a translation', () => {
  it('is missing, with all its words to translate', async () => {
    const found = await judge({...files, 'en/wool.md': '# Wool\n\nSheep grow it.\n'})
    expect(standingOf(found, 'wool')).toEqual({language: 'fr', state: 'missing', changes: [], open: 4})
  })

  it('is an orphan where the source has no such article', async () => {
    const found = await judge({...files, 'fr/wool.md': '# Laine\n\nElle pousse.\n'})
    expect(standingOf(found, 'wool')).toMatchObject({state: 'orphan', file: 'fr/wool.md'})
    expect(found.diagnostics.map(({code, place}) => [code, place?.file])).toEqual([['translation/orphan', 'fr/wool.md']])
    expect(found.status?.articles).toBe(1)
  })

  it('is unrecorded where nothing says from which text it was made', async () => {
    expect(standingOf(await judge(files), 'honey')).toMatchObject({state: 'unrecorded', changes: [], open: 0})
  })

  it('that is unrecorded tells what surely lacks', async () => {
    const found = standingOf(await judge({...files, 'en/honey.md': english.replace('title: Honey', 'title: Honey\ndescription: What bees make.')}), 'honey')
    expect(found).toMatchObject({state: 'unrecorded', open: 3, changes: [{kind: 'untranslated', words: 3, source: [{kind: 'description'}]}]})
  })

  it('is current after it was accepted', async () => {
    expect(standingOf(await judge(await record(files)), 'honey')).toMatchObject({state: 'current', basis: {kind: 'record', date: '2026-01-01'}, changes: []})
  })

  it('stays current when its source is only set otherwise', async () => {
    const recorded = await record({...files, 'en/honey.md': `${english}\nThe bee's "own" honey -- wait...\n`, 'fr/honey.md': `${french}\nSon propre miel.\n`})
    const set = (recorded['en/honey.md'] ?? '').replace('bee\'s "own" honey -- wait...', 'bee’s “own” honey – wait…')
    expect(set).toContain('’')
    expect(standingOf(await judge({...recorded, 'en/honey.md': set}), 'honey')?.state).toBe('current')
  })

  it('stays current when it is improved itself', async () => {
    const recorded = await record(files)
    expect(standingOf(await judge({...recorded, 'fr/honey.md': french.replace('en été', 'pendant l’été')}), 'honey')?.state).toBe('current')
  })
})

describe('behind is what the record does not know', () => {
  const change = async (from: string, to: string, own: (text: string) => string = (text) => text): Promise<Standing | undefined> =>
    standingOf(await judge({...await record(files), 'en/honey.md': english.replace(from, to), 'fr/honey.md': own(french)}), 'honey')

  it('a changed block, beside its translation', async () => {
    const standing = await change('before the rain comes', 'when the sun shines')
    expect(standing).toMatchObject({state: 'behind', open: 7, changes: [{kind: 'changed', words: 7, source: [{line: 9}], target: [{line: 9, markdown: 'Prenez les rayons avant la pluie.'}]}]})
    expect(standing?.changes[0]?.retouched).toBeUndefined()
  })

  it('a changed block whose translation was changed too', async () => {
    const standing = await change('before the rain comes', 'when the sun shines', (text) => text.replace('avant la pluie', 'quand il fait beau'))
    expect(standing).toMatchObject({state: 'behind', changes: [{kind: 'changed', retouched: true}]})
  })

  it('a new block', async () => {
    const standing = await change('## Harvest', 'Drones do not work at all.\n\n## Harvest')
    expect(standing).toMatchObject({state: 'behind', open: 6, changes: [{kind: 'new', source: [{markdown: 'Drones do not work at all.'}], target: []}]})
  })

  it('a removed block', async () => {
    const standing = await change('Take the combs before the rain comes.\n\n', '')
    expect(standing).toMatchObject({state: 'behind', open: 0, changes: [{kind: 'removed', source: [], target: [{markdown: 'Prenez les rayons avant la pluie.'}]}]})
  })

  it('a title', async () => {
    expect(await change('title: Honey', 'title: Wild honey')).toMatchObject({open: 2, changes: [{kind: 'changed', source: [{kind: 'title'}], target: [{markdown: 'Le miel'}]}]})
  })

  it('code, which has no words to translate', async () => {
    const recorded = await record({...files, 'en/honey.md': `${english}\n\`\`\`\na\n\`\`\`\n`, 'fr/honey.md': `${french}\n\`\`\`\na\n\`\`\`\n`})
    const found = await judge({...recorded, 'en/honey.md': `${english}\n\`\`\`\nb\n\`\`\`\n`})
    expect(standingOf(found, 'honey')).toMatchObject({state: 'behind', open: 0, changes: [{kind: 'changed'}]})
  })

  it('nothing, where blocks only changed places', async () => {
    const turned = english.replace('Take the combs before the rain comes.\n\nLeave them enough for the winter.', 'Leave them enough for the winter.\n\nTake the combs before the rain comes.')
    expect(turned).not.toBe(english)
    expect(standingOf(await judge({...await record(files), 'en/honey.md': turned}), 'honey')?.state).toBe('current')
  })

  it('one of two equal blocks that were one', async () => {
    expect(await change('## Harvest', 'Bees make honey in summer.\n\n## Harvest')).toMatchObject({state: 'behind', open: 5, changes: [{kind: 'new'}]})
  })
})

describe('history', () => {
  const first = {id: 'a'.repeat(40), date: '2026-01-05', files}
  const later = {...files, 'en/honey.md': english.replace('in summer', 'all summer long')}

  it('says what the source said when the translation was last changed', async () => {
    const history = makeMemoryHistory([{id: 'b'.repeat(40), date: '2026-02-01', files: later}, first])
    expect(standingOf(await judge(later, {}, {history}), 'honey')).toMatchObject({
      state: 'behind', basis: {kind: 'history', revision: first.id, date: '2026-01-05'}, open: 6, changes: [{kind: 'changed', former: 'Bees make honey in summer.', source: [{markdown: 'Bees make honey all summer long.'}]}]
    })
  })

  it('takes a translation that followed for current', async () => {
    const followed = {...later, 'fr/honey.md': french.replace('en été', 'tout l’été')}
    const history = makeMemoryHistory([{id: 'c'.repeat(40), date: '2026-03-01', files: followed}, {id: 'b'.repeat(40), date: '2026-02-01', files: later}, first])
    expect(standingOf(await judge(followed, {}, {history}), 'honey')?.state).toBe('current')
  })

  it('does not take marks and blanks for work on a translation', async () => {
    const reset = {...later, 'fr/honey.md': french.replaceAll('’', '\'').replace('## Récolte', '##  Récolte')}
    const history = makeMemoryHistory([{id: 'c'.repeat(40), date: '2026-03-01', files: reset}, {id: 'b'.repeat(40), date: '2026-02-01', files: later}, first])
    expect(standingOf(await judge(reset, {}, {history}), 'honey')).toMatchObject({state: 'behind', basis: {date: '2026-01-05'}})
  })

  it('of a translation that is being worked on ends with the newest revision', async () => {
    const history = makeMemoryHistory([{id: 'b'.repeat(40), date: '2026-02-01', files: later}, first])
    expect(standingOf(await judge({...later, 'fr/honey.md': french.replace('en été', 'tout l’été')}, {}, {history}), 'honey')).toMatchObject({state: 'current', basis: {date: '2026-02-01'}})
  })

  it('that does not know a file leaves it unrecorded', async () => {
    const history = makeMemoryHistory([{id: 'b'.repeat(40), date: '2026-02-01', files: {}}])
    expect(standingOf(await judge(files, {}, {history}), 'honey')?.state).toBe('unrecorded')
  })

  it('older than the source leaves it unrecorded', async () => {
    const history = makeMemoryHistory([{id: 'b'.repeat(40), date: '2026-02-01', files}, {id: 'a'.repeat(40), date: '2026-01-05', files: {'fr/honey.md': french}}])
    expect(standingOf(await judge(files, {}, {history}), 'honey')?.state).toBe('unrecorded')
  })

  it('gives the former text to what a record tells', async () => {
    const {world} = await judge(files, {accept: {slugs: 'all', date: '2026-01-06'}}, {history: makeMemoryHistory([first])})
    const path = recordPath({file: 'fr/honey.md', slug: 'honey'})
    expect(world.kept.get(path)).toContain(`revision ${first.id}\ndate 2026-01-06\n`)
    const history = makeMemoryHistory([{id: 'b'.repeat(40), date: '2026-02-01', files: later}, first])
    expect(standingOf(await judge({...later, [path]: world.kept.get(path) ?? ''}, {}, {history}), 'honey')).toMatchObject({basis: {kind: 'record', date: '2026-01-06'}, changes: [{former: 'Bees make honey in summer.'}]})
  })
})

describe('sums', () => {
  const two: Files = {...files, 'en/wool.md': '# Wool\n\nSheep grow it.\n', 'de/wool.md': '# Wolle\n\nSchafe tragen sie.\n'}

  it('count articles and words, whole percents, never rounded up', async () => {
    const {status} = await judge(two)
    expect(status).toMatchObject({source: 'en', articles: 2, words: 24})
    expect(status?.languages).toEqual([
      {language: 'de', counts: {current: 0, behind: 0, unrecorded: 1, missing: 1, orphan: 0}, open: 20, percent: {articles: 50, words: 16}},
      {language: 'fr', counts: {current: 0, behind: 0, unrecorded: 1, missing: 1, orphan: 0}, open: 4, percent: {articles: 50, words: 83}}
    ])
  })

  it('do not count what is unrecorded where strict', async () => {
    expect((await judge(two, {strict: true})).status?.languages.map(({percent}) => percent)).toEqual([{articles: 0, words: 0}, {articles: 0, words: 0}])
  })

  it('are of some languages where these are asked for', async () => {
    expect((await judge(two, {languages: ['fr']})).status?.languages.map(({language}) => language)).toEqual(['fr'])
  })

  it('leave drafts out, on both sides, unless they are asked for', async () => {
    const drafts = {...two, 'en/salt.md': '---\ntitle: Salt\ndraft: true\n---\n\nFrom the sea.\n', 'fr/salt.md': '# Sel\n\nDe la mer.\n', 'fr/wool.md': '---\ntitle: Laine\ndraft: true\n---\n\nElle pousse.\n'}
    const found = await judge(drafts)
    expect(found.status?.rows.map(({slug}) => slug)).toEqual(['honey', 'wool'])
    expect(standingOf(found, 'wool')?.state).toBe('missing')
    expect((await judge(drafts, {drafts: true})).status?.rows.map(({slug}) => slug)).toEqual(['honey', 'salt', 'wool'])
  })

  it('of one language alone are none', async () => {
    expect((await judge({'en/honey.md': english})).status).toMatchObject({languages: [], articles: 1})
  })
})

describe('the source', () => {
  it.each([
    [{'de/a.md': '# A\n', 'fr/a.md': '# A\n', 'fr/b.md': '# B\n'}, 'fr'], [{'de/a.md': '# A\n', 'en/a.md': '# A\n'}, 'en'], [{'es/a.md': '# A\n', 'de/a.md': '# A\n'}, 'de'], [{'de/a.md': '# A\n', 'en-GB/a.md': '# A\n'}, 'en-GB']
  ])('that no publication.yaml names is the largest, then English, then the first', async (of, language) => {
    expect((await judge(of)).status).toMatchObject({source: language, chosenBy: 'size'})
  })
})

describe('accepting', () => {
  it('writes the records of the articles named, in the languages asked for, and judges by them', async () => {
    const found = await judge({...files, 'de/honey.md': '# Honig\n\nBienen machen ihn.\n'}, {languages: ['fr'], accept: {slugs: ['honey'], date: '2026-01-01'}})
    expect(found.kept).toEqual(['fr/translation/honey.beads'])
    expect([...found.world.kept.keys()]).toEqual(found.kept)
    expect(standingOf(found, 'honey')?.state).toBe('current')
  })

  it('writes nothing that is recorded so already', async () => {
    expect((await judge(await record(files), {accept: {slugs: 'all', date: '2027-07-07'}})).kept).toEqual([])
  })

  it('goes by names as links do', async () => {
    expect((await judge(files, {accept: {slugs: ['Honey'], date: '2026-01-01'}})).kept).toHaveLength(1)
  })

  it('of what has no translation is an error', async () => {
    const {diagnostics, kept} = await judge(files, {accept: {slugs: ['hony'], date: '2026-01-01'}})
    expect(kept).toEqual([])
    expect(diagnostics).toMatchObject([{code: 'translation/nothing-to-accept', severity: 'error', facts: {suggestion: 'honey'}}])
  })
})
