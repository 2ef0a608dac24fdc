/** In what two files differ that should be the same bytes: for a PDF the first objects, streams unpacked, for others the first place. */
import {inflateSync} from 'node:zlib'

/** Empty where they are the same. */
export function tellDifference(one: Uint8Array, other: Uint8Array): string {
  if (Buffer.compare(one, other) === 0) return ''
  const [a, b] = [Buffer.from(one).toString('latin1'), Buffer.from(other).toString('latin1')]
  if (!a.startsWith('%PDF')) return `${a.length} and ${b.length} bytes; ${around(a, b)}`
  const [objects, others] = [listObjects(a), listObjects(b)]
  const differing = [...new Set([...objects.keys(), ...others.keys()])].filter((n) => objects.get(n) !== others.get(n))
  return `${objects.size} and ${others.size} objects, ${differing.length} differ:\n` +
    differing.slice(0, 3).map((n) => `object ${n}: ${around(objects.get(n) ?? '', others.get(n) ?? '')}`).join('\n')
}

function around(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const cut = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 120), at + 200))
  return `from ${at} of ${a.length} and ${b.length}\n  ${cut(a)}\n  ${cut(b)}`
}

function listObjects(pdf: string): ReadonlyMap<number, string> {
  return new Map([...pdf.matchAll(/(?<=^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, n, body = '']) => [Number(n), unpack(body)]))
}

function unpack(body: string): string {
  const [, head = '', content] = /^([^]*?)stream\r?\n([^]*?)\r?\nendstream$/.exec(body) ?? []
  if (content === undefined || !head.includes('/FlateDecode')) return body
  try {
    return head.replace(/\/Length \d+/, '/Length …') + inflateSync(Buffer.from(content, 'latin1')).toString('latin1')
  } catch {
    return body
  }
}
