/** Media types: those that every reading system knows (EPUB 3.3 § 3.2), and what the first bytes of a file say it is. */

const images = new Set(['image/gif', 'image/jpeg', 'image/png', 'image/svg+xml', 'image/webp'])
const core = new Set([
  ...images, 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'text/css', 'font/ttf', 'application/font-sfnt', 'application/x-font-ttf', 'font/otf',
  'application/vnd.ms-opentype', 'font/woff', 'application/font-woff', 'font/woff2', 'application/xhtml+xml', 'application/javascript',
  'application/ecmascript', 'text/javascript', 'application/x-dtbncx+xml', 'application/smil+xml'
])

export const documentType = 'application/xhtml+xml'
export const pictureType = 'image/svg+xml'

/** Whether it needs no fallback. Video and fonts of any kind are free too (§ 3.4); parameters do not count. */
export function isCore(mediaType: string): boolean {
  const plain = mediaType.replace(/\s*;.*$/s, '').toLowerCase()
  return core.has(plain) || /^(?:video|font)\//.test(plain) || /^application\/(?:font|x-font|vnd\.ms-(?:opentype|fontobject))/.test(plain)
}

export function isImage(mediaType: string): boolean {
  return mediaType.startsWith('image/')
}

export function isCoreImage(mediaType: string): boolean {
  return images.has(mediaType.toLowerCase())
}

/** Whether `img` may show it: short films too (§ 3.4). */
export function isShown(mediaType: string): boolean {
  return isCoreImage(mediaType) || mediaType.startsWith('video/')
}

const signatures: readonly (readonly [string, RegExp])[] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/], ['image/jpeg', /^\xff\xd8\xff/], ['image/gif', /^GIF8[79]a/], ['image/webp', /^RIFF[\s\S]{4}WEBP/],
  ['font/woff2', /^wOF2/], ['font/woff', /^wOFF/], ['font/otf', /^OTTO/], ['font/ttf', /^(?:\x00\x01\x00\x00|true|ttcf)/],
  ['audio/mpeg', /^(?:ID3|\xff[\xf2\xf3\xfa\xfb])/], ['audio/ogg', /^OggS/], ['application/pdf', /^%PDF/]
]

/** What the first bytes say, `undefined` when they say nothing that we know. */
export function sniff(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  return signatures.find(([, pattern]) => pattern.test(start))?.[0]
}

const fontNames: Readonly<Record<string, readonly string[]>> = {
  'font/ttf': ['font/ttf', 'font/otf', 'font/sfnt', 'application/font-sfnt', 'application/x-font-ttf', 'application/x-font-truetype', 'application/vnd.ms-opentype', 'application/x-font-opentype', 'application/x-font-otf'],
  'font/woff': ['font/woff', 'application/font-woff', 'application/x-font-woff'], 'font/woff2': ['font/woff2', 'application/font-woff2']
}

/** Whether a declared type names what the bytes are; fonts have gone by many names. */
export function agrees(declared: string, found: string): boolean {
  const plain = declared.replace(/\s*;.*$/s, '').toLowerCase()
  if (plain === found || plain === 'image/jpg' && found === 'image/jpeg') return true
  return (fontNames[found === 'font/otf' ? 'font/ttf' : found] ?? []).includes(plain)
}
