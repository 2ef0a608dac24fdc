/** Texts written into the publication's folder: all or none, and nowhere else. */
import {chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {keepTexts} from '../../../src/world/keep.ts'
import {listFiles, makeFolders, writeFiles} from '../../support/temporary.ts'

const makeFolder = makeFolders()
const signal = new AbortController().signal
const keep = (folder: string, texts: Readonly<Record<string, string>>): Promise<void> => keepTexts(folder, new Map(Object.entries(texts)), signal)

describe('keepTexts', () => {
  it('writes new files with their folders, and over old ones with their rights', async () => {
    const folder = makeFolder()
    writeFiles(folder, {'fr/a.md': 'old'})
    chmodSync(join(folder, 'fr/a.md'), 0o600)
    await keep(folder, {'fr/a.md': 'new', 'fr/translation/b/c.beads': 'é\n'})
    expect(listFiles(folder)).toEqual(['fr/a.md', 'fr/translation/b/c.beads'])
    expect(readFileSync(join(folder, 'fr/a.md'), 'utf8') + readFileSync(join(folder, 'fr/translation/b/c.beads'), 'utf8')).toBe('newé\n')
    if (process.platform !== 'win32') expect(statSync(join(folder, 'fr/a.md')).mode & 0o777).toBe(0o600)
  })

  it.each(['../a.md', '/etc/a.md', 'fr/../../a.md', '.git/config', 'fr/.a.md', '', 'a\\b', 'fr/', 'c:/a'])('refuses the path %j, and writes none of the others', async (path) => {
    const folder = makeFolder()
    await expect(keep(folder, {'en/a.md': 'a', [path]: 'b'})).rejects.toMatchObject({name: 'KeepError'})
    expect(listFiles(folder)).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('follows no links, of files or of folders', async () => {
    const [folder, outside] = [makeFolder(), makeFolder()]
    writeFiles(outside, {'a.md': 'theirs'})
    symlinkSync(outside, join(folder, 'fr'))
    mkdirSync(join(folder, 'de'))
    symlinkSync(join(outside, 'a.md'), join(folder, 'de/a.md'))
    await expect(keep(folder, {'fr/b.md': 'x'})).rejects.toThrow('Unexpected link fr, expected a folder')
    await expect(keep(folder, {'de/a.md': 'x'})).rejects.toThrow('Unexpected link de/a.md')
    expect(listFiles(outside)).toEqual(['a.md'])
    expect(readFileSync(join(outside, 'a.md'), 'utf8')).toBe('theirs')
  })

  it('changes nothing when one of many cannot be written', async () => {
    const folder = makeFolder()
    writeFiles(folder, {'fr/a.md': 'old', 'de': 'a file'})
    await expect(keep(folder, {'fr/a.md': 'new', 'fr/b.md': 'new', 'de/c.md': 'x'})).rejects.toThrow('Unexpected file de, expected a folder')
    expect(readFileSync(join(folder, 'fr/a.md'), 'utf8')).toBe('old')
    expect(existsSync(join(folder, 'fr/b.md'))).toBe(false)
    expect(listFiles(folder)).toEqual(['de', 'fr/a.md'])
  })
})
