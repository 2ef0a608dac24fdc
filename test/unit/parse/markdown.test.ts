import {describe, expect, it} from 'vitest'
import {htmlOf, tryParse} from './support.ts'

describe('text', () => {
  it.each([
    'from $45 000 to $66 000 and 10 %', 'at 10:30, foo:bar, std::sort, :smile: and a:b[c]{d}', '::leaf[x]{y}', '{% note %} and {{< x >}} and {{X}}', 'snake_case_name'
  ])('stays as it is: %s', (text) => expect(htmlOf(text)).toBe(`<p>${text.replaceAll('<', '&lt;')}</p>`))

  it('keeps containers that it does not know', () => expect(htmlOf(':::foo\ntext\n:::')).toBe('<p>:::foo\ntext\n:::</p>'))

  it('keeps links behind words with a colon', () => expect(htmlOf('see:also[x](http://x.org)')).toBe('<p>see:also<a href="http://x.org">x</a></p>'))

  it('keeps generics and placeholders', () => {
    expect(htmlOf('List<T> and <allow> the <script> tag </T>')).toBe('<p>List&lt;T> and &lt;allow> the &lt;script> tag &lt;/T></p>')
  })
})

describe('index marks', () => {
  it('name entries, shown or not', () => {
    expect(htmlOf(':index[cold *calls*] x :index[]{entry="Sales; inside" sort-as=sales see="A" seealso="B"}')).toBe(
      '<p><mark-index entry="cold calls">cold <em>calls</em></mark-index> x <mark-index entry="Sales; inside" sort-as="sales" see="A" seealso="B"></mark-index></p>')
  })

  it('keep their place', () => {
    const {article} = tryParse('---\ntitle: T\n---\n\na :index[b]')
    const [paragraph] = article.tree.children
    expect(paragraph).toMatchObject({children: [{type: 'text'}, {type: 'indexMark', position: {start: {line: 5, column: 3}}}]})
  })

  it('that name nothing are told', () => expect(tryParse('# T\nx :index[]').places).toEqual(['empty-index-mark 2:3']))
})

describe('admonitions', () => {
  const elements: Readonly<Record<string, readonly [tag: string, attributes: string]>> = {
    note: ['aside', 'role="note"'], tip: ['aside', 'role="doc-tip" epub:type="tip"'],
    warning: ['section', 'role="doc-notice" epub:type="notice"'], caution: ['section', 'role="doc-notice" epub:type="notice"']
  }
  const expected = (title: string, kind: string): string => {
    const [tag, attributes] = elements[kind] ?? []
    return `<${tag} class="admonition ${kind}" ${attributes}><p class="admonition-title">${title}</p><p>Text</p></${tag}>`
  }

  it.each([
    ['> [!TIP]\n> Text', 'Tip', 'tip'], ['> [!NOTE] My *title*\n> Text', 'My <em>title</em>', 'note'], [':::warning\nText\n:::', 'Warning', 'warning'],
    [':::note[A `b`]\nText\n:::', 'A <code>b</code>', 'note'], ['::: tip Titled\nText\n:::', 'Titled', 'tip'], ['!!! danger "Look out"\n    Text', 'Look out', 'caution'],
    ['!!! example\n\n    Text\n', 'Note', 'note'], ['??? info "More"\n\tText', 'More', 'note']
  ])('%j', (text, title, kind) => expect(htmlOf(text)).toBe(expected(title, kind)))

  it('are not made in code', () => expect(htmlOf('```\n!!! note\n    x\n```')).toBe('<pre><code>!!! note\n    x\n</code></pre>'))

  it('hold code and lists', () => {
    expect(htmlOf('!!! note\n    - a\n\n    ```js\n    x\n      y\n    ```\n\nAfter')).toBe(
      '<aside class="admonition note" role="note"><p class="admonition-title">Note</p><ul><li>a</li></ul>' +
      '<pre><code class="language-js">x\n  y\n</code></pre></aside><p>After</p>')
  })
})

describe('long descriptions', () => {
  const aside = (title: string): string => `<aside class="long-description" role="note"><p class="admonition-title">${title}</p><p>Six sides.</p></aside>`
  const picture = '<figure><img src="a.svg" alt="A comb"></img></figure>'

  it.each([
    [':::description\nSix sides.\n:::', 'Description'], ['::: description\nSix sides.\n:::', 'Description'], [':::description[The *comb*]\nSix sides.\n:::', 'The <em>comb</em>']
  ])('stand behind their picture: %j', (text, title) => {
    const {html, places} = tryParse(`# T\n![A comb](a.svg)\n\n${text}`)
    expect([html, places]).toEqual([picture + aside(title), []])
  })

  it('stand behind a table, or are told', () => {
    const text = ':::description\nSix sides.\n:::'
    expect(tryParse(`# T\n| a |\n|---|\n| b |\n\n${text}`).places).toEqual([])
    expect(tryParse(`# T\n> ![A comb](a.svg)\n>\n> ${text.replaceAll('\n', '\n> ')}`).places).toEqual([])
    expect(tryParse(`# T\nSee ![A comb](a.svg)\n\n${text}`).places).toEqual(['stray-description 4:1'])
    expect(tryParse(`# T\n${text}`).places).toEqual(['stray-description 2:1'])
  })
})

describe('notes', () => {
  it('are numbered by their calls and lead back', () => {
    const {html, places} = tryParse('# T\nOne[^b] two[^a] again[^b].\n\n[^a]: First.\n[^b]: Second *note*.\n[^c]: Never.')
    expect(html).toContain('<a class="note-call" href="#fn-1" id="fnref-1" role="doc-noteref" epub:type="noteref"><sup>1</sup></a>')
    expect(html).toContain('again<a class="note-call" href="#fn-1" id="fnref-1-2"')
    expect(html).toContain('<section class="footnotes" role="doc-endnotes" epub:type="endnotes"><ol><li><aside id="fn-1" role="doc-footnote" epub:type="footnote"><p>Second <em>note</em>.')
    expect(html).toMatch(/<a class="note-back" href="#fnref-1-2" role="doc-backlink" epub:type="backlink" ariaLabel="[^"]+">↩︎<\/a><\/p><\/aside><\/li><li><aside id="fn-2"/)
    expect(places).toEqual(['unused-note 6:1'])
  })

  it('may be called from notes and from links', () => {
    const html = htmlOf('[a[^1]](http://x.org)\n\n[^1]: x[^2]\n[^2]: y')
    expect(html).toContain('<a href="http://x.org">a</a><a class="note-call" href="#fn-1"')
    expect(html).toContain('id="fn-2"')
  })

  it('survive beside raw HTML', () => {
    const html = htmlOf('<u>x</u> y[^1]\n\n[^1]: z <kbd>k</kbd>')
    expect(html).toContain('role="doc-noteref" epub:type="noteref"')
    expect(html).toContain('<aside id="fn-1" role="doc-footnote" epub:type="footnote"><p>z <kbd>k</kbd>')
  })
})

describe('formulas', () => {
  it('become MathML with their TeX', () => {
    expect(htmlOf('$$x^2$$ is', {dollars: false})).toBe(
      '<p><math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math> is</p>')
    expect(htmlOf('$$\na\\,b\n$$')).toContain('<mi>a</mi><mspace width="0.1667em"></mspace><mi>b</mi>')
    expect(htmlOf('$$\nx < 1\n$$')).toContain('<div class="formula"><math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x &lt; 1" display="block">'.replace('&lt;', '<'))
    expect(htmlOf('$$x$$')).toContain('display="block"')
  })

  it('of single dollars are read when asked for, money never', () => {
    expect(htmlOf('so $x$ is', {dollars: true})).toContain('<math')
    expect(htmlOf('from $45 000 to $66 000', {dollars: true})).toBe('<p>from $45 000 to $66 000</p>')
    expect(htmlOf('pay $5 or $6', {dollars: true})).toBe('<p>pay $5 or $6</p>')
  })

  it('survive beside raw HTML', () => expect(htmlOf('<u>x</u> $$\\frac12$$')).toContain('<mfrac><mn>1</mn><mn>2</mn></mfrac>'))

  it('that are broken are shown as written', () => {
    const {html, places} = tryParse('# T\nbad $$\\foo{$$ x')
    expect(html).toBe('<p>bad <code class="formula">\\foo{</code> x</p>')
    expect(places).toEqual(['broken-formula 2:5'])
    expect(tryParse('# T\n\n$$\n\\foo{\n$$\n\n$$\\bar{$$').places).toEqual(['broken-formula 3:1', 'broken-formula 7:1'])
  })

  it('carry no styles, classes or links', () => {
    const html = htmlOf('$$\n\\begin{align}a&=\\color{red}b\\\\\\href{javascript:x}{c}&=\\text{count_zero}\\end{align}\n$$')
    expect(html).not.toMatch(/style=|href=|class="tml/)
  })
})

describe('tables, lists and pictures', () => {
  it('makes no heads of header cells without words, and no head of nothing but such', () => {
    expect(htmlOf('| | b |\n|--|--|\n| 1 | 2 |')).toBe('<table><thead><tr><td></td><th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>')
    expect(htmlOf('| | |\n|--|--|\n| 1 | 2 |')).toBe('<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>')
  })

  it('tables have aligned cells and scoped heads', () => {
    expect(htmlOf('| a | b |\n|:-:|--:|\n| 1 | 2 |')).toBe('<table><thead><tr><th scope="col" class="align-center">a</th><th scope="col" class="align-right">b</th></tr></thead>' +
      '<tbody><tr><td class="align-center">1</td><td class="align-right">2</td></tr></tbody></table>')
  })

  it('tasks are told in words', () => {
    expect(htmlOf('- [x] a\n- [ ] b')).toMatch(/^<ul><li><span class="task" role="img" ariaLabel="[^"]+">☑ <\/span>a<\/li><li><span class="task" role="img" ariaLabel="[^"]+">☐ <\/span>b<\/li><\/ul>$/)
  })

  it('definition lists', () => expect(htmlOf('Term\n: One\n: Two').replaceAll('\n', '')).toBe('<dl><dt>Term</dt><dd>One</dd><dd>Two</dd></dl>'))

  it('pictures alone are figures', () => {
    expect(htmlOf('![A b](x.png "C")')).toBe('<figure><img src="x.png" alt="A b"></img><figcaption>C</figcaption></figure>')
    expect(htmlOf('see ![A](<x y.png>) here')).toBe('<p>see <img src="x y.png" alt="A"></img> here</p>')
  })

  it('pictures without words are told', () => expect(tryParse('# T\n![](x.png)\n<img src=y.png>\n<img src=z.png alt="">').places).toEqual(['missing-alt 2:1', 'missing-alt 3:1']))

  it('empty quotations go', () => expect(htmlOf('a\n\n>\n\nb')).toBe('<p>a</p><p>b</p>'))

  it('code keeps its language and its text', () => {
    expect(htmlOf('```c++ title="x"\nvector<int> a; // <script>\n```')).toBe('<pre><code class="language-c++">vector&lt;int> a; // &lt;script>\n</code></pre>')
  })
})

describe('links', () => {
  it.each([
    ['[a](http://x.org "t")', '<a href="http://x.org" title="t">a</a>'], ['[a](mailto:a@b.c)', '<a href="mailto:a@b.c">a</a>'], ['[a](//x.org)', '<a href="https://x.org">a</a>'],
    ['[a](www.x.org)', '<a href="https://www.x.org">a</a>'], ['[a](/b/)', '<ref url="/b/">a</ref>'], ['[a](../b.md#c)', '<ref url="../b.md#c">a</ref>'], ['[a](#c)', '<ref url="#c">a</ref>'],
    ['[a](/é%20b)', '<ref url="/é%20b">a</ref>'], ['[a][r]\n\n[R]: /x\n[r]: /y', '<ref url="/x">a</ref>'], ['<a href="/b">c</a>', '<ref url="/b">c</ref>'],
    ['<a name="x"></a>b', '<span id="x"></span>b'], ['[](http://x.org)b', 'b']
  ])('%j', (text, html) => expect(htmlOf(text)).toBe(`<p>${html}</p>`))

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ttps://x.org', 'info:x'])('to %s lose the address and keep the text', (url) => {
    const {html, places} = tryParse(`# T\na [b](${url}) <a href="${url}">c</a>`)
    expect(html).toBe('<p>a b c</p>')
    expect(places.map((place) => place.split(':')[0])).toEqual(['refused-link 2', 'refused-link 2'])
  })

  it('keep their place in the file', () => {
    expect(tryParse('---\ntitle: T\n---\n\nx [a](/b)').article.tree.children[0]).toMatchObject({children: [{}, {type: 'reference', position: {start: {line: 5, column: 3}}}]})
  })
})
