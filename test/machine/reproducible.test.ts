/** The same EPUB to the byte: wherever, in whatever order the files came, with a warm cache or none. */
import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {listProducts} from '../support/closing-files.ts'
import {runHexapla} from '../support/run-hexapla.ts'
import {listFiles} from '../support/temporary.ts'

const root = mkdtempSync(join(tmpdir(), 'hexapla-reproducible-'))
let files: ReadonlyMap<string, string | Uint8Array>
/** Built first, from a cold cache. */
let first: ReadonlyMap<string, string>

const article = (title: string, other: string): string =>
  `---\ntitle: ${title}\nauthors: [Ada Lind]\nkeywords: [honey, wax]\n---\n\nSee [${other}](/${other}).[^1] ![Six sides.](../images/comb.png)\n\n` +
  '| a | b |\n|---|---|\n| 1 | 2 |\n\n![A comb.](../images/comb.png "A comb")\n\n:::description\nHexagons, edge to edge.\n:::\n\n$$a^2 + b^2$$\n\n[^1]: A note.\n'

beforeAll(async () => {
  const comb = await sharp({create: {width: 900, height: 600, channels: 3, background: '#d9a441', noise: {type: 'gaussian', mean: 128, sigma: 40}}}).png().toBuffer()
  files = new Map<string, string | Uint8Array>([
    ['publication.yaml', 'title: Hive & "home"\ndate: "2026-03-20"\nsource-language: tr\nformats: [epub]\n'], ['images/comb.png', comb],
    ...['tr', 'ja'].flatMap((language): readonly (readonly [string, string])[] => [
      [`${language}/bee.md`, article('Bee', 'comb')], [`${language}/comb.md`, article('Comb', 'bee')], [`${language}/ishi.md`, article('ışık IŞIK', 'bee')]])
  ])
  first = await buildIn('utc', false, {TZ: 'UTC', LANG: 'C', LC_ALL: 'C'})
})
afterAll(() => rmSync(root, {recursive: true, force: true}))

/** The files put into a folder in one order or the other, and built there: hash by path of everything that comes out. */
async function buildIn(name: string, isReversed: boolean, env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const [cwd, out] = [join(root, name, 'hive'), join(root, name, 'out')]
  for (const [path, content] of isReversed ? [...files].reverse() : files) {
    mkdirSync(dirname(join(cwd, path)), {recursive: true})
    writeFileSync(join(cwd, path), content)
  }
  const {status, stderr} = await runHexapla(['build', cwd, '--out', out, ...args], {cwd: root, env: {HEXAPLA_CACHE: join(root, 'cache'), ...env}})
  expect(status, stderr).toBe(0)
  return new Map(listFiles(out).map((path) => [path, createHash('sha256').update(readFileSync(join(out, path))).digest('hex')]))
}

describe('an EPUB and its cover', () => {
  it('are the same bytes in three time zones and languages, from a cold cache, a warm one and none, whatever the order of files', async () => {
    expect(listProducts(first.keys())).toEqual(['hive-concordance.csv', ...['ja', 'tr'].flatMap((language) => ['-cover.jpg', '-thumbnail.jpg', '.epub'].map((ending) => `${language}/hive-${language}${ending}`))])
    expect(await buildIn('tokyo', true, {TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8'})).toEqual(first)
    expect(await buildIn('los-angeles', true, {TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8'}, '--no-cache')).toEqual(first)
  })

  it('are the same bytes whichever languages are built with them', async () => {
    const alone = await buildIn('alone', false, {TZ: 'Asia/Tokyo', HEXAPLA_CACHE: join(root, 'another-cache')}, '--lang', 'tr')
    const books = listProducts(alone.keys())
    expect(books).toEqual(listProducts(first.keys()).filter((path) => path.startsWith('tr/')))
    for (const path of books) expect(alone.get(path)).toBe(first.get(path))
  })
})
