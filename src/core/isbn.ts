/** International Standard Book Numbers (ISO 2108): written with or without hyphens. */

/** Without what people set between the groups: blanks, hyphens and dashes of any kind. */
export function isbnDigits(text: string): string {
  return text.replaceAll(/[\s\p{Pd}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '').toUpperCase()
}

/** The thirteen digits, or `undefined` when the length or the check digit is wrong. Numbers in 979-0 are of printed music. */
export function maybeIsbn13(text: string): string | undefined {
  const digits = isbnDigits(text)
  return /^97(?:8\d|9[1-9])\d{9}$/.test(digits) && checkDigit13(digits) === digits.at(-1) ? digits : undefined
}

/** Whether it is a number of ten digits, as they were given until 2007. */
export function isIsbn10(text: string): boolean {
  const digits = isbnDigits(text)
  return /^\d{9}[\dX]$/.test(digits) && [...digits].reduce((sum, digit, place) => sum + (digit === 'X' ? 10 : Number(digit)) * (10 - place), 0) % 11 === 0
}

/** A number of ten digits as it is written today. */
export function modernIsbn(isbn10: string): string {
  const stem = `978${isbnDigits(isbn10).slice(0, 9)}`
  return `${stem}${checkDigit13(stem)}`
}

/** Of the first twelve digits. */
function checkDigit13(digits: string): string {
  const sum = [...digits.slice(0, 12)].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0)
  return String((10 - sum % 10) % 10)
}
