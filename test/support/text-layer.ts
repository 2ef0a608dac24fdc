/** The lines of a finished PDF as the file itself tells them, every letter and space in reading order. */
import type {PlacedText} from '../../src/verify/pdf-text.ts'

export interface TextLine {
  /** Baseline in points from the foot of the page. */
  readonly y: number
  /** Cells of a table and columns of an index stand a tabulator apart. */
  readonly text: string
}

/** What one text object draws: words in one font and direction. */
interface Piece {
  readonly left: number
  readonly right: number
  readonly y: number
  readonly text: string
  readonly letters: number
  /** Absent: signs and spaces, which go with their neighbours. */
  readonly rightToLeft: boolean | undefined
}

/** Points. Lines stand farther apart than signs that are raised or lowered in one of them. */
const raised = 5
/** Between origins of glyphs: wider than any letter of a table, and than the letter before it takes. */
const gapBehind = ({left, right, letters, text}: Piece): number =>
  Math.max(/[\u2E80-\uD7FF\uFF00-\uFFEF]$/.test(text) ? 13 : 10.5, letters > 1 ? 1.6 * (right - left) / (letters - 1) : 0)

/** Lines from the top; `rightToLeft` is the direction of the page. */
export function assembleLines(glyphs: readonly PlacedText[], rightToLeft: boolean): readonly TextLine[] {
  const lines: {readonly y: number; readonly pieces: Piece[]}[] = []
  for (const piece of [...listPieces(glyphs)].sort((a, b) => b.letters - a.letters)) {
    const line = lines.find(({y}) => Math.abs(y - piece.y) < raised)
    if (line) line.pieces.push(piece)
    else lines.push({y: piece.y, pieces: [piece]})
  }
  return lines.sort((a, b) => b.y - a.y).map(({y, pieces}) => ({y, text: joinPieces(arrange(pieces, rightToLeft)).trim()})).filter(({text}) => text !== '')
}

function listPieces(glyphs: readonly PlacedText[]): readonly Piece[] {
  const byRun = new Map<number, PlacedText[]>()
  for (const glyph of glyphs) byRun.set(glyph.run ?? 0, [...byRun.get(glyph.run ?? 0) ?? [], glyph])
  return [...byRun.values()].map((run) => {
    const [heights, places] = [run.map(({y}) => y).sort((a, b) => a - b), run.map(({x}) => x)]
    const y = heights[Math.floor(heights.length / 2)] ?? 0 // most stand on the baseline, their marks above and below
    const text = run.map((glyph) => glyph.text).join('')
    return {y, left: Math.min(...places), right: Math.max(...places), text, letters: run.length, rightToLeft: directionIn(text)}
  })
}

function directionIn(text: string): boolean | undefined {
  if (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text.replaceAll(/\p{N}/gu, ''))) return true
  return /[\p{L}\p{N}]/u.test(text) ? false : undefined
}

/** In reading order: in a line from the right, neighbours that read from the left keep their order among themselves. */
function arrange(pieces: readonly Piece[], rightToLeft: boolean): readonly Piece[] {
  const fromLeft = [...pieces].sort((a, b) => a.left - b.left)
  const isOdd = (at: number): boolean => {
    const [own, before, after] = [fromLeft[at], fromLeft[at - 1], fromLeft[at + 1]]
    return own?.rightToLeft === undefined ? before?.rightToLeft === !rightToLeft && after?.rightToLeft === !rightToLeft : own.rightToLeft !== rightToLeft
  }
  const groups: Piece[][] = []
  fromLeft.forEach((piece, at) => {
    if (at > 0 && isOdd(at) && isOdd(at - 1) && isNear(fromLeft[at - 1], piece)) groups.at(-1)?.push(piece)
    else groups.push([piece])
  })
  if (rightToLeft) groups.reverse()
  else for (const group of groups) group.reverse()
  return groups.flat()
}

function isNear(left: Piece | undefined, right: Piece): boolean {
  return left !== undefined && right.left - left.right < 24
}

function joinPieces(pieces: readonly Piece[]): string {
  return pieces.map((piece, at) => {
    const before = pieces[at - 1]
    if (!before) return piece.text
    const [left, right] = before.left < piece.left ? [before, piece] : [piece, before]
    return right.left - left.right > gapBehind(left) && !/\s$/.test(before.text) && !/^\s/.test(piece.text) ? `\t${piece.text}` : piece.text
  }).join('')
}

/** What cannot be seen, or is easily taken for something else, by its code point. */
export function showInvisible(text: string): string {
  return text.replace(/(?![ \t])[\p{Cf}\p{Zs}\p{Cc}\u2010\u2011\uFFFD]/gu, (sign) => `⟨${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}⟩`)
}
