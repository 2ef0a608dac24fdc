/** Diagnostics of finished output folders, and of the places that they are published to. */
import type {Rules} from './rule.ts'

const buildAgain = 'Build again, or fetch the release anew'

export const releaseRules = {
  'release/no-manifest': {
    severity: 'fatal',
    message: () => 'Unexpected folder without `manifest.json`, expected the output folder of a build. Name that folder, or build again'
  },
  'release/manifest': {
    severity: 'fatal',
    message: (f: {problem: string}) => `Unexpected ${f.problem}. ${buildAgain}`
  },
  'release/sums': {
    severity: 'fatal',
    message: (f: {problem: string}) => `Unexpected ${f.problem}. ${buildAgain}`
  },
  'release/missing-file': {
    severity: 'fatal',
    message: (f: {size: number}) => `Unexpected absence, expected a file of ${f.size} bytes, which the manifest lists. ${buildAgain}`
  },
  'release/changed-file': {
    severity: 'fatal',
    message: (f: {size: number; found: number; sha256: string; digest: string}) => f.size === f.found
      ? `Unexpected content (SHA-256 ${f.digest.slice(0, 12)}…), expected that which was published (${f.sha256.slice(0, 12)}…). ${buildAgain}`
      : `Unexpected size of ${f.found} bytes, expected ${f.size}. ${buildAgain}`
  },
  'release/surplus-file': {
    severity: 'fatal',
    message: () => 'Unexpected file, expected only those that the manifest lists. Delete it, or keep it elsewhere; a build leaves nothing else there'
  },
  'release/name-case': {
    severity: 'fatal',
    message: (f: {found: string}) => `Unexpected spelling \`${f.found}\`, expected this one: servers tell small letters from capitals. Rename it`
  },
  'release/link': {
    severity: 'fatal',
    message: (f: {kind: 'link' | 'special'}) => `Unexpected ${f.kind === 'link' ? 'link' : 'special file'}, expected a regular file: what it leads to is not followed. Put the file itself there`
  },
  'release/signature': {
    severity: 'fatal',
    message: (f: {problem: string}) => `Unexpected ${f.problem}. Do not trust these files before you know why`
  },
  'release/occupied-target': {
    severity: 'fatal',
    message: (f: {target: string; example: string}) => `Unexpected files at ${f.target} (${f.example}) without a manifest of ours, expected a place that is empty or holds this publication. Name another one; --force publishes among them, and over those of the same names`
  },
  'release/other-publication': {
    severity: 'fatal',
    message: (f: {target: string; found: string; expected: string}) => `Unexpected publication \`${f.found}\` at ${f.target}, expected \`${f.expected}\`. Name another place; --force replaces it and keeps it in \`editions/\``
  },
  'release/target-manifest': {
    severity: 'fatal',
    message: (f: {target: string; problem: string}) => `Unexpected ${f.problem}; it is that of ${f.target}. Publish with --force to send everything anew; what it listed is not kept`
  },
  'release/unreachable': {
    severity: 'fatal',
    message: (f: {target: string; reason: string}) => `Unexpected answer of ${f.target} (${f.reason}), expected a place that can be read and written; nothing was sent. Check its name, the network and the credentials, then publish again`
  },
  'release/interrupted': {
    severity: 'fatal',
    message: (f: {target: string; reason: string; stage: 'sending' | 'placing' | 'clearing'; sent: number; files: number}) => `Unexpected failure at ${f.target} (${f.reason}), expected to ${tasks[f.stage]}; ${f.sent} of ${f.files} files were sent, ${states[f.stage]}. Publish again: what was sent is not sent twice`
  },
  'release/busy': {
    severity: 'fatal',
    message: (f: {target: string; holder: string}) => `Unexpected publisher at work at ${f.target} (${f.holder}), expected none; nothing more is changed. Wait until it has ended; if there is none, delete \`.hexapla-publishing\` there`
  }
} as const satisfies Rules

const tasks = {sending: 'send the files', placing: 'put the files in place', clearing: 'remove what is no longer listed'}
const states = {sending: 'and readers see the former state', placing: 'and some files may be new already', clearing: 'and the new state is complete'}
