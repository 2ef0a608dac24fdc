/** Specimens on paper, in scripts of every kind: one page, all glyphs there, words divided. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {runHexapla, type Run} from '../support/run-hexapla.ts'

const languages = ['fr', 'ru', 'ar', 'ja', 'hi', 'th']
const out = mkdtempSync(join(tmpdir(), 'hexapla-proofs-'))
let run: Run
beforeAll(async () => { run = await runHexapla(['proof', ...languages, '--out', out]) })
afterAll(() => rmSync(out, {recursive: true, force: true}))

describe('specimens', () => {
  it('are made for all languages, and named', () => {
    expect(run.status, run.stderr).toBe(0)
    expect(run.stdout.trim().split('\n')).toEqual(languages.map((language) => join(out, language, 'handouts', 'proof.pdf')))
  })

  it.each(languages)('of %s have one page, embedded fonts, and the terms of the language', (language) => {
    const file = join(out, language, 'handouts', 'proof.pdf')
    expect(execFileSync('pdfinfo', [file], {encoding: 'utf8'})).toMatch(/^Pages:\s+1$/m)
    const fonts = execFileSync('pdffonts', [file], {encoding: 'utf8'}).split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/\+Noto\S+ +CID TrueType +Identity-H +yes yes yes/)
    if (language === 'ar' || language === 'hi') return // poppler gives Arabic in another order, and Indic clusters in others
    const text = execFileSync('pdftotext', ['-raw', file, '-'], {encoding: 'utf8'}).replace(/\u2010\n/g, '').replace(/\s+/g, '')
    const terms = readFileSync(`templates/terms/${language}.yaml`, 'utf8').matchAll(/^(contents|index|notes|warning|colophon): (.+)$/gm)
    for (const [, name, word = ''] of terms) expect(text, name).toContain(word.replace(/\s+/g, ''))
  })

  it('have words divided at line ends where the language divides them', () => {
    const text = execFileSync('pdftotext', ['-raw', join(out, 'fr', 'handouts', 'proof.pdf'), '-'], {encoding: 'utf8'})
    expect(text.match(/\p{L}\u2010\n/gu)?.length).toBeGreaterThan(2)
  })
})
