import {describe, expect, it} from 'vitest'
import {textOf} from '../../../src/core/hast.ts'
import {composeAll} from '../../support/compose-all.ts'

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>'
const compose = async (lists: string) => {
  const {editions: [edition], diagnostics} = await composeAll(new Map([
    ['publication.yaml', `page: {lists: [${lists}]}`], ['images/a.svg', picture],
    ['en/hive.md', '---\ntitle: Hive\n---\n\n![A hive.](../images/a.svg "The hive *today*.")\n\n![A bee.](../images/a.svg)\n\nText.'],
    ['en/honey.md', '---\ntitle: Honey\n---\n\n![Honey.](../images/a.svg "Honey in spring.")\n\n<table><caption>Yield</caption><tr><td>1</td></tr></table>']
  ]))
  if (!edition) throw new Error('no edition')
  return {edition, diagnostics}
}

describe('lists of figures and tables', () => {
  it('stand after the contents, name captions in reading order, and lead to what has them', async () => {
    const {edition, diagnostics} = await compose('figures, tables')
    expect(diagnostics).toEqual([])
    const kinds = edition.divisions.map(({kind}) => kind)
    expect(kinds.slice(kinds.indexOf('contents'), kinds.indexOf('article'))).toEqual(['contents', 'figures', 'tables'])
    const [figures, tables] = ['figures', 'tables'].map((kind) => edition.divisions.find((division) => division.kind === kind))
    expect(figures && textOf(figures.tree).replace(/\s+/g, ' ').trim()).toMatch(/^List of figures ?The hive .*today.*\. ?Honey in spring\.$/)
    expect(tables && textOf(tables.tree)).toContain('Yield')
    const html = JSON.stringify(edition.divisions.filter(({kind}) => kind === 'article'))
    for (const [, id] of JSON.stringify([figures, tables]).matchAll(/"href":"#([^"]+)"/g)) expect(html).toContain(`"id":"${id}"`)
    expect(edition.contents.map(({title}) => title)).toContain('List of figures')
  })

  it('are not there unless asked for, nor when they would be empty', async () => {
    expect((await compose('')).edition.divisions.some(({kind}) => kind === 'figures' || kind === 'tables')).toBe(false)
    const {editions: [plain]} = await composeAll(new Map([['publication.yaml', 'page: {lists: [figures]}'], ['en/a.md', '---\ntitle: A\n---\n\nText.']]))
    expect(plain?.divisions.some(({kind}) => kind === 'figures')).toBe(false)
  })
})
