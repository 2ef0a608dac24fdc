import {describe, expect, it} from 'vitest'
import {htmlOf, tryParse} from './support.ts'

describe('phrases in another language', () => {
  it.each([
    ['a :span[Guten *Tag*]{lang=de} b', '<p>a <span lang="de">Guten <em>Tag</em></span> b</p>'],
    ['a :span[سلام]{lang="ar"} b', '<p>a <bdi lang="ar" dir="rtl">سلام</bdi> b</p>'],
    ['*:span[日本語]{lang=JA}* and **:span[x]{lang=zh_tw}**', '<p><em><span lang="ja">日本語</span></em> and <strong><span lang="zh-TW">x</span></strong></p>'],
    ['<span lang="he">שלום</span> <em lang="ar">كتاب</em>', '<p><bdi lang="he" dir="rtl">שלום</bdi> <em lang="ar" dir="rtl">كتاب</em></p>'],
    [':span[أ :span[b]{lang=fr} ج]{lang=ar}', '<p><bdi lang="ar" dir="rtl">أ <bdi lang="fr" dir="ltr">b</bdi> ج</bdi></p>'],
    [':span[Hexapla]{translate=no} <span translate="no">x</span>', '<p><span translate="no">Hexapla</span> <span translate="no">x</span></p>'],
    [':span[x]{dir=rtl #here}', '<p><bdi dir="rtl" id="here">x</bdi></p>'],
    [':span[see [B](b.md)]{lang=de}', '<p><span lang="de">see <ref url="b.md">B</ref></span></p>']
  ])('%j', (text, html) => expect(htmlOf(text)).toBe(html))

  it.each([
    'a :span b', 'a :span[x] b', 'a :span[x *y*]{.red} b', 'a :spanner[x]{lang=de}', 'a :span[x]{onclick=y}', 'x:span', ':span[x]{dir=up}', ':span[:span[x]]'
  ])('%j is the author’s own text', (text) => expect(htmlOf(text)).toBe(`<p>${text.replace('*y*', '<em>y</em>')}</p>`))

  it('take a direction where it differs from that of the article', () => {
    expect(htmlOf(':span[a]{lang=fa} :span[b]{lang=de}', {language: 'ar'})).toBe('<p><span lang="fa">a</span> <bdi lang="de" dir="ltr">b</bdi></p>')
    expect(tryParse('---\ntitle: T\nlang: he\n---\n:span[b]{lang=en} :span[c]{lang=yi}').html).toBe('<p><bdi lang="en" dir="ltr">b</bdi> <span lang="yi">c</span></p>')
  })

  it('name a language', () => {
    const {html, found, places} = tryParse('# T\n\na :span[b]{lang=english} <i lang="xx">c</i> <i lang="">d</i>')
    expect(html).toBe('<p>a <span>b</span> <i>c</i> <i>d</i></p>')
    expect(places).toEqual(['unknown-language 3:3', 'unknown-language 3:26'])
    expect(found[0]?.message).toContain('"english"')
  })
})

describe('blocks in another language', () => {
  const arabic = '<div lang="ar" dir="rtl"><p>مرحبا</p><ul><li>أ</li></ul></div>'
  const strip = (html: string): string => html.replace(/\n/g, '')

  it.each([
    ['::: {lang=ar}\nمرحبا\n\n- أ\n:::', arabic], [':::div{lang=ar}\nمرحبا\n\n- أ\n:::', arabic], ['::: div {lang="ar"} :::\nمرحبا\n\n- أ\n:::', arabic],
    ['::::{lang=ar}\nمرحبا\n\n- أ\n::::', arabic], ['<div lang=ar>\n\nمرحبا\n\n- أ\n\n</div>', arabic],
    ['> :::div{lang=de translate=no}\n> Tag\n> :::', '<blockquote><div lang="de" translate="no"><p>Tag</p></div></blockquote>'],
    [':::div[Words]{lang=fr}\nmots\n:::', '<div lang="fr"><p>Words</p><p>mots</p></div>'],
    [':::::div{lang=ar}\n:::div{lang=en}\na\n:::\n:::::', '<div lang="ar" dir="rtl"><div lang="en" dir="ltr"><p>a</p></div></div>']
  ])('%j', (text, html) => expect(strip(htmlOf(text))).toBe(html))

  it.each([':::div\nx\n:::', ':::div{.red}\nx\n:::', '::: {.column width=40%}\nx\n:::', ':::columns{lang=de}\nx\n:::', '::: {lang=de\nx\n:::'])(
    '%j is the author’s own text', (text) => expect(htmlOf(text)).toBe(`<p>${text}</p>`))

  it('are not looked for in code', () => {
    expect(htmlOf('```\n::: {lang=ar}\n:span[x]{lang=de}\n```')).toContain('::: {lang=ar}\n:span[x]{lang=de}')
  })

  it('that never end are text', () => {
    const lines = [`:::div[${'{'.repeat(3000)}`, `::: {${'lang='.repeat(3000)}`, ':span['.repeat(300)]
    expect(htmlOf(lines.join('\n\n'))).toBe(lines.map((line) => `<p>${line}</p>`).join(''))
  })
})

describe('invisible characters', () => {
  it('that join and part letters stay, in Persian, Hindi and emoji', () => {
    const words = 'می\u200cخواهم क्\u200dष \u{1f469}\u200d\u{1f469}\u200d\u{1f467} a\u200eb\u200fc'
    expect(tryParse(`# T\n\n${words}`)).toMatchObject({html: `<p>${words}</p>`, codes: []})
  })

  it('isolate in pairs; one alone is told and left out', () => {
    expect(tryParse('# T\n\na \u2067b *c\u2069* \u2068\u2066d\u2069\u2069')).toMatchObject({html: '<p>a \u2067b <em>c\u2069</em> \u2068\u2066d\u2069\u2069</p>', codes: []})
    const {html, places} = tryParse('# T\n\na\n\u2067b\n\nc\u2069 \u2066d\u2069')
    expect(html).toBe('<p>a\nb</p><p>c \u2066d\u2069</p>')
    expect(places).toEqual(['unbalanced-isolate 4:-', 'unbalanced-isolate 6:-'])
  })

  it('that no book can hold are told where they stand', () => {
    const {html, places} = tryParse('# T\n\na\u0000b\ud800c\n\n\u202ed')
    expect(html).toBe('<p>abc</p><p>d</p>')
    expect(places).toEqual(['illegal-character 3:-', 'illegal-character 3:-', 'bidi-override 5:-'])
  })

  it('keep letters as they were written, composed or not', () => {
    expect(htmlOf('e\u0301 \u00e9')).toBe('<p>e\u0301 \u00e9</p>')
  })
})
