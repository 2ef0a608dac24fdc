/** The record of an alignment beside a translation: from which blocks of the source each of its blocks was made; a text of one line a bead. */
import type {Report} from './diagnostic.ts'
import type {Language, Manuscript} from './model.ts'

/** Blocks by their hashes, in the order of their texts; one side may be empty. */
export interface RecordedBead {
  readonly source: readonly string[]
  readonly target: readonly string[]
  /** 1-based, in the record's file. */
  readonly line?: number
}

export interface Sidecar {
  readonly sourceLanguage: Language
  /** Revision of the source that the translation was made from, as its version control names it. */
  readonly revision?: string
  /** Calendar date on which it was made or accepted. */
  readonly date?: string
  /** Front matter first, then in the order of the texts. */
  readonly beads: readonly RecordedBead[]
}

const version = 1
const firstLine = /^hexapla beads (\d+)$/
const headerLine = /^(source|revision|date) (\S+)$/
const hashes = String.raw`(?:[\w-]{12}(?:\+[\w-]{12})*|-)`
const beadLine = new RegExp(`^(${hashes}) = (${hashes})$`)

/** Where the record of a translation stands in the publication's folder: `fr/translation/inside-sales.beads`. */
export function recordPath({file, slug}: Pick<Manuscript, 'file' | 'slug'>): string {
  const steps = slug.split('/').map((step) => /^\.*$/.test(step) ? step.replaceAll('.', '%2E') || '%' : step.replaceAll(/[<>:"\\|?*%\p{Cc}]/gu, encodeURIComponent))
  return `${file.split('/', 1)[0] ?? ''}/translation/${steps.join('/')}.beads`
}

/** The text of a record; equal records give equal texts, a line end last. */
export function formatSidecar({sourceLanguage, revision, date, beads}: Sidecar): string {
  const side = (list: readonly string[]): string => list.length === 0 ? '-' : list.join('+')
  const header = [`hexapla beads ${version}`, `source ${sourceLanguage}`, ...revision === undefined ? [] : [`revision ${revision}`], ...date === undefined ? [] : [`date ${date}`]]
  return [...header, '', ...beads.map(({source, target}) => `${side(source)} = ${side(target)}`), ''].join('\n')
}

/** The record that a text holds, without its lines that cannot be read; those are reported. `undefined` where nothing of it can be used. */
export function parseSidecar(text: string, file: string, report: Report): Sidecar | undefined {
  const header = new Map<string, string>()
  const beads: RecordedBead[] = []
  const conflicts: number[] = []
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const found = firstLine.exec(lines[0]?.trim() ?? '')?.[1]
  if (found !== String(version)) {
    report('translation/record-version', {found: lines[0]?.slice(0, 60) ?? ''}, {file, line: 1})
    return undefined
  }
  for (const [at, whole] of lines.entries()) {
    const line = whole.trim()
    const [, key, value] = headerLine.exec(line) ?? []
    const [, source, target] = beadLine.exec(line) ?? []
    if (at === 0 || line === '' || line.startsWith('#')) continue
    if (/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(line)) conflicts.push(at + 1)
    else if (key !== undefined && value !== undefined) header.set(key, header.get(key) ?? value)
    else if (source !== undefined && target !== undefined && line !== '- = -') beads.push({source: listHashes(source), target: listHashes(target), line: at + 1})
    else report('translation/broken-record', {found: line.slice(0, 60)}, {file, line: at + 1})
  }
  if (conflicts[0] !== undefined) report('translation/record-conflict', {found: lines[conflicts[0] - 1]?.trim().slice(0, 60) ?? ''}, {file, line: conflicts[0]})
  const [sourceLanguage, revision, date] = ['source', 'revision', 'date'].map((key) => header.get(key))
  if (sourceLanguage === undefined) report('translation/broken-record', {found: 'end of the header'}, {file, line: 1})
  return {sourceLanguage: sourceLanguage ?? 'und', ...(revision !== undefined && {revision}), ...(date !== undefined && {date}), beads}
}

function listHashes(side: string): readonly string[] {
  return side === '-' ? [] : side.split('+')
}
