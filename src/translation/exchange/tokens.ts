/** Inline Markdown cut into words and what must come back from a translator as it is: links, code, pictures, notes, placeholders. */

export type TokenKind = 'code' | 'note' | 'placeholder' | 'html' | 'address' | 'link' | 'picture' | 'span'

/** Words; a mark that is kept whole; marks around words that are translated. Texts of all, in order, are the passage. */
export type Token =
  | {readonly type: 'text'; readonly text: string}
  | {readonly type: 'mark'; readonly kind: TokenKind; readonly text: string}
  | {readonly type: 'span'; readonly kind: TokenKind; readonly start: string; readonly end: string; readonly children: readonly Token[]}

/** What begins at a place and is kept whole. */
const marks: readonly (readonly [TokenKind, RegExp])[] = [
  ['note', /\[\^[^\]\s[]+\](?!:)/y], ['note', /\[!\w+\]/y], ['html', /<!--[^]*?-->|<\/?[a-zA-Z][\w-]*(?:\s[^<>]*)?\/?>/y],
  ['address', /<(?:[a-zA-Z][\w+.-]*:[^\s<>]+|[^\s<>@]+@[^\s<>]+)>|\bhttps?:\/\/[^\s<>()[\]{}"'，。、；：）」]*[\w/#=&-]/y],
  ['placeholder', /\{%[^]*?%\}|\$?\{\{[^{}\n]*\}\}|\$?\{[\w.#/:-][^{}\n]*\}|%(?:\d+\$|\([\w.-]+\))?[sdif@](?![\p{L}\p{N}])/uy],
  ['code', /\$\$[^$]+\$\$/y]
]
const limit = 50
/** Behind it stand headings of the index, which are translated. */
const indexMark = /:index(?:\[[^\]\n]*\])?$/
/** Longer ones are no passages that somebody translates. */
const longest = 20_000

/** The tokens of a passage. Never throws; what closes nowhere is words. */
export function readTokens(text: string, depth = 0): readonly Token[] {
  if (text.length > longest) return [{type: 'text', text}]
  const tokens: Token[] = []
  let words = ''
  const take = (token: Token, length: number): number => {
    if (words !== '') tokens.push({type: 'text', text: words})
    words = ''
    tokens.push(token)
    return length
  }
  for (let at = 0; at < text.length;) {
    const token = text[at] === '\\' || depth > limit ? undefined : maybeToken(text, at, depth)
    if (token) at += take(token, textOf(token).length)
    else {
      const length = text[at] === '\\' && at + 1 < text.length ? 2 : 1
      words += text.slice(at, at + length)
      at += length
    }
  }
  if (words !== '') tokens.push({type: 'text', text: words})
  return tokens
}

/** A token as it stands in Markdown. */
export function textOf(token: Token): string {
  return token.type === 'span' ? `${token.start}${token.children.map(textOf).join('')}${token.end}` : token.text
}

function maybeToken(text: string, at: number, depth: number): Token | undefined {
  switch (text[at]) {
    case '`': return codeOf(text, at)
    case '!': return text[at + 1] === '[' ? maybeSpan(text, at, 1, depth) : undefined
    case '[': return maybeMark(text, at) ?? maybeSpan(text, at, 0, depth)
    case ':': return maybeDirective(text, at, depth)
    case '{': return indexMark.test(text.slice(Math.max(0, at - 200), at)) ? undefined : maybeMark(text, at)
    case '<': case '$': case '%': case 'h': return maybeMark(text, at)
    default: return undefined
  }
}

function maybeMark(text: string, at: number): Token | undefined {
  for (const [kind, pattern] of marks) {
    pattern.lastIndex = at
    const [found] = pattern.exec(text) ?? []
    if (found !== undefined) return {type: 'mark', kind, text: found}
  }
  return undefined
}

/** Code, or signs that nothing closes. */
function codeOf(text: string, at: number): Token {
  const fence = runOf(text, at)
  for (let end = text.indexOf(fence, at + fence.length); end >= 0; end = text.indexOf(fence, end + 1)) {
    const run = runOf(text, end)
    if (run.length === fence.length) return {type: 'mark', kind: 'code', text: text.slice(at, end + fence.length)}
    end += run.length - 1
  }
  return {type: 'text', text: fence}
}

function runOf(text: string, at: number): string {
  let end = at
  while (text[end] === '`') end++
  return text.slice(at, end)
}

/** `[words](address)`, `![words](address)`, `[words][name]`. */
function maybeSpan(text: string, at: number, bang: number, depth: number): Token | undefined {
  const close = findClosing(text, at + bang, '[', ']')
  if (close < 0) return undefined
  const next = text[close + 1]
  const end = next === '(' ? findClosing(text, close + 1, '(', ')') : next === '[' ? text.indexOf(']', close + 1) : -1
  if (end < 0 || end === close + 2) return undefined
  const start = text.slice(at, at + bang + 1)
  return {type: 'span', kind: bang > 0 ? 'picture' : 'link', start, end: text.slice(close, end + 1), children: readTokens(text.slice(at + start.length, close), depth + 1)}
}

/** `:name[words]{attributes}`; the attributes of an index mark are words too. */
function maybeDirective(text: string, at: number, depth: number): Token | undefined {
  const [start] = /^:[a-z][\w-]*\[/.exec(text.slice(at, at + 40)) ?? []
  if (start === undefined || /[\p{L}\p{N}:]/u.test(text[at - 1] ?? '')) return undefined
  const close = findClosing(text, at + start.length - 1, '[', ']')
  if (close < 0) return undefined
  const [attributes = ''] = start === ':index[' ? [] : /^\{[^{}\n]*\}/.exec(text.slice(close + 1)) ?? []
  return {type: 'span', kind: 'span', start, end: `]${attributes}`, children: readTokens(text.slice(at + start.length, close), depth + 1)}
}

/** Where the bracket that opens at a place closes; -1 where it does not. Brackets in code and behind a backslash do not count. */
function findClosing(text: string, at: number, open: string, shut: string): number {
  let depth = 0
  for (let each = at; each < text.length; each++) {
    const sign = text[each]
    if (sign === '\\') each++
    else if (sign === '`' && open === '[') each += textOf(codeOf(text, each)).length - 1
    else if (sign === open) depth++
    else if (sign === shut && --depth === 0) return each
    else if (sign === '\n' && text[each + 1] === '\n') return -1
  }
  return -1
}
