/** Trees of XML as text that every reader takes. */
import {fromXml} from 'xast-util-from-xml'
import {describe, expect, it} from 'vitest'
import {writeXml} from '../../../src/core/xml.ts'

describe('a tree', () => {
  it('is well-formed where a text holds what ends a section', () => {
    const xml = writeXml({type: 'element', name: 'a', attributes: {b: '"<&'}, children: [{type: 'text', value: 'x ]]> y & <z'}]})
    expect(xml).toBe('<a b="&#x22;&#x3C;&#x26;">x ]]&gt; y &#x26; &#x3C;z</a>')
    expect(fromXml(xml).children[0]).toMatchObject({attributes: {b: '"<&'}, children: [{value: 'x ]]> y & <z'}]})
  })

  it('holds sections as text', () => {
    expect(writeXml(fromXml('<style><![CDATA[a > b {}]]></style>'))).toBe('<style>a > b {}</style>')
  })
})
