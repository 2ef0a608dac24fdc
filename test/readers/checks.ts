/** What a reader does with a book, each as a check that gives the faults it met: none where all is well. */
import {articlesOf, countLinks, type ExpectedEdition} from './expected.ts'
import type {Survey} from './page/reader.ts'
import type {OpenBook} from './reading-room.ts'

/** The letters of a paper's page by its folio; where a figure stands at its head, perhaps floated there, also those behind the caption. */
export type Paper = ReadonlyMap<string, readonly string[]>

const lettersOf = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
const pathOf = (slug: string): string => `EPUB/a-${slug}.xhtml`

function compare(what: string, found: unknown, expected: unknown): readonly string[] {
  return found === expected ? [] : [`${what}: ${String(found)}, expected ${String(expected)}`]
}

/** Fails with the message of what went wrong in the page, which is the fault to report. */
async function attempt(what: string, check: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await check()
  } catch (error) {
    return [`${what}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`]
  }
}

async function gather<T>(items: Iterable<T>, check: (item: T) => Promise<readonly string[]>): Promise<readonly string[]> {
  const faults: string[] = []
  for (const item of items) faults.push(...await check(item))
  return faults
}

/** Title, language and direction of the publication. */
export function checkMetadata({opened}: OpenBook, edition: ExpectedEdition): readonly string[] {
  return [
    ...compare('title', opened.title, edition.title), ...compare('language', opened.language, edition.language),
    ...compare('direction of pages', opened.direction, edition.direction)
  ]
}

/** Parts, articles and headings in the order of the manuscripts; every entry leads to what it names. */
export async function checkContents(book: OpenBook, edition: ExpectedEdition): Promise<readonly string[]> {
  const {contents} = book.opened
  const expected = edition.parts.flatMap(({name, articles}) => [name, ...articles.flatMap(({title, headings}) => [title, ...headings])])
  const around = {before: 2, after: 2} // title page and imprint; index and colophon
  const labels = contents.slice(around.before, -around.after).map(({label}) => label)
  return [
    ...compare('entries of the contents', contents.length, expected.length + around.before + around.after),
    ...expected.flatMap((label, at) => compare(`entry ${at}`, lettersOf(labels[at] ?? ''), lettersOf(label))),
    ...await gather(contents, ({label, address}) => attempt(`contents, “${label}”`, async () => {
      await book.ask('show', address)
      const [, id] = address.split('#')
      const {heading, title} = await book.ask('survey')
      if (id === undefined) return label === title || label === heading ? [] : [`contents, “${label}”: leads to “${heading || title}”`]
      const {words, seen} = await book.ask('find', `[id="${id}"]`)
      return [...compare(`contents, “${label}”`, words, label), ...seen ? [] : [`contents, “${label}”: its place is not shown`]]
    }))
  ]
}

/** Every document shown: its language and direction, its pictures; the number of articles and of links. */
export async function checkDocuments(book: OpenBook, edition: ExpectedEdition): Promise<readonly string[]> {
  const surveys: Survey[] = []
  const faults = await gather(book.opened.documents, (path) => attempt(path, async () => {
    await book.ask('show', path)
    const survey = await book.ask('survey')
    surveys.push(survey)
    return [
      ...compare('document', survey.path, path), ...compare(`language of ${path}`, survey.language, edition.language),
      ...compare(`direction of ${path}`, survey.direction, edition.direction), ...(await book.ask('findBrokenPictures')).map((alt) => `${path}: no picture “${alt}”`)
    ]
  }))
  const links = surveys.filter(({path}) => path.startsWith('EPUB/a-')).flatMap((survey) => survey.links)
  const count = (kind: RegExp): number => links.filter((link) => kind.test(link.kind)).length
  const notes = articlesOf(edition).reduce((sum, article) => sum + article.notes.length, 0)
  const expected = countLinks(edition)
  return [
    ...faults,
    ...compare('articles', surveys.filter(({path}) => path.startsWith('EPUB/a-')).length, articlesOf(edition).length),
    ...compare('links in the text', count(/^$/), expected.inText), ...compare('cross-references', count(/points-to|referenced-in/), expected.inReferences),
    ...compare('note calls', count(/^note-call/), notes), ...compare('links back to the text', count(/^note-back/), notes)
  ]
}

/** The first link of each of some articles is clicked, and leads to the article that the manuscript names. */
export async function checkLinks(book: OpenBook, edition: ExpectedEdition): Promise<readonly string[]> {
  const articles = articlesOf(edition)
  return gather(articles.filter((_, at) => at % 4 === 0), ({slug, links: [target = '']}) => attempt(`link of ${slug}`, async () => {
    await book.ask('show', pathOf(slug))
    const landed = await book.ask('click', 'section.article > :not(section, header) a:not([class])')
    const title = articles.find((article) => article.slug === target)?.title ?? ''
    return [...compare(`link of ${slug}`, landed.path, pathOf(target)), ...compare(`link of ${slug}`, lettersOf(landed.words), lettersOf(title))]
  }))
}

/** From a call to its note, and back to the call. */
export async function checkNotes(book: OpenBook, edition: ExpectedEdition): Promise<readonly string[]> {
  return gather(articlesOf(edition).filter(({notes}) => notes.length > 0), ({slug, notes: [note = '']}) => attempt(`note of ${slug}`, async () => {
    await book.ask('show', pathOf(slug))
    await book.ask('click', 'a.note-call')
    const text = await book.ask('find', 'aside[role="doc-footnote"]')
    await book.ask('click', 'a.note-back')
    const call = await book.ask('find', 'a.note-call')
    return [
      ...lettersOf(text.words).includes(lettersOf(note.replaceAll(/[*_]/g, ''))) ? [] : [`note of ${slug}: ${text.words}`],
      ...text.seen ? [] : [`note of ${slug}: the note is not shown`], ...call.seen ? [] : [`note of ${slug}: the call is not shown`]
    ]
  }))
}

/** Every third page of the articles by the page list: what is shown begins as that page of the paper does. */
export async function checkPages(book: OpenBook, paper: Paper): Promise<readonly string[]> {
  const {pages} = book.opened
  const letters = 16
  const ofArticles = pages.filter(({label, address}) => paper.has(label) && address.startsWith('EPUB/a-')) // others are set in columns, or with numbers that only paper has
  return [
    ...compare('pages', pages.length, [...paper.values()].filter(([text]) => text !== '').length),
    ...ofArticles.length > 12 ? [] : [`pages of articles: ${ofArticles.length}`],
    ...await gather(ofArticles.filter((_, at) => at % 3 === 0), ({label, address}) => attempt(`page ${label}`, async () => {
      await book.ask('show', address)
      const {words, seen} = await book.ask('after', address.split('#')[1] ?? '', 3 * letters)
      const expected = (paper.get(label) ?? []).map((text) => text.slice(0, letters))
      const begins = expected.some((text) => countCommon(bareLetters(words).slice(0, letters), text) >= 13) // poppler moves a letter or two of Arabic and Devanagari
      return [...begins ? [] : [`page ${label}: ${words}, expected ${expected.join(' or ')}`], ...seen ? [] : [`page ${label}: not shown`]]
    }))
  ]
}

/** Letters without marks, which poppler puts in another order, and without the numbers of lists. */
export function bareLetters(text: string): string {
  return text.normalize('NFKD').replaceAll(/\P{L}/gu, '')
}

/** Length of the longest common subsequence. */
function countCommon(one: string, other: string): number {
  let row: readonly number[] = new Array<number>(other.length + 1).fill(0)
  for (const letter of one) {
    const next = [0]
    for (let at = 0; at < other.length; at++) next.push(letter === other[at] ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

/** Towards the end of the book on the side where the language's pages go: every document comes by. */
export async function checkTurning(book: OpenBook, {direction}: ExpectedEdition): Promise<readonly string[]> {
  const {documents} = book.opened
  return attempt('turning', async () => {
    await book.ask('show', documents[0] ?? '')
    const passed = await book.ask('turnToEnd', direction === 'rtl' ? 'left' : 'right', 300)
    const end = await book.ask('turn', direction === 'rtl' ? 'right' : 'left').catch(() => -1)
    const back = await book.ask('turn', direction === 'rtl' ? 'right' : 'left').catch(() => -1)
    return [...compare('documents passed', passed.join(' '), documents.join(' ')), ...back < end ? [] : ['turning: there is no way back']]
  })
}

/** The word is found in the articles that hold it, and shown. */
export async function checkSearch(book: OpenBook, edition: ExpectedEdition): Promise<readonly string[]> {
  return attempt(`search for “${edition.word}”`, async () => {
    const matches = await book.ask('search', edition.word)
    const found = [...new Set(matches.map(({document}) => document).filter((path) => path.startsWith('EPUB/a-')))]
    const holders = articlesOf(edition).filter(({text}) => text.includes(edition.word)).map(({slug}) => pathOf(slug))
    const shown = matches[0] && await book.ask('showMatch', matches[0])
    return [
      ...holders.length > 0 ? [] : ['no manuscript holds the word'], ...compare('articles with the word', found.join(' '), holders.join(' ')),
      ...compare('word', shown?.words, edition.word), ...shown?.seen ? [] : ['the word is not shown']
    ]
  })
}

/** Errors on the console, scripts that wanted to run, requests that wanted to go out. */
export function checkSilence(book: OpenBook): readonly string[] {
  return book.complaints()
}
