/** What no manuscript can do: read a file outside of the publication, or stop the build of the others. */
import {readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {runHexapla} from '../support/run-hexapla.ts'
import {makeFolders, writeFiles} from '../support/temporary.ts'

interface Result {
  readonly products: readonly {readonly articles: number; readonly published: boolean}[]
  readonly diagnostics: readonly {readonly code: string; readonly severity: string; readonly place?: {readonly file: string}}[]
}

const makeFolder = makeFolders()

async function build(cwd: string, env: NodeJS.ProcessEnv = {}): Promise<{readonly status: number; readonly result: Result; readonly text: string}> {
  const {status, stdout} = await runHexapla(['build', 'book', '--format', 'epub', '--no-cache', '--json'], {cwd, env})
  const files = Object.values(unzipSync(readFileSync(join(cwd, 'dist/en/book-en.epub'))))
  return {status, result: JSON.parse(stdout) as Result, text: files.map((file) => Buffer.from(file).toString()).join('\n')}
}

describe('a file outside of the publication', () => {
  it.runIf(process.platform !== 'win32')('is not read through a link or a climbing path, and whoever tries is told', async () => {
    const cwd = makeFolder()
    const secret = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>secret</title></svg>'
    writeFiles(cwd, {
      'secret.md': '# Secret\n\nThe secret is out.\n', 'secret.svg': secret,
      'book/en/market.md': '# Market\n\n![a](../images/linked.svg) ![b](../../secret.svg) ![c](%2e%2e/%2e%2e/secret.svg)\n\n![d](file:///etc/hostname)\n',
      'book/images/stall.svg': secret.replace('secret', 'stall')
    })
    symlinkSync(join(cwd, 'secret.md'), join(cwd, 'book/en/secret.md'))
    symlinkSync(join(cwd, 'secret.svg'), join(cwd, 'book/images/linked.svg'))
    symlinkSync(cwd, join(cwd, 'book/en/all'))
    const {status, result, text} = await build(cwd)
    const told = result.diagnostics.map(({code, place}) => `${code} ${place?.file}`)
    expect(told).toEqual([
      'read/refused-file en/all', 'link/missing-picture en/market.md', 'link/outside-picture en/market.md', 'link/outside-picture en/market.md',
      'link/remote-picture en/market.md', 'read/refused-file en/secret.md', 'read/refused-file images/linked.svg'
    ])
    expect(text).not.toMatch(/secret is out|<title>secret/)
    expect([status, result.products[0]?.articles]).toEqual([1, 1])
  })
})

describe('a manuscript that would take minutes or the whole stack', () => {
  it('costs its own text and one message each; the book is published with all others', async () => {
    const cwd = makeFolder()
    const good = Array.from({length: 12}, (_, number): [string, string] => [`book/en/good-${number}.md`, `# Good ${number}\n\nWords number ${number} stand here.\n`])
    writeFiles(cwd, {
      ...Object.fromEntries(good),
      'book/en/bad-pictures.md': `# Pictures\n\n${'!['.repeat(4000)}a${'](u)'.repeat(4000)}\n`, 'book/en/bad-lists.md': `# Lists\n\n${'- '.repeat(3000)}a\n`
    })
    const {status, result, text} = await build(cwd, {HEXAPLA_PARSE_SECONDS: '2'})
    expect(status).toBe(1)
    expect(result.diagnostics.map(({code, severity, place}) => `${code} ${severity} ${place?.file}`)).toEqual([
      'parse/limit-exceeded error en/bad-lists.md', 'parse/limit-exceeded error en/bad-pictures.md'
    ])
    expect(result.products).toMatchObject([{articles: 14, published: true}])
    for (const [, manuscript] of good) expect(text).toContain(manuscript.split('\n')[2])
  })
})
