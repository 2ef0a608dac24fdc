/** A specimen of a language: what Hexapla itself says and does in it, as a publication of one article that is then made like any other. */
import type {Report} from './core/diagnostic.ts'
import {folioOf, numberingOf} from './core/folio.ts'
import {directionOf, isFullWidth, listNames, longDate, nameOfLanguage, scriptOf} from './core/locale.ts'
import type {Language} from './core/model.ts'
import {sayTerm, termNames, type Terms} from './core/terms.ts'
import {lettersOf} from './indexing/collation.ts'
import {readTerms} from './read/terms.ts'

const counts = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000]

/** The files of the publication by path; `house` holds our templates. A language without terms is reported, and shown in English as books are. */
export function writeProof(language: Language, house: ReadonlyMap<string, string>, report: Report): ReadonlyMap<string, string> {
  const terms = readTerms({house, all: house}, [language], report).get(language)
  if (!terms) throw new Error(`Unexpected language ${language} without terms`)
  const text = [head(language), writeProse(terms), writeMarks(language, terms), writeNumbers(language, terms), writeLetters(language), writeTerms(terms)].join('\n\n')
  return new Map([
    ['publication.yaml', 'name: proof\nhandouts: {fit: 1}\n'],
    [`${language}/edition.yaml`, `title: ${JSON.stringify(nameOfLanguage(language))}\n`],
    [`${language}/proof.md`, `${text}\n`]
  ])
}

function head(language: Language): string {
  const names = new Intl.DisplayNames(language, {type: 'script'})
  return `---\ntitle: ${JSON.stringify(`${nameOfLanguage(language)}: ${names.of(scriptOf(language)) ?? ''}`)}\n---\n\n\`${language}\` · \`${scriptOf(language)}\` · \`${directionOf(language)}\``
}

/** Sentences that stand in books of the language, long enough for words to be divided. */
function writeProse(terms: Terms): string {
  const {words} = terms
  const sentences = [words['accessibility-summary'], words['accessibility-described'], words['accessibility-formulas'], words['accessibility-pages']]
  const between = isFullWidth(scriptOf(terms.language)) ? '' : ' '
  return `${sentences.join(between)}[^1]\n\n${counts.slice(0, 4).map((articles) => sayTerm(terms, 'colophon-text', {articles})).join(between)}\n\n[^1]: ${words['accessibility-undescribed']}`
}

/** Marks as a keyboard has them. */
function writeMarks(language: Language, {words}: Terms): string {
  const [a, b, c] = [words.contents, words.index, words.note]
  const percent = new Intl.NumberFormat(language, {style: 'percent', numberingSystem: 'latn'}).format(0.1).replace(/[\u00a0\u202f]/g, ' ')
  return `## “ ” – …\n\n"${a}" - "${b} '${c}' ${a}"... "*${b}*": **${c}** (\`${language} -- "x"\`); ${a}? ${b}! ${percent}, 12 345 km, 5 °C, 9:30\n\n> [!TIP]\n> ${words['accessibility-described']}`
}

function writeNumbers(language: Language, terms: Terms): string {
  const numbering = {...numberingOf(language, 'default'), frontPages: 0}
  const folios = Array.from({length: 12}, (_, at) => folioOf(at + 1, numbering)).join(' ')
  const native = Array.from({length: 10}, (_, at) => folioOf(at + 1, {...numberingOf(language, 'native'), frontPages: 0})).join(' ')
  const front = Array.from({length: 6}, (_, at) => folioOf(at + 1, {...numbering, frontPages: 6})).join(' ')
  const months = Array.from({length: 12}, (_, at) => new Intl.DateTimeFormat(language, {month: 'long', timeZone: 'UTC'}).format(new Date(Date.UTC(2026, at, 1))))
  const plurals = counts.map((articles) => /[^.。।]*?\d[^.。।:：]*|[^.。।]*?\p{Nd}[^.。।:：]*/u.exec(sayTerm(terms, 'colophon-text', {articles}))?.[0].trim() ?? '')
  return `## ${front}, ${folios}\n\n${native} · ${longDate(language, '2026-11-22')} · ${new Intl.NumberFormat(language).format(1_234_567.89)} · ${sayTerm(terms, 'page-reference', {page: folioOf(12, numbering)})}\n\n` +
    `${listNames(language, months)}\n\n${[...new Set(plurals)].filter(Boolean).map((plural) => `- ${plural}`).join('\n')}`
}

function writeLetters(language: Language): string {
  const letters = lettersOf(language)
  return letters.length === 0 ? '' : `## ${letters[0]} – ${letters.at(-1)}\n\n${letters.slice(0, 60).join(' ')}`
}

/** Every word that readers may see, with its name. */
function writeTerms(terms: Terms): string {
  const lines = termNames.filter((name) => name !== 'colophon-text' && !name.startsWith('accessibility-')).map((name) => `\`${name}\` ${terms.words[name].replace(/[{}]/g, '\\$&')}`)
  return `## ${terms.words.contents} – ${terms.words.index}\n\n${lines.join(' · ')}`
}
