/** Diagnostics of what a translation says otherwise than its source: links, code, numbers, pictures, structure, language. */
import type {Rules} from './rule.ts'

interface Swap {
  readonly expected: string
  readonly found: string | undefined
  /** Place of the source, `en/honey.md:12`. */
  readonly at: string
}

export const parityRules = {
  'parity/link': {
    severity: 'warning',
    message: ({expected, found, at}: Swap) => `Unexpected ${found === undefined ? `lack of the link to \`${expected}\`` : `link to \`${found}\``}, expected ${found === undefined ? 'it' : `one to \`${expected}\``} as in ${at}. Correct the translation, or the source`
  },
  'parity/added-link': {
    severity: 'warning',
    message: (f: {url: string; at: string}) => `Unexpected link to \`${f.url}\`, expected none as in ${f.at}. Take it out, or set it in the source too`
  },
  'parity/picture': {
    severity: 'warning',
    message: ({expected, found, at}: Swap) => `Unexpected ${found === undefined ? `lack of the picture \`${expected}\`` : `picture \`${found}\``}, expected ${found === undefined ? 'it' : `\`${expected}\` or its version in this language (\`name.<language>.png\`)`} as in ${at}. Correct the translation, or the source`
  },
  'parity/code': {
    severity: 'warning',
    message: ({expected, found, at}: Swap) => `Unexpected ${found === undefined ? `lack of the code ${quote(expected)}` : `code ${quote(found)}`}, expected ${found === undefined ? 'it' : quote(expected)} as in ${at}; comments and words in quotes may differ. Copy it from the source`
  },
  'parity/number': {
    severity: 'warning',
    message: ({expected, found, at}: Swap) => `Unexpected ${found === undefined ? `lack of the number ${expected}` : `number ${found}`}, expected ${found === undefined ? 'it' : expected} as in ${at}. Correct the translation, or the source`
  },
  'parity/unit': {
    severity: 'warning',
    message: (f: {expected: string; found: string; at: string}) => `Unexpected ${f.found}, expected ${f.expected} as in ${f.at}: the number is the same, the unit is not. Correct one of them`
  },
  'parity/heading': {
    severity: 'warning',
    message: (f: {level: number; expected: number; at: string}) => `Unexpected heading of level ${f.level}, expected level ${f.expected} as in ${f.at}. Give it as many \`#\` as the source has`
  },
  'parity/note': {
    severity: 'warning',
    message: (f: {label: string; at: string}) => `Unexpected lack of the note \`[^${f.label}]\`, expected its call as in ${f.at}. Call it in the translation, or take it out of the source`
  },
  'parity/added-note': {
    severity: 'warning',
    message: (f: {label: string; at: string}) => `Unexpected note \`[^${f.label}]\`, expected none as in ${f.at}. Take it out, or set it in the source too`
  },
  'parity/placeholder': {
    severity: 'warning',
    message: ({expected, found, at}: Swap) => `Unexpected ${found === undefined ? `lack of the placeholder \`${expected}\`` : `placeholder \`${found}\``}, expected ${found === undefined ? 'it' : `\`${expected}\``} as in ${at}: a program fills it in. Copy it from the source`
  },
  'parity/untranslated': {
    severity: 'warning',
    message: (f: {words: string; at: string}) => `Unexpected words of the source "${f.words}", expected their translation (${f.at}). Translate them, or mark them as a quotation in another language`
  },
  'parity/wrong-language': {
    severity: 'warning',
    message: (f: {words: string; found: string; expected: string}) => `Unexpected language \`${f.found}\` of "${f.words}", expected \`${f.expected}\`. Translate the passage, or say its language`
  }
} as const satisfies Rules

function quote(code: string): string {
  return code.includes('`') ? `"${code}"` : `\`${code}\``
}
