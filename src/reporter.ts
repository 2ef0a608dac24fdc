/** Diagnostics and results as text for people and JSON for machines. */
import type {Built, Made} from './build.ts'
import type {Diagnostic} from './core/diagnostic.ts'
import {listOnixAccessibility} from './core/onix.ts'
import type {PrintMeasures} from './core/paper.ts'

/** Messages of one code that are shown before the rest is only counted. */
export const shownOfOneCode = 20

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
  return `${formatTable([['product', 'pages', 'articles', 'links between articles', 'links in all', 'size'], ...rows])}${formatMeasures(made)}`
}

/** One line for each product of paper: what a printer asks. */
function formatMeasures(made: readonly Made[]): string {
  return made.flatMap(({products}) => products.flatMap(({path, measures}) => measures ? [`${path}: ${describeMeasures(measures)}\n`] : [])).join('')
}

function describeMeasures(measures: PrintMeasures): string {
  if (measures.kind === 'cover') {
    const {trim: {width, height}, spine, bleed, pages, paper, spineText} = measures
    const origin = paper ? `${pages} pages, ${paper.name} of ${paper.thickness} mm` : 'as given'
    return `trim ${round(width * 2 + spine)} × ${height} mm, spine ${spine} mm (${origin})${spineText ? '' : ', too thin for words'}, bleed ${bleed} mm`
  }
  if (measures.kind === 'press') {
    const {trim: {width, height}, bleed, pages, blanks, colour} = measures
    return `trim ${width} × ${height} mm, bleed ${bleed} mm, ${pages} pages (${blanks} blank at the end), colour ${colour}`
  }
  const {scheme, sheet, sheets, pagesPerSide, signatures, blanks, scale, turn} = measures
  const folded = signatures && scheme === 'perfect' ? ` in ${signatures.length} signatures` : ''
  return `${scheme}, ${sheets} sheets ${sheet.name}${folded}, ${pagesPerSide} pages a side at ${round(scale * 100)} %, ${blanks} blank; print on both sides, turned at the ${turn} edge`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => `${row.map((cell, column) => column === 0 || column === 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)).join('  ').trimEnd()}\n`).join('')
}

function formatSize(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}

/** Everything, for machines; accessibility also as ONIX says it. */
export function formatJson({made, diagnostics}: Built): string {
  const products = made.map((edition) => ({
    ...edition, products: edition.products.map((product) => ({...product, ...(product.accessibility && {onix: listOnixAccessibility(product.accessibility)})}))
  }))
  return `${JSON.stringify({products, diagnostics}, undefined, 2)}\n`
}
