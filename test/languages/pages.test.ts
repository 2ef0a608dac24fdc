/**
 * The same evening in many languages, printed: what each page says to the letter and where its lines stand is compared with a
 * page that was looked at by eye; and readers of text are given back the words. `npx vitest run --project slow test/languages -u`
 * makes the pages anew: look at every difference before you keep it.
 */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build, type Built} from '../../src/build.ts'
import {directionOf} from '../../src/core/locale.ts'
import type {Edition} from '../../src/core/model.ts'
import {listDestinations, listPages, openPdf} from '../../src/verify/pdf.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'
import {composeAll} from '../support/compose-all.ts'
import {drawPortraits} from '../support/page-portrait.ts'
import {readFolder} from '../support/read-folder.ts'
import {packageFolder} from '../support/run-hexapla.ts'
import {countWordsBack} from '../support/words-back.ts'

const folder = join(packageFolder, 'test/languages/manuscripts')
const languages = readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isDirectory()).map(({name}) => name)
const out = mkdtempSync(join(tmpdir(), 'hexapla-evening-'))
const world = makeNodeWorld({folder, out, signal: new AbortController().signal, progress: () => undefined})
const fileOf = (language: string): string => join(out, language, `evening-${language}.pdf`)

let built: Built
let editions: ReadonlyMap<string, Edition>
beforeAll(async () => {
  built = await build(world, {folderName: 'evening', strict: false, drafts: false, formats: ['pdf']})
  editions = new Map((await composeAll(readFolder(folder))).editions.map((edition) => [edition.spec.language, edition]))
}, 30 * 60_000) // some ten seconds for each, more on a busy machine
afterAll(async () => {
  await world.close()
  rmSync(out, {recursive: true, force: true})
})

function editionOf(language: string): Edition {
  const edition = editions.get(language)
  if (!edition) throw new Error(`Unexpected lack of an edition in ${language}`)
  return edition
}

/** The pages, from 0, of contents, article and index. */
function wantedPages(edition: Edition, content: Uint8Array): (page: number) => boolean {
  const pdf = openPdf(content)
  const places = pdf ? listDestinations(pdf, listPages(pdf)) : new Map<string, number>()
  const starts = edition.divisions.map(({id, kind}) => ({kind, page: places.get(id) ?? -1})).filter(({page}) => page >= 0)
  return (page) => ['contents', 'article', 'index'].includes(starts.findLast((start) => start.page <= page)?.kind ?? '')
}

describe('an evening', () => {
  it('is printed in all languages without a word of complaint', () => {
    expect(built.diagnostics.map(({message}) => message)).toEqual([])
    expect(built.made.map(({language}) => language)).toEqual(languages)
  })

  it.each(languages)('in %s has the pages that were looked at', async (language) => {
    const edition = editionOf(language)
    const content = readFileSync(fileOf(language))
    const portraits = drawPortraits(content, fileOf(language), edition.publication.page, directionOf(language) === 'rtl', wantedPages(edition, content))
    await expect(portraits).toMatchFileSnapshot(`golden/${language}.txt`)
  })

  it.each(languages)('in %s has whole fonts, all of them in the file', (language) => {
    const fonts = execFileSync('pdffonts', [fileOf(language)], {encoding: 'utf8'}).split('\n').slice(2).filter(Boolean)
    expect(fonts.filter((font) => !/\+Noto\S+ +CID TrueType +Identity-H +yes yes yes/.test(font))).toEqual([])
  })
})

/**
 * Percent of the words that readers of text give back at least, in their order. Poppler takes the first and the last glyph of a cluster for
 * its edges: where marks are glyphs of their own (the points of Arabic letters, the Tamil pulli), it puts spaces into words. Dots of emphasis
 * and readings stand between the lines.
 */
const floors: Readonly<Record<'poppler' | 'own', Readonly<Record<string, number>>>> = {
  poppler: {ar: 38, fa: 43, he: 80, ta: 53, ur: 34},
  own: {ja: 98, ur: 99, 'zh-Hant': 99}
}

describe('words of a printed page', () => {
  it.each(languages)('in %s are given back', (language) => {
    const {words, poppler, own, lost} = countWordsBack(editionOf(language), fileOf(language))
    expect(words).toBeGreaterThan(150)
    expect(100 * own / words, lost.own.join(', ')).toBeGreaterThanOrEqual(floors.own[language] ?? 100)
    expect(100 * poppler / words, lost.poppler.join(', ')).toBeGreaterThanOrEqual(floors.poppler[language] ?? 97)
  })
})
