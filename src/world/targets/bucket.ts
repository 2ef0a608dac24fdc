/** A bucket by the official client of S3: what can be asked of it, each in one request. */
import {createHash} from 'node:crypto'
import {CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, paginateListObjectsV2, PutObjectCommand, S3Client, type CopyObjectCommandInput} from '@aws-sdk/client-s3'
import type {Stored} from '../../core/target.ts'
import {isMissing, isThereAlready} from './s3-errors.ts'

/** Paths are keys below the prefix. Every method throws what the client throws. */
export interface Bucket {
  /** `undefined` where there is none. */
  readonly get: (path: string) => Promise<Uint8Array | undefined>
  readonly put: (path: string, content: Uint8Array, mediaType?: string) => Promise<void>
  /** Only where there is none; `false` where there is one. */
  readonly create: (path: string, content: Uint8Array) => Promise<boolean>
  readonly copy: (from: string, to: string, told?: Told) => Promise<void>
  readonly remove: (path: string) => Promise<void>
  readonly list: (start: string) => Promise<readonly Stored[]>
}

/** What the server tells of an object; absent: what it told of the one that is copied. */
export interface Told {
  readonly mediaType: string
  readonly cacheControl: string
  readonly sha256: string
}

export function openBucket(name: string, prefix: string, endpoint: string | undefined): Bucket {
  const client = makeClient(endpoint)
  const keyOf = (path: string): string => `${prefix}${path}`
  const put = async (path: string, content: Uint8Array, more: {readonly ContentType?: string; readonly IfNoneMatch?: string}): Promise<void> => {
    const md5 = createHash('md5').update(content).digest('base64') // every server checks it
    await client.send(new PutObjectCommand({Bucket: name, Key: keyOf(path), Body: content, ContentLength: content.length, ContentMD5: md5, CacheControl: 'no-cache', ...more}))
  }
  const get: Bucket['get'] = async (path) => {
    const found = await client.send(new GetObjectCommand({Bucket: name, Key: keyOf(path)})).catch(undefinedIf(isMissing))
    return found?.Body?.transformToByteArray()
  }
  return {
    get, put: (path, content, mediaType) => put(path, content, mediaType === undefined ? {} : {ContentType: mediaType}),
    create: async (path, content) => {
      if (await get(path)) return false // for servers that know no conditions
      return await put(path, content, {IfNoneMatch: '*'}).then(() => true).catch(undefinedIf(isThereAlready)) ?? false
    },
    copy: async (from, to, told) => {
      const source = `${name}/${keyOf(from).split('/').map(encodeURIComponent).join('/')}`
      await client.send(new CopyObjectCommand({Bucket: name, Key: keyOf(to), CopySource: source, ...(told && dress(told))}))
    },
    remove: async (path) => void await client.send(new DeleteObjectCommand({Bucket: name, Key: keyOf(path)})),
    list: async (start) => {
      const found: Stored[] = []
      for await (const {Contents = []} of paginateListObjectsV2({client}, {Bucket: name, Prefix: keyOf(start)})) {
        found.push(...Contents.flatMap(({Key = '', Size = 0}) => Key.endsWith('/') ? [] : [{path: Key.slice(prefix.length), size: Size}])) // consoles make folders so
      }
      return found
    }
  }
}

function dress({mediaType, cacheControl, sha256}: Told): Partial<CopyObjectCommandInput> {
  return {MetadataDirective: 'REPLACE', ContentType: mediaType, CacheControl: cacheControl, Metadata: {sha256}}
}

/** For `catch`. */
function undefinedIf(isExpected: (error: unknown) => boolean): (error: unknown) => undefined {
  return (error) => {
    if (isExpected(error)) return undefined
    throw error
  }
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
