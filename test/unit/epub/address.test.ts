import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {maybeWebAddress} from '../../../src/emit/epub/address.ts'

describe('maybeWebAddress', () => {
  it.each([
    'https://example.org', 'https://example.org/a?b=c&d#e', 'http://user@example.org:8080/~x/(y)', 'https://ja.wikipedia.org/wiki/日本', 'http://[::1]/',
    'mailto:ada@example.org?subject=a%20b', 'tel:+49-30-1234'
  ])('leaves %s as it is', (address) => {
    expect(maybeWebAddress(address)).toBe(address)
  })

  it.each([
    ['http://www.example.org/ "Table"', 'http://www.example.org/%20%22Table%22'],
    ['https://example.org/a](B', 'https://example.org/a%5D(B'],
    ['https://example.org/#a://b/#c', 'https://example.org/#a://b/%23c'],
    ['https://example.org/100%', 'https://example.org/100%25'],
    ['https://example.org\\a', 'https://example.org/a'],
    [' https://example.org/{x}|^`<>\ud800 ', 'https://example.org/%7Bx%7D%7C%5E%60%3C%3E\ufffd'],
    ['https://例え.jp/', 'https://xn--r8jz45g.jp/']
  ])('mends %s', (address, mended) => {
    expect(maybeWebAddress(address)).toBe(mended)
  })

  it.each(['http://', 'http:// x/', 'https://example.org:99999/', 'nowhere', ''])('gives up %s', (address) => {
    expect(maybeWebAddress(address)).toBeUndefined()
  })

  it('changes nothing the second time, and what it gives can be followed', () => {
    fc.assert(fc.property(fc.oneof(fc.webUrl({withFragments: true, withQueryParameters: true}), fc.string({unit: 'binary'}).map((text) => `https://example.org/${text}`)), (url) => {
      const once = maybeWebAddress(url)
      expect(once === undefined || URL.canParse(once) && maybeWebAddress(once) === once).toBe(true)
    }))
  })
})
