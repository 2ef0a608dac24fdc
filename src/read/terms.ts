/** Terms files: one per language, ours and the publisher's, complete or completed from English. */
import {IntlMessageFormat} from 'intl-messageformat'
import {LineCounter, isMap, isNode, parseDocument} from 'yaml'
import type {Report} from '../core/diagnostic.ts'
import {wordFallbacksOf} from '../core/locale.ts'
import type {Language} from '../core/model.ts'
import {suggest} from '../core/suggest.ts'
import {slotsByTerm, termNames, type TermName, type Terms} from '../core/terms.ts'

/** Text by path (`terms/fr.yaml`): ours, and with the publisher's in their place. A publisher's file may give some terms only. */
export interface TermFiles {
  readonly house: ReadonlyMap<string, string>
  readonly all: ReadonlyMap<string, string>
}

/** The terms for each language of the publication. */
export function readTerms({house, all}: TermFiles, languages: readonly Language[], report: Report): ReadonlyMap<Language, Terms> {
  const parse = (tag: Language, language: Language, base: Terms | undefined): Terms => {
    const file = `terms/${tag}.yaml`
    const [ours, text] = [house.get(file), all.get(file) ?? '']
    if (ours === undefined || ours === text) return parseTerms(file, text, language, base, true, report)
    return parseTerms(file, text, language, parseTerms(file, ours, language, base, true, report), false, report)
  }
  const english = parse('en', 'en', undefined)
  return new Map(languages.map((language) => {
    const found = wordFallbacksOf(language).find((tag) => all.has(`terms/${tag}.yaml`))
    if (found === undefined) report('read/no-terms', {language})
    return [language, found === undefined || found === 'en' ? english : parse(found, language, english)]
  }))
}

/** The terms of a file; those it lacks come from `base`, which is a fault where the file must be complete. */
function parseTerms(file: string, text: string, language: Language, base: Terms | undefined, isComplete: boolean, report: Report): Terms {
  const lines = new LineCounter()
  const document = parseDocument(text, {version: '1.2', schema: 'failsafe', uniqueKeys: true, prettyErrors: false, lineCounter: lines})
  for (const error of document.errors) {
    report('read/yaml', {problem: error.message.split('\n')[0] ?? ''}, {file: `templates/${file}`, line: lines.linePos(error.pos[0]).line})
  }
  const given = new Map<string, string>()
  for (const pair of isMap(document.contents) ? document.contents.items : []) {
    const name = String(pair.key)
    const range = isNode(pair.key) ? pair.key.range : undefined
    const place = {file: `templates/${file}`, ...(range && {line: lines.linePos(range[0]).line, column: lines.linePos(range[0]).col})}
    if (!(termNames as readonly string[]).includes(name)) {
      report('read/term-unknown', {term: name, suggestion: suggest(name, termNames)}, place)
      continue
    }
    const pattern = String(pair.value ?? '')
    const problem = maybePatternProblem(name as TermName, pattern, language) // just found among the names
    if (problem !== undefined) report('read/term-pattern', {term: name, problem}, place)
    else given.set(name, pattern)
  }
  const words = Object.fromEntries(termNames.map((name) => {
    const word = given.get(name) ?? base?.words[name]
    if (isComplete && !given.has(name)) report('read/term-missing', {term: name}, {file: `templates/${file}`})
    return [name, word ?? name]
  })) as Record<TermName, string> // built from the closed list itself
  return {language, words}
}

function maybePatternProblem(name: TermName, pattern: string, language: Language): string | undefined {
  if (!pattern.includes('{')) return undefined
  try {
    const known = slotsByTerm.get(name) ?? []
    const slot = listSlots(new IntlMessageFormat(pattern, language).getAst()).find((each) => !known.includes(each))
    return slot === undefined ? undefined : `it has no slot {${slot}}${known.length > 0 ? `, only {${known.join('}, {')}}` : ''}`
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0] : String(error)
  }
}

type Pattern = ReturnType<IntlMessageFormat['getAst']>

/** Every name that a pattern asks a value for, in its branches too. */
function listSlots(pattern: Pattern): readonly string[] {
  return pattern.flatMap((part): readonly string[] => {
    if ('options' in part) return [part.value, ...Object.values(part.options).flatMap(({value}) => listSlots(value))]
    if ('children' in part) return [part.value, ...listSlots(part.children)]
    return 'value' in part && part.type !== 0 ? [part.value] : [] // 0: words
  })
}
