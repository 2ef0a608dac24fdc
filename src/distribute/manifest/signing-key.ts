/** The publisher's secret key, from the file that minisign made. */
import {scryptSync} from 'node:crypto'
import {makePrivateKey, maybeBase64, publicBytes, type SigningKey} from './minisign.ts'
import type {Unreadable} from './manifest.ts'

/** What minisign asks for (1 GiB, some seconds); more is no key of its making. */
const mostOperations = 33_554_432n
const mostMemory = 1_073_741_824n

/** Opens a secret key file; its password is needed where it has one. Takes seconds and a GiB of memory then. `problem` completes "Unexpected …". */
export function openSigningKey(file: Uint8Array, password: string | undefined): SigningKey | Unreadable {
  const [first = '', second] = Buffer.from(file).toString('utf8').replaceAll('\r\n', '\n').split('\n')
  const bytes = maybeBase64(second, 158)
  if (!first.startsWith('untrusted comment: ') || !bytes || bytes.toString('latin1', 0, 2) !== 'Ed' || bytes.toString('latin1', 4, 6) !== 'B2') {
    return {problem: 'key file, expected a secret key that minisign made (minisign -G)'}
  }
  const kind = bytes.toString('latin1', 2, 4)
  if (kind === '\0\0') return checkKey(bytes.subarray(54)) ?? {problem: 'key file, expected one that is whole: its halves disagree'}
  if (kind !== 'Sc') return {problem: 'protection of the key file, expected a password by scrypt or none'}
  if (password === undefined) return {problem: 'key file with a password, expected the password in HEXAPLA_SIGNING_PASSWORD'}
  const mask = makeMask(password, bytes.subarray(6, 38), bytes.readBigUInt64LE(38), bytes.readBigUInt64LE(46))
  if ('problem' in mask) return mask
  return checkKey(Buffer.from(bytes.subarray(54).map((byte, at) => byte ^ (mask[at] ?? 0)))) ?? {problem: 'password for the key file, expected the one that it was made with'}
}

/** What the secret part is hidden under: scrypt with the costs that libsodium derives from operations and memory. */
function makeMask(password: string, salt: Buffer, operations: bigint, memory: bigint): Buffer | Unreadable {
  if (operations > mostOperations || memory > mostMemory) return {problem: 'cost of the key file’s password, expected at most what minisign itself asks for'}
  const steps = operations < 32_768n ? 32_768 : Number(operations)
  const [r, space] = [8, Number(memory)]
  const isLean = steps < space / 32
  const most = isLean ? steps / (r * 4) : space / (r * 128)
  const exponent = Math.max(1, Math.floor(Math.log2(Math.floor(most))))
  const p = isLean ? 1 : Math.max(1, Math.floor(Math.floor(steps / 4) / 2 ** exponent / r))
  try {
    return scryptSync(password, salt, 104, {N: 2 ** exponent, r, p, maxmem: 128 * r * (2 ** exponent + p + 2) + 4096})
  } catch (error) {
    return {problem: `failure at the key file’s password (${error instanceof Error ? error.message : String(error)}), expected ${Math.ceil(128 * r * 2 ** exponent / 2 ** 20)} MiB of free memory`}
  }
}

/** Eight bytes of name, seed, public key, checksum: seed and public key belong together, or the password was another. */
function checkKey(bytes: Buffer): SigningKey | undefined {
  const key = makePrivateKey(Buffer.from(bytes.subarray(8, 40)))
  return publicBytes(key).equals(bytes.subarray(40, 72)) ? {id: Buffer.from(bytes.subarray(0, 8)), key} : undefined
}
