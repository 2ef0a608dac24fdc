/** Reading XML back, as strictly as our own writer writes it: what it does not know is a fault. */

export type Attributes = ReadonlyMap<string, string>

/** A start tag, an end tag or an empty element; attributes in double quotes without `<`. */
const tagPattern = /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>/y
const attributePattern = /([\w.:-]+)="([^"]*)"/g
const looseAmpersand = /&(?!(?:amp|lt|gt|quot|#\d+);)/
const references: Readonly<Record<string, string>> = {'&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"'}

/** Visits every element in document order. Returns what is not well-formed, or `undefined`. */
export function scanMarkup(markup: string, visit: (name: string, attributes: Attributes) => void): string | undefined {
  const open: string[] = []
  let at = skipProlog(markup)
  while (at < markup.length) {
    const next = markup.indexOf('<', at)
    const text = markup.slice(at, next === -1 ? markup.length : next)
    if (looseAmpersand.test(text)) return `“&” that begins no reference (“${excerpt(text, text.search(looseAmpersand))}”)`
    if (next === -1) break
    tagPattern.lastIndex = next
    const match = tagPattern.exec(markup)
    if (!match) return `“<” that begins no tag (“${excerpt(markup, next)}”)`
    const [whole, closing, name = '', attributes = '', empty] = match
    at = next + whole.length
    if (closing) {
      if (open.pop() !== name) return `end of \`${name}\` that was not the last opened`
      continue
    }
    const read = readAttributes(attributes)
    if (typeof read === 'string') return `${read} of \`${name}\``
    visit(name, read)
    if (!empty) open.push(name)
  }
  return open.length === 0 ? undefined : `\`${open.at(-1)}\` that never ends`
}

function skipProlog(markup: string): number {
  return /^<\?xml[^>]*\?>\s*(?:<!DOCTYPE [^>[]*>\s*)?/.exec(markup)?.[0].length ?? 0
}

function readAttributes(source: string): Attributes | string {
  const attributes = new Map<string, string>()
  for (const [, name = '', value = ''] of source.matchAll(attributePattern)) {
    if (attributes.has(name)) return `second attribute \`${name}\``
    if (looseAmpersand.test(value)) return `“&” that begins no reference in the attribute \`${name}\``
    attributes.set(name, value.includes('&') ? decode(value) : value)
  }
  return attributes
}

function decode(value: string): string {
  return value.replace(/&(?:#(\d+)|\w+);/g, (whole, number: string | undefined) =>
    number === undefined ? references[whole] ?? whole : String.fromCodePoint(Number(number)))
}

function excerpt(text: string, at: number): string {
  return text.slice(at, at + 30).replace(/\s+/g, ' ')
}
