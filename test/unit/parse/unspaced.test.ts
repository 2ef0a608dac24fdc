/** Markdown in scripts whose words have no spaces between them. */
import {describe, expect, it} from 'vitest'
import {htmlOf} from './support.ts'

describe('emphasis beside punctuation', () => {
  it.each([
    ['ja', '仕事は**「三つの所作」**から成る。', '<p>仕事は<strong>「三つの所作」</strong>から成る。</p>'],
    ['zh-Hans', '只有**“三个动作”**：*这些*引号', '<p>只有<strong>“三个动作”</strong>：<em>这些</em>引号</p>'],
    ['ko', '동작은 **\'세 가지\'**다.', '<p>동작은 <strong>\'세 가지\'</strong>다.</p>'],
    ['ja', '**注意。**次へ', '<p><strong>注意。</strong>次へ</p>'],
    ['th', 'คำ*เหล่านั้น*ต้อง', '<p>คำ<em>เหล่านั้น</em>ต้อง</p>'],
    ['en', 'a**"b"**c and **"d"** e', '<p>a**"b"**c and <strong>"d"</strong> e</p>']
  ])('in %s: %s', (language, text, html) => expect(htmlOf(text, {language})).toBe(html))
})

describe('bare addresses', () => {
  const htmlOfLinks = (text: string, language = 'ja'): string => htmlOf(text, {language}).replaceAll(/<wbr><\/wbr>| translate="no"/g, '') // where their lines may end
  const link = (address: string): string => `<a href="${address}">${address}</a>`

  it('end where such a script goes on', () => {
    expect(htmlOfLinks('写真はhttps://example.org/press?page=2にあり、`code`も。')).toBe(`<p>写真は${link('https://example.org/press?page=2')}にあり、<code>code</code>も。</p>`)
    expect(htmlOfLinks('（http://example.org/a）と')).toBe(`<p>（${link('http://example.org/a')}）と</p>`)
    expect(htmlOfLinks('https://example.org로 가세요', 'ko')).toBe(`<p>${link('https://example.org')}로 가세요</p>`)
  })

  it('are else what GitHub takes for one', () => {
    expect(htmlOfLinks('(https://example.org/a_(b)), https://пример.рф/имя.')).toContain('<a href="https://example.org/a_(b)">')
    expect(htmlOfLinks('http と https: と httpx://a')).toBe('<p>http と https: と httpx://a</p>')
    expect(htmlOfLinks('[https://example.orgと](https://example.com)')).toBe('<p><a href="https://example.com">https://example.orgと</a></p>')
  })
})
