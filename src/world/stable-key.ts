/** A hash of plain values that does not depend on the order of an object's keys. */
import {createHash} from 'node:crypto'
import type {Hash} from 'node:crypto'

/** SHA-256, hexadecimal, of strings, numbers, booleans, `undefined`, arrays, maps, plain objects and bytes. Throws `TypeError` at others. */
export function hashKey(values: readonly unknown[]): string {
  const hash = createHash('sha256')
  addValue(hash, values)
  return hash.digest('hex')
}

/** Each value is written with its kind and length, so that no two different keys spell the same. */
function addValue(hash: Hash, value: unknown): void {
  if (typeof value === 'string') addBytes(hash, 's', Buffer.from(value, 'utf16le')) // UTF-8 would make all lone surrogates equal
  else if (typeof value === 'number') hash.update(`n${Object.is(value, -0) ? '-0' : value};`)
  else if (typeof value === 'boolean') hash.update(value ? 't' : 'f')
  else if (value === undefined) hash.update('u')
  else if (value instanceof Uint8Array) addBytes(hash, 'b', value)
  else if (Array.isArray(value)) addAll(hash, 'a', value)
  else if (value instanceof Map) addAll(hash, 'm', [...value].flat(1))
  else if (isPlainObject(value)) addObject(hash, value)
  else throw new TypeError(`Unexpected ${describeKind(value)} in a key, expected plain values`)
}

function addBytes(hash: Hash, kind: string, bytes: Uint8Array): void {
  hash.update(`${kind}${bytes.length}:`).update(bytes)
}

function addAll(hash: Hash, kind: string, values: readonly unknown[]): void {
  hash.update(`${kind}${values.length}:`)
  for (const value of values) addValue(hash, value)
}

function addObject(hash: Hash, value: Readonly<Record<string, unknown>>): void {
  const keys = Object.keys(value).filter((key) => value[key] !== undefined).sort() // an absent property is an undefined one
  hash.update(`o${keys.length}:`)
  for (const key of keys) {
    addValue(hash, key)
    addValue(hash, value[key])
  }
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function describeKind(value: unknown): string {
  return value === null ? 'null' : typeof value === 'object' ? value.constructor.name : typeof value
}
