/**
 * Names of fonts, states and pictures on a page. The browser makes them of the numbers of objects in its print, and these differ by chance:
 * a link that it divided is one object more. Here they follow the numbers in the book.
 */

const resource = /\/([A-Z][a-z]?)(\d+) (\d+) 0 R/g

/** New names by old ones, for an object of the print that has resources. */
export function nameResources(text: string, numberOf: (n: number) => number): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(resource)].map(([, kind = '', old = '', n]) => [kind + old, `${kind}${numberOf(Number(n))}`]))
}

/** The same object, as it refers to the book already, with the new names. */
export function renameResources(text: string): string {
  return text.replace(resource, '/$1$3 $3 0 R')
}

/** A content stream with the new names. */
export function renameOperands(content: string, names: ReadonlyMap<string, string>): string {
  return content.replace(/\/([A-Z][a-z]?\d+)(?= (?:\S+ Tf|gs|Do|scn|SCN|sh)$)/gm, (operand, name: string) => names.has(name) ? `/${names.get(name)}` : operand)
}
