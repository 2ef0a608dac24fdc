/** The page list of the sample's e-books against the paper of the same build, read by poppler. */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {PageGeometry} from '../../src/core/page.ts'
import {makePageGeometry} from '../../src/read/page.ts'
import {listLabels, listPages, openPdf} from '../../src/verify/pdf.ts'
import {readPaper} from '../support/page-map.ts'
import {compareLetters, listCaptions, listTableHeads, readTurns} from '../support/page-turns.ts'
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

/** A word that is divided between two pages stands on one, with a hyphen on the first: an e-book turns the page between words. */
function keepWordsWhole(pages: readonly string[], language: string): readonly string[] {
  const isDivided = pages.map((text) => /\p{L}\u2010\s*$/u.test(text))
  const rests = pages.map((text, at) => isDivided[at - 1] === true ? /^\s*\p{L}+/u.exec(text)?.[0] ?? '' : '')
  const whole = pages.map((text, at) => `${text.slice(rests[at]?.length)}${rests[at + 1]?.trim() ?? ''}`)
  return language === 'ja' ? turnBetweenWords(whole, language) : whole
}

/** Where words have no blanks between them, a page may turn within one without a hyphen: it goes to the page that has more of it. */
function turnBetweenWords(pages: readonly string[], language: string): readonly string[] {
  const segmenter = new Intl.Segmenter(language, {granularity: 'word'})
  const moved = pages.map((text) => text.trim())
  for (let at = 1; at < moved.length; at++) {
    const [before, after] = [moved[at - 1] ?? '', moved[at] ?? '']
    const [tail, head] = [before.slice(-20), after.slice(0, 20)]
    const word = tail === '' || head === '' ? undefined : segmenter.segment(tail + head).containing(tail.length)
    if (!word?.isWordLike || word.index === tail.length) continue
    const [first, second] = [tail.length - word.index, word.index + word.segment.length - tail.length]
    moved[at - 1] = first > second ? before + after.slice(0, second) : before.slice(0, -first)
    moved[at] = first > second ? after.slice(second) : before.slice(-first) + after
  }
  return moved
}

describe('the page list', () => {
  it.each(languages)('names every page of %s that is not blank, and turns where the paper turns', (language) => {
    const pdf = read(language, 'pdf')
    const opened = openPdf(pdf)
    const labels = opened ? listLabels(opened, listPages(opened).length) : []
    const paper = readPaper(pdf, page)
    const heads = listTableHeads(read(language, 'epub'))
    const words = keepWordsWhole(paper.map(({text}) => text), language)
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
      const again = heads.map((head) => strip(compareLetters(head, '')[0])).find((head) => head !== '' && head === strip(onlyPaper)) // a table that goes on says its head again
      floated = captions.find((caption) => onlyEpub !== '' && strip(compareLetters(caption, '')[0]) === strip(onlyEpub)) ?? ''
      expect([floated === '' ? onlyEpub : '', strip(onlyPaper)], `${language}, page ${label}`).toEqual(['', again ?? above])
    }
  })
})
