import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {expect, it} from 'vitest'
import {makeLedger} from '../../src/core/diagnostic.ts'
import {scriptOf} from '../../src/core/locale.ts'
import {sheetsOf} from '../../src/core/typefaces.ts'
import {emitEpub} from '../../src/emit/epub/book.ts'
import {makeSampleEdition} from '../support/edition.ts'
import {makeLargeEdition} from '../support/large-edition.ts'
import {checkEpubs} from './epubcheck.ts'

const languages = ['en', 'fr', 'ar', 'ja', 'hi'] as const

async function readStyles(script: string): Promise<string> {
  const sheets = ['base', 'epub', ...sheetsOf(script)].map((name) => readFile(new URL(`../../styles/${name}.css`, import.meta.url), 'utf8').catch(() => ''))
  return (await Promise.all(sheets)).join('\n')
}

it('finds nothing to say about our books, and something about a broken one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hexapla-epub-'))
  try {
    const contents = await Promise.all(languages.map(async (language) => {
      const edition = makeSampleEdition(language, {articles: 6, isbn: '9783161484100', styles: await readStyles(scriptOf(language))})
      return (await emitEpub(edition, makeLedger().report)).content
    }))
    const {edition, breaks} = makeLargeEdition(await readStyles('Latn'))
    const paging = {breaks, pagination: {starts: [], pageById: new Map(), frontPages: 0}}
    contents.push((await emitEpub(edition, makeLedger().report, {paging, documents: {size: 40_000, notes: 500}})).content)
    const files = unzipSync(contents[0] ?? new Uint8Array())
    const article = 'EPUB/inside-sales.xhtml'
    const broken = {...files, [article]: strToU8(strFromU8(files[article] ?? new Uint8Array()).replace('</body>', '<p><div></div></p></body>'))}
    const paths = [...languages, 'large', 'broken'].map((name) => join(folder, `${name}.epub`))
    await Promise.all([...contents, zipSync(broken)].map((content, index) => writeFile(paths[index] ?? '', content)))
    const verdicts = [...(await checkEpubs(paths)).values()]
    expect(verdicts.slice(0, -1)).toEqual(contents.map(() => ({fatals: 0, errors: 0, warnings: 0, messages: []})))
    expect(verdicts.at(-1)).toMatchObject({fatals: 0, errors: 1})
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
})

it('throws for a file that is not there', async () => {
  await expect(checkEpubs(['/nowhere/book.epub'])).rejects.toThrow('Unexpected failure of EPUBCheck')
})
