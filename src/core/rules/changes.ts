/** Diagnostics of what changed since a former release. */
import type {Rules} from './rule.ts'

export const changesRules = {
  'changes/no-release': {
    severity: 'error',
    message: (f: {since: string; suggestion: string | undefined}) => `Unexpected former release \`${f.since}\`, expected a folder of the publication that hexapla build has made, or its manifest.json${f.suggestion === undefined ? '' : `, such as \`${f.suggestion}\``}; nothing is said of what changed. Copy the former output folder to that place`
  },
  'changes/damaged-manifest': {
    severity: 'error',
    message: (f: {problem: string}) => `Unexpected ${f.problem}; nothing is said of what changed. Copy the manifest.json of the former output folder once more`
  },
  'changes/other-publication': {
    severity: 'error',
    message: (f: {name: string; found: string; expected: string}) => `Unexpected release of another publication (${f.name}, ${f.found}), expected one of ${f.expected}; nothing is said of what changed. Name a release of this publication, or give \`identifier\` as it was then`
  },
  'changes/no-texts': {
    severity: 'warning',
    message: (f: {edition: string; lacking: 'former' | 'new'}) => `Unexpected edition ${f.edition} ${f.lacking === 'former' ? 'of the former release' : 'of this build'} without a sound EPUB, expected one, from which passages are compared; its corrections name articles only. ${f.lacking === 'former' ? 'Keep the EPUBs beside the former manifest.json' : 'Build with --format epub,pdf'}`
  }
} as const satisfies Rules
