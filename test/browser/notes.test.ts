/** Notes at the foot of the page, in a real browser: the finished PDF says where they stand. */
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build, type Built} from '../../src/build.ts'
import {findFirstLinks} from '../../src/emit/print/pdf-links.ts'
import {destinationsOf, readPdf} from '../../src/emit/print/pdf-reader.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'hexapla-notes-'))
const out = join(folder, 'out')
const world = makeNodeWorld({folder: join(folder, 'in'), out, cache: false, signal: new AbortController().signal, progress: () => undefined})
const languages = ['fr', 'ar', 'ja'] as const
type Tongue = typeof languages[number]
let built: Built

const sentences: Readonly<Record<Tongue, string>> = {
  fr: 'Le marché ouvre avant le jour et chacun y cherche ce que la veille lui a refusé. ',
  ar: 'يفتح السوق قبل طلوع النهار ويبحث كل واحد فيه عما حُرم منه بالأمس. ',
  ja: '市場は夜明け前に開き、誰もが昨日手に入らなかったものを探しに来る。'
}

/** Some pages with notes in paragraphs, a list, a quotation and a table; one that is called twice, one with a list and code, one that calls another. */
function makeArticle(language: Tongue, title: string): string {
  const say = (times: number): string => sentences[language].repeat(times)
  const paragraphs = Array.from({length: 9}, (_, at) => `${say(3 + at % 3)}${say(1).trim()}[^p${at}] ${say(4)}`)
  const items = Array.from({length: 6}, (_, at) => `- ${say(2)}${at === 4 ? '[^item]' : ''}`)
  const rows = Array.from({length: 14}, (_, at) => `| ${at} | ${say(1).trim()}${at % 5 === 3 ? `[^row${at}]` : ''} |`)
  const note = (name: string): string => `[^${name}]: ${word(name)} ${say(1)}`
  return [
    `# ${title}`, ...paragraphs.slice(0, 4), items.join('\n'), `> ${say(2)}[^quote]`, `## ${title}`, ...paragraphs.slice(4), `${say(5)}[^p0]`,
    ['| a | b |', '|---|---|', ...rows].join('\n'), `${say(2)}[^long]${say(3)}[^caller]`,
    ...paragraphs.map((_, at) => note(`p${at}`)), note('item'), note('quote'), note('row3'), note('row8'), note('row13'), note('called'),
    `${note('long')}\n\n    - ${say(1)}\n    - ${say(1)}\n\n    \`\`\`\n    sell()\n    \`\`\``, `${note('caller').trimEnd()}[^called]`
  ].join('\n\n')
}

/** What stands in a note and can be found again in any script. */
function word(name: string): string {
  return `zz${name}zz`
}

beforeAll(async () => {
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, 'in', dirname(path)), {recursive: true})
    writeFileSync(join(folder, 'in', path), text)
  }
  write('publication.yaml', 'name: notes\nsource-language: fr\npublisher: Example Press\npage: {notes: foot, articles: run-on}\n')
  for (const language of languages) {
    write(`${language}/edition.yaml`, `title: ${language}\n`)
    write(`${language}/alpha.md`, makeArticle(language, 'Alpha'))
    write(`${language}/beta.md`, `# Beta\n\n${sentences[language].repeat(3)}[^big]\n\n${`${sentences[language].repeat(9)}\n\n`.repeat(9)}[^big]: ${word('big')} ${sentences[language].repeat(200)}\n`)
    write(`${language}/gamma.md`, makeArticle(language, 'Gamma'))
  }
  built = await build(world, {folderName: 'notes', strict: false, drafts: false, formats: ['pdf', 'screen']})
})
afterAll(async () => {
  await world.close()
  rmSync(folder, {recursive: true, force: true})
})

/** Pages of calls and notes, `[call, note]`, by the note's id. */
function readNotes(file: string): ReadonlyMap<string, readonly [call: number, note: number]> {
  const pdf = readPdf(readFileSync(file))
  const calls = findFirstLinks(pdf)
  return new Map([...destinationsOf(pdf)].flatMap(([id, {page}]) => {
    const call = calls.get(id)
    return id.includes('.fn-') && call !== undefined ? [[id, [call, page]]] : []
  }))
}

describe.each(languages)('notes at the foot in %s', (language) => {
  const file = (suffix = ''): string => join(out, language, `notes-${language}${suffix}.pdf`)
  const pagesOf = (suffix?: string): readonly string[] => execFileSync('pdftotext', ['-enc', 'UTF-8', file(suffix), '-'], {encoding: 'utf8', maxBuffer: 1 << 28}).split('\f')

  it('stand on the page of their call', () => {
    const rows = [...readNotes(file())].filter(([id]) => !id.startsWith('a-beta'))
    expect(rows.length).toBe(34)
    expect(rows.filter(([, [call, note]]) => call !== note)).toEqual([])
    expect(new Set(rows.map(([, [, note]]) => note)).size).toBeGreaterThan(6)
  })

  it('are there to be read, each once an article', () => {
    const pages = pagesOf()
    const names = [...Array.from({length: 9}, (_, at) => `p${at}`), 'item', 'quote', 'row3', 'row8', 'row13', 'called', 'long', 'caller']
    for (const name of names) expect([name, pages.join('').split(word(name)).length - 1]).toEqual([name, 2])
  })

  it('stand at the end of the article where one is too long, and the publisher hears of it', () => {
    const found = built.diagnostics.filter(({place}) => place?.file.startsWith(`${language}/`))
    expect(found.map(({code, place}) => [code, place?.file])).toEqual([['print/notes-at-end', `${language}/beta.md`]])
    expect(pagesOf().join('')).toContain(word('big'))
  })

  it('stand on the same pages on a screen', () => {
    const words = (pages: readonly string[]): readonly (readonly string[])[] => pages.map((page) => page.match(/zz\w+?zz/g) ?? []).filter((each) => each.length > 0)
    expect(words(pagesOf('-screen'))).toEqual(words(pagesOf()))
  })

  it('cover nothing: below the first of a page stands nothing in the size of the text', () => {
    const pages = execFileSync('pdftotext', ['-bbox', file(), '-'], {encoding: 'utf8', maxBuffer: 1 << 28}).split('<page ').slice(1)
    for (const page of pages.filter((each) => /zz(?!big)\w+?zz/.test(each))) {
      const words = [...page.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)].map(([, top, bottom, text = '']) => ({top: Number(top), height: Number(bottom) - Number(top), text}))
      const first = words.find(({text}) => /zz\w+?zz/.test(text))
      const below = words.filter(({top}) => top > (first?.top ?? 0) + 1)
      expect(Math.max(0, ...below.map(({height}) => height))).toBeLessThan(Math.max(...words.map(({height}) => height)) * 0.95)
    }
  })
})
