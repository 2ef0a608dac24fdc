/** The status as JSON for machines. */
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Block} from '../core/translation.ts'
import type {Status} from './status.ts'

/** Everything, blocks with place and Markdown; passages without a basis are those that surely lack. */
export function formatStatusJson(status: Status | undefined, {kept, diagnostics}: {readonly kept: readonly string[]; readonly diagnostics: readonly Diagnostic[]}): string {
  const said = status && {
    title: status.title, source: status.source, chosenBy: status.chosenBy, articles: status.articles, words: status.words, languages: status.languages,
    matrix: status.rows.map(({standings, ...row}) => ({...row, translations: standings.map(({changes, ...standing}) => ({
      ...standing, changes: changes.map((change) => ({...change, source: change.source.map(placeOf), target: change.target.map(placeOf)}))
    }))}))
  }
  return `${JSON.stringify({...said, written: kept, diagnostics}, undefined, 2)}\n`
}

function placeOf({kind, line, column, markdown}: Block): Pick<Block, 'kind' | 'line' | 'column' | 'markdown'> {
  return {kind, line, column, markdown}
}
