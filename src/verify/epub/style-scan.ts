/** CSS read once from front to back (CSS Syntax § 4, as far as we need it): linear whatever it holds. */
import type {Reference} from './document.ts'

export interface Sheet {
  readonly references: readonly Reference[]
  readonly findings: readonly {readonly kind: 'import' | 'property' | 'fixed' | 'syntax'; readonly found: string; readonly at: number}[]
}

interface Scan {
  readonly css: string
  readonly references: Reference[]
  readonly findings: Sheet['findings'][number][]
  /** Each open brace with its at-rule, empty for none. */
  readonly open: {readonly rule: string; readonly at: number}[]
  /** The at-rule of the statement that we are in. */
  rule: string
  /** Where the declaration begins that we may be in. */
  start: number
  at: number
}

/** What a style sheet, or the content of a `style` attribute, loads and holds. */
export function scanStyle(css: string): Sheet {
  const scan: Scan = {css, references: [], findings: [], open: [], rule: '', start: 0, at: 0}
  for (; scan.at < css.length; scan.at++) readToken(scan)
  const last = scan.open.at(-1)
  if (last) note(scan, '“{” without “}”', last.at)
  return scan
}

function readToken(scan: Scan): void {
  const {css, at} = scan
  switch (css[at]) {
    case '/': return css[at + 1] === '*' ? skipComment(scan) : undefined
    case '"': case '\'': return void readString(scan)
    case '@': return readRule(scan)
    case '{': return openBrace(scan)
    case '}': return closeBrace(scan)
    case ';': return endStatement(scan)
    case ':': return readDeclaration(scan)
    case '\\': scan.at++; return
    case '(': return /^url$/i.test(css.slice(Math.max(0, at - 3), at)) ? readAddress(scan) : undefined
    default: return
  }
}

function note({findings}: Scan, found: string, at: number): void {
  if (!findings.some(({kind}) => kind === 'syntax')) findings.push({kind: 'syntax', found, at})
}

function skipComment(scan: Scan): void {
  const end = scan.css.indexOf('*/', scan.at + 2)
  scan.at = end === -1 ? scan.css.length : end + 1
}

/** The string that begins here; the scan stands on its last character. */
function readString(scan: Scan): string {
  const {css, at: from, rule} = scan
  const quote = css[from]
  let to = from + 1
  while (to < css.length && css[to] !== quote && css[to] !== '\n') to += css[to] === '\\' ? 2 : 1
  if (css[to] !== quote) note(scan, 'string that never ends', from)
  scan.at = to
  const value = css.slice(from + 1, to)
  if (rule === '@import') addImport(scan, value, from)
  return value
}

function addImport(scan: Scan, address: string, at: number): void {
  scan.references.push({address, use: 'style', at})
  scan.findings.push({kind: 'import', found: address.slice(0, 60), at})
  scan.rule = '' // its conditions may hold strings too
}

function readRule(scan: Scan): void {
  const name = /@[\w-]{0,40}/y
  name.lastIndex = scan.at
  scan.rule = (name.exec(scan.css)?.[0] ?? '').toLowerCase()
}

function openBrace(scan: Scan): void {
  scan.open.push({rule: scan.rule, at: scan.at})
  scan.rule = ''
  scan.start = scan.at + 1
}

function closeBrace(scan: Scan): void {
  if (scan.open.pop() === undefined) note(scan, '“}” without “{”', scan.at)
  scan.rule = ''
  scan.start = scan.at + 1
}

function endStatement(scan: Scan): void {
  scan.rule = ''
  scan.start = scan.at + 1
}

function readDeclaration(scan: Scan): void {
  const {css, start, at, findings} = scan
  if (at - start > 1000) return // no name of a property, and not to be looked at again and again
  const words = css.slice(start, at).replace(/\/\*.*?\*\//gs, (comment) => ' '.repeat(comment.length))
  const property = words.trim().toLowerCase()
  const begin = start + words.search(/\S|$/)
  if (property === 'direction' || property === 'unicode-bidi') findings.push({kind: 'property', found: property, at: begin})
  if (property === 'position' && /^\s{0,20}fixed\b/i.test(css.slice(at + 1, at + 30))) findings.push({kind: 'fixed', found: '', at: begin})
}

/** `url(` with or without quotes. `#…` is a place of the drawing that it paints, names of namespaces lead nowhere. */
function readAddress(scan: Scan): void {
  const {css, rule, open} = scan
  const from = scan.at
  let to = from + 1
  while (/\s/.test(css[to] ?? '')) to++
  scan.at = to
  const isQuoted = css[to] === '"' || css[to] === '\''
  if (isQuoted && rule === '@import') return void readString(scan)
  const address = isQuoted ? readString(scan) : readBare(scan)
  if (rule === '@import') addImport(scan, address, from)
  else if (rule !== '@namespace' && !address.startsWith('#')) scan.references.push({address, use: open.at(-1)?.rule === '@font-face' ? 'font' : 'image', at: from - 3})
}

function readBare(scan: Scan): string {
  const end = scan.css.indexOf(')', scan.at)
  if (end === -1) note(scan, '“(” without “)”', scan.at)
  const from = scan.at
  scan.at = end === -1 ? scan.css.length : end
  return scan.css.slice(from, scan.at).trim()
}
