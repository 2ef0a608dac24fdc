/** Front matter of a manuscript: where it is, and its keys with their places. Pure, shared by read (slug) and parse (everything). */
import {decodeHTML} from 'entities'
import {parse as parseToml, TomlError} from 'smol-toml'
import {isMap, isScalar, isSeq, LineCounter, parseDocument} from 'yaml'

/** A value as written: every scalar stays the author's text, so `1.10` and `no` are not mistaken for numbers or booleans. */
export type FrontValue = string | readonly FrontValue[] | ReadonlyMap<string, FrontValue>

export interface FrontEntry {
  /** As written. */
  readonly key: string
  readonly value: FrontValue
  /** 1-based, in the file. */
  readonly line: number
  readonly column: number
}

/** What is wrong with front matter; `reason` completes "Unexpected front matter …". */
export interface FrontProblem {
  readonly reason: string
  readonly line: number
  readonly column: number
}

export interface FrontMatter {
  readonly entries: readonly FrontEntry[]
  readonly problems: readonly FrontProblem[]
  /** Keys written without the blank after the colon. */
  readonly joined: readonly {readonly key: string; readonly line: number}[]
  /** Lines before the body. */
  readonly lines: number
  readonly body: string
}

interface Split {
  readonly kind: 'yaml' | 'toml'
  readonly source: string
  /** Line of the file, 1-based, on which the source starts. */
  readonly line: number
  readonly lines: number
  readonly body: string
  readonly unclosed?: true
}

/** Bytes of front matter that are read; no honest one comes near. */
const maximumSize = 16_384
const maximumDepth = 16
const knownAtStart = /^(title|description|keywords|tags|slug|order|draft|aliases|authors?|translators?|lang|dir|sort-as|typography)$/i
const keyLine = /^(["']?)([^\s:#"'[\]{},&*!|>%@`-][^:"'#]*?)\1[ \t]*:(?:\s|$)/u
const joinedLine = /^(title|description|keywords|tags|slug|order|draft|aliases|authors?|translators?|lang|dir|sort-as|typography):(?=[^\s/:])/i
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Front matter and body of a file; a file without front matter has no entries and is all body. Never throws. */
export function readFrontMatter(text: string): FrontMatter {
  const split = splitFrontMatter(text)
  if (!split) return {entries: [], problems: [], joined: [], lines: 0, body: text.replace(/^\uFEFF/, '')}
  const {lines, body} = split
  const joined: {key: string; line: number}[] = []
  const source = split.kind === 'toml' ? split.source : split.source.split('\n').map((line, index) => {
    const key = joinedLine.exec(line)?.[1]
    if (key === undefined) return line
    joined.push({key, line: split.line + index})
    return `${line.slice(0, key.length + 1)} ${line.slice(key.length + 1)}`
  }).join('\n')
  const {entries, problem} = readEntries({...split, source})
  const problems: FrontProblem[] = problem ? [problem] : []
  if (split.unclosed) problems.push({reason: 'without its closing fence', line: Math.max(1, split.line - 1), column: 1})
  return {entries: problem ? [...entries, ...salvageEntries(source, split, entries)] : entries, problems, joined, lines, body}
}

/** The explicit slug of a manuscript. */
export function readSlug(text: string): string | undefined {
  if (!/^[^\S\n]*["']?slug["']?[ \t]*[:=]/im.test(text.slice(0, maximumSize))) return undefined
  const slug = readFrontMatter(text).entries.find((entry) => entry.key.toLowerCase() === 'slug')?.value
  return typeof slug === 'string' && slug.trim() ? slug.trim() : undefined
}

function splitFrontMatter(text: string): Split | undefined {
  const lines = text.replace(/^\uFEFF/, '').split('\n')
  const start = lines.findIndex((line) => line.trim() !== '')
  const first = lines[start]?.trimEnd()
  if (first === '---') return splitFenced(lines, start, 'yaml', /^(?:---|\.\.\.)\s*$/)
  if (first === '+++') return splitFenced(lines, start, 'toml', /^\+\+\+\s*$/)
  return first === undefined ? undefined : splitUnfenced(lines, start)
}

function splitFenced(lines: readonly string[], start: number, kind: 'yaml' | 'toml', fence: RegExp): Split | undefined {
  const end = lines.findIndex((line, index) => index > start && fence.test(line))
  const plausible = (source: readonly string[]): boolean =>
    source.every((line) => /^\s*(?:#.*)?$/.test(line)) || source.some((line) => kind === 'toml' ? /^\s*[\w."'-]+\s*=|^\s*\[/.test(line) : isKeyLine(line))
  if (end >= 0) {
    const source = lines.slice(start + 1, end)
    return plausible(source) ? makeSplit(lines, kind, start + 1, end, end + 1) : undefined // else two thematic breaks
  }
  const blank = lines.findIndex((line, index) => index > start && line.trim() === '')
  const stop = blank < 0 ? lines.length : blank
  if (!isKeyLine(lines[start + 1] ?? '')) return undefined
  return {...makeSplit(lines, kind, start + 1, stop, stop), unclosed: true}
}

/** `key: value` lines closed by `---` without an opening fence; at least one key must be ours or all lower case. */
function splitUnfenced(lines: readonly string[], start: number): Split | undefined {
  const first = lines[start] ?? ''
  const key = keyLine.exec(first)?.[2] ?? joinedLine.exec(first)?.[1]
  if (key === undefined || !(knownAtStart.test(key) || /^[a-z][a-z_-]*$/.test(key))) return undefined
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (/^---\s*$/.test(line)) return makeSplit(lines, 'yaml', start, index, index + 1)
    if (!isKeyLine(line) && !/^(?:\s+\S|- |#)/.test(line)) return undefined
  }
  return undefined
}

function isKeyLine(line: string): boolean {
  return keyLine.test(line) || joinedLine.test(line)
}

function makeSplit(all: readonly string[], kind: 'yaml' | 'toml', from: number, to: number, body: number): Split {
  return {kind, source: all.slice(from, to).join('\n'), line: from + 1, lines: body, body: all.slice(body).join('\n')}
}

interface Entries {
  readonly entries: readonly FrontEntry[]
  readonly problem?: FrontProblem
}

function readEntries(split: Split): Entries {
  const {source, line} = split
  if (Buffer.byteLength(source) > maximumSize) return fail(`of more than ${maximumSize / 1024} KiB`, line)
  if (bracketDepth(source) > maximumDepth) return fail(`nested deeper than ${maximumDepth} levels`, line)
  try {
    return split.kind === 'yaml' ? readYaml(source, line) : readToml(source, line)
  } catch (error) { // the parsers throw RangeError on depth, and on aliases
    return fail(error instanceof Error ? `(${firstLine(error.message)})` : 'that cannot be read', line)
  }
}

function readYaml(source: string, line: number): Entries {
  const counter = new LineCounter()
  const document = parseDocument(source, {
    version: '1.2', schema: 'failsafe', merge: false, uniqueKeys: true, strict: true, stringKeys: true, prettyErrors: false, lineCounter: counter
  })
  const error = document.errors[0] ?? document.warnings[0]
  if (error) {
    const place = counter.linePos(error.pos[0])
    return fail(`(${firstLine(error.message)})`, line + place.line - 1, place.col)
  }
  if (/(?:^|[\s,[{:])[&*]\S/.test(source) && hasAlias(document.contents)) return fail('with anchors and aliases', line)
  if (!isMap(document.contents)) return document.contents === null || source.trim() === '' ? {entries: []} : fail('that is not a list of keys and values', line)
  const entries = document.contents.items.flatMap((pair): FrontEntry[] => {
    if (!isScalar(pair.key)) return []
    const place = counter.linePos(pair.key.range?.[0] ?? 0)
    return [{key: String(pair.key.value), value: fromYaml(pair.value), line: line + place.line - 1, column: place.col}]
  })
  const forbidden = entries.find((entry) => forbiddenKeys.has(entry.key))
  const allowed = entries.filter((entry) => !forbiddenKeys.has(entry.key))
  return forbidden ? {entries: allowed, problem: {reason: `with the key ${forbidden.key}`, line: forbidden.line, column: 1}} : {entries: allowed}
}

function hasAlias(node: unknown): boolean {
  if (isScalar(node)) return node.anchor !== undefined
  if (isSeq(node)) return node.anchor !== undefined || node.items.some(hasAlias)
  if (isMap(node)) return node.anchor !== undefined || node.items.some((pair) => hasAlias(pair.key) || hasAlias(pair.value))
  return node !== null && node !== undefined // the only other kind of node is an alias
}

function fromYaml(node: unknown, depth = 0): FrontValue {
  if (depth > maximumDepth) throw new RangeError('nested too deeply')
  if (isSeq(node)) return node.items.map((item) => fromYaml(item, depth + 1))
  if (isMap(node)) return new Map(node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', fromYaml(pair.value, depth + 1)]))
  return isScalar(node) ? plainScalar(node.value, node.type) : ''
}

function plainScalar(value: unknown, type: string | undefined): string {
  const text = String(value ?? '')
  return type === 'PLAIN' && /^(?:null|~)$/i.test(text) ? '' : decodeHTML(text)
}

function readToml(source: string, line: number): Entries {
  try {
    const lines = source.split('\n')
    const entries = Object.entries(parseToml(source, {maxDepth: maximumDepth})).filter(([key]) => !forbiddenKeys.has(key)).map(([key, value]): FrontEntry => {
      const index = lines.findIndex((each) => each.trimStart().replace(/^["'[]+/, '').startsWith(key))
      return {key, value: fromToml(value), line: line + Math.max(0, index), column: 1}
    })
    return {entries}
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    return fail(`(${firstLine(error.message)})`, line + error.line - 1, error.column)
  }
}

function fromToml(value: unknown): FrontValue {
  if (Array.isArray(value)) return value.map(fromToml)
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object' && value !== null) return new Map(Object.entries(value).map(([key, each]) => [key, fromToml(each)]))
  return decodeHTML(String(value))
}

/** The plain `key: value` lines of broken front matter, for the keys that were not read. */
function salvageEntries(source: string, split: Split, read: readonly FrontEntry[]): readonly FrontEntry[] {
  const seen = new Set(read.map((entry) => entry.key.toLowerCase()))
  return source.slice(0, maximumSize).split('\n').flatMap((text, index): FrontEntry[] => {
    const match = /^([\w-]+)\s*[:=]\s*(\S.*?)\s*$/.exec(text)
    const key = match?.[1], value = match?.[2]
    if (key === undefined || value === undefined || !knownAtStart.test(key) || seen.has(key.toLowerCase()) || /^[|>&*[{]/.test(value)) return []
    seen.add(key.toLowerCase())
    return [{key, value: decodeHTML(value.replace(/^(["'])(.*)\1$/, '$2')), line: split.line + index, column: 1}]
  })
}

function bracketDepth(source: string): number {
  let depth = 0, deepest = 0
  for (const character of source) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth)
    else if ((character === ']' || character === '}') && depth > 0) depth--
  }
  return deepest
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/[.:\s]+$/, '')
}

function fail(reason: string, line: number, column = 1): Entries {
  return {entries: [], problem: {reason, line, column}}
}
