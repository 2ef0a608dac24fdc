/** Text that an XML document may hold and whose order is what it shows. */
import type {Context} from './context.ts'

/** C0 and C1 controls, noncharacters and lone surrogates (XML 1.0 §2.2), and the bidi embeddings and overrides. */
const unwanted = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\p{Cs}]/u
const unwantedAll = new RegExp(unwanted, 'gu')

/** The text without them; each kind is counted once. `line` is where the text starts, when known. */
export function cleanText(text: string, context: Context, line?: number): string {
  if (!unwanted.test(text)) return text
  let seen = 0, at = line
  return text.replace(unwantedAll, (character, offset: number) => {
    if (at !== undefined) {
      at += text.slice(seen, offset).split('\n').length - 1
      seen = offset
    }
    const isBidi = /[\u202a-\u202e]/.test(character)
    context.tally(isBidi ? 'parse/bidi-override' : 'parse/illegal-character', nameCharacter(character), at)
    return ''
  })
}

/** The text without isolates that nothing ends in their paragraph, or that end nothing (UAX #9, 3.1.2); pairs stay. */
export function balanceIsolates(text: string, context: Context): string {
  if (!/[\u2066-\u2069]/.test(text)) return text
  const strays: number[] = []
  let open: number[] = []
  for (const {0: sign, index} of text.matchAll(/[\u2066-\u2069]|\n[ \t\r]*(?=\n)/g)) {
    if (sign.startsWith('\n')) {
      strays.push(...open)
      open = []
    } else if (sign !== '\u2069') open.push(index)
    else if (open.pop() === undefined) strays.push(index)
  }
  strays.push(...open)
  return dropStrays(text, strays.sort((a, b) => a - b), context)
}

function dropStrays(text: string, strays: readonly number[], context: Context): string {
  let [out, seen, line] = ['', 0, 1]
  for (const at of strays) {
    const before = text.slice(seen, at)
    line += before.split('\n').length - 1
    context.tally('parse/unbalanced-isolate', nameCharacter(text.charAt(at)), line)
    out += before
    seen = at + 1
  }
  return out + text.slice(seen)
}

function nameCharacter(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
