/** Style sheets of a book in two languages: each side is set as the books of its language are. */
import type {Language} from '../core/model.ts'
import {handOf, sheetsOf} from '../core/typefaces.ts'

/** What both sides share, then the sheets of each one's script, for its sides alone. */
export function listSideStyles(languages: readonly Language[], styles: ReadonlyMap<string, string>): readonly string[] {
  const scoped = [...new Set(languages)].flatMap((language) => sheetsOf(handOf(language)).map((name) => scopeSheet(styles.get(name) ?? '', '.side', `[lang="${language}"]`)))
  return [styles.get('bilingual') ?? '', ...scoped]
}

/** Elements that stand around every side. */
const around = /^(?::root|html|body)(?![\w-])/

/** The rules of a style sheet for what stands within elements of a class that have an attribute; those for root and body are for these elements themselves, those for divisions also for divisions that have it. */
export function scopeSheet(css: string, name: string, attribute: string): string {
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '')
  let scoped = ''
  for (let at = 0; at < plain.length;) {
    const open = plain.indexOf('{', at)
    if (open < 0) break
    const head = plain.slice(at, open).trim()
    const end = findEnd(plain, open)
    const body = plain.slice(open + 1, end)
    if (/^@(?:media|supports|layer|container)\b/.test(head)) scoped += `${head} {\n${scopeSheet(body, name, attribute)}}\n`
    else if (head.startsWith('@')) scoped += `${head} {${body}}\n`
    else scoped += `${splitSelectors(head).flatMap((selector) => scopeSelector(selector, name, attribute)).join(', ')} {${body}}\n`
    at = end + 1
  }
  return scoped
}

function scopeSelector(selector: string, name: string, attribute: string): readonly string[] {
  const scope = name + attribute
  if (around.test(selector)) return [selector.replace(around, scope)]
  const division = /^(?:section|nav)[^\s>+~:]*/.exec(selector)?.[0]
  return [`${scope} ${selector}`, ...division === undefined ? [] : [`${division}${attribute}${selector.slice(division.length)}`]]
}

/** The brace that closes the one at a place. */
function findEnd(css: string, open: number): number {
  let depth = 0
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth++
    else if (css[at] === '}' && --depth === 0) return at
  }
  return css.length
}

/** Commas within brackets do not part selectors. */
function splitSelectors(list: string): readonly string[] {
  const selectors = ['']
  let depth = 0
  for (const character of list) {
    if (character === '(' || character === '[') depth++
    if (character === ')' || character === ']') depth--
    if (character === ',' && depth === 0) selectors.push('')
    else selectors[selectors.length - 1] += character
  }
  return selectors.map((selector) => selector.trim()).filter((selector) => selector !== '')
}
