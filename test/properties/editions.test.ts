/** Whatever authors write: every link of a composed edition leads somewhere, ids are unique, and the order of files does not matter. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {walk} from '../../src/core/hast.ts'
import type {Edition} from '../../src/core/model.ts'
import {composeAll, type Files} from '../support/compose-all.ts'

const pool = ['constructor', '__proto__', 'index', 'it', 'Foo', 'foo', 'FOO', 'foo-2', 'foo_2', 'ग्राहक', '顧客', 'café', 'cafe\u0301', 'a b', 'x.y', '-', 'x/a', 'y/a']
const stranger = fc.string({unit: 'grapheme', minLength: 1, maxLength: 8}).map((text) => text.replaceAll(/[/\\.\u0000-\u001F\uD800-\uDFFF]/g, '_'))
const slugs = fc.tuple(fc.shuffledSubarray(pool, {minLength: 4, maxLength: 8}), fc.array(stranger, {maxLength: 2})).map((both) => both.flat())
const folder = fc.constantFrom('en', 'en', 'en', 'ar', 'drafts')
const extension = fc.constantFrom('md', 'md', 'txt')
const heading = fc.constantFrom('Same', 'same', 'Étape', '価格', 'Constructor', '{#a}', 'x {#same}')

function spell(target: string): fc.Arbitrary<string> {
  return fc.constantFrom(`/${target}`, `/${target}/`, `${target}.md`, `../en/${target}.md#same`, `/ar/${target}/`, encodeURI(`/${target}`), `/${target.toUpperCase()}`, `#same`, `/${target}#nowhere`, `${target}.html`)
}

function article(slugs: readonly string[]): fc.Arbitrary<string> {
  const link = fc.constantFrom(...slugs, 'nowhere').chain(spell).map((url) => `[words](<${url}>)`)
  const mark = fc.constantFrom(...slugs, 'price').map((word) => `:index[${word.replaceAll(/[[\]{}"\\]/g, '')}]{entry="Trade; ${word.replaceAll(/[[\]{}"\\;]/g, '')}" seealso="price"}`)
  const block = fc.oneof(heading.map((text) => `## ${text}`), fc.array(fc.oneof(link, mark), {maxLength: 4}).map((parts) => `Text ${parts.join(' and ')}[^1].`), fc.constant('[^1]: A note.'), fc.constant('<p id="same">raw</p>'))
  return fc.tuple(fc.array(block, {maxLength: 6}), fc.array(fc.constantFrom(...slugs), {maxLength: 2}), fc.boolean()).map(([blocks, aliases, titled]) =>
    `---\n${titled ? 'title: Same title\n' : ''}aliases: ${JSON.stringify(aliases)}\nkeywords: ${JSON.stringify(aliases)}\n---\n\n${blocks.join('\n\n')}\n`)
}

const publication: fc.Arbitrary<Files> = slugs.chain((names) =>
  fc.array(fc.tuple(folder, fc.constantFrom(...names), extension, article(names)), {minLength: 4, maxLength: 10})
    .map((articles) => new Map(articles.map(([language, name, ending, text]) => [`${language}/${name}.${ending}`, text]))))

/** Every id of an edition, and every id that something in it points at. */
function listPlaces({divisions}: Edition): {readonly ids: readonly string[]; readonly wanted: readonly string[]} {
  const ids: string[] = []
  const wanted: string[] = []
  for (const {tree} of divisions) {
    walk(tree, (node) => {
      if (node.type === 'folio') wanted.push(...node.targets)
      if (node.type !== 'element') return
      const {id, href} = node.properties
      if (id !== undefined) ids.push(String(id))
      if (typeof href === 'string' && href.startsWith('#')) wanted.push(href.slice(1))
    })
  }
  return {ids, wanted}
}

describe('any publication', () => {
  it('has no link to nowhere, no id twice, and no node of an earlier stage', async () => {
    await fc.assert(fc.asyncProperty(publication, async (files) => {
      for (const edition of (await composeAll(files)).editions) {
        const {ids, wanted} = listPlaces(edition)
        expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length)
        for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/)
        expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
        for (const {tree} of edition.divisions) walk(tree, ({type}) => expect(['element', 'text', 'folio']).toContain(type))
        const points = edition.contents.flatMap((point) => [point, ...point.children]).concat(edition.landmarks.map(({id, title}) => ({id, title, children: []})))
        expect(points.filter(({id}) => !ids.includes(id))).toEqual([])
      }
    }), {numRuns: 40, seed: 20_261_121})
  }, 60_000)

  it('is the same in whatever order its files are listed', async () => {
    await fc.assert(fc.asyncProperty(publication, fc.infiniteStream(fc.nat()), async (files, numbers) => {
      const shuffled = await composeAll(files, {
        arrange: (listed) => listed.map((each) => ({each, by: numbers.next().value ?? 0})).sort((a, b) => a.by - b.by).map(({each}) => each)
      })
      const sorted = await composeAll(files)
      expect(shuffled.diagnostics).toEqual(sorted.diagnostics)
      expect(JSON.stringify(shuffled.editions)).toBe(JSON.stringify(sorted.editions))
    }), {numRuns: 20, seed: 20_261_121})
  }, 60_000)
})
