/** Diagnostics and results as text for people and JSON for machines. */
import type {Built, Made} from './build.ts'
import type {Diagnostic} from './core/diagnostic.ts'

/** One line: place, severity, sentence, code. */
export function formatDiagnostic({place, severity, message, code}: Diagnostic): string {
  const where = place ? [place.file, place.line, place.column].filter((part) => part !== undefined).join(':') : 'publication'
  return `${where}: ${severity === 'fatal' ? 'error' : severity}: ${message} (${code})`
}

/** All diagnostics; beyond `limit` of one code the rest is counted, so that a thousand like faults do not hide one other. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], limit: number): string {
  const seen = new Map<string, number>()
  const lines = diagnostics.flatMap((diagnostic) => {
    const count = (seen.get(diagnostic.code) ?? 0) + 1
    seen.set(diagnostic.code, count)
    return count <= limit ? [formatDiagnostic(diagnostic)] : []
  })
  const more = [...seen].filter(([, count]) => count > limit)
    .map(([code, count]) => `… and ${count - limit} more of ${code} (all with --verbose or --json)`)
  return [...lines, ...more].map((line) => `${line}\n`).join('')
}

/** The closing table: product, pages, articles, links, size. */
export function formatSummary(made: readonly Made[]): string {
  const rows = made.flatMap(({products, sizes, articles, working, dangling, published}) => products.map(({path, pages, links}, at) => [
    published ? path : `(not published) ${path}`, pages === undefined ? '–' : String(pages), String(articles),
    `${working} working, ${dangling} dangling`, String(links), formatSize(sizes[at] ?? 0)
  ]))
  if (rows.length === 0) return made.map(({language, articles, working, dangling}) =>
    `${language}: ${articles} articles, links between articles: ${working} working, ${dangling} dangling\n`).join('')
  return formatTable([['product', 'pages', 'articles', 'links between articles', 'links in all', 'size'], ...rows])
}

function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => `${row.map((cell, column) => column === 0 || column === 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)).join('  ').trimEnd()}\n`).join('')
}

function formatSize(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}

/** Everything, for machines. */
export function formatJson(built: Built): string {
  return `${JSON.stringify({products: built.made, diagnostics: built.diagnostics}, undefined, 2)}\n`
}
