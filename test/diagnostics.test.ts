/** Every diagnostic has a page for publishers, an example that provokes it, and the exact words that it says. */
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../src/build.ts'
import {codes, type Diagnostic} from '../src/core/diagnostic.ts'
import {formatDiagnostic} from '../src/reporter.ts'
import {makeMemoryWorld} from './support/memory-world.ts'

interface Provocation {
  readonly provoke: () => Promise<readonly Diagnostic[]>
}

const root = join(import.meta.dirname, 'diagnostics')

/** What the example of a code says: what its `provoke.ts` does, else the build of the publication `in` its folder. */
async function provoke(code: string): Promise<readonly Diagnostic[]> {
  const folder = join(root, code)
  if (existsSync(join(folder, 'provoke.ts'))) return (await import(join(folder, 'provoke.ts')) as Provocation).provoke()
  const paths = readdirSync(join(folder, 'in'), {recursive: true, encoding: 'utf8'}).filter((path) => statSync(join(folder, 'in', path)).isFile())
  const files = Object.fromEntries(paths.map((path) => [path.replaceAll('\\', '/'), new Uint8Array(readFileSync(join(folder, 'in', path)))]))
  return (await build(makeMemoryWorld(files), {folderName: 'book', strict: false, drafts: false, formats: []})).diagnostics
}

describe('the page of', () => {
  it.each(codes)('%s says what it means, why it matters, how to mend it', (code) => {
    const page = readFileSync(join(root, code, 'README.md'), 'utf8')
    expect(page.startsWith(`# ${code}\n\n`)).toBe(true)
    expect(page.trim().split(/\n\n+/).length).toBeGreaterThanOrEqual(5) // heading, three paragraphs, an example
  })

  it('no code that is gone remains', () => {
    const stages = readdirSync(root)
    expect(stages.flatMap((stage) => readdirSync(join(root, stage)).map((problem) => `${stage}/${problem}`)).filter((code) => !(codes as readonly string[]).includes(code))).toEqual([])
  })
})

describe('the example of', () => {
  it.each(codes)('%s provokes it, in these words', async (code) => {
    const found = await provoke(code)
    const said = found.filter((diagnostic) => diagnostic.code === code).map((diagnostic) => `${formatDiagnostic(diagnostic)}\n`).join('')
    expect(said).not.toBe('')
    await expect(said).toMatchFileSnapshot(join(root, code, 'expected.txt'))
  })
})
