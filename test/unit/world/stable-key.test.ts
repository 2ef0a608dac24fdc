import {describe, expect, it} from 'vitest'
import {hashKey} from '../../../src/world/stable-key.ts'

describe('hashKey', () => {
  it('does not depend on the order of properties, nor on absent ones', () => {
    expect(hashKey([{a: 1, b: [true, undefined]}])).toBe(hashKey([{b: [true, undefined], a: 1, c: undefined}]))
  })

  it('tells apart what would spell the same when joined', () => {
    const keys: readonly (readonly unknown[])[] = [
      [], [''], ['', ''], ['ab', 'c'], ['a', 'bc'], [['a'], 'bc'], ['1'], [1], [true], ['t'], [undefined], [[]], [{}], [new Map()], [new Uint8Array()],
      [new Uint8Array([97])], ['a'], [{a: 1}], [{a: '1'}], [['a', 1]], [new Map([['a', 1]])], [0], [-0], [NaN], ['\ud800'], ['\udfff'], ['\ufffd']
    ]
    expect(new Set(keys.map(hashKey)).size).toBe(keys.length)
  })

  it('minds the order of lists and maps', () => {
    expect(hashKey([1, 2])).not.toBe(hashKey([2, 1]))
    expect(hashKey([new Map([[1, 2], [3, 4]])])).not.toBe(hashKey([new Map([[3, 4], [1, 2]])]))
  })

  it.each([[() => 1], [Symbol('x')], [new Date(0)], [1n], [null]])('refuses what has no stable spelling', (value) => {
    expect(() => hashKey([value])).toThrow(TypeError)
  })
})
