/** What git says, read: commits with their names of files, contents one after another. */
import {describe, expect, it} from 'vitest'
import {parseBatch, parseLog} from '../../../src/world/history.ts'

const [one, two] = ['1'.repeat(40), '2'.repeat(40)]
const commit = (id: string, parents: string, date: string, ...fields: readonly string[]): string => `\u0001${id}\u0002${parents}\u0002${date}\0\n${fields.map((field) => `${field}\0`).join('')}`

describe('parseLog', () => {
  it('reads changes, renames and what is gone', () => {
    expect(parseLog(commit(two, one, '2026-02-01', 'M', 'en/a b.md', 'R100', 'en/old.md', 'en/new.md', 'R087', 'en/x.md', 'en/y.md', 'D', 'en/gone.md', 'A', 'fr/é.md') + commit(one, '', '2026-01-01', 'A', 'en/old.md'), false)).toEqual([
      {id: two, date: '2026-02-01', edits: [
        {path: 'en/a b.md', touched: true}, {path: 'en/new.md', from: 'en/old.md', touched: false}, {path: 'en/y.md', from: 'en/x.md', touched: true}, {path: 'fr/é.md', touched: true}
      ]},
      {id: one, date: '2026-01-01', edits: [{path: 'en/old.md', touched: true}]}
    ])
  })

  it('does not believe the oldest commit of a shallow clone', () => {
    expect(parseLog(commit(one, '', '2026-01-01', 'A', 'en/old.md'), true)).toEqual([{id: one, date: '2026-01-01', edits: []}])
  })

  it.each(['', 'fatal: nothing', '\u0001\u0002\u0002\0', `\u0001${one}`])('finds nothing in %j', (log) => expect(parseLog(log, false)).toEqual([]))
})

describe('parseBatch', () => {
  it('reads texts, absent files, folders, in the order asked', () => {
    const answer = Buffer.from(`${one} blob 7\nh\u00e9\nnny\nHEAD:./no no missing\n${two} tree 3\nabc\n${one} blob 0\n\n`)
    expect(parseBatch(answer, 4)).toEqual(['hé\nnny', undefined, undefined, ''])
  })

  it('that was cut off lacks the rest', () => expect(parseBatch(Buffer.from('x missing\n'), 3)).toEqual([undefined, undefined, undefined]))
})
