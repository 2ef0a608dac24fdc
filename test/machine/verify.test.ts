/** `hexapla verify` as a user types it. */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {breakEpub, brokenEpubs, makeSoundEpub} from '../support/broken-epubs.ts'
import {makePressPdf} from '../support/wrong-pdfs.ts'
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

  it('says of a PDF what a printer would ask, row by row', async () => {
    const cwd = await place()
    writeFileSync(join(cwd, 'press.pdf'), await makePressPdf({content: '1 0 0 rg 20 20 10 10 re f'}))
    const {status, stdout, stderr} = await runHexapla(['verify', 'press.pdf'], {cwd})
    expect(stderr).toMatch(/^press\.pdf: warning: Unexpected RGB without a profile on page 2, .+ \(preflight\/rgb\)\n$/)
    expect(stdout).toMatch(/^press\.pdf: sound, 0 errors, 1 warnings\n(?: {2}(?:good|note|doubtful) .+\n){24}$/)
    expect(stdout).toContain('  doubtful  colours         black ink on 4, RGB on 1 of 4 pages\n')
    expect(status).toBe(0)
    const broken = await runHexapla(['verify', '--json', 'print.pdf', 'press.pdf'], {cwd})
    expect(broken.status).toBe(1)
    expect(JSON.parse(broken.stdout)).toMatchObject({
      files: [{file: 'print.pdf', sound: false}, {file: 'press.pdf', sound: true, preflight: expect.arrayContaining([{topic: 'version', light: 'good', said: 'PDF 1.7'}, {topic: 'standard', light: 'note', said: 'no PDF/X'}])}],
      diagnostics: [{code: 'preflight/unreadable'}, {code: 'preflight/rgb'}]
    })
  })

  it.each([[[], 'Expected one or more books'], [['gone.epub'], 'Unexpected file gone.epub, expected one that exists']])('ends with 2 for %j', async (files, said) => {
    const {status, stderr} = await runHexapla(['verify', ...files], {cwd: await place()})
    expect(stderr).toContain(said)
    expect(status).toBe(2)
  })
})
