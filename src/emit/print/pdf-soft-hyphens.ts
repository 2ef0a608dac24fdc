/** Takes soft hyphens that were not used out of what a page draws: each is a blank within a word to whoever searches, copies or hears it. */

const opening = /^\/Span<<\/ActualText <FEFF00AD> ?>> BDC$/i
const glyph = /^(\S+) (\S+) Td <[0-9A-F]+> Tj$/i
const move = /^(\S+) (\S+) (Td\b.*)$/

/** The content stream without them, all other glyphs in their places. Those at line ends are followed by a hyphen of its own, which stays. Skia writes a line for each operator. */
export function dropSoftHyphens(content: string): string {
  if (!/<FEFF00AD>/i.test(content)) return content
  const lines = content.split('\n')
  const kept: string[] = []
  let [x, y] = [0, 0] // moved by what was left out: from there the next glyph is moved
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const dropped = opening.test(line) && lines[at + 2] === 'EMC' ? glyph.exec(lines[at + 1] ?? '') : null
    if (dropped) {
      ;[x, y] = [x + Number(dropped[1]), y + Number(dropped[2])]
      at += 2
      continue
    }
    const [, right, up, rest] = x === 0 && y === 0 ? [] : move.exec(line) ?? []
    kept.push(rest === undefined ? line : `${write(x + Number(right))} ${write(y + Number(up))} ${rest}`)
    if (rest !== undefined || line === 'ET' || line.endsWith(' Tm')) [x, y] = [0, 0]
  }
  return kept.join('\n')
}

function write(length: number): string {
  return length.toFixed(7).replace(/\.?0+$/, '')
}
