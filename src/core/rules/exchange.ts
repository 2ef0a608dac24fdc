/** Diagnostics of files that go to translators and come back: PO, XLIFF, TMX. */
import type {Rules} from './rule.ts'

export const exchangeRules = {
  'exchange/broken-file': {
    severity: 'fatal',
    message: (f: {reason: string}) => `Unexpected ${f.reason}; nothing is imported. Save the file again in the translation tool, or mend the line`
  },
  'exchange/source-language': {
    severity: 'fatal',
    message: (f: {found: string; expected: string}) => `Unexpected source language \`${f.found}\`, expected \`${f.expected}\`, from which this publication is translated; nothing is imported. Export again and give that file to the translator`
  },
  'exchange/unknown-language': {
    severity: 'fatal',
    message: (f: {language: string; languages: string}) => `Unexpected target language \`${f.language}\`, expected one of ${f.languages}; nothing is imported. Correct it, or begin an edition in that language with --force`
  },
  'exchange/unknown-article': {
    severity: 'error',
    message: (f: {slug: string}) => `Unexpected article \`${f.slug}\`, expected one that the source language has; its passages are not taken. If it has another slug now, export again and let the tool carry its translations over`
  },
  'exchange/unknown-unit': {
    severity: 'error',
    message: (f: {unit: string; words: string}) => `Unexpected passage \`${f.unit}\` ("${shorten(f.words)}"), expected one that the source says still; it was changed or removed since the export, and its translation is not taken. Export again and let the tool carry its translations over`
  },
  'exchange/duplicate': {
    severity: 'error',
    message: (f: {unit: string; line: number}) => `Unexpected second translation of \`${f.unit}\`, expected one; neither this one nor that of line ${f.line} is taken. Delete one of them`
  },
  'exchange/changed-since': {
    severity: 'error',
    message: (f: {unit: string; words: string}) => `Unexpected translation of \`${f.unit}\`, which was changed in the publication too since the export${f.words === '' ? '' : ` ("${shorten(f.words)}")`}, expected one that was not; it stays as it is there. Carry the change over by hand, or take what came back with --force`
  },
  'exchange/damaged-markup': {
    severity: 'error',
    message: (f: {unit: string; lost: readonly string[]; added: readonly string[]}) => `Unexpected markup in the translation of \`${f.unit}\`: ${[
      ...f.lost.length > 0 ? [`${list(f.lost)} ${f.lost.length === 1 ? 'is' : 'are'} missing`] : [], ...f.added.length > 0 ? [`${list(f.added)} ${f.added.length === 1 ? 'is' : 'are'} not in its source`] : []
    ].join(', ')}; expected that of its source; the passage is not taken. Copy links, code, pictures, notes and placeholders as they are`
  },
  'exchange/damaged-structure': {
    severity: 'error',
    message: (f: {unit: string; expected: string; found: string}) => `Unexpected ${f.found} in the translation of \`${f.unit}\`, expected ${f.expected} as in its source; the passage is not taken. Put a backslash before a sign that begins a list or heading, close code and comments`
  },
  'exchange/unset-value': {
    severity: 'error',
    message: (f: {key: string; file: string}) => `Unexpected way in which \`${f.key}\` is written in the front matter of ${f.file}, expected text or a list of texts; its translation is not taken. Set it by hand`
  },
  'exchange/occupied': {
    severity: 'error',
    message: (f: {slug: string; file: string}) => `Unexpected file ${f.file}, expected none where the translation of \`${f.slug}\` belongs; nothing of that article is taken. Give the file the slug \`${f.slug}\` if it is its translation, or rename it`
  }
} as const satisfies Rules

function list(texts: readonly string[]): string {
  return texts.map((text) => text.includes('`') ? text : `\`${text}\``).join(', ')
}

function shorten(words: string): string {
  return words.replaceAll(/\s+/g, ' ').slice(0, 60)
}
