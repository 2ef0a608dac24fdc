import {describe, expect, it} from 'vitest'
import {h, isElement, textOf} from '../../../src/core/hast.ts'
import {divideCode} from '../../../src/emit/print/code-lines.ts'

const long = `    return ${'some_function(argument) + '.repeat(6)}0;`
const code = (...lines: readonly string[]) => h('pre', {}, h('code', {}, lines.map((line) => `${line}\n`).join('')))
const partsOf = (pre: ReturnType<typeof code>) => pre.children.flatMap((child) => isElement(child, 'code') ? child.children : [])

describe('divideCode', () => {
  it('leaves code whose lines all fit', () => {
    const short = code('int a;', '', 'int b;')
    expect(divideCode(short, 32)).toBe(short)
  })

  it('makes long lines blocks, which know their indent, and keeps the others together', () => {
    const parts = partsOf(divideCode(code('a', '', 'b', long, `${'x'.repeat(99)}`, '}'), 32))
    expect(parts.map((part) => isElement(part) ? `${part.tagName}.${String(part.properties['className'])} ${String(part.properties['style'])}` : textOf(part)))
      .toEqual(['a\n\nb\n', 'span.line --indent:4', 'span.line undefined', '}\n'])
  })

  it('loses no character, the last line break included', () => {
    for (const lines of [['a', long, '', '', long, ''], [long], ['\t\t\t'.repeat(20) + long, ' '.repeat(200)]]) {
      expect(textOf(divideCode(code(...lines), 32))).toBe(textOf(code(...lines)))
    }
    expect(textOf(divideCode(h('pre', {}, h('code', {}, long)), 32))).toBe(long)
  })

  it('counts characters of full width twice, and no indent for more than it leaves room', () => {
    expect(partsOf(divideCode(code('営業'.repeat(15)), 32))).toMatchObject([{tagName: 'span'}])
    expect(partsOf(divideCode(code(' '.repeat(90) + 'x'), 32))).toMatchObject([{properties: {style: '--indent:24'}}])
  })

  it('leaves code with markup in it', () => {
    const marked = h('pre', {}, h('code', {}, h('em', {}, long)))
    expect(divideCode(marked, 32)).toBe(marked)
  })
})
