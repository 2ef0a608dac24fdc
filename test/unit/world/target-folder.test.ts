/** A folder as a place to publish to. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {openFolderTarget} from '../../../src/world/targets/folder.ts'
import {listFiles, makeFolders} from '../../support/temporary.ts'

const makeFolder = makeFolders()

it('removes what a publisher left that was killed, and nothing else', async () => {
  const folder = makeFolder()
  mkdirSync(join(folder, 'fr'))
  mkdirSync(join(folder, '.hexapla-staging'))
  for (const path of ['.17-95.hexapla-draft', 'fr/.17.hexapla-draft', '.hexapla-staging/0123', 'fr/bees-fr.epub', 'fr/notes.hexapla-draft', '.hexapla-publishing']) writeFileSync(join(folder, path), 'x')
  await openFolderTarget(folder, new AbortController().signal).clear()
  expect(listFiles(folder)).toEqual(['.hexapla-publishing', 'fr/bees-fr.epub', 'fr/notes.hexapla-draft'])
})
