/** Books in two languages, judged by EPUBCheck and DAISY Ace: one with the pages of its print, others in columns and from right to left. */
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {runHexapla} from '../support/run-hexapla.ts'
import {checkWithAce} from './ace.ts'
import {checkEpubs} from './epubcheck.ts'

const folder = mkdtempSync(join(tmpdir(), 'hexapla-bilingual-'))
const [source, out] = [join(folder, 'in'), join(folder, 'out')]
const pairs = ['fr+es', 'en+ar', 'ja+en']
const book = (pair: string): string => join(out, pair, `selling-${pair}.epub`)

beforeAll(async () => {
  for (const part of ['fr', 'es', 'en', 'ar', 'ja', 'images', 'publication.yaml']) cpSync(join('manuscripts', part), join(source, part), {recursive: true})
  writeFileSync(join(source, 'publication.yaml'), `${readFileSync(join(source, 'publication.yaml'), 'utf8')}bilingual: [{languages: [en, ar], layout: columns}, {languages: [ja, en], layout: interleaved, title: 売ること Selling}]\n`)
  const printed = await runHexapla(['build', source, '--out', out, '--lang', 'fr+es'])
  expect(printed.status, printed.stderr).toBe(0)
  const others = await runHexapla(['build', source, '--out', out, '--lang', 'en+ar,ja+en', '--format', 'epub'])
  expect(others.status, others.stderr).toBe(0)
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('an EPUB in two languages', () => {
  it('passes EPUBCheck without an error or a warning', async () => {
    for (const [file, {fatals, errors, warnings, messages}] of await checkEpubs(pairs.map(book))) {
      expect([fatals, errors, warnings], `${file}\n${messages.join('\n')}`).toEqual([0, 0, 0])
    }
  })

  it.each(pairs)('passes Ace without a violation: %s', async (pair) => {
    expect(await checkWithAce(book(pair))).toEqual({outcome: 'pass', violations: []})
  })

  it('names both languages and both titles, and has an index in each', () => {
    const files = unzipSync(readFileSync(book('en+ar')))
    const text = (path: string): string => strFromU8(files[`EPUB/${path}`] ?? new Uint8Array())
    expect(text('package.opf').match(/<dc:language>[^<]*/g)).toEqual(['<dc:language>en', '<dc:language>ar'])
    expect(text('package.opf')).toContain('A Small Glossary of Selling / معجم صغير للبيع')
    expect(text('nav.xhtml')).toMatch(/Customer \/ <span lang="ar" xml:lang="ar" dir="rtl">الزبون<\/span>/)
    expect(text('ar-index.xhtml')).toMatch(/<section class="index"[^>]*lang="ar"[^>]*dir="rtl"/)
  })
})
