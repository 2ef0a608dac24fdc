/** The files for the shops, made of the sample by the command: valid, equal in text, within what the shops' converters take. */
import {execFile, spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {strFromU8, unzipSync} from 'fflate'
import {beforeAll, describe, expect, it} from 'vitest'
import {runHexapla} from '../support/run-hexapla.ts'
import {makeFolders} from '../support/temporary.ts'
import {checkEpubs} from './epubcheck.ts'
import {listKindleFaults} from './kindle.ts'

const languages = ['ar', 'fr', 'ja'] as const
const makeFolder = makeFolders()
let out = ''
const pathOf = (language: string, ending: string): string => join(out, language, `selling-${language}${ending}`)
const documentsOf = (path: string): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(readFileSync(path))).flatMap(([file, bytes]) => file.endsWith('.xhtml') ? [[file, strFromU8(bytes)]] : []))
const bodyOf = (document: string): string => document.slice(document.indexOf('<body'))
const wordsOf = (document: string): string => bodyOf(document).replace(/<[^>]*>/g, '')
const listOf = (document: string, pattern: RegExp): readonly string[] => Array.from(document.matchAll(pattern), ([whole]) => whole)

beforeAll(async () => {
  out = makeFolder()
  const {status, stderr} = await runHexapla(['build', 'manuscripts', '--lang', languages.join(), '--format', 'epub,kepub,kindle', '--out', out])
  expect({status, problems: stderr.match(/\b(?:error|warning):.*/g)}).toEqual({status: 0, problems: null})
})

it('EPUBCheck finds nothing', async () => {
  const files = languages.flatMap((language) => ['.epub', '.kepub.epub', '-kindle.epub'].map((ending) => pathOf(language, ending)))
  const verdicts = await checkEpubs(files)
  expect(files.map((file) => verdicts.get(file)).filter((verdict) => !verdict || verdict.fatals + verdict.errors + verdict.warnings > 0)).toEqual([])
})

describe.each(languages)('for Kobo, %s', (language) => {
  it('is the EPUB with spans: the same text, links, pictures and places', () => {
    const plain = documentsOf(pathOf(language, '.epub'))
    const spanned = documentsOf(pathOf(language, '.kepub.epub'))
    expect([...spanned.keys()]).toEqual([...plain.keys()])
    for (const [file, document] of spanned) {
      const original = plain.get(file) ?? ''
      expect(wordsOf(document)).toBe(wordsOf(original))
      for (const pattern of [/<a [^>]*>/g, /<img [^>]*>/g, /<span [^>]*doc-pagebreak[^>]*>/g]) expect(listOf(document, pattern)).toEqual(listOf(original, pattern))
      const ids = listOf(document, / id="[^"]*"/g)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.filter((id) => !/ id="(?:kobo\.[\d.]+|book-(?:columns|inner))"/.test(id))).toEqual(listOf(original, / id="[^"]*"/g))
    }
  })

  it('has no words outside of a span, but in code, formulas and what is hidden', () => {
    for (const document of documentsOf(pathOf(language, '.kepub.epub')).values()) {
      const rest = bodyOf(document).replace(/<nav [^>]*hidden=""[^]*?<\/nav>|<(pre|math|svg|rp)\b[^]*?<\/\1>|<span class="koboSpan"[^>]*>[^<]*<\/span>/g, '').replace(/<[^>]*>/g, '')
      expect(rest.trim()).toBe('')
    }
  })
})

describe.each(languages)('for Kindle, %s', (language) => {
  it('is within the guidelines', async () => expect(await listKindleFaults(readFileSync(pathOf(language, '-kindle.epub')))).toEqual([]))

  it('has the text of the EPUB but for the cover and the navigation', () => {
    const plain = documentsOf(pathOf(language, '.epub'))
    const kindle = documentsOf(pathOf(language, '-kindle.epub'))
    const files = [...plain.keys()].filter((file) => !/\/(?:cover|nav)\.xhtml$/.test(file))
    expect(files.filter((file) => wordsOf(kindle.get(file) ?? '') !== wordsOf(plain.get(file) ?? ''))).toEqual([])
  })
})

it('the EPUB for all others is not within the guidelines for Kindle: the check sees what it looks for', async () => {
  const faults = (await listKindleFaults(readFileSync(pathOf('fr', '.epub')))).join('\n')
  for (const fault of ['page for the cover', 'navigation document in the reading order', 'hidden text', 'negative length', 'length of the window', 'at-rule', 'limit of size']) expect(faults).toContain(fault)
})

const environment = {...process.env, QT_QPA_PLATFORM: 'offscreen', QTWEBENGINE_DISABLE_SANDBOX: '1'}
const hasCalibre = spawnSync('ebook-convert', ['--version'], {env: environment}).status === 0
if (!hasCalibre) console.warn('No ebook-convert of calibre on this machine: its conversion to AZW3 is not tried (apt-get install calibre)')

it.runIf(hasCalibre).each(languages)('calibre converts it to AZW3 without a warning, where it is installed: %s', async (language) => {
  const {stdout, stderr} = await promisify(execFile)('ebook-convert', [pathOf(language, '-kindle.epub'), join(out, `${language}.azw3`)], {env: environment})
  expect(stderr).toBe('')
  expect(stdout).not.toMatch(/warn|error|fail|invalid|unknown|could not|not found|missing/i)
  expect(readFileSync(join(out, `${language}.azw3`)).subarray(60, 68).toString('latin1')).toBe('BOOKMOBI')
})
