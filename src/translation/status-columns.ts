/** Texts in columns of a terminal: their width as it is shown, lines broken between words, tables. */

/** Columns that a text takes: full-width signs take two, marks none. */
export function widthOf(text: string): number {
  let width = 0
  for (const sign of text) width += wide.test(sign) ? 2 : hidden.test(sign) ? 0 : 1
  return width
}

const hidden = /[\p{M}\p{Cf}]/u
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u

/** A text with blanks up to a width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** The same, blanks before it. */
export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text
}

/** A text that fits a width, its end given up for `…`. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  return `${fit(text, width - 1)}…`
}

/** As much of a text as fits, one sign at least. */
function fit(text: string, width: number): string {
  let [kept, left] = ['', width]
  for (const sign of text) {
    left -= widthOf(sign)
    if (left < 0 && kept !== '') break
    kept += sign
  }
  return kept
}

/** Lines of at most a width, broken between words where there are any; line ends of the text stay. */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line.trimEnd(), width))
}

function wrapLine(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.split(/(?<=[\s\u3000-\u9fff\uff00-\uffef])/u)) {
    if (line !== '' && widthOf((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
    while (widthOf(line.trimEnd()) > width) { // a word longer than the line
      const head = fit(line, width)
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  return [...lines, line.trimEnd()]
}

/** Two texts side by side; one alone takes the whole width. */
export function formatBeside(left: string, right: string, {indent, width}: {readonly indent: string; readonly width: number}): string {
  if (left === '' || right === '') return wrap(left + right, width - indent.length).map((line) => `${indent}${line}`.trimEnd() + '\n').join('')
  const column = Math.floor((width - indent.length - 3) / 2)
  const [a, b] = [wrap(left, column), wrap(right, column)]
  return Array.from({length: Math.max(a.length, b.length)}, (_, at) => `${indent}${pad(a[at] ?? '', column)} | ${b[at] ?? ''}`.trimEnd() + '\n').join('')
}

/** Rows of cells; columns listed in `left` are set flush left, the others right. */
export function formatRows(rows: readonly (readonly string[])[], left: ReadonlySet<number>): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  return rows.map((row) => `${row.map((cell, column) => (left.has(column) ? pad : padLeft)(cell, widths[column] ?? 0)).join('  ').trimEnd()}\n`).join('')
}
