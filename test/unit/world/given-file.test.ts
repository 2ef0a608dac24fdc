/** Whether one path lies in another, by whatever name it is called. */
import {mkdirSync, realpathSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {isWithin} from '../../../src/world/given-file.ts'
import {makeFolders} from '../../support/temporary.ts'

const makeFolder = makeFolders()

describe('a path', () => {
  it('lies in a folder or does not, through links, and where nothing is there yet', async () => {
    const root = realpathSync(makeFolder())
    mkdirSync(join(root, 'dist/fr'), {recursive: true})
    symlinkSync('dist', join(root, 'link'))
    const judge = (path: string, folder = 'dist'): Promise<boolean> => isWithin(join(root, path), join(root, folder))
    for (const path of ['dist', 'dist/fr', 'dist/new/web', 'link', 'link/web', 'dist/..web', 'x/../dist/y']) expect(await judge(path), path).toBe(true)
    for (const path of ['.', 'dist2', 'dist/../web', 'new']) expect(await judge(path), path).toBe(false)
    expect(await judge('dist', 'link')).toBe(true)
  })
})
