/** Diagnostics of translation: editions beside their source. */
import type {Rules} from './rule.ts'

export const translationRules = {
  'translation/orphan': {
    severity: 'warning',
    message: (f: {slug: string; source: string; suggestion: string | undefined; renamed: boolean}) => `Unexpected translation of \`${f.slug}\`, expected an article of that name in ${f.source}${f.suggestion === undefined ? '' : f.renamed ? `, which is called \`${f.suggestion}\` there now` : `, which has \`${f.suggestion}\``}; nothing tells whether it is up to date. Rename the file or give it the slug of its source; if there is none any more, delete it`
  },
  'translation/nothing-to-accept': {
    severity: 'error',
    message: (f: {slug: string; suggestion: string | undefined}) => `Unexpected article \`${f.slug}\` to accept, expected ${f.suggestion === undefined ? 'one that has a translation' : `\`${f.suggestion}\``}; nothing is recorded for it. Name articles as the table of \`hexapla status\` does`
  },
  'translation/missing': {
    severity: 'fatal',
    message: (f: {slug: string; language: string}) => `Unexpected article \`${f.slug}\` without a translation into ${f.language}, expected all of them, as \`missing: fail\` asks; the edition is not published. Translate the article, or choose \`missing: fallback\` or \`omit\``
  },
  'translation/unknown-revision': {
    severity: 'fatal',
    message: (f: {revision: string; language: string}) => `Unexpected revision \`${f.revision}\` in \`translation.at\`, expected a tag, branch or commit of the publication's repository; the edition in ${f.language} is not published. Correct the name, fetch the whole history, or take the key out`
  },
  'translation/unfilled': {
    severity: 'warning',
    message: (f: {language: string}) => `Unexpected passage with a note, expected one without: its translation is missing, and it cannot stand in for it in ${f.language}; it is left out. Translate it`
  },
  'translation/record-version': {
    severity: 'warning',
    message: (f: {found: string}) => `Unexpected first line \`${f.found}\` of a record, expected \`hexapla beads 1\`; the record is not used and its texts are aligned afresh. Update Hexapla, or delete the record`
  },
  'translation/broken-record': {
    severity: 'warning',
    message: (f: {found: string}) => `Unexpected \`${f.found}\` in a record, expected a header such as \`source en\` or hashes of blocks such as \`Yj3kQ0aZ_x1B = p9Vd-2LmTtS7\`; the line is not used. Restore the file or delete it: what it held is aligned afresh`
  },
  'translation/record-conflict': {
    severity: 'warning',
    message: (f: {found: string}) => `Unexpected mark of a conflict \`${f.found}\` in a record, expected a file that was merged; lines of both sides are used where they agree with the texts. Remove the marks`
  },
  'translation/stale-record': {
    severity: 'warning',
    message: (f: {lines: number; all: number}) => `Unexpected record: ${f.lines} of its ${f.all} beads stand in neither text, expected those of this translation; they are not used. Look whether the record belongs to another text, then accept the translation again or delete the record`
  },
  'translation/orphan-record': {
    severity: 'warning',
    message: (f: {slug: string; language: string}) => `Unexpected record of \`${f.slug}\`, which is no article in ${f.language}, expected a record for each translation at most; it is not used. Rename it with its article or delete it`
  }
} as const satisfies Rules
