/** A finished output folder judged, as before it is published. */
import {makeLedger, sortDiagnostics, type Diagnostic} from './core/diagnostic.ts'
import type {OutputFolder} from './core/output-folder.ts'
import {listReleasedFiles, sumsFile} from './core/released-files.ts'
import {readRelease, type ReadRelease} from './distribute/manifest/examine.ts'
import {verifyFiles, verifySums} from './verify/release.ts'

/** The verdict on an output folder. */
export interface Examined {
  /** What it says of itself, be it true or not; absent where it says nothing that can be read. */
  readonly read?: ReadRelease
  readonly diagnostics: readonly Diagnostic[]
  /** Files of former states, which are not judged. */
  readonly archived: number
}

/** Judges an output folder by manifest, sums, signature (where a public key is given) and every byte of its files. Sound: no diagnostics. */
export async function examineRelease(folder: OutputFolder, publicKey: string | undefined): Promise<Examined> {
  const {list, report} = makeLedger()
  const read = await readRelease(folder, publicKey, report)
  let archived = 0
  if (read) {
    if (read.records.some(({path}) => path === sumsFile)) verifySums(read.sums, read.strangeLines, read.summed, folder.name, report)
    archived = await verifyFiles(folder, listReleasedFiles(read.release), report)
  }
  return {...(read && {read}), diagnostics: sortDiagnostics(list), archived}
}
