import {execFileSync} from 'node:child_process'
import {mkdir, mkdtemp, realpath, rm, symlink, truncate, utimes, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {ReadError} from '../../../src/core/world.ts'
import {isPlainPath, openFolder} from '../../../src/world/files.ts'
import type {Folder} from '../../../src/world/files.ts'

const posix = process.platform !== 'win32'

describe.runIf(posix)('folder', () => {
  let base: string
  let folder: Folder
  beforeAll(async () => {
    base = await realpath(await mkdtemp(join(tmpdir(), 'hexapla-files-')))
    const root = join(base, 'book')
    for (const name of ['en/deep', 'dist/en', 'node_modules/x', '.git', 'images']) await mkdir(join(root, name), {recursive: true})
    for (const name of ['en/b.md', 'en/a.md', 'en/deep/é.md', 'dist/en/book.epub', 'node_modules/x/y.md', '.git/config', 'en/.hidden.md', 'publication.yaml']) {
      await writeFile(join(root, name), name)
    }
    await writeFile(join(base, 'secret.md'), 'secret')
    await symlink(join(base, 'secret.md'), join(root, 'en/secret.md'))
    await symlink(join(root, 'en/a.md'), join(root, 'en/inside.md'))
    await symlink(base, join(root, 'out'))
    execFileSync('mkfifo', [join(root, 'en/pipe.md')])
    await writeFile(join(root, 'en/huge.md'), '')
    await truncate(join(root, 'en/huge.md'), 8 * 1024 ** 2 + 1)
    await writeFile(join(root, 'images/huge.png'), '')
    await truncate(join(root, 'images/huge.png'), 8 * 1024 ** 2 + 1)
    await utimes(join(root, 'en/b.md'), 4_000_000_000, 4_000_000_000)
    await symlink(root, join(base, 'alias'))
    folder = openFolder(join(base, 'alias'), [join(base, 'alias', 'dist')])
  })
  afterAll(() => rm(base, {recursive: true}))

  it('lists regular files by path, names links and devices, leaves out hidden files and the output', async () => {
    expect((await folder.list()).map(({path, refused}) => refused ? `${path} (${refused})` : path)).toEqual([
      'en/a.md', 'en/b.md', 'en/deep/é.md', 'en/huge.md', 'en/inside.md (link)', 'en/pipe.md (special)', 'en/secret.md (link)',
      'images/huge.png', 'out (link)', 'publication.yaml'
    ])
    expect((await folder.list())[0]).toEqual({path: 'en/a.md', size: 7})
  })

  it('reads a regular file', async () => {
    expect(new TextDecoder().decode(await folder.read('en/deep/é.md'))).toBe('en/deep/é.md')
    expect(await folder.read('images/huge.png')).toHaveLength(8 * 1024 ** 2 + 1)
  })

  it.each([
    ['en/secret.md', 'link'], ['en/inside.md', 'link'], ['out/secret.md', 'link'], ['../secret.md', 'leads out'], ['en/../../secret.md', 'leads out'],
    ['/etc/passwd', 'leads out'], ['en\\..\\a.md', 'leads out'], ['', 'leads out'], ['en//a.md', 'leads out'], ['en', 'no regular file'],
    ['en/pipe.md', 'no regular file'], ['en/none.md', 'ENOENT'], ['en/a.md/x', 'ENOTDIR'], ['en/huge.md', 'limit of 8 MiB'], [`en/${'x'.repeat(300)}.md`, 'ENAMETOOLONG']
  ])('refuses %s', async (path, reason) => {
    await expect(folder.read(path)).rejects.toThrow(ReadError)
    await expect(folder.read(path)).rejects.toThrow(reason)
  })

  it('knows the newest file in whole seconds', async () => {
    expect(await folder.newest()).toBe(4_000_000_000)
  })

  it('says which folder is missing', async () => {
    await expect(openFolder(join(base, 'none'), []).list()).rejects.toThrow(/folder .*none that cannot be read \(ENOENT\)/)
  })
})

describe('isPlainPath', () => {
  it.each(['a', 'a/b.md', '.x', 'a b/ü..md'])('accepts %s', (path) => { expect(isPlainPath(path)).toBe(true) })
  it.each(['', '.', '..', 'a/..', './a', '/a', 'a/', 'a//b', 'C:/x', 'c:x', 'a\\b', 'a\0b', 'a\nb'])('refuses %j', (path) => { expect(isPlainPath(path)).toBe(false) })
})
