/** Units of translation: what they are, what stands in them, and where they are in the tree. */
import {describe, expect, it} from 'vitest'
import {textOf, walkElements} from '../../../src/core/hast.ts'
import {hashBlock, listNumbers} from '../../../src/core/translation.ts'
import {parseManuscript} from '../../../src/parse/manuscript.ts'
import {makeTerms} from '../../support/articles.ts'

function parse(text: string) {
  return parseManuscript({file: 'en/market.md', language: 'en', slug: 'market', text}, {singleDollarMath: false, typography: false, terms: makeTerms(), blocks: true})
}

const text = `---
title: Market
keywords: [{term: buyer, sort-as: b}, seller]
order: 3
---

## Hours {#hours}

Open from 7 to 12,30, see [barter](/barter) and \`code\`.[^1]

- Fish
- Cheese

  from goats

> Said the baker.

::: tip
Come early.
:::

![A stall](stall.png)

| a | b |
|---|---|
| 1 | 2 |

<!-- nothing -->

[^1]: On Saturdays.
`

describe('blocks', () => {
  it('are what is translated as one, front matter first, each with what it holds', () => {
    expect(parse(text).blocks?.map(({kind, words, line}) => `${line} ${kind}: ${words}`)).toEqual([
      '2 title: Market', '3 keywords: buyer, seller', '7 heading2: Hours {#hours}', '9 paragraph: Open from 7 to 12,30, see barter and code.', '11 item: Fish', '12 item: Cheese', '14 item: from goats',
      '16 quote: Said the baker.', '19 paragraph: Come early.', '22 picture: A stall', '24 table: a b 1 2', '30 note: On Saturdays.'
    ])
    const [, , , paragraph] = parse(text).blocks ?? []
    expect(paragraph).toMatchObject({links: ['/barter'], code: ['code'], numbers: ['7', '1230'], notes: ['1'], markdown: 'Open from 7 to 12,30, see [barter](/barter) and `code`.[^1]'})
  })

  it('say where they stand in the author’s own text, also where that was written in another dialect', () => {
    const dialect = text.replace('::: tip\nCome early.\n:::', '!!! tip\n    Come early.')
    for (const each of [text, dialect]) for (const {span, markdown} of parse(each).blocks ?? []) if (span) expect(each.slice(...span)).toBe(markdown)
    expect(parse(dialect).blocks?.some(({markdown}) => markdown.includes('Come early.'))).toBe(true)
  })

  it('are marked on the elements that begin with them', () => {
    const {article, blocks = []} = parse(text)
    const marked = new Map<number, string>()
    walkElements(article.tree, (element) => { if (element.data?.block !== undefined) marked.set(element.data.block, `${element.tagName} ${textOf(element).trim().slice(0, 6)}`) })
    expect(blocks.flatMap(({span}, at) => span ? [marked.get(at)] : [])).toEqual([
      'h2 Hours', 'p Open f', 'p Fish', 'p Cheese', 'p from g', 'p Said t', 'p Come e', 'figure A stal', 'table ab12', 'p On Sat'
    ].map((each) => expect.stringContaining(each) as unknown))
  })

  it('are not listed where nobody asks', () => {
    const {article, blocks} = parseManuscript({file: 'en/market.md', language: 'en', slug: 'market', text}, {singleDollarMath: false, typography: false, terms: makeTerms()})
    expect(blocks).toBeUndefined()
    walkElements(article.tree, ({data}) => { expect(data).toBeUndefined() })
  })
})

describe('the name of a block', () => {
  it('stays where only typography changes', () => {
    const same = ['He said "no" - it’s 5 %...', 'He said “no” – it\'s 5\u00A0%…', 'He  said « no » —\u2009it’s\n5%…']
    expect(new Set(same.map((markdown) => hashBlock('paragraph', markdown))).size).toBe(1)
  })

  it('changes with words, markup and kind', () => {
    expect(new Set([hashBlock('paragraph', 'a b'), hashBlock('item', 'a b'), hashBlock('paragraph', 'a *b*'), hashBlock('paragraph', 'ab')]).size).toBe(4)
  })
})

describe('numbers', () => {
  it('are compared by their digits, in whatever script', () => {
    expect(listNumbers('1,234.50 and १२३ and ٤٥ and 1 000')).toEqual(['123450', '123', '45', '1', '000'])
    expect(listNumbers('1\u202F000')).toEqual(['1000'])
  })
})
