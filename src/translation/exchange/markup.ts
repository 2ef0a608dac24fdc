/** Whether a translation has the markup of its source: what was lost on the way to a translator and back, and what has come in. */
import type {Language} from '../../core/model.ts'
import {makeAddressTest} from '../parity/addresses.ts'
import {isSameCode} from '../parity/code.ts'
import {readTokens, textOf, type Token, type TokenKind} from './tokens.ts'

export interface Damage {
  readonly lost: readonly string[]
  readonly added: readonly string[]
}

interface Mark {
  readonly kind: TokenKind
  /** As shown to people. */
  readonly text: string
  /** What must be the same. */
  readonly key: string
}

/** What a translation has lost of the markup of its source, and what it has more that cannot be words; `undefined` where all is there. */
export function maybeDamage(source: string, target: string, languages: {readonly source: Language; readonly target: Language}): Damage | undefined {
  const isSameAddress = makeAddressTest(languages.source, languages.target)
  const isSame = (one: Mark, other: Mark): boolean => one.kind === other.kind && (one.key === other.key ||
    (one.kind === 'code' && isSameCode(one.key, other.key)) || (['link', 'picture', 'address'].includes(one.kind) && isSameAddress(one.key, other.key)))
  const [lost, added] = [listMarks(readTokens(source)), listMarks(readTokens(target))]
  const left = lost.filter((mark) => {
    const at = added.findIndex((other) => isSame(mark, other))
    if (at >= 0) added.splice(at, 1)
    return at < 0
  })
  const strange = added.filter(({kind}) => ['note', 'html', 'placeholder', 'picture'].includes(kind))
  return left.length + strange.length === 0 ? undefined : {lost: left.map(({text}) => text), added: strange.map(({text}) => text)}
}

function listMarks(tokens: readonly Token[]): Mark[] {
  return tokens.flatMap((token): readonly Mark[] => {
    if (token.type === 'text') return []
    if (token.type === 'mark') return [{kind: token.kind, text: token.text, key: keyOf(token.kind, token.text)}]
    const own = token.kind === 'span' ? `${token.start}${token.end}` : addressOf(token.end)
    return [{kind: token.kind, text: token.kind === 'span' ? textOf(token) : own, key: own}, ...listMarks(token.children)]
  })
}

/** Attributes of HTML may be words. */
function keyOf(kind: TokenKind, text: string): string {
  if (kind === 'html') return text.startsWith('<!--') ? '<!-- -->' : (/^<\/?[\w-]+/.exec(text)?.[0] ?? text).toLowerCase()
  return kind === 'placeholder' && text.startsWith('{%') ? /^\{%-?\s*\w*/.exec(text)?.[0] ?? text : kind === 'code' ? text.replaceAll('`', '').trim() : text
}

/** Of `](address "title")` the address, of `][name]` the name. */
function addressOf(end: string): string {
  const [, address, plain, name] = /^\]\(\s*(?:<([^>]*)>|([^\s)]*(?:\([^\s()]*\)[^\s)]*)*))|^\]\[(.*)\]$/s.exec(end) ?? []
  return address ?? plain ?? (name === undefined ? end : `[${name}]`)
}
