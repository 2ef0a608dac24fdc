/** Patterns as the file from which Chromium divides words: Minikin's format, public in the Android sources (minikin, doc/hyb_file_format.md). */
import type {Pattern} from './patterns.ts'

interface Node {
  readonly next: Map<number, Node>
  levels?: readonly number[]
  /** Where it stands in the packed trie. */
  place: number
}

/** Codes of letters from 1; 0 is the end of the word. */
interface Alphabet {
  readonly codeByLetter: ReadonlyMap<string, number>
  /** Beside the letters of the patterns their capitals, with the same codes. */
  readonly all: readonly (readonly [letter: string, code: number])[]
  readonly size: number
}

const [magic, version, headerSize] = [0x62ad7968, 0, 24]

/** The file. Letters beyond the Basic Multilingual Plane are not known to the format; patterns with such are left out. */
export function compileHyb(patterns: readonly Pattern[], language: string): Uint8Array {
  const alphabet = makeAlphabet(patterns, language)
  const nodes = pack(plant(patterns, alphabet))
  const table = makePatternTable(nodes)
  const parts = [writeAlphabet(alphabet), writeTrie(nodes, alphabet, table), writePatterns(table)]
  const ends = parts.reduce<number[]>((all, part) => [...all, (all.at(-1) ?? 0) + part.length], [headerSize])
  return Buffer.concat([words([magic, version, ...ends]), ...parts])
}

function makeAlphabet(patterns: readonly Pattern[], language: string): Alphabet {
  const letters = [...new Set(patterns.flatMap((pattern) => [...pattern.letters]))].filter((letter) => letter !== '.' && letter.length === 1).sort()
  const codeByLetter = new Map(letters.map((letter, at) => [letter, at + 1]))
  const all = new Map(codeByLetter)
  for (const letter of letters) {
    const capital = letter.toLocaleUpperCase(language)
    if (capital.length === 1 && !all.has(capital)) all.set(capital, codeByLetter.get(letter) ?? 0)
  }
  return {codeByLetter, all: [...all].sort(([a], [b]) => a < b ? -1 : 1), size: letters.length}
}

/** The trie of the patterns, breadth first. */
function plant(patterns: readonly Pattern[], {codeByLetter}: Alphabet): readonly Node[] {
  const root: Node = {next: new Map(), place: 0}
  for (const {letters, levels} of patterns) {
    const codes = [...letters].map((letter) => letter === '.' ? 0 : codeByLetter.get(letter))
    const first = levels.findIndex((level) => level > 0)
    if (first < 0 || codes.includes(undefined)) continue
    let node = root
    for (const code of codes as readonly number[]) {
      const next = node.next.get(code) ?? {next: new Map<number, Node>(), place: 0}
      node.next.set(code, next)
      node = next
    }
    node.levels = levels.slice(first)
  }
  const nodes = [root]
  for (const node of nodes) {
    const sorted = [...node.next].sort(([a], [b]) => a - b)
    for (const [, next] of sorted) nodes.push(next) // the loop goes on with them
  }
  return nodes
}

/** Gives each node a place of its own, such that the places of its letters (place + code) are free as well. */
function pack(nodes: readonly Node[]): readonly Node[] {
  const [takenEdges, takenNodes]: [boolean[], boolean[]] = [[], []]
  let [freeEdge, freeNode] = [0, 0]
  const searched = new Map<number, number>() // gaps before it were too narrow for so many letters: to look again would take a minute for Hungarian
  for (const node of nodes) {
    const codes = [...node.next.keys()].sort((a, b) => a - b)
    const [lowest] = codes
    if (lowest === undefined) {
      while (takenNodes[freeNode]) freeNode++
      node.place = freeNode
    } else {
      const fits = (place: number): boolean => place >= 0 && !takenNodes[place] && codes.every((code) => !takenEdges[place + code])
      let edge = Math.max(freeEdge, searched.get(codes.length) ?? 0)
      while (!fits(edge - lowest)) edge++
      searched.set(codes.length, edge)
      node.place = edge - lowest
      for (const code of codes) takenEdges[node.place + code] = true
      while (takenEdges[freeEdge]) freeEdge++
    }
    takenNodes[node.place] = true
  }
  return nodes
}

interface PatternTable {
  readonly entries: readonly number[]
  readonly raw: readonly number[]
  readonly indexByLevels: ReadonlyMap<string, number>
}

/** Each row of levels once: its length, how many zeros it ends with, and where its other values stand. */
function makePatternTable(nodes: readonly Node[]): PatternTable {
  const [entries, raw, indexByLevels, placeByRaw] = [[0], [] as number[], new Map([['', 0]]), new Map<string, number>()]
  for (const {levels} of nodes) {
    if (!levels || indexByLevels.has(levels.join())) continue
    const kept = levels.slice(0, levels.findLastIndex((level) => level > 0) + 1)
    const place = placeByRaw.get(kept.join()) ?? raw.length
    if (place === raw.length) raw.push(...kept)
    placeByRaw.set(kept.join(), place)
    indexByLevels.set(levels.join(), entries.length)
    entries.push(kept.length * 2 ** 26 + (levels.length - kept.length) * 2 ** 20 + place)
  }
  return {entries, raw, indexByLevels}
}

/** A table by code where letters lie close together (version 0), else a list (version 1). */
function writeAlphabet({all, size}: Alphabet): Buffer {
  const codes = all.map(([letter, code]) => [letter.charCodeAt(0), code] as const)
  const [first, last] = [codes[0]?.[0] ?? 0, codes.at(-1)?.[0] ?? 0]
  if (last - first >= 1024 || size >= 256) return words([1, codes.length, ...codes.map(([point, code]) => point * 2 ** 11 + code)])
  const table = Buffer.alloc(Math.ceil((last - first + 1) / 4) * 4)
  for (const [point, code] of codes) table[point - first] = code
  return Buffer.concat([words([0, first, last + 1]), table])
}

/** One word for each place: the row of levels, the place that the letter leads to, the letter. */
function writeTrie(nodes: readonly Node[], {size}: Alphabet, {entries, indexByLevels}: PatternTable): Buffer {
  const length = nodes.reduce((most, {place}) => Math.max(most, place), 0) + size + 1
  const linkShift = bitsOf(size)
  const patternShift = linkShift + bitsOf(length - 1)
  if (entries.length * 2 ** patternShift > 2 ** 32) throw new Error(`Unexpected patterns that need more than 32 bits, expected those of one language`)
  const rows = new Array<number>(length).fill(0)
  for (const node of nodes) {
    rows[node.place] = (rows[node.place] ?? 0) + (indexByLevels.get(node.levels?.join() ?? '') ?? 0) * 2 ** patternShift
    for (const [code, next] of node.next) rows[node.place + code] = (rows[node.place + code] ?? 0) + next.place * 2 ** linkShift + code
  }
  return words([0, 2 ** linkShift - 1, linkShift, 2 ** patternShift - 2 ** linkShift, patternShift, length, ...rows])
}

function writePatterns({entries, raw}: PatternTable): Buffer {
  return Buffer.concat([words([0, entries.length, 16 + 4 * entries.length, raw.length, ...entries]), Buffer.from(raw)])
}

function bitsOf(value: number): number {
  return value > 0 ? Math.floor(Math.log2(value)) + 1 : 0
}

/** 32 bits each, little end first. */
function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeUInt32LE(value, at * 4))
  return bytes
}
