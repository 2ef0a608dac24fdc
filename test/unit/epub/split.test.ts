/** Long divisions become several documents, and nothing is lost, doubled or torn from what it belongs to. */
import fc from 'fast-check'
import type {Element, ElementContent, Nodes} from 'hast'
import {describe, expect, it} from 'vitest'
import {classesOf, h, isElement, textOf, walk, walkElements} from '../../../src/core/hast.ts'
import type {Division} from '../../../src/core/model.ts'
import {makeBreak} from '../../../src/emit/epub/page-breaks.ts'
import {splitDivision, usualLimits} from '../../../src/emit/epub/split.ts'
import type {Limits} from '../../../src/emit/epub/units.ts'
import {serialise} from '../../../src/emit/epub/xhtml.ts'
import {makeDivision, makeSampleEdition} from '../../support/edition.ts'

const en = makeSampleEdition('en')
const words = (bytes: number, word = 'market '): string => word.repeat(Math.ceil(bytes / word.length)).slice(0, bytes)
const p = (bytes: number, id?: string): Element => h('p', id === undefined ? {} : {id}, words(bytes))

function split(division: Division, limits: Limits): readonly Division[] {
  return splitDivision({...en, divisions: [division]}, limits)(division)
}

const cut = (children: readonly ElementContent[], size = 1000, notes = 500): readonly Element[] =>
  split(makeDivision('market', [...children]), {size, notes}).map(({tree}) => tree)

const sizes = (trees: readonly Element[]): readonly number[] => trees.map((tree) => serialise(tree).markup.length)

/** The words without heads that stand there again. */
function ownText(node: Nodes): string {
  if (isElement(node) && classesOf(node).includes('repeated')) return ''
  return 'children' in node ? node.children.map(ownText).join('') : textOf(node)
}

function idsOf(trees: readonly Element[]): readonly string[] {
  const ids: string[] = []
  for (const tree of trees) walkElements(tree, ({properties: {id}}) => void (id !== undefined && ids.push(String(id))))
  return ids
}

const names = (tree: Element): string => tree.children.filter((node) => isElement(node)).map(({tagName}) => tagName).join(' ')

describe('a division', () => {
  it('within the limits stays as it is', () => {
    const division = makeDivision('market', [p(900)])
    expect(split(division, {size: 1000, notes: 500})).toEqual([division])
    expect(split(division, {size: 1000, notes: 500})[0]).toBe(division)
  })

  it('is cut before its headings, the highest first, and a heading never stays alone', () => {
    const tree = [h('header', {}, h('h1', {}, 'Market')), p(300), h('h2', {}, 'A'), p(300), h('h3', {}, 'B'), p(300), h('h2', {}, 'C'), p(500), h('h2', {}, 'D'), p(700), h('h3', {}, 'E'), p(700)]
    expect(cut(tree).map(names)).toEqual(['header p', 'h2 p h3 p', 'h2 p', 'h2 p', 'h3 p'])
  })

  it('is cut between blocks where headings are too far apart, page breaks with what they precede', () => {
    const trees = cut([p(600), h('h2', {}, 'A'), makeBreak('1', 'page-1'), p(600), makeBreak('2', 'page-2'), p(600), p(10)])
    expect(trees.map(names)).toEqual(['p', 'h2 span p', 'span p p'])
  })

  it('goes on under ids of its own that no element has, without the role of a chapter', () => {
    const tree = h('section', {id: 'market', className: ['article'], lang: 'fr', 'epub:type': 'chapter', role: 'doc-chapter', ariaLabelledBy: ['t']}, h('h1', {id: 't'}, 'M'), p(900), p(900, 'market--2'))
    const pieces = split({...makeDivision('market', []), tree}, {size: 1000, notes: 500})
    expect(pieces.map(({id, title}) => [id, title])).toEqual([['market', 'market'], ['market--3', 'market']])
    expect(pieces[0]?.tree.properties).toEqual(tree.properties)
    expect(pieces[1]?.tree.properties).toEqual({className: ['article', 'continued'], lang: 'fr'})
  })

  it('of one megabyte becomes documents of a quarter', () => {
    const children = Array.from({length: 40}, (_, number) => [h('h2', {id: `h-${number}`}, `Chapter ${number}`), ...Array.from({length: 8}, () => p(3000))]).flat()
    const trees = cut(children, usualLimits.size)
    expect(trees).toHaveLength(4)
    for (const size of sizes(trees)) expect(size).toBeLessThan(256 * 1024)
    expect(trees.every((tree) => isElement(tree.children[0], 'h2'))).toBe(true)
  })

  it('nested deeper than any author writes is cut in no time', () => {
    let tree = h('div', {}, ...Array.from({length: 100}, () => p(100)))
    for (let depth = 0; depth < 200; depth++) tree = h('div', {}, tree)
    expect(ownText(h('div', {}, ...cut([tree], 8000)))).toBe(ownText(tree))
  })
})

describe('long lists, tables and code', () => {
  const item = (bytes: number, properties = {}): Element => h('li', properties, words(bytes))
  const starts = (trees: readonly Element[]): readonly unknown[] => trees.map(({children}) => isElement(children[0]) ? children[0].properties['start'] : undefined)

  it('count on', () => {
    const items = Array.from({length: 10}, () => item(300))
    expect(starts(cut([h('ol', {}, ...items)]))).toEqual([undefined, 4, 7, 10])
    expect(starts(cut([h('ol', {start: 5}, ...items)]))).toEqual([5, 8, 11, 14])
    expect(starts(cut([h('ol', {reversed: true}, ...items)]))).toEqual([10, 7, 4, 1])
    expect(starts(cut([h('ol', {}, item(300), item(300, {value: 20}), ...items)]))).toEqual([undefined, 22, 25, 28])
  })

  it('count an item once that is cut itself', () => {
    const trees = cut([h('ol', {}, item(300), h('li', {id: 'long'}, p(700), p(700), p(100)), item(300), item(300), item(300))])
    expect(starts(trees)).toEqual([undefined, 2, 2, 3])
    expect(trees.map((tree) => isElement(tree.children[0]) && tree.children[0].children.map((child) => isElement(child) && classesOf(child).join()))).toEqual([[''], [''], ['continued'], ['', '', '']])
  })

  it('repeat the head of a table, never its ids, and keep rows together that a cell spans', () => {
    const row = (bytes: number, properties = {}): Element => h('tr', {}, h('td', properties, words(bytes)), h('td', {}, 'x'))
    const table = h('table', {id: 't'}, h('caption', {id: 'c'}, 'Prices'), h('thead', {}, h('tr', {}, h('th', {id: 'th'}, 'Price', makeBreak('7', 'page-7')))),
      h('tbody', {id: 'b'}, row(300), row(300, {rowSpan: 3}), row(300), row(300), row(300)), h('tfoot', {}, h('tr', {}, h('td', {}, 'Sum'))))
    const trees = cut([table], 900)
    expect(trees.map((tree) => serialise(tree).markup.replaceAll(/(?:market )+\w*/g, '*'))).toEqual([
      '<section id="market"><table id="t"><caption id="c">Prices</caption><thead><tr><th id="th">Price<span epub:type="pagebreak" role="doc-pagebreak" id="page-7" aria-label="7"></span></th></tr></thead>' +
      '<tbody id="b"><tr><td>*</td><td>x</td></tr></tbody></table></section>',
      '<section class="continued"><table class="continued"><caption class="repeated">Prices</caption><thead class="repeated"><tr><th>Price</th></tr></thead>' +
      '<tbody class="continued"><tr><td rowspan="3">*</td><td>x</td></tr><tr><td>*</td><td>x</td></tr><tr><td>*</td><td>x</td></tr></tbody></table></section>',
      '<section class="continued"><table class="continued"><caption class="repeated">Prices</caption><thead class="repeated"><tr><th>Price</th></tr></thead>' +
      '<tbody class="continued"><tr><td>*</td><td>x</td></tr></tbody><tfoot><tr><td>Sum</td></tr></tfoot></table></section>'
    ])
  })

  it('cut code at the ends of lines, a line without end anywhere but in a character', () => {
    const code = `${'one line\n'.repeat(200)}${'😀'.repeat(400)}`
    const trees = cut([h('pre', {}, h('code', {className: ['language-sh']}, code))])
    expect(trees.map(textOf).join('')).toBe(code)
    expect(trees.slice(0, 2).every((tree) => textOf(tree).endsWith('\n'))).toBe(true)
    expect(trees.map(textOf).every((text) => text.isWellFormed())).toBe(true)
    for (const size of sizes(trees)) expect(size).toBeLessThan(1100)
  })
})

describe('notes and index', () => {
  const note = (number: number): Element => h('li', {}, h('aside', {id: `fn-${number}`, role: 'doc-footnote'}, p(20), h('a', {href: `#ref-${number}`}, '↩')))
  const notes = (count: number): Element => h('section', {className: ['footnotes'], role: 'doc-endnotes'}, h('h2', {}, 'Notes'), h('ol', {}, ...Array.from({length: count}, (_, number) => note(number))))

  it('stand after the text in documents of their own when there are many, five hundred in each', () => {
    const trees = cut([p(100), notes(1200), h('section', {className: ['cross-references']}, h('h2', {}, 'See also'))], usualLimits.size)
    expect(trees.map(names)).toEqual(['p', 'section', 'section', 'section', 'section'])
    const lists = trees.slice(1, 4).map(({children}) => isElement(children[0]) ? children[0].children.find((child) => isElement(child, 'ol')) : undefined)
    expect(lists.map((list) => isElement(list) && [list.children.length, list.properties['start']])).toEqual([[500, undefined], [500, 501], [200, 1001]])
    expect(trees.slice(1, 4).map(({children}) => isElement(children[0]) && children[0].properties['role'])).toEqual(Array(3).fill('doc-endnotes'))
  })

  it('stay with the text when there are few', () => {
    expect(cut([p(100), notes(500)], usualLimits.size)).toHaveLength(1)
  })

  it('cut an index between letters, then between entries', () => {
    const entry = (number: number): Element => h('li', {id: `x-${number}`}, h('span', {}, `entry ${number} `), {type: 'folio', use: 'index', targets: [`a-${number}`]})
    const group = (letter: string, from: number, count: number): Element => h('div', {className: ['group']}, h('h2', {}, letter), h('ul', {}, Array.from({length: count}, (_, at) => entry(from + at))))
    const trees = cut([h('h1', {}, 'Index'), group('A', 0, 5), group('B', 5, 5), group('C', 10, 20)], 2000)
    expect(trees.map((tree) => idsOf([tree]).filter((id) => id.startsWith('x')).length)).toEqual([10, 13, 7])
    expect(trees.map(names)).toEqual(['h1 div div', 'div', 'div'])
  })
})

/** Blocks as authors nest them, with ids and page breaks. */
const ids = fc.option(fc.integer({min: 0, max: 1e9}), {nil: undefined, freq: 2})
const text = fc.string({unit: 'grapheme', minLength: 1, maxLength: 40})
const {block} = fc.letrec<{block: ElementContent; blocks: ElementContent[]}>((tie) => ({
  blocks: fc.array(tie('block'), {maxLength: 6}),
  block: fc.oneof({maxDepth: 4, withCrossShrink: true},
    fc.tuple(fc.constantFrom('p', 'h2', 'h3', 'h4'), text).map(([tagName, content]) => h(tagName, {}, content)),
    ids.map((id) => makeBreak('1', `page-${id ?? 0}`)),
    text.map((value): ElementContent => ({type: 'text', value})),
    fc.array(text, {maxLength: 12}).map((lines) => h('pre', {}, h('code', {}, lines.join('\n')))),
    fc.array(text, {maxLength: 8}).map((cells) => h('table', {}, h('thead', {}, h('tr', {}, h('th', {}, 'Head'))), h('tbody', {}, cells.map((cell) => h('tr', {}, h('td', {}, cell)))))),
    fc.tuple(fc.constantFrom('ul', 'ol'), fc.array(tie('blocks'), {maxLength: 6})).map(([tagName, items]) => h(tagName, {}, items.map((item) => h('li', {}, item)))),
    fc.array(fc.tuple(text, tie('blocks')), {maxLength: 4}).map((pairs) => h('dl', {}, pairs.flatMap(([term, blocks]) => [h('dt', {}, term), h('dd', {}, blocks)]))),
    fc.tuple(fc.constantFrom('div', 'blockquote', 'section', 'aside', 'figure'), tie('blocks')).map(([tagName, blocks]) => h(tagName, {}, blocks)))
}))

describe('any tree', () => {
  it('keeps its words, ids and page breaks in their order', () => {
    fc.assert(fc.property(fc.array(block, {minLength: 1, maxLength: 12}), fc.integer({min: 60, max: 2000}), fc.integer({min: 1, max: 5}), (children, size, most) => {
      let number = 0
      const division = makeDivision('market', children)
      walk(division.tree, (node) => { if (isElement(node) && node !== division.tree) node.properties['id'] = `i-${++number}` })
      const trees = split(division, {size, notes: most}).map(({tree}) => tree)
      expect(trees.map(ownText).join('')).toBe(ownText(division.tree))
      expect(idsOf(trees)).toEqual(idsOf([division.tree]))
      if (serialise(division.tree).markup.length > size * 1.2 && children.every((child) => isElement(child, 'p'))) expect(trees.length).toBeGreaterThan(children.length > 1 ? 1 : 0)
    }), {numRuns: 60, seed: 20_261_121})
  })
})
