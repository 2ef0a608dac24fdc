import {describe, expect, it} from 'vitest'
import {htmlOf, tryParse} from './support.ts'

describe('raw HTML', () => {
  it.each([
    ['<kbd>Ctrl</kbd> <sub>2</sub><br>x', '<p><kbd>Ctrl</kbd> <sub>2</sub><br></br>x</p>'],
    ['<p align="center" style="color:red" onclick="x()" class="y">a</p>', '<p class="align-center">a</p>'],
    ['<center>a</center>', '<div class="align-center">a</div>'],
    ['<font color=red>a</font> <tt>b</tt> <strike>c</strike>', '<p>a <code>b</code> <s>c</s></p>'],
    ['<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>', '<p><ruby>漢<rt>かん</rt></ruby></p>'],
    ['<div>a<p>b</p></div>', '<div>a<p>b</p></div>'],
    ['<span lang=FR dir="rtl">a</span><span lang="!!" dir=up>b</span>', '<p><bdi lang="fr" dir="rtl">a</bdi><span>b</span></p>'],
    ['<details><summary>More</summary>\n\nText\n\n</details>', '<div class="details"><p class="summary">More</p><p>Text</p></div>'],
    ['<time datetime="x">now</time>', '<p><span>now</span></p>']
  ])('%j', (text, html) => expect(htmlOf(text)).toBe(html))

  it.each([
    ['<script>alert(1)</script>', 'script'], ['a <script>alert(1)</script> b', 'script'], ['<style>p{}</style>', 'style'], ['<iframe src="http://x"></iframe>', 'iframe'],
    ['<svg><script>x</script></svg>', 'svg'], ['<math><mi>x</mi></math>', 'math'], ['<form><input type=text></form>', 'form'], ['<object data="x">\n</object>', 'object']
  ])('%j is left out and told', (text, tag) => {
    const {html, found} = tryParse(`# T\n\n${text}`)
    expect(html).not.toMatch(/script|style|iframe|svg|math|form|input|object|alert/)
    expect(found.map(({code, message, place}) => [code, message.includes(`<${tag}>`), place?.line])).toContainEqual(['parse/dropped-html', true, 3])
  })

  it('tells each kind once', () => {
    const {found} = tryParse('# T\n<b onclick="a">x</b> <i onclick="b">y</i>\n\n<button>k</button> <button>l</button>')
    expect(found.map(({code, message}) => [code, /\(2 times/.test(message)])).toEqual([['parse/dropped-handler', true], ['parse/dropped-html', true]])
  })

  it('cannot forge what only we make', () => {
    const html = htmlOf('a[^1] <span data-shelf="0">x</span> <section epub:type="footnotes" role="doc-endnotes" class="footnotes">y</section>\n\n[^1]: n')
    expect(html.match(/role="doc-noteref"/g)).toHaveLength(1)
    expect(html.match(/role="doc-endnotes"/g)).toHaveLength(1)
  })

  it('that never ends loses no text', () => {
    expect(htmlOf('a <textarea> b\n\n<title> c\n\nd')).toBe('<p>a &lt;textarea> b</p><p>&lt;title> c</p><p>d</p>')
    expect(htmlOf('<div><b>a\n\nc')).toContain('c')
  })

  it('keeps what follows an unclosed comment', () => {
    const {html, places} = tryParse('# T\n\n<!-- fine -->\n\n<!-- oops\n\n**b**')
    expect(html).toBe('<p>&lt;!-- oops</p><p><strong>b</strong></p>')
    expect(places).toEqual(['unclosed-comment 5:1'])
  })
})

describe('nesting', () => {
  it.each([
    ['<b><p>x</p></b>', '<p><b>x</b></p>'],
    ['<a href="/y"><div>a</div>b</a>', '<div><ref url="/y">a</ref></div><p><ref url="/y">b</ref></p>'],
    ['<h2><p>x</p></h2>', '<h2 id="x">x</h2>'],
    ['<b><h2>x</h2></b>', '<h2 id="x"><b>x</b></h2>'],
    ['<li>a</li>', '<ul><li>a</li></ul>'],
    ['<ul>a<li>b</li></ul><ul></ul>', '<ul><li>a</li><li>b</li></ul>'],
    ['<dl><dd>a</dd><dt>b</dt></dl>', '<dl><dt></dt><dd>a</dd><dt>b</dt><dd></dd></dl>'],
    ['<dt>a</dt>', '<dl><dt>a</dt><dd></dd></dl>'],
    ['<table border=1 width=100%><tr><td align=right width=3>c<td colspan=0>d</table>', '<table><tbody><tr><td class="align-right">c</td><td>d</td></tr></tbody></table>'],
    ['<table></table>', ''],
    ['<table><caption>c</caption></table>', '<div>c</div>'],
    ['<table><tfoot><tr><td>f</td></tr></tfoot><tr><th><h3>x</h3></th></tr></table>', '<table><tbody><tr><th><p>x</p></th></tr></tbody><tfoot><tr><td>f</td></tr></tfoot></table>'],
    ['<figure><img src=a alt=b><figcaption>c</figcaption></figure>', '<figure><img src="a" alt="b"></img><figcaption>c</figcaption></figure>'],
    ['<pre>a<div>b</div></pre>', '<pre>ab</pre>'],
    ['<ruby>a</ruby><bdo>b</bdo>', '<p><span>a</span><span>b</span></p>'],
    ['<p id=a></p><p id=a>x</p>', '<p id="a"></p><p>x</p>']
  ])('%j', (text, html) => expect(htmlOf(text)).toBe(html))

  it('unwraps links in links', () => expect(htmlOf('[a <a href="/z">b</a> c](/y)').match(/<ref/g)).toHaveLength(2))
})
