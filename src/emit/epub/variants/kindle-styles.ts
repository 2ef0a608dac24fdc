/** Style sheets without what Kindle's converter does not know or warns of. What it takes away, `styles/kindle.css` replaces. */

/** Neither Kindle Format 8 nor Enhanced Typesetting has them (KDP help GG5R7N649LECKP7U and GB5GDY7WAJDN9GFK), or guidelines forbid them. */
const unknownProperty = new RegExp([
  '--', '(?:max|min)-(?:width|height|inline|block)', '(?:margin|padding|border|inset)-(?:inline|block)', 'position$', '(?:top|right|bottom|left|inset|z-index)$',
  'transform', 'transition', 'animation', '(?:flex|grid|column|columns|gap|order)(?:-|$)', 'content$', 'counter-', 'object-', 'tab-size', '-epub-', 'text-wrap', 'text-autospace', 'text-spacing'
].map((name) => `^${name}`).join('|'))
/** Lengths of the window, variables, and positions off the page (Kindle Publishing Guidelines § 6.2). */
const unknownValue = /\d(?:vh|vw|vmin|vmax|dvh|svh|lvh|rem)\b|\bvar\(|\bcalc\(|\benv\(|(?:^|[\s,(])-\.?\d|\bmax-content\b|\bmin-content\b|\bfit-content\b|^(?:start|end)$/
const unknownSelector = /::|:(?:before|after|first-letter|first-line|nth-|is\(|where\(|has\(|not\()/
/** Body text is the reader's: typeface, size, line height, alignment and colours (KDP help GH4DRT75GWWAGBTU). */
const wholeBook = /^(?:html|body|:root|\*)$/
const readersOwn = /^(?:font-family|font-size|line-height|text-align|color|background)/

/** A style sheet that loads nothing, for Kindle: no at-rules, no selectors, properties and values but those that it knows. */
export function fitStyles(css: string): string {
  return listRules(css.replace(/\/\*[^]*?\*\//g, ' ')).flatMap(({selectors, block}) => {
    const known = selectors.filter((selector) => !unknownSelector.test(selector))
    const isBook = known.some((selector) => wholeBook.test(selector))
    const declarations = splitOutside(block, ';').filter((declaration) => isKnown(declaration, isBook))
    return known.length === 0 || declarations.length === 0 ? [] : [`${known.join(', ')} { ${declarations.join('; ')} }\n`]
  }).join('')
}

function isKnown(declaration: string, isBook: boolean): boolean {
  const [, property = '', value = ''] = /^([^:]+):(.*)$/s.exec(declaration) ?? []
  const name = property.trim().toLowerCase()
  return name !== '' && !unknownProperty.test(name) && !unknownValue.test(value.trim().replace(/"[^"]*"|'[^']*'/g, '')) && !(isBook && readersOwn.test(name))
}

interface Rule {
  readonly selectors: readonly string[]
  /** Between the braces. */
  readonly block: string
}

/** The style rules; at-rules are left out with all that they hold. */
function listRules(css: string): readonly Rule[] {
  const rules: Rule[] = []
  let rest = css
  for (;;) {
    const opening = findOutside(rest, '{;')
    if (opening < 0) return rules
    const prelude = rest.slice(0, opening).trim()
    const closing = rest[opening] === ';' ? opening : findClosing(rest, opening)
    if (rest[opening] === '{' && !prelude.startsWith('@') && prelude !== '') rules.push({selectors: splitOutside(prelude, ','), block: rest.slice(opening + 1, closing)})
    rest = rest.slice(closing + 1)
  }
}

/** The brace that closes the one at `opening`, or the end of a sheet that does not close it. */
function findClosing(css: string, opening: number): number {
  let depth = 0
  for (let at = opening; ;) {
    depth += css[at] === '{' ? 1 : -1
    if (depth === 0) return at
    const next = findOutside(css.slice(at + 1), '{}')
    if (next < 0) return css.length
    at += 1 + next
  }
}

/** The first of some characters that is neither in a string nor between brackets. */
function findOutside(css: string, characters: string): number {
  let depth = 0
  for (const {0: token, index} of css.matchAll(/"(?:\\[^]|[^"\\])*"?|'(?:\\[^]|[^'\\])*'?|\\[^]|[^]/g)) {
    if (depth === 0 && characters.includes(token)) return index
    if (token === '(' || token === '[') depth++
    if (token === ')' || token === ']') depth = Math.max(0, depth - 1)
  }
  return -1
}

function splitOutside(css: string, separator: ',' | ';'): readonly string[] {
  const parts: string[] = []
  let rest = css
  for (let at = findOutside(rest, separator); at >= 0; at = findOutside(rest, separator)) {
    parts.push(rest.slice(0, at).trim())
    rest = rest.slice(at + 1)
  }
  return [...parts, rest.trim()].filter((part) => part !== '')
}
