/** Identifiers that survive rebuilds: UUID version 5 (RFC 9562 § 5.5), made from names, never from chance. */
import {createHash} from 'node:crypto'

/** The URL name space of RFC 9562; our names begin with `hexapla:`. */
const nameSpace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8'

/** The UUID of a name, lower case with hyphens. */
export function makeUuid(name: string): string {
  const hash = createHash('sha1').update(Buffer.from(nameSpace.replaceAll('-', ''), 'hex')).update(`hexapla:${name}`).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
