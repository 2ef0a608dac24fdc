/** The sample's e-books as their readers meet them, in two reading systems that are not ours; and spoiled ones, to see that the checks bite. */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {PageGeometry} from '../../src/core/page.ts'
import {makePageGeometry} from '../../src/read/page.ts'
import {listLabels, listPages, openPdf} from '../../src/verify/pdf.ts'
import {readPaper} from '../support/page-map.ts'
import {dropPageReferences, listCaptions, listTableHeads} from '../support/page-turns.ts'
import {runHexapla} from '../support/run-hexapla.ts'
import {bareLetters, checkContents, checkDocuments, checkLinks, checkMetadata, checkNotes, checkPages, checkSearch, checkSilence, checkTurning, type Paper} from './checks.ts'
import {expectEdition, type ExpectedEdition} from './expected.ts'
import {checkLook, checkWidth} from './look-checks.ts'
import {engines, type OpenBook, openReadingRoom, phone, type ReadingRoom, tablet} from './reading-room.ts'
import {
  addRemotePicture, addScript, addWideBox, bareDrawings, breakContents, breakNotes, inkBlack, loseDirection, loseLanguage, loseLink, shiftPages, spoil, type Spoiler,
  stackLines
} from './spoil.ts'

const languages = ['fr', 'ar', 'ja', 'hi']
const out = mkdtempSync(join(tmpdir(), 'hexapla-readers-'))
const read = (language: string, format: string): Buffer => readFileSync(join(out, language, `selling-${language}.${format}`))
let room: ReadingRoom

beforeAll(async () => {
  const run = await runHexapla(['build', 'manuscripts', '--out', out, '--lang', languages.join(','), '--format', 'epub,pdf'])
  expect(run.status, run.stderr).toBe(0)
  room = await openReadingRoom()
})
afterAll(async () => {
  await room.close()
  rmSync(out, {recursive: true, force: true})
})

function readPages(language: string): Paper {
  const pdf = read(language, 'pdf')
  const opened = openPdf(pdf)
  const labels = opened ? listLabels(opened, listPages(opened).length) : []
  const epub = read(language, 'epub')
  const leads = [...listCaptions(epub), ...listTableHeads(epub)].map(bareLetters)
  return new Map(readPaper(pdf, makePageGeometry({}) as PageGeometry).map(({text}, at) => // the default trim is known
    [labels[at] ?? '', [text, dropPageReferences(text)].map(bareLetters).flatMap((letters) => [letters, ...leads.filter((lead) => letters.startsWith(lead)).map((lead) => letters.slice(lead.length))])]))
}

describe.each(engines)('%s', (engine) => {
  it.concurrent.each(languages)('opens, walks, follows, jumps, turns and searches %s', async (language) => {
    const book = await room.openBook(engine, read(language, 'epub'), tablet)
    const edition = expectEdition(language)
    expect(checkMetadata(book, edition)).toEqual([])
    expect(await checkContents(book, edition)).toEqual([])
    expect(await checkDocuments(book, edition)).toEqual([])
    expect(await checkLinks(book, edition)).toEqual([])
    expect(await checkNotes(book, edition)).toEqual([])
    expect(await checkPages(book, readPages(language))).toEqual([])
    expect(await checkSearch(book, edition)).toEqual([])
    expect(await checkTurning(book, edition)).toEqual([])
    expect(checkSilence(book)).toEqual([])
    await book.close()
  })

  it.concurrent.each(languages)('shows %s on a telephone and a tablet, in large print and at night', async (language) => {
    const small = await room.openBook(engine, read(language, 'epub'), phone)
    expect(await checkLook(small)).toEqual([])
    expect(checkSilence(small)).toEqual([])
    await small.close()
    const book = await room.openBook(engine, read(language, 'epub'), tablet)
    expect(await checkWidth(book)).toEqual([])
    await book.close()
  })
})

type Check = (book: OpenBook, edition: ExpectedEdition) => readonly string[] | Promise<readonly string[]>

describe.each(engines)('in %s, the checks find', (engine) => {
  const customer = ['EPUB/a-customer.xhtml']
  const cases: readonly (readonly [what: string, language: string, spoiler: Spoiler, check: Check, fault: RegExp])[] = [
    ['a lost direction', 'ar', loseDirection, checkMetadata, /^direction of pages/],
    ['pages that go the wrong way', 'ar', loseDirection, checkTurning, /^documents passed/],
    ['a lost language', 'fr', loseLanguage, checkMetadata, /^language: und/],
    ['an entry of the contents that leads nowhere', 'hi', breakContents, checkContents, /^contents, “.*no such place/],
    ['a page list that is a page late', 'ja', shiftPages, (book) => checkPages(book, readPages('ja')), /^page \d+: .*, expected/],
    ['a link too few', 'fr', loseLink, checkDocuments, /^links in the text/],
    ['notes that lead elsewhere', 'ar', breakNotes, checkNotes, /^note of/],
    ['a script', 'fr', addScript, (book) => showArticle(book, checkSilence), /script/i],
    ['a picture on the web', 'ja', addRemotePicture, (book) => showArticle(book, checkSilence), /example\.com/],
    ['what is wider than the screen', 'hi', addWideBox, checkWidth, /a-customer.*“wide”/],
    ['lines that touch in large print', 'fr', stackLines, (book) => checkLook(book, customer), /lines of 20 px for letters of 32 px/],
    ['black on black', 'fr', inkBlack, (book) => checkLook(book, customer), /at night, p “/],
    ['drawings that night swallows', 'ja', bareDrawings, (book) => checkLook(book, ['EPUB/a-profit-margin.xhtml']), /the picture is another/]
  ]
  it.concurrent.each(cases)('%s', async (_, language, spoiler, check, fault) => {
    const book = await room.openBook(engine, spoil(read(language, 'epub'), spoiler), phone)
    expect(await check(book, expectEdition(language))).toContainEqual(expect.stringMatching(fault))
    await book.close()
  })
})

async function showArticle(book: OpenBook, check: (book: OpenBook) => readonly string[]): Promise<readonly string[]> {
  await book.ask('show', 'EPUB/a-customer.xhtml')
  return check(book)
}
