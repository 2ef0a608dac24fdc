/** The status as text for a terminal of a hundred columns. */
import type {Language} from '../core/model.ts'
import type {Change} from './changes.ts'
import type {Standing, State, StatusRow} from './standing.ts'
import {cut, formatBeside, formatRows, pad} from './status-columns.ts'
import type {LanguageStatus, Status} from './status.ts'
import {diffWords} from '../core/word-diff.ts'

const width = 100
/** Unless all is asked for: rows of the matrix, articles whose changes are shown, their changes. */
const [mostRows, mostArticles, mostChanges] = [60, 5, 6]
const longestSlug = 40

export interface TextOptions {
  /** Nothing is left out for being long. */
  readonly verbose: boolean
}

/** Sums, matrix, changes. */
export function formatStatus(status: Status, {verbose}: TextOptions): string {
  const {source, chosenBy, languages, articles, words} = status
  const head = `source ${source}${chosenBy === 'size' ? ' (it has most; source-language in publication.yaml names another)' : ''}: ${articles} articles, ${words} words\n`
  if (languages.length === 0) return `${head}no other language\n`
  return [head, formatSums(languages), formatMatrix(status, verbose), formatChanges(status, verbose)].filter(Boolean).join('\n')
}

function formatSums(languages: readonly LanguageStatus[]): string {
  const some = {orphan: languages.some(({counts}) => counts.orphan > 0), unrecorded: languages.some(({counts}) => counts.unrecorded > 0)}
  const title = ['', 'words', 'articles', 'current', 'behind', ...some.unrecorded ? ['unrecorded'] : [], 'missing', ...some.orphan ? ['orphan'] : [], 'words to translate']
  const rows = languages.map(({language, counts, open, percent}) => [
    language, `${percent.words} %`, `${percent.articles} %`, counts.current, counts.behind, ...some.unrecorded ? [counts.unrecorded] : [], counts.missing, ...some.orphan ? [counts.orphan] : [], open
  ].map(String))
  const note = some.unrecorded ? unrecordedNote : ''
  return formatRows([title, ...rows], new Set([0])) + (note && `\n${note}`)
}

const unrecordedNote = `unrecorded: nothing says from which text it was made. It counts as translated, but for passages
that surely lack; with --strict it does not. Compare it with its source, then say so:
hexapla status --accept <article>
`

function formatMatrix({rows, languages}: Status, verbose: boolean): string {
  const tags = languages.map(({language}) => language)
  const silent = new Map<State, number>()
  const telling = rows.filter(({standings: [first, ...others]}) => {
    if (verbose || !first || first.state === 'behind' || first.state === 'orphan' || others.some(({state}) => state !== first.state)) return true
    silent.set(first.state, (silent.get(first.state) ?? 0) + 1)
    return false
  })
  const shown = verbose ? telling : telling.slice(0, mostRows)
  if (rows.length === 0) return ''
  const name = Math.min(longestSlug, Math.max(7, ...shown.map(({slug}) => slug.length)))
  const perRow = Math.max(1, Math.floor((width - name - 2) / 2))
  const tables: string[] = []
  for (let from = 0; shown.length > 0 && from < tags.length;) {
    const wide = tags.slice(from, from + perRow)
    const column = Math.max(...wide.map((tag) => tag.length)) + 1
    const isFlat = name + 1 + wide.length * column <= width
    const line = (slug: string, cells: readonly string[]): string => `${pad(cut(slug, name), name)} ${cells.map((cell) => isFlat ? cell.padStart(column) : ` ${cell}`).join('')}`.trimEnd() + '\n'
    const heads = isFlat ? [line('', wide)] : stand(wide).map((cells) => line('', cells))
    tables.push(heads.join('') + shown.map(({slug, standings}) => line(slug, wide.map((tag) => signOf(standings, tag)))).join(''))
    from += perRow
  }
  const left = telling.length - shown.length
  const same = [...silent].map(([state, count]) => `${shown.length > 0 ? 'not shown: ' : ''}${count} ${count === 1 ? 'article' : 'articles'} ${state} in ${tags.length === 1 ? tags[0] : 'every language'}`)
  const rest = [...left > 0 ? [`… and ${left} more articles (all with --verbose)`] : [], ...same]
  const legend = shown.length > 0 ? ['. current   1–9, * passages behind   ? unrecorded   - missing   o orphan'] : []
  return [...tables, [...legend, ...rest].map((each) => `${each}\n`).join('')].filter(Boolean).join('\n')
}

/** Tags from top to bottom, each in one column. */
function stand(tags: readonly string[]): readonly (readonly string[])[] {
  const height = Math.max(...tags.map((tag) => tag.length))
  return Array.from({length: height}, (_, row) => tags.map((tag) => tag.padStart(height)[row] ?? ' '))
}

function signOf(standings: readonly Standing[], language: Language): string {
  const standing = standings.find((each) => each.language === language)
  switch (standing?.state) {
    case 'current': return '.'
    case 'behind': return standing.changes.length > 9 ? '*' : String(standing.changes.length)
    case 'unrecorded': return '?'
    case 'missing': return '-'
    case 'orphan': return 'o'
    case undefined: return ' '
  }
}

function formatChanges({rows, source, languages}: Status, verbose: boolean): string {
  const order = new Map(languages.map(({language}, at) => [language, at]))
  const behind = rows.flatMap((row) => row.standings.filter(({changes}) => changes.length > 0).map((standing) => ({row, standing})))
    .filter(({standing}) => verbose || standing.state === 'behind').sort((a, b) => (order.get(a.standing.language) ?? 0) - (order.get(b.standing.language) ?? 0))
  const shown = verbose ? behind : behind.slice(0, mostArticles)
  const more = behind.length - shown.length
  return shown.map(({row, standing}) => formatArticle(row, standing, source, verbose)).join('\n') +
    (more > 0 ? `\n… and ${more} more translations that are behind (all with --verbose, or as a page with --html <file>)\n` : '')
}

function formatArticle({file = ''}: StatusRow, {file: own = '', changes, open, basis, state}: Standing, source: Language, verbose: boolean): string {
  const shown = verbose ? changes : changes.slice(0, mostChanges)
  const said = state === 'behind' ? `is behind ${file}` : `beside ${file}`
  const more = changes.length > shown.length ? `  … and ${changes.length - shown.length} more passages (all with --verbose)\n` : ''
  return `${own} ${said}${describeBasis(basis)}: ${open} words to translate\n${shown.map((change) => formatChange(change, {source, file, own})).join('')}${more}`
}

/** ` (recorded 2026-11-22)`; empty where nothing is known. */
export function describeBasis(basis: Standing['basis']): string {
  if (!basis) return ''
  const when = basis.date ? ` ${basis.date}` : ''
  return basis.kind === 'record' ? ` (recorded${when})` : ` (last changed${when}, says git)`
}

function formatChange({kind, source: blocks, target, former, retouched}: Change, {source, file, own}: {readonly source: Language; readonly file: string; readonly own: string}): string {
  const now = blocks.map(({markdown}) => markdown).join('\n\n')
  const places = [...blocks[0] ? [`${file}:${blocks[0].line}`] : [], ...target[0] ? [`${own}:${target[0].line}`] : []].join(' | ')
  const left = kind === 'removed' ? former ?? '' : former === undefined ? now : markDifference(former, now, source)
  return `  ${kind}${retouched ? ', and so was the translation' : ''}: ${places}\n${formatBeside(left, target.map(({markdown}) => markdown).join('\n\n'), {indent: '    ', width})}`
}

/** As git marks words: `[-gone-]{+new+}`. */
function markDifference(former: string, now: string, language: Language): string {
  return diffWords(former, now, language).map(({kind, text}) => kind === 'gone' ? `[-${text}-]` : kind === 'new' ? `{+${text}+}` : text).join('')
}
