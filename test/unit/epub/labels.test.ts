/** Landmarks named by their headings, pictures and tables by their descriptions. */
import {describe, expect, it} from 'vitest'
import {h} from '../../../src/core/hast.ts'
import {labelTree} from '../../../src/emit/epub/labels.ts'
import {serialise} from '../../../src/emit/epub/xhtml.ts'

const label = (...args: Parameters<typeof h>): string => serialise(labelTree(h(...args))).markup
const description = h('aside', {className: ['long-description'], role: 'note'}, 'All of it.')

describe('labelTree', () => {
  it('names a chapter and its notes by their headings', () => {
    const notes = h('section', {role: 'doc-endnotes'}, h('h2', {id: 'n'}, 'Notes'))
    expect(label('section', {role: 'doc-chapter', id: 'c'}, h('header', {}, h('h1', {}, 'Hive')), h('h2', {}, 'In winter'), notes)).toBe(
      '<section role="doc-chapter" id="c" aria-labelledby="heading--1"><header><h1 id="heading--1">Hive</h1></header><h2>In winter</h2>' +
      '<section role="doc-endnotes" aria-labelledby="n"><h2 id="n">Notes</h2></section></section>')
  })

  it('takes no id twice', () => {
    expect(label('section', {role: 'doc-part', id: 'heading--1'}, h('h1', {}, 'One'))).toContain('<h1 id="heading--2">One</h1>')
  })

  it('leaves alone what has a name, no heading of its own, or began in the document before', () => {
    const heading = h('h2', {}, 'Later')
    for (const properties of [{role: 'doc-chapter', ariaLabel: 'x'}, {role: 'doc-chapter', className: ['continued']}, {role: 'doc-colophon'}]) {
      expect(label('section', properties, heading)).toContain('><h2>Later</h2></section>')
    }
    expect(label('section', {role: 'doc-index'}, h('ul', {}, h('li', {}, 'a')))).toBe('<section role="doc-index"><ul><li>a</li></ul></section>')
  })

  it('leads from pictures and tables to their descriptions', () => {
    const figure = h('figure', {}, h('img', {src: 'a', alt: 'A'}), h('figcaption', {}, 'B'))
    expect(label('div', {}, figure, '\n', description, h('table', {}, h('tr', {}, h('td', {}, '1'))), description)).toBe(
      '<div><figure><img src="a" alt="A" aria-details="description--1"/><figcaption>B</figcaption></figure>\n' +
      '<aside class="long-description" role="note" id="description--1">All of it.</aside><table aria-details="description--2"><tr><td>1</td></tr></table>' +
      '<aside class="long-description" role="note" id="description--2">All of it.</aside></div>')
  })

  it('links no description of nothing', () => {
    expect(label('div', {}, h('p', {}, 'x'), description)).toBe('<div><p>x</p><aside class="long-description" role="note">All of it.</aside></div>')
  })
})
