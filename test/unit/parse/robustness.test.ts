import {describe, expect, it} from 'vitest'
import {walk} from '../../../src/core/hast.ts'
import {isLimitError} from '../../../src/core/limits.ts'
import {parseManuscript} from '../../../src/parse/manuscript.ts'
import {makeTerms} from '../../support/articles.ts'
import {tryParse} from './support.ts'

describe('characters', () => {
  it('illegal in XML are removed and told, each kind at its first line', () => {
    const {html, places} = tryParse('# T\n\na\u0007b\n\nc\u0007 d\ud800e \u0085f &#7; g\u00adh\u200d')
    expect(html).toBe('<p>ab</p><p>c de f \ufffd g\u00adh\u200d</p>')
    expect(places).toEqual(['illegal-character 3:-', 'illegal-character 5:-', 'illegal-character 5:-'])
  })

  it('that override the direction are removed and told', () => {
    expect(tryParse('---\ntitle: "a\u202eb"\n---\nx\u202ay \u2067z\u2069')).toMatchObject({
      article: {title: 'ab'}, html: '<p>xy \u2067z\u2069</p>', codes: ['parse/bidi-override', 'parse/bidi-override']
    })
  })

  it('in attributes and entities are removed too', () => {
    const {html} = tryParse('# T\n![a&#1;b](x.png)\n\n[c](/d&#2;e) <span title="&#3;f">g</span>')
    expect(/[\u0001-\u0008]/.test(html)).toBe(false)
  })
})

describe('limits', () => {
  it.each([['quotations', '> '.repeat(150)], ['elements', '<div>'.repeat(200)], ['lists', `${'- '.repeat(70)}x`]])('deep %s cost the text, not the build', (_, text) => {
    const {article, html, codes} = tryParse(`---\ntitle: Deep\n---\n${text}x`)
    expect({title: article.title, html, codes}).toEqual({title: 'Deep', html: '<p>Deep</p>', codes: ['parse/limit-exceeded']})
  })
})

describe('a fault of ours', () => {
  it('is thrown, not taken for a limit', () => {
    const broken = {file: 'en/a.md', language: 'en', slug: 'a', text: undefined as unknown as string}
    expect(() => parseManuscript(broken, {singleDollarMath: false, typography: false, terms: makeTerms()})).toThrow(TypeError)
  })

  it.each([
    [new RangeError('Maximum call stack size exceeded'), true], [new RangeError('nested too deeply'), true], [new RangeError('Invalid string length'), true],
    [new RangeError('Invalid code point -1'), false], [new TypeError('nested too deeply'), false]
  ])('is told from a limit: %s', (error, limit) => expect(isLimitError(error)).toBe(limit))
})

describe('articles', () => {
  it('can be cloned, hold no foreign nodes and keep positions only where they serve', () => {
    const {article} = tryParse('# T\n\na <b>b</b> [c](/d) :index[e] $$x$$[^1]\n\n> [!NOTE]\n> f\n\n| a |\n|---|\n| b |\n\n[^1]: g')
    expect(structuredClone(article)).toEqual(article)
    walk(article.tree, (node) => {
      expect(['root', 'element', 'text', 'reference', 'indexMark']).toContain(node.type)
      expect('data' in node).toBe(false)
      if (node.type === 'text' || node.type === 'root') expect(node.position).toBeUndefined()
      if (node.type === 'element' && node.tagName === 'table') expect(node.position).toMatchObject({start: {line: 8, column: 1}})
    })
  })

  it.each([['en', 'One two, three.', 3], ['ja', '日本語です。', 5], ['th', 'สวัสดีครับ', 2], ['zh-Hans', '你好，世界', 4]])('count words of %s', (language, text, words) => {
    expect(tryParse(`---\ntitle: T\n---\n${text}`, {language}).article.words).toBe(words)
  })

  it('are the same for the same text', () => {
    const text = '# T\n\na[^1] <b>x</b> $$y$$\n\n[^1]: z'
    expect(JSON.stringify(tryParse(text))).toBe(JSON.stringify(tryParse(text)))
  })
})
