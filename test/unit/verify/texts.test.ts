import {describe, expect, it} from 'vitest'
import type {Division, Edition} from '../../../src/core/model.ts'
import type {Pagination} from '../../../src/core/pagination.ts'
import {emitEpub} from '../../../src/emit/epub/book.ts'
import {setPageBreaks} from '../../../src/emit/epub/page-breaks.ts'
import {readTexts} from '../../../src/verify/epub/texts.ts'
import {composeAll} from '../../support/compose-all.ts'

const honey = `---
title: Honey
---

Bees make *golden* honey[^1] and wax,&shy; every&nbsp;day.

- one \\
  line
- two

| Bee | Work |
| --- | --- |
| drone | none |

[^1]: It is sweet.
`
const compose = async (more: Readonly<Record<string, string>> = {}): Promise<Edition> => {
  const {editions: [edition]} = await composeAll(new Map(Object.entries({'en/honey.md': honey, ...more})))
  if (!edition) throw new Error('no edition')
  return edition
}
const emit = async (edition: Edition, options: Parameters<typeof emitEpub>[2] = {}): Promise<Uint8Array> => (await emitEpub(edition, () => undefined, options)).content
const wordsOf = (texts: ReturnType<typeof readTexts>): readonly (readonly string[])[] | undefined => texts?.map((passages) => passages.map(({text}) => text))

describe('readTexts', () => {
  it('gives what readers of an article see, and nothing that we say around it', async () => {
    const texts = readTexts(await emit(await compose({'en/wax.md': '---\ntitle: Wax\n---\n\nSee [honey](honey.md).'})))
    expect(wordsOf(texts)).toEqual([
      ['Honey', 'Bees make golden honey and wax, every\u00a0day.', 'one line', 'two', 'Bee | Work', 'drone | none', 'It is sweet.'], ['Wax', 'See honey.']
    ])
    expect(texts?.[0]?.[0]).toEqual({text: 'Honey', pages: [], language: 'en', direction: 'ltr'})
  })

  it('joins an article that was cut into several documents', async () => {
    const lines = Array.from({length: 60}, (_, at) => `Line ${at} of it.`)
    const edition = await compose({'en/long.md': `---\ntitle: Long\n---\n\n${lines.join('\n\n')}\n`})
    const texts = wordsOf(readTexts(await emit(edition, {documents: {size: 600, notes: 500}})))
    expect(texts?.[1]).toEqual(['Long', ...lines])
  })

  it('names the printed page of every passage, and where a page turns within', async () => {
    const edition = await compose()
    const division = edition.divisions.find(({kind}) => kind === 'article') as Division
    const paragraph = division.tree.children.find((node) => node.type === 'element' && node.tagName === 'p')
    const text = paragraph?.type === 'element' ? paragraph.children[0] : undefined
    if (!text) throw new Error('no paragraph')
    const pagination: Pagination = {
      frontPages: 4, pageById: new Map(), starts: [{label: '1', page: 5, division: division.id, node: division.tree, offset: 0}, {label: '2', page: 6, division: division.id, node: text, offset: 5}]
    }
    const paged = setPageBreaks(edition, pagination)
    const [first] = readTexts(await emit(paged.edition, {paging: paged.paging})) ?? []
    expect(first?.slice(0, 3).map(({pages}) => pages)).toEqual([[{label: '1', offset: 0}], [{label: '1', offset: 0}, {label: '2', offset: 5}], [{label: '2', offset: 0}]])
  })

  it('never throws', async () => {
    const bytes = await emit(await compose())
    expect(readTexts(new Uint8Array())).toBeUndefined()
    expect(readTexts(bytes.slice(0, bytes.length >> 1))).toBeUndefined()
    expect(readTexts(new TextEncoder().encode('%PDF-1.7'))).toBeUndefined()
    const broken = bytes.slice()
    const at = Buffer.from(bytes).indexOf('a-honey.xhtml') + 30
    broken.fill(0, at, at + 40)
    expect(readTexts(broken)).toBeUndefined()
  })
})
