/** Directive syntax for the names we know: everything else with a colon stays the author's text, untouched. */
import type {Code, Construct, Effects, Extension, State, TokenizeContext} from 'micromark-util-types'
import remarkDirective from 'remark-directive'
import type {Processor} from 'unified'

/** What may follow upon colons: with it we know that the author means us. */
const textDirective = /^:(?:index(?![\p{L}\p{N}_-])|span\[)/u
const containerDirective = /^:{3,}(?:(?:note|tip|important|warning|caution|description)(?![\p{L}\p{N}_-])|div(?:\[.{0,500}\])?\{[^{}]{0,200}\b(?:lang|dir|translate)=)/u
/** Characters that decide: longer than any name of ours, and than attributes that are meant. */
const [textGuess, containerGuess] = [12, 1000]

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    directiveGuess: 'directiveGuess'
  }
}

/** A unified plugin: `:index[…]{…}`, `:span[…]{…}`, `:::note` with its siblings, `:::description`, `:::div{lang=…}`. */
export function knownDirectives(this: Processor): void {
  remarkDirective.call(this)
  const extensions = (this.data() as {micromarkExtensions?: Extension[]}).micromarkExtensions // where remark-parse looks
  const syntax = extensions?.pop()
  const container = [syntax?.flow?.[58]].flat()[0]
  const text = [syntax?.text?.[58]].flat()[0]
  if (!container || !text) throw new Error('remark-directive has changed its shape')
  extensions?.push({flow: {58: guard(container, containerDirective, containerGuess)}, text: {58: guard(text, textDirective, textGuess)}})
}

/** The construct, tried only where the line goes on as it must; no more than `most` characters of it are looked at. */
function guard(construct: Construct, expected: RegExp, most: number): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      return effects.check(guess(expected, most), construct.tokenize.call(this, effects, ok, nok), nok)
    }
  }
}

function guess(expected: RegExp, most: number): Construct {
  return {
    partial: true,
    tokenize(effects: Effects, ok: State, nok: State): State {
      let line = ''
      const start: State = (code) => {
        effects.enter('directiveGuess')
        return next(code)
      }
      const next = (code: Code): State | undefined => {
        if (code !== null && !isLineEnd(code) && line.length < most) {
          line += code < 0 ? ' ' : String.fromCharCode(code) // tabs and what they stand for are negative
          effects.consume(code)
          return next
        }
        effects.exit('directiveGuess')
        return expected.test(line) ? ok(code) : nok(code)
      }
      return start
    }
  }
}

/** As micromark codes them. */
function isLineEnd(code: number): boolean {
  return code < -2
}
