/** Reads a content stream (ISO 32000-2, 7.8.2) into operators and their operands, whatever program wrote it. */

/** A number, a name with its stroke (`/F1`), the bytes of a string, an array; a dictionary is an array of what stands in it. */
export type Operand = number | string | {readonly bytes: string} | readonly Operand[]

export interface Operation {
  readonly operator: string
  readonly operands: readonly Operand[]
}

const word = /[^\s()<>[\]{}/%]+/y
const space = /(?:[\0\s]+|%[^\r\n]*)+/y
const hexadecimal = /<([0-9A-Fa-f\s\0]*)>/y
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)/
/** Deeper than any program nests; what goes beyond is read flat. */
const deepest = 40

/** One after another; what cannot be read is passed over. */
export function* readOperations(content: string): Generator<Operation> {
  let operands: Operand[] = []
  const open: Operand[][] = []
  let at = skip(space, content, 0)
  while (at < content.length) {
    const sign = content[at] ?? ''
    let value: Operand | undefined
    if (sign === '(') [value, at] = readString(content, at)
    else if (sign === '/') [value, at] = readWord(content, at + 1, '/')
    else if (sign === '[' || content.startsWith('<<', at)) {
      if (open.length < deepest) open.push([])
      at += sign === '[' ? 1 : 2
    } else if (sign === ']' || content.startsWith('>>', at)) {
      value = open.pop()
      at += sign === ']' ? 1 : 2
    } else if (sign === '<') [value, at] = readHexadecimal(content, at)
    else {
      const [text, next] = readWord(content, at, '')
      at = Math.max(next, at + 1)
      if (number.test(text)) value = Number.parseFloat(text)
      else if (open.length > 0 || text === '') value = text === '' ? undefined : text
      else {
        if (text === 'ID') at = findImageEnd(content, at)
        yield {operator: text, operands}
        operands = []
      }
    }
    if (value !== undefined) (open.at(-1) ?? operands).push(value)
    at = skip(space, content, at)
  }
}

function skip(pattern: RegExp, content: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(content) ? pattern.lastIndex : at
}

function readWord(content: string, at: number, before: string): readonly [string, number] {
  const end = skip(word, content, at)
  return [before + content.slice(at, end), end]
}

function readHexadecimal(content: string, at: number): readonly [Operand | undefined, number] {
  hexadecimal.lastIndex = at
  const found = hexadecimal.exec(content)
  if (!found) return [undefined, at + 1]
  const digits = (found[1] ?? '').replace(/[\s\0]/g, '')
  return [{bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1')}, hexadecimal.lastIndex]
}

const escaped: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f'}

/** A literal string (7.3.4.2): brackets within it are in pairs or escaped. */
function readString(content: string, from: number): readonly [Operand, number] {
  let [depth, at, bytes] = [1, from + 1, '']
  for (; at < content.length; at++) {
    const sign = content[at] ?? ''
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(content.slice(at + 1, at + 4))?.[0]
      const next = content[at + 1] ?? ''
      bytes += octal === undefined ? /[\r\n]/.test(next) ? '' : escaped[next] ?? next : String.fromCharCode(Number.parseInt(octal, 8) & 255)
      at += octal?.length ?? 1
      continue
    }
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
    if (depth === 0) break
    bytes += sign
  }
  return [{bytes}, at + 1]
}

/** Behind the bytes of an inline image (8.9.7). */
function findImageEnd(content: string, at: number): number {
  const end = /[\s\0]EI(?=[\s\0]|$)/g
  end.lastIndex = at
  const found = end.exec(content)
  return found ? found.index + 1 : content.length
}
