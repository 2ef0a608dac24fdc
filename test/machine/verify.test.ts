/** `hexapla verify` as a user types it. */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {breakEpub, brokenEpubs, makeSoundEpub} from '../support/broken-epubs.ts'
import {runHexapla} from '../support/run-hexapla.ts'
import {makeFolders} from '../support/temporary.ts'

const makeFolder = makeFolders()

/** A folder with a sound book, one with a dead link, one with a heading that skips a level, and a PDF. */
async function place(): Promise<string> {
  const folder = makeFolder()
  writeFileSync(join(folder, 'sound.epub'), await makeSoundEpub('fr'))
  for (const [name, code] of [['dead', 'verify/dead-link'], ['skips', 'verify/heading-level']] as const) {
    const found = brokenEpubs.find(({codes: [first]}) => first === code)
    if (found) writeFileSync(join(folder, `${name}.epub`), await breakEpub(found))
  }
  writeFileSync(join(folder, 'print.pdf'), '%PDF-1.7\n')
  return folder
}

describe('verify', () => {
  it('lets a sound book through', async () => {
    expect(await runHexapla(['verify', 'sound.epub'], {cwd: await place()})).toEqual({status: 0, stdout: 'sound.epub: sound, 0 errors, 0 warnings\n', stderr: ''})
  })

  it('names file, line and column of what is wrong, in each of several books', async () => {
    const {status, stdout, stderr} = await runHexapla(['verify', 'sound.epub', 'dead.epub'], {cwd: await place()})
    expect(stderr).toMatch(/^dead\.epub\/EPUB\/inside-sales\.xhtml:\d+:\d+: error: Unexpected link to gone\.xhtml, expected a place that is in the book\. .+ \(verify\/dead-link\)\n$/)
    expect({status, stdout}).toEqual({status: 1, stdout: 'sound.epub: sound, 0 errors, 0 warnings\ndead.epub: not sound, 1 errors, 0 warnings\n'})
  })

  it('lets warnings pass, but not with --strict', async () => {
    const cwd = await place()
    expect((await runHexapla(['verify', 'skips.epub'], {cwd})).status).toBe(0)
    expect((await runHexapla(['verify', '--strict', 'skips.epub'], {cwd})).status).toBe(1)
  })

  it('gives JSON on demand', async () => {
    const {status, stdout} = await runHexapla(['verify', '--json', 'dead.epub'], {cwd: await place()})
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({files: [{file: 'dead.epub', sound: false}], diagnostics: [{code: 'verify/dead-link', place: {file: 'dead.epub/EPUB/inside-sales.xhtml'}, facts: {address: 'gone.xhtml'}}]})
  })

  it.each([[[], 'Expected one or more books'], [['gone.epub'], 'Unexpected file gone.epub, expected one that exists'], [['print.pdf'], 'PDFs cannot be verified yet']])('ends with 2 for %j', async (files, said) => {
    const {status, stderr} = await runHexapla(['verify', ...files], {cwd: await place()})
    expect(stderr).toContain(said)
    expect(status).toBe(2)
  })
})
