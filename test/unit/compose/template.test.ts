/** Templates: slots, conditions, terms, and what is wrong with them. */
import {fromHtml} from 'hast-util-from-html'
import {describe, expect, it} from 'vitest'
import {h, textOf} from '../../../src/core/hast.ts'
import {makeFill, type Slots} from '../../../src/compose/template.ts'
import {makeTerms, tryStage} from '../../support/articles.ts'

function fill(html: string, slots: Slots, name = 'x') {
  const templates = new Map([['x', {file: 'templates/x.html', tree: fromHtml(html, {fragment: true})}]])
  return tryStage((report) => makeFill(templates, makeTerms(), report)(name, slots))
}

describe('templates', () => {
  it('fill slots with text or nodes, and terms by themselves', () => {
    const {result, codes} = fill('<section class="a">\n  <h1><slot name="term.index"></slot>: <slot name="title"></slot></h1>\n  <slot name="body"></slot>\n</section>', {title: 'A < B', body: [h('p', {}, 'x')]})
    expect(codes).toEqual([])
    expect(result).toEqual(h('section', {className: ['a']}, h('h1', {}, 'Index', ': ', 'A < B'), h('p', {}, 'x')))
  })

  it('keep what stands under a condition only if its slot is filled', () => {
    const html = '<div><p if="a">A</p><p if="b">B</p><p if="c">C</p><slot name="d" if="c"></slot></div>'
    expect(textOf(fill(html, {a: 'x', b: '', c: [], d: 'D'}).result)).toBe('A')
    expect(textOf(fill(html, {a: undefined, b: 'x', c: [h('b', {})], d: 'D'}).result)).toBe('BCD')
    expect(JSON.stringify(fill('<p if="a">A</p>', {a: 'x'}).result)).not.toContain('if')
  })

  it('keep a blank between two slots', () => expect(textOf(fill('<p><slot name="a"></slot> <slot name="b"></slot></p>', {a: '1', b: '2'}).result)).toBe('1 2'))

  it('leave out comments', () => expect(fill('<p><!-- x --></p>', {}).result).toEqual(h('p', {})))

  it.each(['titel', 'constructor', '__proto__', 'term.indx', 'term.constructor'])('report the unknown slot %s where it stands', (slot) => {
    const {found} = fill(`<section>\n  <p><slot name="${slot}"></slot></p></section>`, {title: 'x'})
    expect(found.map(({code, place}) => [code, place])).toEqual([['compose/unknown-slot', {file: 'templates/x.html', line: 2, column: 6}]])
  })

  it('suggest a slot or a term', () => {
    expect(fill('<p if="titel"></p>', {title: 'x'}).found[0]?.facts['suggestion']).toBe('title')
    expect(fill('<p><slot name="term.indx"></slot></p>', {}).found[0]?.facts['suggestion']).toBe('term.index')
  })

  it('have one outermost element', () => {
    expect(fill('<p></p><p></p>', {}).codes).toEqual(['compose/template-root'])
    expect(fill('words', {}).codes).toEqual(['compose/template-root'])
    expect(fill('\n<!-- x -->\n<p></p>\n', {}).codes).toEqual([])
  })

  it('must exist', () => {
    const {result, codes} = fill('<p></p>', {}, 'constructor')
    expect([result.tagName, codes]).toEqual(['section', ['compose/missing-template']])
  })
})
