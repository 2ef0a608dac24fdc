/** Drawings made safe: nothing that runs, loads or leads outside is left. */
import {describe, expect, it} from 'vitest'
import {sanitizeDrawing} from '../../../src/read/drawing.ts'

function clean(inside: string, before = ''): {readonly text: string; readonly removed: readonly string[]} {
  const {bytes, removed} = sanitizeDrawing(new TextEncoder().encode(`${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`))
  return {text: new TextDecoder().decode(bytes), removed}
}

describe('drawings', () => {
  it.each([
    '<script>1</script>', '<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>', '<SCRIPT>1</SCRIPT>', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    '<rect onload="1"/>', '<rect ONCLICK="1"/>', '<a href="javascript:1"/>', '<a xlink:href=" JavaScript:1"/>', '<image href="http://x/a.png"/>', '<image xlink:href="../a.png"/>',
    '<use href="data:image/svg+xml;base64,AA"/>', '<img xmlns="http://www.w3.org/1999/xhtml" src="http://x/"/>', '<g xml:base="http://x/"/>', '<rect style="fill:url(http://x)"/>',
    '<rect fill="url( \'http://x\' )"/>', '<style>@import "x"</style>', '<style>a{b:url(x)}</style>', '<style><![CDATA[@\\69mport "x"]]></style>', '<style>a{b:image-set("x" 1x)}</style>',
    '<set attributeName="href" to="javascript:1"/>', '<animate attributeName="href" values="javascript:1"/>', '<iframe src="http://x"/>'
  ])('lose %s and say so', (part) => {
    const {text, removed} = clean(part)
    expect(removed.length).toBeGreaterThan(0)
    expect(text).not.toMatch(/script|http:\/\/x|onload|onclick|\.\.\/|import|foreign|image-set|data:/i)
  })

  it.each([
    '<rect fill="url(#a)"/>', '<rect fill="url(\'#a\')"/>', '<rect fill="url( #a )"/>', '<use href="#a"/>', '<use xlink:href="#a"/>', '<image href="data:image/png;base64,AA"/>',
    '<text>url, script, on</text>', '<style>a { fill: red }</style>', '<title>Prices</title>', '<a href="#b"><text>b</text></a>'
  ])('keep %s', (part) => {
    const {text, removed} = clean(part)
    expect(removed).toEqual([])
    expect(text).toContain(part)
  })

  it('lose comments, instructions and document types without a word', () => {
    const {text, removed} = clean('<!-- c --><g/>', '<?xml version="1.0"?><?xml-stylesheet href="http://x"?><!DOCTYPE svg PUBLIC "a" "http://x" [<!ENTITY a "b">]>')
    expect(removed).toEqual([])
    expect(text).toMatch(/^<svg [^>]*><g\/><\/svg>$/)
  })

  it('with entities of their own, or broken, are refused', () => {
    for (const bad of ['&a;', '<g>', '&nbsp;']) expect(() => clean(bad)).toThrow()
  })

  it('become UTF-8 from what they declare', () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><svg xmlns="http://www.w3.org/2000/svg"><text>\u00E9</text></svg>'
    const {bytes} = sanitizeDrawing(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))
    expect(new TextDecoder('utf-8', {fatal: true}).decode(bytes)).toBe('<svg xmlns="http://www.w3.org/2000/svg"><text>é</text></svg>')
  })
})
