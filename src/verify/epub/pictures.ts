/** Files that are not text: that their bytes are what the manifest says, and whole. */
import {readFile, type Book} from './book.ts'
import {agrees, isCoreImage, sniff} from './media-types.ts'
import type {Item, Package} from './package.ts'

/** Opens each file once, also to see that it can be unpacked. */
export function checkFiles(book: Book, pack: Package): void {
  for (const path of book.entries.keys()) {
    if (book.seen.has(path) || book.unreadable.has(path)) continue
    const bytes = readFile(book, path)
    const item = pack.itemByPath.get(path)
    if (bytes && item) checkFile(book, path, item, bytes)
  }
}

function checkFile({tell}: Book, path: string, {mediaType}: Item, bytes: Uint8Array): void {
  const isPicture = isCoreImage(mediaType)
  const found = sniff(bytes)
  if (found !== undefined && (isPicture || found.startsWith('font/')) && !agrees(mediaType, found)) return tell('verify/media-type', {found, declared: mediaType}, path)
  if (found === undefined && isPicture) return tell('verify/picture', {found: bytes.length === 0 ? 'empty file' : 'file that is no picture', mediaType}, path)
  if (found !== undefined && !isWhole(found, bytes)) tell('verify/picture', {found: 'picture that breaks off', mediaType}, path)
}

/** Each format ends with a mark of its own. */
function isWhole(mediaType: string, bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.subarray(-64 * 1024)) // cameras append what they like
  if (mediaType === 'image/png') return end.includes('IEND')
  if (mediaType === 'image/jpeg') return end.includes(Buffer.from([0xff, 0xd9]))
  return mediaType !== 'image/gif' || end.includes(0x3b)
}
