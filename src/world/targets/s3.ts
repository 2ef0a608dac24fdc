/** A bucket of Amazon S3, or of a server that speaks its protocol, as a place to publish to. */
import {stagingFolder, TargetError, type Outgoing, type Stored, type Target} from '../../core/target.ts'
import {makeGate, type Gate} from '../gate.ts'
import {openBucket, type Bucket, type Told} from './bucket.ts'
import {describeS3Error} from './s3-errors.ts'

/** Requests side by side; contents that are larger are sent one at a time, for each is held in memory. */
const width = 8
const largeSize = 32 * 1024 * 1024
/** S3 takes and copies no more in one request. */
const mostBytes = 5 * 1024 ** 3

export interface S3Options {
  readonly endpoint: string | undefined
  readonly signal: AbortSignal
}

/** Staged files are named by their digests. Throws `TargetError` only. */
export function openS3Target(bucketName: string, prefix: string, {endpoint = process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL'], signal}: S3Options): Target {
  const bucket = openBucket(bucketName, prefix, endpoint)
  const gate = makeGate(width)
  const told = <T>(work: () => Promise<T>): Promise<T> => gate(work).catch((error: unknown) => {
    throw error instanceof TargetError ? error : new TargetError(describeS3Error(error, endpoint))
  })
  const each = <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => settleAll(items, (item) => {
    signal.throwIfAborted()
    return told(() => work(item))
  })
  return {
    name: `s3://${bucketName}/${prefix}`,
    list: () => told(() => bucket.list('')),
    read: (path) => told(() => bucket.get(path)),
    create: (path, content) => told(() => bucket.create(path, content)),
    write: (path, content) => told(() => bucket.put(path, content, 'application/json')),
    stage: async (files, sent) => {
      const send = makeSender(bucket, await told(() => bucket.list(`${stagingFolder}/`)), sent)
      const firsts = new Set(new Map(files.map((file) => [file.sha256, file])).values())
      await each([...firsts], send)
      for (const file of files) if (!firsts.has(file)) sent(file, 0)
    },
    keep: (paths, archive) => each(paths, (path) => bucket.copy(path, `${archive}/${path}`)),
    place: (files) => each(files, (file) => bucket.copy(stagedPath(file), file.path, tell(file))),
    remove: (paths) => each(paths, (path) => bucket.remove(path)),
    clear: async () => each(await told(() => bucket.list(`${stagingFolder}/`)), ({path}) => bucket.remove(path))
  }
}

function stagedPath({sha256}: Outgoing): string {
  return `${stagingFolder}/${sha256}`
}

function tell({mediaType, freshness, sha256}: Outgoing): Told {
  return {mediaType, cacheControl: freshness > 0 ? `public, max-age=${freshness}` : 'no-cache', sha256}
}

/** Sends a file to its staged place, unless it is there in whole. */
function makeSender(bucket: Bucket, staged: readonly Stored[], sent: (file: Outgoing, bytes: number) => void): (file: Outgoing) => Promise<void> {
  const sizes = new Map(staged.map(({path, size}) => [path, size]))
  const [largeGate, open]: readonly [Gate, Gate] = [makeGate(1), (work) => work()]
  return async (file) => {
    if (file.size > mostBytes) throw new TargetError(`${file.path} has more than the 5 GiB that S3 takes in one piece`)
    const isThere = sizes.get(stagedPath(file)) === file.size
    if (!isThere) await (file.size > largeSize ? largeGate : open)(async () => bucket.put(stagedPath(file), await file.content()))
    sent(file, isThere ? 0 : file.size)
  }
}

/** Ends when all have ended, so that nothing goes on behind a failure. */
async function settleAll<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = []
  await Promise.all(items.map(async (item) => {
    try {
      if (failures.length === 0) await work(item)
    } catch (error) {
      failures.push(error)
    }
  }))
  if (failures.length > 0) throw failures[0]
}
