/** Markdown where words have no spaces between them: emphasis beside punctuation (`は**「語」**が`), and bare addresses that end where such a script goes on. */
import {cjkFriendlyExtension} from 'micromark-extension-cjk-friendly'
import type {Code, Construct, Effects, Event, Extension, Previous, State, TokenizeContext} from 'micromark-util-types'
import type {Processor} from 'unified'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    literalAutolink: 'literalAutolink'
    literalAutolinkHttp: 'literalAutolinkHttp'
  }
  interface Token {
    _gfmAutolinkLiteralWalkedInto?: boolean
  }
}

/** Signs of an address; brackets and marks may belong to the text around it. */
const addressSign = /[A-Za-z0-9\-._~%!$&+,;=:@/?#]/
/** The scripts, and their punctuation in full width. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uffef]/u
const schemes = ['https://', 'http://']
const longest = 'https://'.length + 1

const address: Construct = {name: 'addressInUnspacedText', previous: isNoLetter, tokenize: tokenizeAddress}

/** A unified plugin, used after GitHub's extensions: its constructs are tried first. */
export function unspacedScripts(this: Processor): void {
  const known = this.data() as {micromarkExtensions?: Extension[]} // where remark-parse looks
  known.micromarkExtensions = [...known.micromarkExtensions ?? [], cjkFriendlyExtension(), {text: {72: address, 104: address}}]
}

function isNoLetter(this: TokenizeContext, code: Code): ReturnType<Previous> {
  return !(code !== null && code >= 0 && /[A-Za-z]/.test(String.fromCharCode(code)))
}

/** Takes an address that such a script follows at once, which GitHub's own rule would take up to the next space; every other is left to that. */
function tokenizeAddress(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const {events} = this
  let head = '' // enough of the address to know it
  const next: State = (code) => {
    const sign = code !== null && code >= 0 ? String.fromCodePoint(code) : ''
    if (addressSign.test(sign) && mayBegin(head + sign)) {
      if (head.length < longest) head += sign
      effects.consume(code)
      return next
    }
    if (!unspaced.test(sign) || !/^https?:\/\/[a-z0-9]/i.test(head)) return nok(code)
    effects.exit('literalAutolinkHttp')
    effects.exit('literalAutolink')
    return ok(code)
  }
  return (code) => {
    if (isWithinLink(events)) return nok(code)
    effects.enter('literalAutolink')
    effects.enter('literalAutolinkHttp')
    return next(code)
  }
}

/** Whether an address may begin so. */
function mayBegin(head: string): boolean {
  const words = head.toLowerCase()
  return schemes.some((scheme) => words.startsWith(scheme) || scheme.startsWith(words))
}

/** Whether a bracket stands open that may become a link. Where none did is remembered, in GitHub's own way: else long texts would take their time squared. */
function isWithinLink(events: readonly Event[]): boolean {
  for (let at = events.length - 1; at >= 0; at--) {
    const token = events[at]?.[1]
    if ((token?.type === 'labelLink' || token?.type === 'labelImage') && token._balanced !== true) return true
    if (token?._gfmAutolinkLiteralWalkedInto === true) break
  }
  const last = events.at(-1)?.[1]
  if (last) last._gfmAutolinkLiteralWalkedInto = true
  return false
}
