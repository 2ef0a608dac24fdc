/** Records of alignments: `fr/translation/inside-sales.beads` beside the translation of `inside-sales`. */
import type {Report} from '../core/diagnostic.ts'
import {maybeLanguage} from '../core/locale.ts'
import type {Manuscript} from '../core/model.ts'
import {parseSidecar, recordPath, type Sidecar} from '../core/sidecar.ts'
import type {Listed, World} from '../core/world.ts'
import {maybeText} from './manuscripts.ts'

/** The records by path; one that cannot be used, or of an article that does not exist, is reported and left out. */
export async function readRecords(world: World, files: readonly Listed[], manuscripts: readonly Manuscript[], report: Report): Promise<ReadonlyMap<string, Sidecar>> {
  const expected = new Set(manuscripts.map(recordPath))
  const records = new Map<string, Sidecar>()
  for (const {path} of files) {
    const [, folder = '', slug = ''] = /^([^/]+)\/translation\/(.+)\.beads$/.exec(path) ?? []
    const language = folder === '' ? undefined : maybeLanguage(folder)
    if (language === undefined) continue
    if (!expected.has(path)) report('translation/orphan-record', {slug, language}, {file: path})
    else {
      const text = await maybeText(world, path, report)
      const record = text === undefined ? undefined : parseSidecar(text, path, report)
      if (record) records.set(path, record)
    }
  }
  return records
}
