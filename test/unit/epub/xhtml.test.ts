import fc from 'fast-check'
import type {Element, ElementContent, Root} from 'hast'
import {SaxesParser} from 'saxes'
import {describe, expect, it} from 'vitest'
import {h} from '../../../src/core/hast.ts'
import {serialise} from '../../../src/emit/epub/xhtml.ts'

const write = (...children: ElementContent[]): string => serialise({type: 'root', children}).markup

/** The words of a well-formed document; throws where it is not well-formed. */
function readText(markup: string): string {
  let text = ''
  const parser = new SaxesParser({xmlns: true})
  parser.on('error', (error) => {
    throw error
  })
  parser.on('text', (part) => {
    text += part
  })
  parser.write(`<body xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">${markup}</body>`).close()
  return text
}

describe('serialise', () => {
  it('escapes text and attributes', () => {
    expect(write(h('p', {title: 'a "b" <c>\n&'}, 'x < y ]]> & z'))).toBe('<p title="a &quot;b&quot; &lt;c&gt;&#10;&amp;">x &lt; y ]]&gt; &amp; z</p>')
  })

  it('drops what XML cannot hold and keeps the rest', () => {
    expect(write(h('p', {title: 'a\u0000b'}, 'x\u0007y\ud800z\uffff 😀'))).toBe('<p title="ab">xyz 😀</p>')
  })

  it('writes the language for HTML and for XML, once', () => {
    expect(write(h('i', {lang: 'la', xmlLang: 'fr'}, 'et'))).toBe('<i lang="la" xml:lang="la">et</i>')
  })

  it('keeps epub:type, joins classes, spells out booleans', () => {
    expect(write(h('ol', {'epub:type': 'index', className: ['a', 'b'], reversed: true, start: 3, dataFolded: true, hidden: false})))
      .toBe('<ol epub:type="index" class="a b" reversed="" start="3" data-folded="true"></ol>')
  })

  it('closes void elements and no others', () => {
    expect(write(h('br', {}), h('img', {src: 'a.png', alt: ''}), h('p', {}))).toBe('<br/><img src="a.png" alt=""/><p></p>')
  })

  it('gives drawings and formulas their namespaces and names them', () => {
    const drawing = serialise(h('svg', {viewBox: '0 0 1 1'}, h('linearGradient', {xLinkHref: '#a'}), h('foreignObject', {}, h('p', {}, 'x'))))
    expect(drawing).toEqual({svg: true, mathml: false, markup: '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1">' +
      '<linearGradient xlink:href="#a"/><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject></svg>'})
    expect(serialise(h('p', {}, h('math', {display: 'block'}, h('mi', {}, 'x'))))).toEqual({
      svg: false, mathml: true, markup: '<p><math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mi>x</mi></math></p>'
    })
  })

  it('leaves out comments, templates and impossible names, but no words', () => {
    const template: Element = {type: 'element', tagName: 'template', properties: {}, children: [], content: {type: 'root', children: [{type: 'text', value: 'no'}]}}
    expect(write({type: 'comment', value: '--'}, template, h('a b', {'1x': 'y', 'o:p': 'z'}, 'kept'))).toBe('kept')
  })

  it('throws for nodes that nobody resolved', () => {
    expect(() => write({type: 'folio', use: 'index', targets: []})).toThrow('Unexpected `folio` node')
  })

  it('is well-formed for every tree and loses no words', () => {
    fc.assert(fc.property(anyTree, (tree) => {
      expect(readText(serialise(tree).markup)).toBe(legal(wordsOf(tree)))
    }), {numRuns: 300})
  })
})

const anyText = fc.string({unit: fc.oneof(fc.constantFrom('&', '<', '>', '"', ']]>', '--', '\r', '\n', '\u0001', '\ud800', '\uffff', 'é', '漢', '😀'), fc.string({maxLength: 3}))})
const anyProperties = fc.dictionary(
  fc.oneof(fc.constantFrom('id', 'className', 'lang', 'xmlLang', 'class', 'epub:type', 'xmlns', 'xlink:href', 'xLinkHref', 'dataX', '@click', 'o:p', 'hidden'), fc.string({maxLength: 5})),
  fc.oneof(anyText, fc.boolean(), fc.double(), fc.array(anyText, {maxLength: 2})), {maxKeys: 4})
const {node} = fc.letrec<{node: ElementContent; element: Element}>((tie) => ({
  node: fc.oneof({depthSize: 'small'}, anyText.map((value): ElementContent => ({type: 'text', value})), fc.constant<ElementContent>({type: 'comment', value: '--><p>'}), tie('element')),
  element: fc.record({
    type: fc.constant('element' as const),
    tagName: fc.oneof(fc.constantFrom('p', 'pre', 'br', 'img', 'svg', 'math', 'path', 'foreignObject', 'style', 'textarea', 'x:y'), fc.string({maxLength: 4})),
    properties: anyProperties,
    children: fc.array(tie('node'), {maxLength: 4})
  }).filter(({tagName}) => tagName !== 'template')
}))
const anyTree: fc.Arbitrary<Root> = fc.array(node, {maxLength: 5}).map((children) => ({type: 'root', children}))

function wordsOf(tree: Root | ElementContent): string {
  if (tree.type === 'text') return tree.value
  return 'children' in tree ? tree.children.map((child) => wordsOf(child as ElementContent)).join('') : '' // no doctypes here
}

/** Each text node loses its illegal characters by itself, so two halves of a pair never meet. */
function legal(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
}
