/** `explain <code>`: the page of a diagnostic. */
import {codes} from '../core/diagnostic.ts'
import {suggest} from '../core/suggest.ts'
import {readExplanation} from '../world/explanations.ts'
import {UsageError, type Command} from './command.ts'

export const explain: Command = async ([code], _, {output}) => {
  if (code === undefined) {
    output.print(codes.map((each) => `${each}\n`).join(''))
    return 0
  }
  if (!(codes as readonly string[]).includes(code)) {
    const near = suggest(code, codes)
    throw new UsageError(`Unexpected code ${code}${near ? `, did you mean ${near}?` : ', expected one that hexapla explain lists'}`)
  }
  output.print(await readExplanation(code))
  return 0
}
