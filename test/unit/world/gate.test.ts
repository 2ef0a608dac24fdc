import {describe, expect, it} from 'vitest'
import {makeGate} from '../../../src/world/gate.ts'

describe('makeGate', () => {
  it('lets no more than its width run at a time, and everything in its turn', async () => {
    const gate = makeGate(3)
    let [running, most] = [0, 0]
    const work = async (number: number): Promise<number> => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
      return number
    }
    const numbers = Array.from({length: 50}, (_, number) => number)
    expect(await Promise.all(numbers.map((number) => gate(() => work(number))))).toEqual(numbers)
    expect([running, most]).toEqual([0, 3])
    expect(await gate(() => work(51))).toBe(51)
  })

  it('goes on after a failure', async () => {
    const gate = makeGate(1)
    const results = await Promise.allSettled([gate(() => Promise.reject(new Error('gone'))), gate(async () => 2)])
    expect(results.map(({status}) => status)).toEqual(['rejected', 'fulfilled'])
  })
})
