/** A bucket of Amazon S3, or of a server that speaks its protocol, as a place to publish to. */
import {createHash} from 'node:crypto'
import {
  CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, paginateListObjectsV2, PutObjectCommand, S3Client, type PutObjectCommandInput
} from '@aws-sdk/client-s3'
import {stagingFolder, TargetError, type Outgoing, type Stored, type Target} from '../../core/target.ts'
import {makeGate} from '../gate.ts'
import {describeS3Error, isMissing, isThereAlready} from './s3-errors.ts'

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
export function openS3Target(bucket: string, prefix: string, {endpoint = process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL'], signal}: S3Options): Target {
  const client = makeClient(endpoint)
  const gate = makeGate(width)
  const largeGate = makeGate(1)
  const keyOf = (path: string): string => `${prefix}${path}`
  const stagedKey = ({sha256}: Outgoing): string => keyOf(`${stagingFolder}/${sha256}`)
  const told = <T>(work: () => Promise<T>): Promise<T> => gate(work).catch((error: unknown) => {
    signal.throwIfAborted()
    throw error instanceof TargetError ? error : new TargetError(describeS3Error(error, endpoint))
  })
  const each = async <T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> => {
    await settleAll(items.map((item) => async () => {
      signal.throwIfAborted()
      await told(() => work(item))
    }))
  }
  const put = (key: string, content: Uint8Array, more: Partial<PutObjectCommandInput> = {}): Promise<unknown> => client.send(new PutObjectCommand({
    Bucket: bucket, Key: key, Body: content, ContentLength: content.length, ContentMD5: createHash('md5').update(content).digest('base64'), ...more
  }))
  const copy = (from: string, to: string, more: Partial<PutObjectCommandInput> = {}): Promise<unknown> => client.send(new CopyObjectCommand({
    Bucket: bucket, Key: to, CopySource: `${bucket}/${from.split('/').map(encodeURIComponent).join('/')}`, ...more
  }))
  const listBelow = async (start: string): Promise<readonly Stored[]> => {
    const found: Stored[] = []
    for await (const {Contents = []} of paginateListObjectsV2({client}, {Bucket: bucket, Prefix: start})) {
      found.push(...Contents.flatMap(({Key = '', Size = 0}) => Key.endsWith('/') ? [] : [{path: Key.slice(prefix.length), size: Size}]))
    }
    return found
  }
  return {
    name: `s3://${bucket}/${prefix}`,
    list: () => told(() => listBelow(prefix)),
    read: (path) => told(async () => {
      const found = await client.send(new GetObjectCommand({Bucket: bucket, Key: keyOf(path)})).catch((error: unknown) => {
        if (isMissing(error)) return undefined
        throw error
      })
      return found?.Body?.transformToByteArray()
    }),
    create: (path, content) => told(async () => {
      const isFree = await client.send(new GetObjectCommand({Bucket: bucket, Key: keyOf(path)})).then(() => false, isMissingOrThrow) // for servers that know no conditions
      return isFree && put(keyOf(path), content, {IfNoneMatch: '*'}).then(() => true, (error: unknown) => {
        if (isThereAlready(error)) return false
        throw error
      })
    }),
    write: (path, content) => told(async () => void await put(keyOf(path), content, {ContentType: 'application/json', CacheControl: 'no-cache'})),
    stage: async (files, sent) => {
      const sizes = new Map((await told(() => listBelow(keyOf(`${stagingFolder}/`)))).map(({path, size}) => [keyOf(path), size]))
      const firsts = [...new Map(files.map((file) => [file.sha256, file])).values()]
      const send = async (file: Outgoing): Promise<void> => {
        if (file.size > mostBytes) throw new TargetError(`${file.path} has more than the 5 GiB that S3 takes in one piece`)
        if (sizes.get(stagedKey(file)) === file.size) return sent(file, 0)
        await put(stagedKey(file), await file.content())
        sent(file, file.size)
      }
      await each(firsts, (file) => file.size > largeSize ? largeGate(() => send(file)) : send(file))
      for (const file of files) if (!firsts.includes(file)) sent(file, 0)
    },
    keep: (paths, archive) => each(paths, (path) => copy(keyOf(path), keyOf(`${archive}/${path}`))),
    place: (files) => each(files, (file) => copy(stagedKey(file), keyOf(file.path), {
      MetadataDirective: 'REPLACE', ContentType: file.mediaType, CacheControl: file.freshness > 0 ? `public, max-age=${file.freshness}` : 'no-cache', Metadata: {sha256: file.sha256}
    } as Partial<PutObjectCommandInput>)),
    remove: (paths) => each(paths, (path) => client.send(new DeleteObjectCommand({Bucket: bucket, Key: keyOf(path)}))),
    clear: async () => each(await told(() => listBelow(keyOf(`${stagingFolder}/`))), ({path}) => client.send(new DeleteObjectCommand({Bucket: bucket, Key: keyOf(path)})))
  }
}

function isMissingOrThrow(error: unknown): true {
  if (isMissing(error)) return true
  throw error
}

/** The usual variables and files of AWS say who we are; a server of somebody else is addressed by paths and asked for no checksums of newer kinds. */
function makeClient(endpoint: string | undefined): S3Client {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true' // which Node we need is our own affair
  const region = process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION']
  return new S3Client({
    maxAttempts: 5, requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED', requestHandler: {connectionTimeout: 10_000, requestTimeout: 120_000},
    ...(endpoint !== undefined && {endpoint, forcePathStyle: true, region: region ?? 'us-east-1'}), ...(region !== undefined && {region})
  })
}

/** Ends when all have ended, so that nothing goes on behind a failure. */
async function settleAll(works: readonly (() => Promise<void>)[]): Promise<void> {
  let failure: {readonly error: unknown} | undefined
  await Promise.all(works.map(async (work) => {
    if (failure) return
    await work().catch((error: unknown) => { failure ??= {error} })
  }))
  if (failure) throw failure.error
}
