/** International Standard Book Numbers (ISO 2108): written with or without hyphens. */

/** The thirteen digits, or `undefined` when the length or the check digit is wrong. */
export function maybeIsbn13(text: string): string | undefined {
  const digits = text.replaceAll(/[\s-]/g, '')
  if (!/^97[89]\d{10}$/.test(digits)) return undefined
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0)
  return sum % 10 === 0 ? digits : undefined
}
