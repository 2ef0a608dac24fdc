import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {houseFaces, pinByPackage} from '../../../../src/world/fonts/families.ts'
import type {FetchOptions, RunNpm} from '../../../../src/world/fonts/fetch.ts'
import {folderNameOf} from '../../../../src/world/fonts/places.ts'
import {makeFontSupply} from '../../../../src/world/fonts/supply.ts'

const [telugu, khmer] = ['@expo-google-fonts/noto-serif-telugu', '@expo-google-fonts/noto-serif-khmer'] as const
const never = new AbortController().signal

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'hexapla-fonts-')) })
afterEach(() => rm(folder, {recursive: true}))

interface Call {
  readonly packages: readonly string[]
  readonly lock: {readonly packages: Readonly<Record<string, {readonly version: string; readonly integrity: string}>>}
}

/** An npm that lays down all files of the packages that its folder's lock file names, and one of another weight. */
function makeNpm(calls: Call[], wait = 0): RunNpm {
  return async (place) => {
    const lock = JSON.parse(await readFile(join(place, 'package-lock.json'), 'utf8')) as Call['lock']
    const packages = Object.keys(lock.packages).filter((path) => path !== '').map((path) => path.replace('node_modules/', ''))
    calls.push({packages, lock})
    await new Promise((resolve) => { setTimeout(resolve, wait) })
    for (const name of packages) {
      const paths = houseFaces.filter((face) => face.package === name).map(({path}) => path)
      for (const path of [...paths, 'package.json', 'LICENSE_FONT', '900Black/black.ttf', 'README.md']) {
        const file = join(place, 'node_modules', name, path)
        await mkdir(dirname(file), {recursive: true})
        await writeFile(file, path)
      }
    }
    return {status: 0, messages: ''}
  }
}

function makeSupply(run: RunNpm, lines: string[] = []): ReturnType<typeof makeFontSupply> {
  const options: FetchOptions = {folder, signal: never, progress: (line) => void lines.push(line), run, isHere: (name) => existsSync(join(folder, folderNameOf(name)))}
  return makeFontSupply(options)
}

describe('the supply of fonts', () => {
  it('fetches what is not there, in the pinned version and bytes, and keeps the faces that are used with their licence', async () => {
    const calls: Call[] = []
    const lines: string[] = []
    expect(await makeSupply(makeNpm(calls), lines)(['Noto Serif Telugu'])).toEqual([])
    expect(calls).toHaveLength(1)
    expect(calls[0]?.lock.packages[`node_modules/${telugu}`]).toEqual(pinByPackage.get(telugu))
    expect(await readdir(folder)).toEqual([folderNameOf(telugu)])
    const kept = (await readdir(join(folder, folderNameOf(telugu)), {recursive: true, withFileTypes: true})).filter((entry) => entry.isFile()).map(({name}) => name).sort()
    expect(kept).toEqual(['LICENSE_FONT', 'NotoSerifTelugu_400Regular.ttf', 'NotoSerifTelugu_700Bold.ttf', 'package.json'])
    expect(lines).toEqual([`Fetching fonts with npm (once): ${telugu}`])
  })

  it('fetches several at once, and nothing that is there', async () => {
    const calls: Call[] = []
    const provide = makeSupply(makeNpm(calls))
    await provide(['Noto Serif Telugu'])
    await provide(['Noto Serif Telugu', 'Noto Serif Khmer', 'Noto Serif Khmer'])
    await provide(['Noto Serif Telugu', 'Noto Serif Khmer'])
    expect(calls.map(({packages}) => packages)).toEqual([[telugu], [khmer]])
  })

  it('lets two that want the same wait for one another', async () => {
    const calls: Call[] = []
    const found = await Promise.all([1, 2, 3].map(() => makeSupply(makeNpm(calls, 100))(['Noto Serif Khmer'])))
    expect(found).toEqual([[], [], []])
    expect(calls).toHaveLength(1)
  })

  it('says why it failed, in one line, and does not try again in the same run', async () => {
    let tries = 0
    const provide = makeSupply(async () => {
      tries++
      return {status: 1, messages: 'npm error code ENOTFOUND\nnpm error network request failed\nnpm error A complete log of this run can be found in: /x\n'}
    })
    const missing = {family: 'Noto Serif Khmer', package: khmer, reason: 'code ENOTFOUND; network request failed'}
    expect(await provide(['Noto Serif Khmer'])).toEqual([missing])
    expect(await provide(['Noto Serif Khmer'])).toEqual([missing])
    expect(tries).toBe(1)
    expect(await readdir(folder)).toEqual([])
  })

  it('takes a package without its fonts for none', async () => {
    const [missing] = await makeSupply(async (place) => {
      await mkdir(join(place, 'node_modules', khmer), {recursive: true})
      return {status: 0, messages: ''}
    })(['Noto Serif Khmer'])
    expect(missing?.reason).toMatch(/ENOENT/)
    expect(await readdir(folder)).toEqual([])
  })

  it('knows no fonts but those of the house', async () => {
    expect(await makeSupply(makeNpm([]))(['Comic Sans'])).toEqual([{family: 'Comic Sans', reason: 'no font of the house'}])
  })
})
