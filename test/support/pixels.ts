/** A stand-in for a picture: begins and ends as a PNG does, and holds words instead of pixels. */
export function makePixels(words: string): Uint8Array {
  return Uint8Array.of(...Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...Buffer.from(words), ...Buffer.from('IEND'))
}
