/** What a book is about: the publisher's subjects by their schemes, Thema by the keywords of its articles, keywords. */
import type {Element} from 'xast'
import type {ReleasedEdition} from '../../core/release.ts'
import {loosen} from '../../core/suggest.ts'
import type {Trade} from '../../core/trade.ts'
import {element} from '../xml.ts'
import {group, value} from './record.ts'

/** List 27; others are proprietary (24) and named. */
const codeByAuthority: ReadonlyMap<string, string> = new Map([
  ['AAT', '08'], ['BIC', '12'], ['BISAC', '10'], ['CLC', '88'], ['DDC', '01'], ['CLIL', '29'], ['EuroVoc', 'B0'], ['LCSH', '04'], ['NDC', '40'], ['UDC', '09'], ['WGS', '26']
])

/** Qualifiers of Thema by their first digit; a category begins with a letter. */
const themaSchemes: Readonly<Record<string, string>> = {1: '94', 2: '95', 3: '96', 4: '97', 5: '98', 6: '99'}

/** What a record may hold at most, as shops cut the rest off. */
const keywordLength = 250

interface CodedSubject {
  readonly scheme: string
  readonly schemeName?: string
  readonly code: string
  readonly heading?: string
}

/** The first category of each scheme is the main one. */
export function describeSubjects(edition: ReleasedEdition, {thema}: Trade): readonly Element[] {
  const keywords = edition.articles.flatMap((article) => article.keywords)
  const loose = new Set([...new Set(keywords)].map(loosen))
  const given = edition.subjects.flatMap(({term, scheme}) => scheme ? [makeSubject(scheme.authority, scheme.code, term)] : [])
  const found = thema.filter(({keyword}) => loose.has(loosen(keyword))).flatMap(({codes}) => codes.map((code) => makeSubject('Thema', code)))
  const subjects = [...new Map([...found, ...given].map((subject) => [`${subject.scheme} ${subject.code}`, subject])).values()]
  const schemes = new Set<string>()
  const words = joinKeywords([...edition.subjects.flatMap(({term, scheme}) => scheme ? [] : [term]), ...byFrequency(keywords)])
  return [
    ...subjects.sort((a, b) => Number(isQualifier(a)) - Number(isQualifier(b))).map((subject) => {
      const isMain = !isQualifier(subject) && !schemes.has(subject.scheme)
      schemes.add(subject.scheme)
      return describeSubject(subject, isMain)
    }),
    ...(words === '' ? [] : [group('Subject', value('SubjectSchemeIdentifier', '20'), value('SubjectHeadingText', words))])
  ]
}

function makeSubject(authority: string, code: string, heading?: string): CodedSubject {
  const scheme = authority === 'Thema' ? themaSchemes[code.charAt(0)] ?? '93' : codeByAuthority.get(authority)
  return {code, scheme: scheme ?? '24', ...(scheme === undefined && {schemeName: authority}), ...(heading !== undefined && {heading})}
}

function isQualifier({scheme}: CodedSubject): boolean {
  return Object.values(themaSchemes).includes(scheme)
}

function describeSubject({scheme, schemeName, code, heading}: CodedSubject, isMain: boolean): Element {
  return group('Subject', isMain ? element('MainSubject', {}) : undefined, value('SubjectSchemeIdentifier', scheme),
    schemeName === undefined ? undefined : value('SubjectSchemeName', schemeName), value('SubjectCode', code), heading === undefined ? undefined : value('SubjectHeadingText', heading))
}

/** Those of most articles first, then as they come. */
function byFrequency(keywords: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const keyword of keywords) counts.set(keyword, (counts.get(keyword) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([keyword]) => keyword)
}

/** Semicolons between them, as the list of schemes has it; as many as there is room for. */
function joinKeywords(keywords: readonly string[]): string {
  let joined = ''
  for (const keyword of new Set(keywords.map((each) => each.replaceAll(';', ',')))) {
    const longer = joined === '' ? keyword : `${joined}; ${keyword}`
    if (longer.length > keywordLength) break
    joined = longer
  }
  return joined
}
