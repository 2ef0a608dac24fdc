/** Directive syntax for the names we know: everything else with a colon stays the author's text, untouched. */
import type {Code, Construct, Effects, Extension, State, TokenizeContext} from 'micromark-util-types'
import remarkDirective from 'remark-directive'
import type {Processor} from 'unified'

const textNames = new Set(['index'])
const containerNames = new Set(['note', 'tip', 'important', 'warning', 'caution', 'description'])

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    directiveGuess: 'directiveGuess'
  }
}

/** A unified plugin: `:index[…]{…}` and `:::note` with its siblings, `:::description`. */
export function knownDirectives(this: Processor): void {
  remarkDirective.call(this)
  const extensions = (this.data() as {micromarkExtensions?: Extension[]}).micromarkExtensions // where remark-parse looks
  const syntax = extensions?.pop()
  const container = [syntax?.flow?.[58]].flat()[0]
  const text = [syntax?.text?.[58]].flat()[0]
  if (!container || !text) throw new Error('remark-directive has changed its shape')
  extensions?.push({flow: {58: guard(container, containerNames)}, text: {58: guard(text, textNames)}})
}

/** The construct, tried only where colons and a known name stand. */
function guard(construct: Construct, names: ReadonlySet<string>): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      return effects.check(nameGuess(names), construct.tokenize.call(this, effects, ok, nok), nok)
    }
  }
}

function nameGuess(names: ReadonlySet<string>): Construct {
  return {
    partial: true,
    tokenize(effects: Effects, ok: State, nok: State): State {
      let name = ''
      const start: State = (code) => {
        effects.enter('directiveGuess')
        return next(code)
      }
      const next = (code: Code): State | undefined => {
        if (code !== null && (code === 58 ? name === '' : isNameCode(code))) {
          if (code !== 58) name += String.fromCharCode(code)
          effects.consume(code)
          return next
        }
        effects.exit('directiveGuess')
        return names.has(name) ? ok(code) : nok(code)
      }
      return start
    }
  }
}

/** Letters, digits, hyphen and underscore; line endings are negative codes. */
function isNameCode(code: number): boolean {
  return code > 0 && /[\p{L}\p{N}_-]/u.test(String.fromCharCode(code))
}
