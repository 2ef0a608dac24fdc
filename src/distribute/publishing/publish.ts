/** A release sent to a place: contents first and out of sight, then into place one after another, the manifest last, what is gone at the very end. */
import {sha256} from '../../core/digest.ts'
import {makeLedger, type Diagnostic, type Report} from '../../core/diagnostic.ts'
import type {OutputFolder} from '../../core/output-folder.ts'
import type {ReleasedFile} from '../../core/release.ts'
import {isReleasedPath, listReleasedFiles, manifestFile, signatureFile, sumsFile} from '../../core/released-files.ts'
import {TargetError, type Hold, type Outgoing, type TakeHold, type Target} from '../../core/target.ts'
import type {ReadRelease} from '../manifest/examine.ts'
import {readManifest} from '../manifest/manifest.ts'
import {freshnessOf, isGuide, listMediaTypes} from './outgoing.ts'
import {archiveIndex, listForeign, planPublishing, readArchiveIndex, writeArchiveIndex, type Former, type Plan} from './plan.ts'

export interface PublishOptions {
  /** Also to a place that holds something else. */
  readonly force: boolean
  /** Only says what would be done. */
  readonly dryRun: boolean
  /** Former states to keep; `Infinity` for all. */
  readonly keep: number
  readonly takeHold: TakeHold
  /** Told of each file whose content is there now, and how many bytes had to be sent for it. */
  readonly sent: (file: ReleasedFile, bytes: number, nth: number, of: number) => void
}

export interface Published {
  readonly diagnostics: readonly Diagnostic[]
  /** Absent where nothing could be compared. */
  readonly plan?: Plan
  /** Files whose contents were sent, and their bytes; what an earlier run had sent is not among them. */
  readonly sent: {readonly files: number; readonly bytes: number}
  /** Whether the place holds the release now. */
  readonly done: boolean
}

type Stage = 'sending' | 'placing' | 'clearing'

interface Work {
  readonly target: Target
  readonly hold: Hold
  readonly report: Report
  /** Where it stands when it fails. */
  readonly state: {stage?: Stage; sent: {files: number; bytes: number}; plan?: Plan}
}

/** Publishes what was found sound. An interrupted run is taken up by the next one. */
export async function publishRelease(folder: OutputFolder, read: ReadRelease, target: Target, options: PublishOptions): Promise<Published> {
  const {list, report} = makeLedger()
  const state: Work['state'] = {sent: {files: 0, bytes: 0}}
  let [hold, done]: [Hold | undefined, boolean] = [undefined, false]
  try {
    const taken = await options.takeHold(target)
    if ('holder' in taken) report('release/busy', {target: target.name, holder: taken.holder})
    else {
      hold = taken
      const plan = await plot(read, target, hold, options, report)
      if (plan) state.plan = plan
      if (plan && !options.dryRun) done = plan.records.length === 0 && plan.dropped.length === 0 ? await tidy(target) : await carryOut(plan, folder, read, {target, hold, report, state}, options)
    }
  } catch (error) {
    if (!(error instanceof TargetError)) throw error
    const {stage, plan, sent} = state
    if (!stage) report('release/unreachable', {target: target.name, reason: error.message})
    else report('release/interrupted', {target: target.name, reason: error.message, stage, sent: sent.files, files: countContents(plan)})
  } finally {
    await hold?.release(done).catch(() => undefined)
  }
  return {diagnostics: list, ...(state.plan && {plan: state.plan}), sent: state.sent, done}
}

function countContents(plan: Plan | undefined): number {
  return (plan?.files.length ?? 0) + (plan?.records.length ?? 0)
}

/** Compares; reports a place that holds something else. */
async function plot({release, records}: ReadRelease, target: Target, {doubtful}: Hold, {force, keep}: PublishOptions, report: Report): Promise<Plan | undefined> {
  const [stored, index, ...contents] = await Promise.all([target.list(), target.read(archiveIndex), ...[manifestFile, sumsFile, signatureFile].map((path) => target.read(path))])
  const [manifest] = contents
  const found = manifest && readManifest(new TextDecoder().decode(manifest))
  const [first] = listForeign(stored)
  const {name} = target
  let former: Former | undefined
  if (!found) {
    if (first && !force && doubtful.length === 0) return void report('release/occupied-target', {target: name, example: first.path})
  } else if ('problem' in found) {
    if (!force) return void report('release/target-manifest', {target: name, problem: found.problem})
  } else {
    if (found.identifier !== release.identifier && !force) return void report('release/other-publication', {target: name, found: found.name, expected: release.name})
    former = {release: found, records: [manifestFile, sumsFile, signatureFile].flatMap((path, at) => describeFile(path, contents[at]))}
  }
  return planPublishing({files: listReleasedFiles(release), records, ...(former && {former}), stored, doubtful: doubtful.filter((path) => isReleasedPath(path) || isRecord(path)), archived: readArchiveIndex(index), keep})
}

function isRecord(path: string): boolean {
  return [manifestFile, sumsFile, signatureFile].includes(path)
}

function describeFile(path: string, content: Uint8Array | undefined): readonly ReleasedFile[] {
  return content ? [{path, size: content.length, sha256: sha256(content)}] : []
}

/** Whether it came to its end; it gives up where another publisher has taken the place meanwhile. */
async function carryOut(plan: Plan, folder: OutputFolder, {release}: ReadRelease, {target, hold, report, state}: Work, {sent}: PublishOptions): Promise<boolean> {
  const mediaTypeOf = listMediaTypes(release)
  const dress = (file: ReleasedFile): Outgoing => ({...file, mediaType: mediaTypeOf(file.path), freshness: freshnessOf(file.path), content: () => readSame(folder, file)})
  const [files, records] = [plan.files.map(dress), plan.records.map(dress)]
  const isStillOurs = async (): Promise<boolean> => {
    const isOurs = await hold.confirm()
    if (!isOurs) report('release/busy', {target: target.name, holder: 'it began meanwhile'})
    return isOurs
  }
  state.stage = 'sending'
  let nth = 0
  await target.stage([...files, ...records], (file, bytes) => {
    if (bytes > 0) state.sent = {files: state.sent.files + 1, bytes: state.sent.bytes + bytes}
    sent(file, bytes, ++nth, files.length + records.length)
  })
  if (!await isStillOurs()) return false
  await keepFormer(plan, target)
  await hold.record([...plan.files, ...plan.records, ...plan.removed].map(({path}) => path))
  state.stage = 'placing'
  await target.place(files.filter(({path}) => !isGuide(path)))
  await target.place(files.filter(({path}) => isGuide(path)))
  if (!await isStillOurs()) return false
  if (plan.removed.some(({path}) => path === signatureFile)) await target.remove([signatureFile]) // it would be of other sums
  for (const path of [signatureFile, sumsFile, manifestFile]) await target.place(records.filter((file) => file.path === path))
  state.stage = 'clearing'
  await target.remove([...plan.removed.map(({path}) => path), ...plan.pruned])
  if (plan.dropped.length > 0) await target.write(archiveIndex, writeArchiveIndex(plan.archived))
  return tidy(target)
}

/** Removes what is staged: nothing of it is needed where all is in place, be it of this run or of one that was interrupted. */
async function tidy(target: Target): Promise<true> {
  await target.clear()
  return true
}

/** Before anything is replaced. States are listed until their files are gone: the next run ends what this one may leave undone. */
async function keepFormer({archive, archived, dropped}: Plan, target: Target): Promise<void> {
  if (!archive) return
  await target.keep(archive.paths, archive.folder)
  await target.write(archiveIndex, writeArchiveIndex([...archived, ...dropped]))
}

/** The bytes that were verified, or none. */
async function readSame(folder: OutputFolder, {path, sha256: expected}: ReleasedFile): Promise<Uint8Array> {
  const content = await folder.read(path)
  if (!content || sha256(content) !== expected) throw new TargetError(`${path} has changed in ${folder.name} since it was verified`)
  return content
}
