/** `SHA256SUMS.minisig`: by whom the sums of a release were signed, for minisign and for ourselves. */
import {createHash, sign, verify} from 'node:crypto'
import type {Release} from '../../core/release.ts'
import type {Unreadable} from './manifest.ts'
import {formatKeyId, formatSignature, maybePublicKey, maybeSignature, type SigningKey} from './minisign.ts'

/** What a signature says besides: which release it is. One line. */
export function makeComment({name, revision, modified}: Release): string {
  return `${name} ${revision ? `${revision.id}${revision.changed ? '+changed' : ''} ` : ''}${modified}`
}

/** The signature file of the sums. The same for the same sums, key and comment. */
export function signSums(sums: string, {id, key}: SigningKey, comment: string): string {
  if (/[\0-\x1f\x7f]/.test(comment)) throw new RangeError('Unexpected control character in the comment of a signature')
  const signature = sign(null, hash(sums), key)
  const globalSignature = sign(null, Buffer.concat([signature, Buffer.from(comment)]), key)
  return formatSignature({algorithm: 'ED', id, signature, comment, globalSignature})
}

/** Who signed what. */
export interface Signed {
  /** Name of the key, as minisign prints it. */
  readonly keyId: string
  /** What was signed along. */
  readonly comment: string
}

/** Judges a signature file by a public key (its file, or the base64 alone); never throws. */
export function verifySignature(sums: Uint8Array | string, file: string, publicKey: string): Signed | Unreadable {
  const wanted = maybePublicKey(publicKey)
  if (!wanted) return {problem: 'public key, expected a file that minisign made, or its second line'}
  const found = maybeSignature(file)
  if (!found) return {problem: 'content of the signature, expected one that minisign or Hexapla made'}
  if (!found.id.equals(wanted.id)) return {problem: `signature by key ${formatKeyId(found.id)}, expected one by ${formatKeyId(wanted.id)}`}
  if (!verify(null, found.algorithm === 'ED' ? hash(sums) : typeof sums === 'string' ? Buffer.from(sums) : sums, wanted.key, found.signature)) return {problem: 'signature, expected one of these sums by this key'}
  if (!verify(null, Buffer.concat([found.signature, Buffer.from(found.comment)]), wanted.key, found.globalSignature)) return {problem: 'comment of the signature, expected the one that was signed'}
  return {keyId: formatKeyId(wanted.id), comment: found.comment}
}

function hash(sums: Uint8Array | string): Buffer {
  return createHash('blake2b512').update(sums).digest()
}
