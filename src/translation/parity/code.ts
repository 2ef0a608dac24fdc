/** Code of a translation: what a machine reads is the source's; comments, words in quotes and names to be filled in may be translated. */
import type {Report} from '../../core/diagnostic.ts'
import type {Block} from '../../core/translation.ts'
import type {Pair} from '../pair.ts'
import {findMismatches} from './accounts.ts'
import {nameOf, placeOf} from './places.ts'

export function checkCode(pair: Pair, report: Report): void {
  const {source: {article: ours}, target: {article: theirs}} = pair
  const list = ({kind, code}: Block): readonly string[] => kind === 'code' ? code : code.filter((each) => /[^\s\p{P}]/u.test(each))
  for (const {source: missing, target: added, between} of findMismatches(pair, {list, isSame: isSameCode})) {
    if (!missing) continue
    const line = missing.block.kind === 'code' && added?.block.kind === 'code' ? findLine(missing.text, added.text) : undefined
    const expected = line ? line.expected : firstLine(missing.text)
    const found = line ? line.found : added && firstLine(added.text)
    report('parity/code', {expected, found, at: nameOf(ours, between[0], expected)}, placeOf(theirs, between[1], found))
  }
}

export function isSameCode(source: string, target: string): boolean {
  return source === target || isSameLines(readLines(source), readLines(target))
}

function isSameLines(ours: readonly Line[], theirs: readonly Line[]): boolean {
  return ours.length === theirs.length && ours.every((line, at) => isSameLine(line, theirs[at]))
}

/** A word in other letters than ASCII's, where the source has ASCII, is a translation: of a title, of an answer that a program gives. */
function isSameLine(line: Line, other: Line | undefined): boolean {
  return line.folded === other?.folded || (other !== undefined && /\s/.test(other.raw) && /[^\0-\x7f]/.test(other.folded) && line.signs === other.signs)
}

/** A line of code, as a machine reads it, and what is left of that without its words: signs, and names with signs in them. */
interface Line {
  readonly raw: string
  readonly folded: string
  readonly signs: string
}

function readLines(code: string): readonly Line[] {
  const blank = code.replaceAll(/\/\*[^]*?\*\/|<!--[^]*?-->/g, (comment) => comment.replaceAll(/[^\n]/g, '')).split('\n')
  return code.split('\n').map((raw, at) => {
    const folded = foldLine(blank[at] ?? '')
    const signs = folded.replaceAll(/(?<![\w.:/@-])[\p{L}\p{M}]+(?![\w.:/@-])/gu, '')
    return {raw: raw.trim(), folded: trimLine(folded), signs: trimLine(signs)}
  }).filter(({folded}) => folded !== '')
}

/** Without comments, words in quotes, names to be filled in, and values that are a phrase. */
function foldLine(line: string): string {
  return line.normalize('NFC').replace(/(?:^|\s)(?:#+|\/\/|--|;|%|REM\b)(?:\s.*|$)/, '')
    .replaceAll(/(["'`“”‘’«»]).*?["'`“”‘’«»]/g, '""').replaceAll(/\{\{.*?\}\}/g, '{}').replaceAll(/\\(?:text|mathrm|operatorname)\{[^{}]*\}/g, '\\text')
    .replaceAll(/<[^<>=/"]*>/g, '<>')
    .replace(/^(\s*(?:- )?[\w-]+:)\s+\p{L}[\p{L}\p{M}'’]*(?:[ ,]+\p{L}[\p{L}\p{M}'’]*)+[.!?]?$/u, '$1""')
}

function trimLine(line: string): string {
  return line.replaceAll(/\s+/g, '').replace(/[/.,:;]$/, '')
}

interface Difference {
  readonly expected: string
  readonly found: string | undefined
}

/** The first line that differs. */
function findLine(source: string, target: string): Difference | undefined {
  const [ours, theirs] = [readLines(source), readLines(target)]
  const at = Array.from({length: Math.max(ours.length, theirs.length)}).findIndex((_, index) => ours[index]?.folded !== theirs[index]?.folded)
  return at < 0 ? undefined : {expected: ours[at]?.raw ?? '', found: theirs[at]?.raw}
}

function firstLine(code: string): string {
  const [first = '', ...more] = code.trim().split('\n')
  return more.length > 0 ? `${first} …` : first
}
