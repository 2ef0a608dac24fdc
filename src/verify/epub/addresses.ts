/** Where the references of a document lead (EPUB 3.3 § 4.2.5, WHATWG URL): to a file of the book, out of it, or to the web. */

export type Address =
  | {readonly kind: 'inside'; readonly path: string; readonly fragment: string | undefined}
  | {readonly kind: 'web' | 'other' | 'local' | 'embedded' | 'malformed'}

const plain = /^[\w./-]*$/

/** `base` is the path of the document; `''` leads to itself. `local`: to a disk or to the root of a server; `embedded`: `data:`. */
export function resolveAddress(href: string, base: string): Address {
  const trimmed = href.trim()
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(trimmed)?.[1]?.toLowerCase()
  if (scheme !== undefined) return {kind: judgeScheme(scheme, trimmed)}
  if (trimmed.startsWith('//')) return {kind: 'web'}
  if (trimmed.startsWith('/') || trimmed.startsWith('\\')) return {kind: 'local'}
  const hash = trimmed.indexOf('#')
  const written = (hash === -1 ? trimmed : trimmed.slice(0, hash)).replace(/\?.*$/s, '')
  const fragment = hash === -1 ? undefined : decode(trimmed.slice(hash + 1))
  if (written === '') return {kind: 'inside', path: base, fragment}
  const path = join(base.slice(0, base.lastIndexOf('/') + 1), plain.test(written) ? written : decode(written).normalize('NFC'))
  return path === undefined ? {kind: 'local'} : {kind: 'inside', path, fragment}
}

function judgeScheme(scheme: string, address: string): 'web' | 'other' | 'local' | 'embedded' | 'malformed' {
  if (scheme === 'file') return 'local'
  if (scheme === 'data') return 'embedded'
  if (scheme !== 'http' && scheme !== 'https') return 'other'
  return URL.canParse(address) ? 'web' : 'malformed'
}

/** The path from the root of the zip file, `undefined` when it leads out of it. */
function join(folder: string, path: string): string | undefined {
  if (!path.includes('./') && !path.endsWith('.')) return folder + path
  const parts: string[] = []
  for (const part of `${folder}${path}`.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function decode(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
