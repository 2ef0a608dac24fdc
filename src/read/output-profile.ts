/** ICC profiles of printing conditions (ISO 15076-1): whether a file is one, and what it says of itself. */
import type {OutputProfile} from '../core/paper.ts'

const classes: ReadonlyMap<string, string> = new Map([['mntr', 'a display'], ['scnr', 'a scanner or camera'], ['spac', 'a colour space'], ['link', 'two devices'], ['abst', 'an effect'], ['nmcl', 'named colours']])

/** The profile, or what it is instead: completes “Unexpected … `path`”. */
export function readProfile(path: string, content: Uint8Array): OutputProfile | string {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (bytes.length < 132 || bytes.toString('latin1', 36, 40) !== 'acsp' || bytes.readUInt32BE(0) > bytes.length) return 'file that is no ICC profile, or is cut off,'
  const [kind, space] = [bytes.toString('latin1', 12, 16), bytes.toString('latin1', 16, 20)]
  if (kind !== 'prtr') return `profile of ${classes.get(kind) ?? 'another kind'}`
  if (space !== 'CMYK' && space !== 'GRAY') return `colour space ${space.trim()} of the profile`
  if (![2, 4].includes(bytes[8] ?? 0)) return `version ${bytes[8]} of the profile`
  if (!maybeTag(bytes, space === 'CMYK' ? 'B2A0' : 'kTRC')) return 'lack of colour tables in the profile'
  const condition = /^ICCHDAT ([!-~]+)/.exec(maybeWords(bytes, 'targ') ?? '')?.[1]
  return {path, name: maybeWords(bytes, 'desc') ?? path, ...(condition !== undefined && {condition}), inks: space === 'GRAY' ? 'grey' : 'cmyk', content}
}

/** The text of a tag: textDescriptionType of version 2, multiLocalizedUnicodeType, whose first language is taken, or textType. */
function maybeWords(bytes: Buffer, name: string): string | undefined {
  const tag = maybeTag(bytes, name)
  if (!tag || tag.length < 12) return undefined
  switch (tag.toString('latin1', 0, 4)) {
    case 'desc': return clean(tag.toString('latin1', 12, 12 + tag.readUInt32BE(8)))
    case 'text': return clean(tag.toString('latin1', 8))
    case 'mluc': {
      if (tag.length < 28) return undefined
      const [length, from] = [tag.readUInt32BE(20), tag.readUInt32BE(24)]
      const letters = tag.subarray(from, from + length)
      return clean(Buffer.from(letters.subarray(0, letters.length & ~1)).swap16().toString('utf16le'))
    }
    default: return undefined
  }
}

function maybeTag(bytes: Buffer, name: string): Buffer | undefined {
  const count = Math.min(bytes.readUInt32BE(128), 100)
  for (let at = 132; at < Math.min(132 + count * 12, bytes.length - 11); at += 12) {
    const [from, length] = [bytes.readUInt32BE(at + 4), bytes.readUInt32BE(at + 8)]
    if (bytes.toString('latin1', at, at + 4) === name) return bytes.subarray(from, from + length)
  }
  return undefined
}

function clean(text: string): string | undefined {
  return text.replace(/\0[\s\S]*$/, '').trim() || undefined
}
