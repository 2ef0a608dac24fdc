import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {addKoboMarkup} from '../../../../src/emit/epub/variants/kobo.ts'
import {wrapDocument} from '../../../../src/emit/epub/documents.ts'
import {escapeAttribute, escapeText} from '../../../../src/emit/epub/markup.ts'
import {makeSampleEdition} from '../../../support/edition.ts'

const {spec} = makeSampleEdition('en')
const bodyOf = (document: string): string => /<body[^>]*>([^]*)<\/body>/.exec(document)?.[1] ?? ''
const convert = (body: string, language = 'en'): string => bodyOf(addKoboMarkup(wrapDocument(spec, 'A. B', body, 'bodymatter'), language))
  .replace(/^<div id="book-columns"><div id="book-inner">\n?|\n?<\/div><\/div>$/g, '')
const spansOf = (body: string): readonly string[] => Array.from(body.matchAll(/<span class="koboSpan" id="kobo\.([\d.]+)">([^<]*)<\/span>/g), ([, id, text]) => `${id} ${text}`)
const plain = (markup: string): string => markup.replace(/<[^>]*>/g, '')

describe('addKoboMarkup', () => {
  it('puts each sentence into a span of its own, counted by paragraph', () => {
    expect(spansOf(convert('<h1>Costs</h1><p>One. Two <em>three.</em> Four?</p><ul><li>Five.</li><li>Six</li></ul>')))
      .toEqual(['1.1 Costs', '2.1 One. ', '2.2 Two ', '2.3 three.', '2.4  Four?', '3.1 Five.', '3.2 Six'])
  })

  it.each([
    ['ja', '<p>一つ目です。二つ目です。</p>', ['1.1 一つ目です。', '1.2 二つ目です。']],
    ['ar', '<p>هل هذا صحيح؟ نعم.</p>', ['1.1 هل هذا صحيح؟ ', '1.2 نعم.']],
    ['hi', '<p>यह एक है। यह दो है।</p>', ['1.1 यह एक है। ', '1.2 यह दो है।']]
  ])('knows where sentences end in %s', (language, markup, spans) => expect(spansOf(convert(markup, language))).toEqual(spans))

  it('ends no sentence where only the line of the markup ends', () => {
    expect(spansOf(convert('<p>A line\nand another &amp; more.\nNext.</p>'))).toEqual(['1.1 A line\nand another &amp; more.\n', '1.2 Next.'])
  })

  it('wraps pictures, and leaves code, formulas, drawings and what is hidden whole', () => {
    expect(convert('<p><img src="a.png" alt="A. B"/></p>')).toBe('<p><span class="koboSpan" id="kobo.1.1"><img src="a.png" alt="A. B"/></span></p>')
    for (const markup of ['<pre><code>a. b</code></pre>', '<math><mi>x</mi></math>', '<svg><text>a. b</text></svg>', '<nav hidden=""><h2>P. 1</h2></nav>']) {
      expect(convert(markup)).toBe(markup)
    }
  })

  it('keeps white space between blocks bare, and within paragraphs with the words', () => {
    expect(convert('<table>\n<tr>\n<td>x</td></tr></table>')).toBe('<table>\n<tr>\n<td><span class="koboSpan" id="kobo.1.1">x</span></td></tr></table>')
    expect(spansOf(convert('<p><b>a</b> <i>b</i></p>'))).toEqual(['1.1 a', '1.2  ', '1.3 b'])
  })

  it('leaves the ids of authors to their elements', () => {
    const made = addKoboMarkup(wrapDocument(spec, '', '<section id="book-inner"><p id="kobo.1.1">One. Two.</p></section>', 'bodymatter'), 'en')
    expect(Array.from(made.matchAll(/ id="([^"]*)"/g), ([, id]) => id)).toEqual(['book-columns', 'book-inner', 'kobo.1.1', 'kobo.1.2', 'kobo.1.3'])
  })

  it('touches the body only, but for the sheet at the end of the head', () => {
    const before = wrapDocument(spec, 'A. B & C', '<p>x</p>', 'bodymatter')
    const after = addKoboMarkup(before, 'en')
    expect(after.replace(/<style[^]*<\/style>\n/, '').slice(0, after.indexOf('<style'))).toBe(before.slice(0, before.indexOf('</head>')))
    expect(after).toMatch(/<style type="text\/css" class="kobostylehacks">[^<]*<\/style>\n<\/head>/)
  })

  it('changes no text, whatever it is', () => {
    const tree: fc.Arbitrary<string> = fc.letrec<{node: string}>((tie) => ({
      node: fc.oneof(
        {depthSize: 'small'},
        fc.string({unit: 'grapheme'}).map(escapeText),
        fc.constantFrom('. ', '? ', '。', '\n', ' ', '&amp;', '<br/>', '<img src="x" alt="y"/>'),
        fc.tuple(fc.constantFrom('p', 'em', 'ul', 'pre', 'td', 'rp', 'math'), fc.string(), fc.array(tie('node')))
          .map(([name, title, inner]) => `<${name} title="${escapeAttribute(title)}">${inner.join('')}</${name}>`)
      )
    })).node
    fc.assert(fc.property(tree, (markup) => {
      const document = wrapDocument(spec, 'A. B', `<p>.</p>${markup}`, 'bodymatter')
      const made = bodyOf(addKoboMarkup(document, 'en'))
      expect(plain(made)).toBe(plain(bodyOf(document)))
      const ids = Array.from(made.matchAll(/id="(kobo[^"]*)"/g), ([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }))
  })
})
