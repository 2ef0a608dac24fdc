/** The reader of XML: what it lets through, what it refuses, where. */
import {describe, expect, it} from 'vitest'
import {scanXml} from '../../../src/verify/epub/xml.ts'

/** Elements with their namespaces, attributes and texts, in order. */
function read(markup: string): readonly string[] {
  const seen: string[] = []
  const fault = scanXml(markup, {
    open: ({space, local, attributes}) => void seen.push(`${space}:${local}`, ...Array.from(attributes, ([key, value]) => `${key}=${value}`)),
    text: (text) => { if (text.trim()) seen.push(text) },
    entity: (name) => void seen.push(`&${name}`)
  })
  return fault ? [...seen, `fault ${fault.reason} at ${fault.at}`] : seen
}

const html = 'xmlns="http://www.w3.org/1999/xhtml"'

describe('scanXml', () => {
  it('reads elements, attributes and text', () => {
    expect(read('<?xml version="1.0"?>\n<!DOCTYPE html>\n<a b=\'1"\' c = "&quot;&#9;&#x41;&amp;"><c/> d &lt; e</a>\n<!-- f --><?g?>')).toEqual([':a', 'b=1"', 'c="\tA&', ':c', ' d < e'])
  })

  it('knows namespaces by any prefix', () => {
    expect(read(`<html ${html} xmlns:ops="http://www.idpf.org/2007/ops"><p ops:type="x"/><m:math xmlns:m="http://www.w3.org/1998/Math/MathML"/><svg xmlns="http://www.w3.org/2000/svg"><g/></svg><q/></html>`).filter((each) => !each.startsWith('xmlns')))
      .toEqual(['html:html', 'html:p', 'epub:type=x', 'math:math', 'svg:svg', 'svg:g', 'html:q'])
  })

  it('reads CDATA, comments and entities that the document declares', () => {
    expect(read('<!DOCTYPE a [<!ENTITY b "c"><!-- > ]> --><!ELEMENT a ANY>]><a><![CDATA[<&]]><!-- & < -->&b;</a>')).toEqual([':a', '<&', '&b;'])
  })

  it('tells of each unknown entity once and goes on', () => expect(read('<a b="&x;">&x; &y;<c/></a>')).toEqual(['&x', ':a', 'b=&x;', '&y', '&x; &y;', ':c']))

  it.each([
    ['', 'absence of any element'], ['x<a/>', 'text outside'], ['<a/><b/>', 'second root'], ['<a>', '`a` that never ends'], ['</a>', 'which was not open'], ['<a></b>', 'end of `b` inside of `a`'],
    ['<a', 'no well-formed tag'], ['<a b/>', 'without a value'], ['<a b=1/>', 'without a value'], ['<a b="<"/>', 'holds “<”'], ['<a b="1', 'never ends'], ['<a b="1"c="2"/>', 'no well-formed tag'], ['<a b="1" b="2"/>', 'second attribute'],
    ['<a>x & y</a>', '“&” that begins no reference'], ['<a>&#0;</a>', 'does not know'], ['<a>]]></a>', '“]]>” in text'], ['<a>< b</a>', '“<” that begins no tag'], ['<1/>', 'begins no tag'],
    ['<a><!-- -- --></a>', 'within a comment'], ['<a><!--', 'comment that never ends'], ['<a><![CDATA[', 'CDATA section that never ends'], ['<a><?b', 'instruction that never ends'], ['<a><!b></a>', 'may stand here'],
    [' <?xml version="1.0"?><a/>', 'not at the very beginning'], ['<?xml encoding="UTF-8"?><a/>', 'malformed XML declaration'], ['<!DOCTYPE a [', 'document type that never ends'], ['<a:b/>', 'prefix'], ['<a b:c=""/>', 'prefix'],
    ['<a>\u0000</a>', 'U\\+0000'], ['<a>\ud800</a>', 'U\\+D800']
  ])('refuses %j', (markup, reason) => expect(read(markup).at(-1)).toMatch(new RegExp(`^fault .*(?:${reason})`)))

  it('stops at a depth that no book has', () => {
    const fault = scanXml('<a>'.repeat(100_000), {open: () => undefined})
    expect(fault).toMatchObject({isLimit: true})
  })

  it('is linear in long attributes, many attributes and long texts', () => {
    const long = 'x'.repeat(20_000_000)
    expect(read(`<a b="${long}">${long}</a>`)).toHaveLength(3)
    expect(read(`<a ${Array.from({length: 50_000}, (_, n) => `b${n}=""`).join(' ')}/>`)).toHaveLength(50_001)
  })
})
