import {mkdtemp, readdir, readFile, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {makeCache} from '../../../src/world/cache.ts'

describe('cache', () => {
  let folder: string
  beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'hexapla-cache-')) })
  afterEach(() => rm(folder, {recursive: true}))
  const files = async (): Promise<readonly string[]> =>
    (await readdir(folder, {recursive: true, withFileTypes: true})).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))

  it('makes a value once and gives it back whole', async () => {
    const value = {text: 'é', bytes: new Uint8Array([1, 2, 3]), map: new Map([['__proto__', 1]]), none: undefined}
    let made = 0
    const make = async (): Promise<typeof value> => { made++; return value }
    expect(await makeCache(folder).recall('kind', ['key'], make)).toEqual(value)
    expect(await makeCache(folder).recall('kind', ['key'], make)).toEqual(value)
    expect(made).toBe(1)
  })

  it('makes a value once for two who ask at the same time', async () => {
    let made = 0
    const cache = makeCache(folder)
    const make = async (): Promise<number> => ++made
    expect(await Promise.all([cache.recall('k', [1], make), cache.recall('k', [1], make), cache.recall('l', [1], make)])).toEqual([1, 1, 2])
  })

  it('passes a failure on and does not keep it', async () => {
    const cache = makeCache(folder)
    await expect(cache.recall('k', [], () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await cache.recall('k', [], async () => 5)).toBe(5)
  })

  it('makes anew what is damaged', async () => {
    const cache = makeCache(folder)
    await cache.recall('k', [], async () => 'first')
    for (const damage of [(content: Buffer) => content.subarray(0, 20), (content: Buffer) => content.fill(0, 40, 41), () => Buffer.alloc(0)]) {
      const [file = ''] = await files()
      await writeFile(file, damage(await readFile(file)))
      expect(await cache.recall('k', [], async () => 'again')).toBe('again')
    }
  })

  it('makes every value anew without a folder', async () => {
    let made = 0
    const cache = makeCache(undefined)
    await cache.recall('k', [], async () => ++made)
    await cache.recall('k', [], async () => ++made)
    expect(made).toBe(2)
  })

  it('goes on when the folder cannot be written', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    expect(await makeCache(join(file, 'below')).recall('k', [], async () => 7)).toBe(7)
  })

  it('sweeps what was long not used, once a day', async () => {
    const cache = makeCache(folder)
    const now = Date.now()
    await cache.recall('k', ['old'], async () => 1)
    const [old = ''] = await files()
    await utimes(old, new Date(now - 31 * 86_400_000), new Date(now - 31 * 86_400_000))
    await cache.recall('k', ['new'], async () => 2)
    await cache.sweep(now)
    await expect(stat(old)).rejects.toThrow('ENOENT')
    expect(await cache.recall('k', ['new'], async () => 3)).toBe(2)
    await utimes((await files()).find((file) => !file.endsWith('swept')) ?? '', new Date(0), new Date(0))
    await cache.sweep(now)
    expect(await files()).toHaveLength(2)
  })
})
