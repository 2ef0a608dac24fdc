/** The sample's e-books, judged by DAISY Ace; and one that was spoiled, to see that it judges. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {runHexapla} from '../support/run-hexapla.ts'
import {checkWithAce} from './ace.ts'

const languages = ['fr', 'ar', 'ja', 'hi']
const out = mkdtempSync(join(tmpdir(), 'hexapla-ace-'))
const book = (language: string): string => join(out, language, `selling-${language}.epub`)

beforeAll(async () => {
  const run = await runHexapla(['build', 'manuscripts', '--out', out, '--lang', languages.join(',')])
  expect(run.status, run.stderr).toBe(0)
})
afterAll(() => rmSync(out, {recursive: true, force: true}))

/** One fault of each kind that a careless maker makes. */
function spoil(content: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(content)).map(([path, bytes]): [string, Uint8Array] => {
    if (!/\.(?:xhtml|opf)$/.test(path)) return [path, bytes]
    return [path, strToU8(strFromU8(bytes)
      .replace(/<meta property="(?:schema:access|pageBreakSource)[^>]*>[^<]*<\/meta>\n/g, '').replace(/<dc:source[^>]*>[^<]*<\/dc:source>\n/g, '')
      .replace(/(<img[^>]*) alt="[^"]*"/g, '$1').replace(/(<html[^>]*) lang="[^"]*" xml:lang="[^"]*"/, '$1')
      .replace(/(role="doc-pagebreak"[^>]*) aria-label="[^"]*"/g, '$1').replace(/<h2([^>]*)>([^<]*)<\/h2>/g, '<h5$1>$2</h5>'))]
  })
  return zipSync(Object.fromEntries(files.map(([path, bytes]) => [path, path === 'mimetype' ? [bytes, {level: 0}] : bytes])))
}

describe('DAISY Ace', () => {
  it.each(languages)('finds no violation in %s, page list included', async (language) => {
    const files = unzipSync(readFileSync(book(language)))
    expect(strFromU8(files['EPUB/nav.xhtml'] ?? new Uint8Array()).match(/epub:type="page-list"/g)).toHaveLength(1)
    expect(await checkWithAce(book(language))).toEqual({outcome: 'pass', violations: []})
  })

  it('finds what was spoiled', async () => {
    const file = join(out, 'spoiled.epub')
    writeFileSync(file, spoil(readFileSync(book('fr'))))
    const {outcome, violations} = await checkWithAce(file)
    expect(outcome).toBe('fail')
    const rules = new Set(violations.map((violation) => violation.split(' ')[1]))
    for (const rule of ['image-alt', 'html-has-lang', 'pagebreak-label', 'heading-order', 'epub-pagesource']) expect([...rules]).toContain(rule)
    expect([...rules].some((rule) => rule?.startsWith('metadata-')), [...rules].join(' ')).toBe(true)
  })
})
