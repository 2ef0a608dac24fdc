import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {build} from '../../../src/build.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'

/** The same letter in one code point and in two. */
const [one, two] = ['é', 'e\u0301']

const files = {
  'publication.yaml': `title: T\nspine: [caf${two}, th${one}, ${two}tude]\nhandouts: [{name: all, articles: [caf${two}]}]\n`,
  [`fr/caf${one}.md`]: `---\ntitle: Caf${two}\nkeywords: [pri${one}re]\naliases: [b${two}b${two}]\n---\n## Sucr${two} {#sucr${two}}\n\n## Lev${two} noir\n\n` +
    `[x](th${one}.md) [y](th${two}.md#ti${one}di) [z](${encodeURIComponent(`th${one}`)}.md#ti${two}di) [w](#sucr${one}) [v](#lev${one}-noir) :index[Pri${two}re]\n`,
  [`fr/th${two}.md`]: `---\ntitle: Th${one}\nkeywords: [pri${two}re]\n---\n## Ti${two}di\n\n[a](caf${two}.md#lev${two}-noir) [b](b${one}b${one}.md) [e](${one}tude.md)\n`,
  'fr/autre.md': `---\ntitle: E\nslug: ${two}tude\n---\n:index[y]{see="pri${two}re"}\n`
}

describe('letters that can be written in two ways', async () => {
  const world = makeMemoryWorld(files)
  const {diagnostics, made} = await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['epub']})
  const book = [...world.published].find(([path]) => path.endsWith('.epub'))?.[1] ?? new Uint8Array()
  const documents = Object.entries(unzipSync(book)).map(([name, bytes]) => ({name, text: strFromU8(bytes)}))

  it('are the same in slugs, spine, links, anchors, aliases, keywords and index', () => {
    expect(diagnostics.map(({message}) => message)).toEqual([])
    expect(made[0]).toMatchObject({working: 8, dangling: 0})
    const index = documents.find(({name}) => name.endsWith('/index.xhtml'))?.text ?? ''
    const terms = [...index.matchAll(/class="term"[^>]*>([^<]+)</g)].map(([, term = '']) => term.normalize('NFC').toLowerCase())
    expect(terms.filter((term) => term === `pri${one}re`)).toHaveLength(1)
  })

  it('stay as the author wrote them', () => {
    const coffee = documents.find(({name}) => name.includes('cafe'))?.text ?? ''
    expect(coffee).toContain(`Sucr${two}`)
    expect(coffee).not.toContain(`Sucr${one}`)
  })
})
