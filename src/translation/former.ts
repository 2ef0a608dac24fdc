/** What a changed block of the source said before. */
import type {Block} from '../core/translation.ts'

/** Share of words in common from which a text counts as an earlier form of another. */
const alike = 0.4

/** Markdown of the blocks that are recorded as gone, else of the vanished one most like what stands there now; `undefined` where nothing is known. */
export function findFormer(former: readonly Block[], vanished: ReadonlySet<string>, gone: readonly string[], now: readonly Block[]): string | undefined {
  const own = former.filter(({hash}) => gone.includes(hash))
  if (own.length > 0) return own.map(({markdown}) => markdown).join('\n\n')
  const words = wordsOf(now.map((block) => block.words).join(' '))
  const kinds = new Set(now.map(({kind}) => kind))
  const [best] = former.filter(({hash, kind}) => vanished.has(hash) && kinds.has(kind))
    .map((block) => ({block, likeness: compare(words, wordsOf(block.words))})).filter(({likeness}) => likeness >= alike).sort((a, b) => b.likeness - a.likeness)
  return best?.block.markdown
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu) ?? [])
}

/** Dice's coefficient. */
function compare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return a.size + b.size === 0 ? 0 : 2 * shared / (a.size + b.size)
}
