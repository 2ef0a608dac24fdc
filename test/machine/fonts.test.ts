/** Fonts fetched from the registry that npm is set to: one small package, once. */
import {existsSync} from 'node:fs'
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {readCharacters} from '../../src/world/cmap.ts'
import {houseFaces, pinByPackage} from '../../src/world/fonts/families.ts'
import {fetchFonts, runNpm, type FetchOptions, type RunNpm} from '../../src/world/fonts/fetch.ts'
import {folderNameOf} from '../../src/world/fonts/places.ts'

const name = '@fontsource/noto-sans-thaana'
let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'hexapla-fetch-')) })
afterAll(() => rm(folder, {recursive: true}))

const fetchOne = (run: RunNpm): Promise<string | undefined> => {
  const options: FetchOptions = {folder, signal: new AbortController().signal, progress: () => undefined, run, isHere: (each) => existsSync(join(folder, folderNameOf(each)))}
  return fetchFonts([name], options)
}

describe('fetchFonts', () => {
  it('refuses bytes that are not the pinned ones', async () => {
    const reason = await fetchOne(async (place, args, signal) => {
      const lock = join(place, 'package-lock.json')
      await writeFile(lock, (await readFile(lock, 'utf8')).replace(pinByPackage.get(name)?.integrity ?? '', `sha512-${'A'.repeat(86)}==`))
      return runNpm(place, args, signal)
    })
    expect(reason).toMatch(/EINTEGRITY/)
    expect(await readdir(folder)).toEqual([])
  })

  it('says in seconds that the network does not answer', async () => {
    const reason = await fetchOne((place, args, signal) => runNpm(place, [...args, '--registry', 'http://127.0.0.1:9/', '--cache', join(place, 'cache')], signal))
    expect(reason).toMatch(/ECONNREFUSED/)
  }, 60_000)

  it('has the font that it was asked for, and leaves nothing else behind', async () => {
    expect(await fetchOne(runNpm)).toBeUndefined()
    expect(await readdir(folder)).toEqual([folderNameOf(name)])
    const face = houseFaces.find((each) => each.package === name && each.isForeign !== true)
    const font = await readFile(join(folder, folderNameOf(name), face?.path ?? ''))
    const ranges = readCharacters((at, length) => font.subarray(at, at + length), font.length)
    expect(ranges.some(([first, last]) => first <= 0x780 && last >= 0x780)).toBe(true)
  })
})
