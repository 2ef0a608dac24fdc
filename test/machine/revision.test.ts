/** The publication's folder as git keeps it in an older revision: a real repository, with what folders of authors hold. */
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {maybeOlderFolder, readRevision} from '../../src/world/revision.ts'

const root = mkdtempSync(join(tmpdir(), 'hexapla-revision-'))
const folder = join(root, 'book')
const {signal} = new AbortController()
const git = (...args: readonly string[]): string => execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'commit.gpgsign=false', ...args], {cwd: root}).toString()
const picture = Buffer.from([0x89, 0x50, 0, 255, 10, 13])

beforeAll(() => {
  mkdirSync(join(folder, 'fr', 'été'), {recursive: true})
  mkdirSync(join(folder, '.hidden'))
  writeFileSync(join(folder, 'fr', 'été', 'marché.md'), 'Première version\n')
  writeFileSync(join(folder, 'picture.png'), picture)
  writeFileSync(join(folder, '.hidden', 'x.md'), 'x')
  writeFileSync(join(root, 'outside.md'), 'outside')
  symlinkSync('../outside.md', join(folder, 'link.md'))
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'one')
  git('tag', 'v1.0')
  writeFileSync(join(folder, 'fr', 'été', 'marché.md'), 'Seconde version\n')
  git('commit', '-qam', 'two')
})

afterAll(() => { rmSync(root, {recursive: true, force: true}) })

describe('the state of a folder', () => {
  it('is its newest revision, and whether it was changed since', async () => {
    const id = git('rev-parse', 'HEAD').trim()
    expect(await readRevision(folder, signal)).toEqual({id, date: git('log', '-1', '--format=%cs').trim(), changed: false})
    writeFileSync(join(folder, 'draft.md'), 'x')
    expect(await readRevision(folder, signal)).toMatchObject({id, changed: true})
    rmSync(join(folder, 'draft.md'))
    expect(await readRevision(tmpdir(), signal)).toBeUndefined()
  })
})

describe('a folder of an older revision', () => {
  it('has the files of then, texts and pictures, and nothing hidden or outside', async () => {
    const older = await maybeOlderFolder(folder, 'v1.0', signal)
    expect(await older?.list()).toEqual([{path: 'fr/été/marché.md', size: 18, }, {path: 'link.md', size: 13, refused: 'link'}, {path: 'picture.png', size: 6}])
    expect(Buffer.from(await older?.read('fr/été/marché.md') ?? []).toString()).toBe('Première version\n')
    expect(Buffer.from(await older?.read('picture.png') ?? [])).toEqual(picture)
    for (const path of ['link.md', '.hidden/x.md', '../outside.md', 'fr/gone.md']) await expect(older?.read(path)).rejects.toThrow('v1.0')
  })

  it.each(['v2', 'HEAD:book', '--all', 'v1.0 --', ''])('is none for %j', async (revision) => {
    expect(await maybeOlderFolder(folder, revision, signal)).toBeUndefined()
  })

  it('is none where there is no repository', async () => {
    const alone = mkdtempSync(join(tmpdir(), 'hexapla-alone-'))
    try {
      expect(await maybeOlderFolder(alone, 'HEAD', signal)).toBeUndefined()
    } finally {
      rmSync(alone, {recursive: true, force: true})
    }
  })
})
