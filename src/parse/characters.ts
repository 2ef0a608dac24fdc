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

function nameCharacter(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
