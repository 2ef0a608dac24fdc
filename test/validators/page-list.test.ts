/** The page list of the sample's e-books against the paper of the same build, read by poppler. */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {PageGeometry} from '../../src/core/page.ts'
import {makePageGeometry} from '../../src/read/page.ts'
import {listLabels, listPages, openPdf} from '../../src/verify/pdf.ts'
import {readPaper} from '../support/page-map.ts'
import {compareLetters, listCaptions, readTurns} from '../support/page-turns.ts'
import {runHexapla} from '../support/run-hexapla.ts'

/** What print sets before the number of a cross-reference, which an e-book has none of. */
const referenceLetters: Readonly<Record<string, string>> = {fr: 'p', ar: 'ص', ja: 'ページ', hi: 'पृ'}
const languages = Object.keys(referenceLetters)
const out = mkdtempSync(join(tmpdir(), 'hexapla-pages-'))
const page = makePageGeometry({}) as PageGeometry // the default trim is known
const read = (language: string, format: string): Buffer => readFileSync(join(out, language, `selling-${language}.${format}`))

beforeAll(async () => {
  const run = await runHexapla(['build', 'manuscripts', '--out', out, '--lang', languages.join(',')])
  expect(run.status, run.stderr).toBe(0)
})
afterAll(() => rmSync(out, {recursive: true, force: true}))

/** A word that is divided between two pages stands on the first: an e-book turns the page between words. */
function keepWordsWhole(pages: readonly string[]): readonly string[] {
  const isDivided = pages.map((text) => /\p{L}\u2010\s*$/u.test(text))
  const rests = pages.map((text, at) => isDivided[at - 1] === true ? /^\s*\p{L}+/u.exec(text)?.[0] ?? '' : '')
  return pages.map((text, at) => `${text.slice(rests[at]?.length)}${rests[at + 1]?.trim() ?? ''}`)
}

describe('the page list', () => {
  it.each(languages)('names every page of %s that is not blank, and turns where the paper turns', (language) => {
    const pdf = read(language, 'pdf')
    const opened = openPdf(pdf)
    const labels = opened ? listLabels(opened, listPages(opened).length) : []
    const paper = readPaper(pdf, page)
    const words = keepWordsWhole(paper.map(({text}) => text))
    const turns = readTurns(read(language, 'epub'))
    expect(turns.map(({label}) => label)).toEqual(labels.filter((_, at) => paper[at]?.text !== '' || paper[at].foot !== ''))
    const texts = turns.filter(({file}) => file !== 'nav.xhtml')
    expect(texts.length).toBeGreaterThan(20)
    const captions = listCaptions(read(language, 'epub'))
    let floated = '' // the caption of a figure that stands on the next page of paper, while the text fills this one
    for (const {label, text} of texts) {
      const [onlyEpub, onlyPaper] = compareLetters(text.replaceAll('\uFE0E', ''), words[labels.indexOf(label)] ?? '')
      const ofReferences = new Set((referenceLetters[language] ?? '').normalize('NFKD'))
      const strip = (letters: string): string => [...letters].filter((letter) => !ofReferences.has(letter)).join('')
      const above = strip(compareLetters(floated, '')[0])
      floated = captions.find((caption) => onlyEpub !== '' && strip(compareLetters(caption, '')[0]) === strip(onlyEpub)) ?? ''
      expect([floated === '' ? onlyEpub : '', strip(onlyPaper)], `${language}, page ${label}`).toEqual(['', above])
    }
  })
})
