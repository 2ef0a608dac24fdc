/** Text and attribute values as XML: escaped, and without the characters that XML 1.0 does not know. */

/** XML 1.0 § 2.2: control characters, noncharacters and lone surrogates cannot even be escaped. */
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const suspect = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/

/** White space other than the blank is normalised away by XML parsers unless it is written as a reference. */
const references: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;'
}

/** Text between tags. */
export function escapeText(text: string): string {
  const legal = suspect.test(text) ? text.replace(illegal, '') : text
  return /[&<>\r]/.test(legal) ? legal.replace(/[&<>\r]/g, reference) : legal
}

/** Value of an attribute, for double quotes. */
export function escapeAttribute(value: string): string {
  const legal = suspect.test(value) ? value.replace(illegal, '') : value
  return /[&<>"\t\n\r]/.test(legal) ? legal.replace(/[&<>"\t\n\r]/g, reference) : legal
}

function reference(character: string): string {
  return references[character] ?? ''
}

type Attributes = Readonly<Record<string, string | number | undefined>>

/** One element of a package, navigation or NCX document. `content` is markup already; attributes that are `undefined` are left out. */
export function tag(name: string, attributes: Attributes, content?: string | readonly string[]): string {
  let open = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) open += ` ${key}="${escapeAttribute(String(value))}"`
  }
  if (content === undefined) return `${open}/>`
  return typeof content === 'string' ? `${open}>${content}</${name}>` : `${open}>\n${content.join('\n')}\n</${name}>`
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
