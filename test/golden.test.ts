/** The starter as one HTML tree for each language: a change to any stage before emit shows here as a change a person can read. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {expect, it} from 'vitest'
import {replaceNodes} from '../src/core/hast.ts'
import {composeAll} from './support/compose-all.ts'
import {packageFolder} from './support/run-hexapla.ts'

const starter = join(packageFolder, 'starter')
const paths = readdirSync(starter, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
const files = new Map(paths.map((path) => [path.slice(starter.length + 1), readFileSync(path, 'utf8')]))

it('composes the starter without a word of complaint, as it always did', async () => {
  const {editions, diagnostics} = await composeAll(files)
  expect(diagnostics).toEqual([])
  expect(editions.map(({spec}) => spec.language)).toEqual(['en', 'fr'])
  for (const {spec, divisions} of editions) {
    const html = divisions.map(({tree}) => stringify(tree)).join('\n\n')
    await expect(`${html}\n`).toMatchFileSnapshot(`golden/starter/edition.${spec.language}.html`)
  }
})

/** Folios are shown by the ids of the pages they will name; each block stands on a line of its own. */
function stringify(tree: Parameters<typeof replaceNodes>[0]): string {
  const shown = replaceNodes(tree, (node) => node.type === 'folio' ? [{type: 'text', value: `‹${node.targets.join(', ')}›`}] : undefined)
  return unified().use(rehypeStringify).stringify({type: 'root', children: [shown as never]})
    .replaceAll(/(<\/(?:h\d|p|li|ul|ol|div|section|header|figure|table|tr|aside|nav)>)(?=.)/g, '$1\n')
}
