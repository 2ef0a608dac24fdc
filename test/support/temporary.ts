/** Publications and output folders on disk, for tests of the command: gone when the tests of a file are done. */
import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll} from 'vitest'

/** Makes new empty folders, removed at the end of the calling test file. */
export function makeFolders(): () => string {
  const root = mkdtempSync(join(tmpdir(), 'hexapla-test-'))
  let made = 0
  afterAll(() => rmSync(root, {recursive: true, force: true}))
  return () => {
    const folder = join(root, String(++made))
    mkdirSync(folder)
    return folder
  }
}

/** Writes text files by path below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
}

/** Paths of all files below a folder, hidden ones too, with forward slashes, sorted; none when there is no folder. */
export function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/')).sort()
  } catch {
    return []
  }
}
