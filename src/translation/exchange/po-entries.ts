/** The entries of a PO file with their lines. */
import {ExchangeFault} from './unit.ts'

export interface PoEntry {
  readonly context?: string
  readonly id: string
  readonly text: string
  readonly flags: readonly string[]
  /** Extracted comments, `#. …`. */
  readonly comments: readonly string[]
  /** 1-based, of its `msgid`. */
  readonly line: number
}

interface Draft {
  strings: Map<string, string>
  flags: string[]
  comments: string[]
  line: number
  open?: string
}

const escapes: ReadonlyMap<string, string> = new Map([['n', '\n'], ['t', '\t'], ['r', '\r'], ['"', '"'], ['\\', '\\'], ['a', '\x07'], ['b', '\b'], ['f', '\f'], ['v', '\v']])

/** Obsolete entries are left out. Throws `ExchangeFault`. */
export function readEntries(source: string): readonly PoEntry[] {
  const entries: PoEntry[] = []
  let draft = makeDraft()
  const settle = (line: number): void => {
    if (draft.strings.size > 0) entries.push(finish(draft, line))
    draft = makeDraft()
  }
  source.replace(/^\ufeff/, '').split(/\r?\n/).forEach((whole, at) => {
    const line = whole.trim()
    const number = at + 1
    if (line === '' || line.startsWith('#')) {
      if (draft.strings.size > 0) settle(number)
      if (line.startsWith('#,')) draft.flags.push(...line.slice(2).split(',').map((flag) => flag.trim()))
      else if (line.startsWith('#.')) draft.comments.push(line.slice(2).trim())
      return
    }
    const [, key, rest = ''] = /^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+(.*)$/.exec(line) ?? []
    if (key === undefined) return appendString(draft, line, number)
    if ((key === 'msgctxt' || (key === 'msgid' && !draft.strings.has('msgctxt')) || draft.strings.has(key)) && draft.strings.size > 0) settle(number)
    if (key === 'msgid_plural') throw new ExchangeFault('plural entry, expected passages, which have none', number)
    if (key === 'msgid') draft.line = number
    draft.open = key.replace('[0]', '')
    draft.strings.set(draft.open, unquote(rest, number))
  })
  settle(source.split('\n').length)
  return entries
}

function makeDraft(): Draft {
  return {strings: new Map(), flags: [], comments: [], line: 0}
}

function appendString(draft: Draft, line: string, number: number): void {
  if (draft.open === undefined || !line.startsWith('"')) throw new ExchangeFault(`\`${line.slice(0, 40)}\`, expected \`msgid\`, \`msgstr\`, a comment or a string`, number)
  draft.strings.set(draft.open, `${draft.strings.get(draft.open) ?? ''}${unquote(line, number)}`)
}

function finish({strings, flags, comments, line}: Draft, end: number): PoEntry {
  const [id, text, context] = ['msgid', 'msgstr', 'msgctxt'].map((key) => strings.get(key))
  if (id === undefined) throw new ExchangeFault('entry without `msgid`, expected one', end)
  if (text === undefined) throw new ExchangeFault('entry without `msgstr`, expected one', end)
  return {id, text, flags, comments, line, ...(context !== undefined && {context})}
}

function unquote(quoted: string, line: number): string {
  if (!/^"(?:[^"\\]|\\.)*"$/.test(quoted)) throw new ExchangeFault(`string ${quoted.slice(0, 40)}, expected one in double quotes that is closed`, line)
  return quoted.slice(1, -1).replaceAll(/\\([0-7]{1,3}|x[\dA-Fa-f]{2}|.)/g, (whole, sign: string) =>
    /^[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8)) : /^x./.test(sign) ? String.fromCharCode(Number.parseInt(sign.slice(1), 16)) : escapes.get(sign) ?? whole)
}
