/** Formulas that may be wider than the screen. */
import {describe, expect, it} from 'vitest'
import {h} from '../../../src/core/hast.ts'
import {maybeReachableFormula} from '../../../src/emit/epub/formula.ts'

const display = (words: string) => h('div', {className: ['formula']}, h('math', {}, h('mi', {}, words)))

describe('a formula on lines of its own', () => {
  it('can be reached by the keyboard where it may have to be scrolled, and else stops nobody', () => {
    expect(maybeReachableFormula(display('x'.repeat(60)))?.properties).toEqual({className: ['formula'], tabIndex: 0})
    expect(maybeReachableFormula(display('E = mc'))).toBeUndefined()
    expect(maybeReachableFormula(h('div', {}, 'x'.repeat(60)))).toBeUndefined()
  })
})
