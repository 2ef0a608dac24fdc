import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'

const {isUpToDate} = await import(new URL('../../../scripts/setup.mjs', import.meta.url).href) as {isUpToDate: (folder: string) => boolean}

describe('set-up', () => {
  let folder: string
  beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'hexapla-setup-')) })
  afterEach(() => rm(folder, {recursive: true}))
  const writeLock = (packages: object): Promise<void> => writeFile(join(folder, 'package-lock.json'), JSON.stringify({packages: {'': {}, ...packages}}))
  const writeInstalled = async (packages: object): Promise<void> => {
    await mkdir(join(folder, 'node_modules'), {recursive: true})
    await writeFile(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({packages}))
  }

  it('wants an installation where there is none', async () => {
    await writeLock({'node_modules/a': {version: '1.0.0'}})
    expect(isUpToDate(folder)).toBe(false)
  })

  it('is content with what the lock file names, and leaves a stamp', async () => {
    await writeLock({'node_modules/a': {version: '1.0.0'}, 'node_modules/for-windows': {version: '2.0.0', optional: true}})
    await writeInstalled({'node_modules/a': {version: '1.0.0'}})
    expect(isUpToDate(folder)).toBe(true)
    expect(await readFile(join(folder, 'node_modules/.hexapla-lock'), 'utf8')).toMatch(/^[0-9a-f]{64}$/)
    await rm(join(folder, 'node_modules/.package-lock.json'))
    expect(isUpToDate(folder)).toBe(true)
  })

  it('wants an installation after the lock file has changed', async () => {
    await writeLock({'node_modules/a': {version: '1.0.0'}})
    await writeInstalled({'node_modules/a': {version: '1.0.0'}})
    isUpToDate(folder)
    await writeLock({'node_modules/a': {version: '1.0.1'}})
    expect(isUpToDate(folder)).toBe(false)
    await writeLock({'node_modules/a': {version: '1.0.0'}, 'node_modules/b': {version: '1.0.0'}})
    expect(isUpToDate(folder)).toBe(false)
  })
})
