/**
 * Letters that several glyphs draw together, as marks do on their base: Skia says what they mean as a whole (`ActualText`). Readers
 * take the width of the whole from its first and last glyph, and find blanks within words where these are marks.
 */
import type {AdvanceOf} from './pdf-widths.ts'

interface Drawn {
  readonly x: number
  readonly y: number
  readonly codes: string
  readonly advance: number
}

const opening = /^\/Span<<\/ActualText .*BDC$/
const drawing = /^(?:(\S+) (\S+) Td )?<([0-9A-Fa-f]+)> Tj$/
const font = /^\/(\S+) (\S+) Tf$/
/** Units of text space: less is the rounding of widths. */
const tolerance = 0.02

/** The content stream with each such group drawn from its left to its right end, to the eye as before. Skia writes a line for each operator. */
export function spreadClusters(content: string, advanceOf: AdvanceOf): string {
  if (!content.includes('/ActualText')) return content
  const lines = content.split('\n')
  const out: string[] = []
  let [name, size] = ['', 0]
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const end = opening.test(line) ? lines.indexOf('EMC', at) : -1
    const group = lines.slice(at, Math.max(at, end) + 1)
    for (const each of group) {
      const set = font.exec(each)
      if (set) [name, size] = [set[1] ?? '', Number(set[2])]
    }
    at += group.length - 1
    out.push(...group.length > 1 && isPlaced(lines, at + 1) ? spread(group, (codes) => advanceOf(name, codes) * size) : group)
  }
  return out.join('\n')
}

/** Whether what is drawn next says its place; else it goes on where the last glyph ended, which must stay the last. */
function isPlaced(lines: readonly string[], from: number): boolean {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line === 'ET' || /\b(?:Td|Tm)\b/.test(line)) return true
    if (/\b(?:Tj|TJ)$/.test(line)) return false
  }
  return true
}

/** Its lines, the glyph at the left end first, and the last one as wide as reaches the right end; as they were where that is so, or not known. */
function spread(group: readonly string[], advanceOf: (codes: string) => number): readonly string[] {
  const from = group.findIndex((line) => drawing.test(line))
  const drawn: Drawn[] = []
  let [x, y] = [0, 0]
  for (const line of group.slice(from, -1)) {
    const found = from < 0 ? null : drawing.exec(line)
    if (!found) return group
    ;[x, y] = [x + Number(found[1] ?? 0), y + Number(found[2] ?? 0)]
    const isAtOrigin = drawn.length === 0 && group.slice(0, from).some((each) => each.endsWith(' Tm'))
    if (found[1] === undefined && !isAtOrigin) return group // goes on from the end of the one before
    drawn.push({x, y, codes: found[3] ?? '', advance: advanceOf(found[3] ?? '')})
  }
  const [left, right] = [Math.min(...drawn.map((each) => each.x)), Math.max(...drawn.map((each) => each.x + each.advance))]
  const isAt = (place: number, edge: number): boolean => Math.abs(place - edge) < tolerance
  const [head, tail] = [drawn[0], drawn.at(-1)]
  if (!head || !tail || drawn.length < 2 || (isAt(head.x, left) && isAt(tail.x + tail.advance, right))) return group
  const widest = drawn.filter((each) => isAt(each.x, left)).reduce((best, each) => each.advance > best.advance ? each : best)
  const ordered = [widest, ...drawn.filter((each) => each !== widest)]
  return [...group.slice(0, from), ...draw(ordered, right, {x, y}), ...group.slice(-1)]
}

/** Draws them in this order, and goes back to where the last one stood: what follows is placed from there. */
function draw(ordered: readonly Drawn[], right: number, back: Pick<Drawn, 'x' | 'y'>): readonly string[] {
  let [x, y] = [0, 0]
  const move = (to: Pick<Drawn, 'x' | 'y'>): string => {
    const step = `${write(to.x - x)} ${write(to.y - y)} Td`
    ;[x, y] = [to.x, to.y]
    return step
  }
  const lines = ordered.flatMap((each, place) => {
    const line = `${move(each)} <${each.codes}> Tj`
    const gap = place === ordered.length - 1 ? (right - each.x - each.advance) / (each.codes.length / 4) : 0
    return gap > tolerance ? [`${write(gap)} Tc`, line, '0 Tc'] : [line]
  })
  return x === back.x && y === back.y ? lines : [...lines, move(back)]
}

function write(length: number): string {
  return length.toFixed(7).replace(/\.?0+$/, '').replace(/^-0$/, '0')
}
