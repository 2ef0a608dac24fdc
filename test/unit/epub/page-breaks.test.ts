import type {Element, ElementContent} from 'hast'
import {describe, expect, it} from 'vitest'
import {h} from '../../../src/core/hast.ts'
import type {Edition} from '../../../src/core/model.ts'
import type {PageStart} from '../../../src/core/pagination.ts'
import {setPageBreaks} from '../../../src/emit/epub/page-breaks.ts'
import {serialise} from '../../../src/emit/epub/xhtml.ts'
import {makeDivision, makeSampleEdition} from '../../support/edition.ts'

const text = (value: string): ElementContent => ({type: 'text', value})
const en = makeSampleEdition('en')

/** The division with breaks written `|label|`, when a page starts before `node`, or inside of it. */
function breakAt(children: readonly ElementContent[], node: ElementContent, offset = 0, edition: Edition = en): string {
  const division = makeDivision('market', [...children])
  const start: PageStart = {label: '42', page: 50, division: 'market', node, offset}
  const {edition: paged} = setPageBreaks({...edition, divisions: [division]}, {starts: [start], pageById: new Map(), frontPages: 8})
  return serialise(paged.divisions[0]?.tree as Element).markup
    .replace(/<span epub:type="pagebreak" role="doc-pagebreak" id="page-(\w+)" aria-label="\1"><\/span>/g, '|$1|').replace(/^<section[^>]*>|<\/section>$/g, '')
}

describe('a page break', () => {
  it('stands in the midst of a paragraph, at the nearest boundary of words', () => {
    const words = text('Ask for the whole amount at once.')
    for (const [offset, expected] of [[8, 'Ask for |42|the whole'], [9, 'Ask for |42|the whole'], [16, 'Ask for the whole|42| amount'], [13, 'Ask for the |42|whole']] as const) {
      expect(breakAt([h('p', {}, words)], words, offset)).toContain(expected)
    }
  })

  it('does not divide words of scripts without spaces', () => {
    const words = text('コミュニケーションが大切')
    expect(breakAt([h('p', {}, words)], words, 6, makeSampleEdition('ja'))).toBe('<p>コミュニケーション|42|が大切</p>')
  })

  it('stands before the block that begins the page, and outside of headings', () => {
    const [words, title] = [text('Words'), text('Title')]
    expect(breakAt([h('p', {}, 'One'), h('p', {}, h('em', {}, words))], words)).toBe('<p>One</p>|42|<p><em>Words</em></p>')
    expect(breakAt([h('p', {}, 'One'), h('section', {}, h('h2', {}, title))], title)).toBe('<p>One</p>|42|<section><h2>Title</h2></section>')
    expect(breakAt([h('h2', {}, title)], title, 3)).toBe('|42|<h2>Title</h2>')
  })

  it('stands inside of an item or a cell, never between them', () => {
    const words = text('Two')
    expect(breakAt([h('ul', {}, h('li', {}, 'One'), h('li', {}, h('p', {}, words)))], words)).toBe('<ul><li>One</li><li>|42|<p>Two</p></li></ul>')
    expect(breakAt([h('ul', {}, h('li', {}, words))], words)).toBe('|42|<ul><li>Two</li></ul>')
    const row = h('tr', {}, h('td', {}, words))
    expect(breakAt([h('table', {}, h('tbody', {}, h('tr', {}, h('td', {}, 'One')), row))], words)).toContain('<tr><td>|42|Two</td></tr>')
  })

  it('leaves formulas and code of a line whole, and breaks blocks of code between lines', () => {
    const [sign, name, code] = [text('='), text('const answer'), text('one()\ntwo()\nthree()')]
    expect(breakAt([h('p', {}, 'So ', h('math', {}, h('mo', {}, sign)))], sign)).toContain('So |42|<math')
    expect(breakAt([h('p', {}, 'So ', h('code', {}, name))], name, 6)).toBe('<p>So |42|<code>const answer</code></p>')
    expect(breakAt([h('pre', {}, h('code', {}, code))], code, 8)).toBe('<pre><code>one()\n|42|two()\nthree()</code></pre>')
  })

  it('opens a division from inside', () => {
    const division = makeDivision('market', [h('p', {}, 'One')])
    const start: PageStart = {label: 'ix', page: 9, division: 'market', node: division.tree, offset: 0}
    const {edition, paging} = setPageBreaks({...en, divisions: [division]}, {starts: [start], pageById: new Map(), frontPages: 10})
    expect(serialise(edition.divisions[0]?.tree as Element).markup).toMatch(/^<section id="market"><span epub:type="pagebreak" role="doc-pagebreak" id="page-ix" aria-label="ix"><\/span><p>/)
    expect(paging.breaks).toEqual([{label: 'ix', id: 'page-ix', inContents: false}])
  })

  it('takes another name where an author has taken its own', () => {
    const words = text('Two')
    expect(breakAt([h('p', {id: 'page-42'}, 'One'), h('p', {}, words)], words)).toContain('id="page-42-" aria-label="42"')
  })
})
