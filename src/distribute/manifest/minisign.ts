/** Keys and signatures as minisign writes them: https://jedisct1.github.io/minisign/#signature-format */
import {createPrivateKey, createPublicKey, type KeyObject} from 'node:crypto'

/** Who signs. */
export interface SigningKey {
  /** Eight bytes that minisign chose at random when the key was made. */
  readonly id: Buffer
  readonly key: KeyObject
}

/** Whose signature is expected. */
export interface PublicKey {
  readonly id: Buffer
  readonly key: KeyObject
}

/** A signature, taken apart. */
export interface Signature {
  /** `ED` signs the BLAKE2b-512 of the content, `Ed` (minisign before 0.8) the content itself. */
  readonly algorithm: 'ED' | 'Ed'
  readonly id: Buffer
  readonly signature: Buffer
  /** Signed as well. */
  readonly comment: string
  /** Of signature and comment. */
  readonly globalSignature: Buffer
}

/** Ed25519 keys in DER (RFC 8410) but for their last 32 bytes. */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/** The private key of a seed of 32 bytes. */
export function makePrivateKey(seed: Buffer): KeyObject {
  return createPrivateKey({key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8'})
}

/** The 32 bytes that others verify with. */
export function publicBytes(key: KeyObject): Buffer {
  return createPublicKey(key).export({format: 'der', type: 'spki'}).subarray(publicPrefix.length)
}

/** A public key as a file of minisign, or as its second line alone; `undefined` for anything else. */
export function maybePublicKey(text: string): PublicKey | undefined {
  const bytes = maybeBase64(text.trim().split(/\r?\n/).at(-1)?.trim(), 42)
  if (bytes?.toString('latin1', 0, 2) !== 'Ed') return undefined
  return {id: bytes.subarray(2, 10), key: createPublicKey({key: Buffer.concat([publicPrefix, bytes.subarray(10)]), format: 'der', type: 'spki'})}
}

/** A signature file; `undefined` for anything else. */
export function maybeSignature(text: string): Signature | undefined {
  const [first, second, third = '', fourth] = text.replaceAll('\r\n', '\n').split('\n')
  const [bytes, globalSignature] = [maybeBase64(second, 74), maybeBase64(fourth, 64)]
  const algorithm = bytes?.toString('latin1', 0, 2)
  const comment = /^trusted comment: (.*)$/s.exec(third)?.[1]
  if (!first?.startsWith('untrusted comment: ') || !bytes || !globalSignature || comment === undefined) return undefined
  return algorithm === 'ED' || algorithm === 'Ed' ? {algorithm, id: bytes.subarray(2, 10), signature: bytes.subarray(10), comment, globalSignature} : undefined
}

/** A signature file. */
export function formatSignature({algorithm, id, signature, comment, globalSignature}: Signature): string {
  const line = Buffer.concat([Buffer.from(algorithm), id, signature]).toString('base64')
  return `untrusted comment: signature from hexapla, read by minisign\n${line}\ntrusted comment: ${comment}\n${globalSignature.toString('base64')}\n`
}

/** The name of a key as minisign prints it. */
export function formatKeyId(id: Buffer): string {
  return Buffer.from(id).reverse().toString('hex').toUpperCase()
}

/** Standard base64 of so many bytes, nothing looser. */
export function maybeBase64(text: string | undefined, length: number): Buffer | undefined {
  const bytes = Buffer.from(text ?? '', 'base64')
  return bytes.length === length && bytes.toString('base64') === text ? bytes : undefined
}
