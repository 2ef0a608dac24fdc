import {describe, expect, it} from 'vitest'
import {h, textOf} from '../../../src/core/hast.ts'
import {openAddresses} from '../../../src/parse/addresses.ts'

/** The words of a link with a bar where a line may end. */
function open(words: string): string {
  const link = h('a', {href: 'https://example.org/'}, words)
  openAddresses(h('section', {}, h('p', {}, 'See ', h('em', {}, link))))
  expect(textOf(link)).toBe(words)
  return link.children.map((child) => child.type === 'text' ? child.value : '|').join('')
}

describe('an address that is shown', () => {
  it('may be broken before its signs, not beside its beginning and end', () => {
    expect(open('https://download.example.org/files/a/long-path_of/words.zip')).toBe('https://download|.example|.org|/files|/a|/long|-path|_of|/words|.zip')
    expect(open('www.example.org/list?page=12&size=30#top')).toBe('www.example|.org|/list|?page|=12|&size|=30|#top')
    expect(open('https://example.org/~ada/')).toBe('https://example|.org|/~ada/')
  })

  it('is not divided as a word is', () => {
    const link = h('a', {}, 'https://example.org/internationalisation')
    openAddresses(h('p', {}, link))
    expect(link.properties).toEqual({translate: 'no'})
  })

  it('is an address: other words stay as they are', () => {
    for (const words of ['a customer/buyer', 'example.org', 'https://a.b', 'see https://example.org/files']) expect(open(words)).toBe(words)
  })

  it('may be as long as it likes', () => {
    expect(open(`https://${'a/'.repeat(50_000)}`).split('|')).toHaveLength(49_997)
  })
})
