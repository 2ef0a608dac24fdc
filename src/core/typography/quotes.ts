/** Straight quotation marks and apostrophes → those of the language, as deep as they nest. */
import type {Customs} from './customs.ts'
import {opaque, type Run} from './run.ts'

const word = /[\p{L}\p{N}\p{M}]/u
const opening = /[\s([{<«‹„“‘‚\u00a0\u202f–—\-/¿¡]/u
const hebrew = /[\u05d0-\u05ea]/

/** Signs that stand open at a place: straight ones, and the author's own typographic ones. */
type Open = '"' | '\'' | 'own'

/** Deeper than anyone quotes; the marks beyond it stay as they are written. */
const deepest = 16

/** Sets the marks of a run. What is not closed within its block, or opens nothing, stays as it is written. */
export function setQuotes(run: Run, {quotes, hasApostrophes}: Customs): void {
  if (!quotes) return
  if (hasApostrophes) run.replace(/(?<=\s)'n'(?=\s)/gu, () => '’n’') // rock 'n' roll
  const open: Open[] = []
  const [first, last, innerFirst, innerLast] = quotes
  let lastClosing: ReadonlyMap<string, number> | undefined
  const depthOf = (sign: string): number => open.length === 0 && sign === '\'' ? 1 : open.length
  run.replace(/["'«»]/gu, ({0: sign, index}, text) => {
    if (sign === '«' && open.length < deepest) open.push('own')
    if (sign === '»' && open.includes('own')) open.splice(open.lastIndexOf('own'))
    if (sign === '«' || sign === '»') return undefined
    const [before, after] = [charBefore(text, index), charAfter(text, index)]
    const fixed = fixedSign(sign, before, after, open, hasApostrophes)
    if (fixed !== undefined) return fixed
    lastClosing ??= findLastClosing(text, hasApostrophes)
    if (isOpening(sign, before, after, open) && index < (lastClosing.get(sign) ?? -1)) {
      if (open.length >= deepest) return undefined
      const isInner = depthOf(sign) % 2 === 1
      open.push(sign as Open) // one of the two
      return isInner ? innerFirst : first
    }
    if (!open.includes(sign as Open)) return hasApostrophes && sign === '\'' ? '’' : undefined
    open.splice(open.lastIndexOf(sign as Open))
    return depthOf(sign) % 2 === 1 ? innerLast : last
  })
}

/** Apostrophes, primes after figures, the marks within Hebrew words: what they are does not depend on what stands open. */
function fixedSign(sign: string, before: string, after: string, open: readonly Open[], hasApostrophes: boolean): string | undefined {
  if (sign === '"') {
    if (hebrew.test(before) && hebrew.test(after)) return '״'
    return /\d/.test(before) && !open.includes('"') && !word.test(after) ? '″' : undefined
  }
  if (hebrew.test(before) && (hebrew.test(after) || !open.includes('\''))) return '׳'
  if (/\d/.test(before) && !/\p{L}/u.test(after) && !open.includes('\'')) return '′'
  if (!hasApostrophes) return undefined
  if (word.test(before) && word.test(after)) return '’'
  return !word.test(before) && /\d/.test(after) && open.at(-1) !== '\'' ? '’' : undefined
}

function isOpening(sign: string, before: string, after: string, open: readonly Open[]): boolean {
  if (/\s/.test(after) || after === '' || after === sign) return false
  if (before === '"' || before === '\'') return word.test(after) || after === opaque || (after !== sign && /["'¿¡«]/.test(after))
  return before === '' || opening.test(before) || (before === opaque && !open.includes(sign as Open))
}

/** Where the last mark of each kind stands that can close a quotation. */
function findLastClosing(text: string, hasApostrophes: boolean): ReadonlyMap<string, number> {
  return new Map(['"', '\''].map((sign) => {
    let at = text.lastIndexOf(sign)
    while (at > 0 && (/\s/.test(text.charAt(at - 1)) || (hasApostrophes && sign === '\'' && word.test(charAfter(text, at))))) at = text.lastIndexOf(sign, at - 1)
    return [sign, at]
  }))
}

function charBefore(text: string, index: number): string {
  return /.$/su.exec(text.slice(Math.max(0, index - 2), index))?.[0] ?? ''
}

function charAfter(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index + 1) ?? 0).replace('\0', '')
}
