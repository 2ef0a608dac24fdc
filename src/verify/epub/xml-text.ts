/** Character data of XML: references and what may not stand there (XML 1.0 § 2.2, § 4.1). */

const predefined: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: '\''}
const reference = /&(?:#(\d{1,8})|#x([\dA-Fa-f]{1,7})|([A-Za-z_][\w.-]*));/g
const suspect = /&(?!(?:amp|lt|gt|quot|apos);)/g
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** Most texts hold none of these, and to see that takes half the time. */
const doubtful = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/

/** Where a character stands that XML does not know, -1 when there is none. */
export function findIllegal(text: string): number {
  return doubtful.test(text) ? text.search(illegal) : -1
}

/** Text with its references replaced. Those of entities that a document declares itself stay. */
export function decodeText(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(reference, (whole, decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return predefined[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
    return isLegal(code) ? String.fromCodePoint(code) : ''
  })
}

/** Offset of the next ampersand that is no plain reference to a predefined entity, `Infinity` when there is none. */
export function findSuspect(text: string, from: number): number {
  suspect.lastIndex = from
  return suspect.exec(text)?.index ?? Infinity
}

const referenceHere = new RegExp(reference.source, 'y')

/** The entity that an ampersand names, or what is wrong with it; neither for a character by its number. */
export function judgeReference(text: string, at: number): {readonly entity?: string; readonly reason?: string} {
  referenceHere.lastIndex = at
  const found = referenceHere.exec(text)
  if (!found) return {reason: '“&” that begins no reference'}
  const [whole, decimal, hexadecimal, entity] = found
  if (entity !== undefined) return {entity}
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  return isLegal(code) ? {} : {reason: `reference ${whole} to a character that XML does not know`}
}

function isLegal(code: number): boolean {
  return code <= 0x10ffff && (code >= 0x20 || code === 9 || code === 10 || code === 13) && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}
