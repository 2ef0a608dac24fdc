/** Values of a PDF dictionary, found by their key at its outermost level (ISO 32000-2, 7.3). */

/** A string, a bracket, a reference, a name, or anything else up to the next delimiter. */
const token = /\((?:\\[\s\S]|[^\\()])*\)|<<|>>|[[\]]|<[0-9A-Fa-f\s]*>|\d+ \d+ R\b|\/[^\s/[\]<>()%]*|[^\s/[\]<>()%]+/g

/** The text of the value under a key of a dictionary, `<<…>>` around it; `undefined` when the key is not there. */
export function maybeValue(dictionary: string, key: string): string | undefined {
  let depth = 0
  let current: string | undefined
  let from = 0
  for (const {0: text, index} of dictionary.matchAll(token)) {
    if (text === '>>' || text === ']') depth--
    if (depth === 1 && current === undefined) current = text // a key; what follows is its value
    else if (depth === 1) {
      const opened = text === '>>' || text === ']'
      const start = opened ? from : index
      if (current === `/${key}` && (opened || text !== '<<' && text !== '[')) return dictionary.slice(start, index + text.length)
      if (text === '<<' || text === '[') from = index
      else current = undefined
    }
    if (text === '<<' || text === '[') depth++
  }
  return undefined
}
