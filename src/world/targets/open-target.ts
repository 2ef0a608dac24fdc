/** A place to publish to, by the name that the user gives it. */
import {resolve} from 'node:path'
import type {Target} from '../../core/target.ts'

export interface TargetOptions {
  /** The output folder, absolute: rsync reads it itself. */
  readonly source: string
  /** Of an S3 server. */
  readonly endpoint?: string
  readonly signal: AbortSignal
}

/** What a name means; `undefined` for an address that we do not know. */
export type TargetKind = {readonly kind: 'folder'; readonly folder: string} | {readonly kind: 'rsync'; readonly address: string} | {readonly kind: 's3'; readonly bucket: string; readonly prefix: string}

/** `s3://bucket/prefix`, `rsync://host/module/path`, `user@host:path`, else a folder. */
export function maybeTargetKind(name: string): TargetKind | undefined {
  const [, bucket, prefix = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]*)(?:\/(.*))?$/.exec(name) ?? []
  if (bucket !== undefined) return prefix.split('/').some((step) => step === '.' || step === '..') ? undefined : {kind: 's3', bucket, prefix: prefix.replace(/^\/+/, '').replace(/\/*$/, prefix === '' ? '' : '/')}
  if (/^rsync:\/\/[\w.@[\]:-]+\/[^/]/.test(name)) return {kind: 'rsync', address: name}
  if (/^[a-z][a-z0-9+.-]+:\/\/|^[^/[]+::/i.test(name) || name === '') return undefined // a daemon is named by rsync://
  if (/^(?:[\w.-]+@)?(?:\w[\w.-]+|\[[0-9a-f:]+\]):(?!\\)/i.test(name)) return {kind: 'rsync', address: name}
  return {kind: 'folder', folder: resolve(name)}
}

/** Nothing is asked of the place yet. Throws `MissingToolError` where rsync is needed and not there. */
export async function openTarget(kind: TargetKind, {source, endpoint, signal}: TargetOptions): Promise<Target> {
  if (kind.kind === 'folder') return (await import('./folder.ts')).openFolderTarget(kind.folder, signal)
  if (kind.kind === 's3') return (await import('./s3.ts')).openS3Target(kind.bucket, kind.prefix, {endpoint, signal})
  return (await import('./rsync.ts')).openRsyncTarget(kind.address, {source, signal})
}
