/** A parser for tests of the pool: the manuscript's text says how it behaves. */
import type {Manuscript, Parsed} from '../../../src/core/model.ts'

export function parseManuscript({file, language, slug, text}: Manuscript): Parsed {
  const grown: number[][] = []
  if (text === 'hang') for (;;) continue
  if (text === 'grow') for (;;) grown.push(new Array<number>(100_000).fill(1.5))
  if (text === 'end') process.exit(0)
  if (text === 'throw') throw new RangeError('too deep')
  if (text === 'dive') dive(0)
  if (text === 'bug') throw new TypeError('bracket is not a function')
  return {
    article: {
      file, language, slug, title: text, keywords: [], aliases: [], authors: [], translators: [], draft: false, words: 1, digest: '',
      tree: {type: 'root', children: [{type: 'text', value: `parsed ${text}`}]}
    },
    diagnostics: []
  }
}

function dive(depth: number): number {
  return 1 + dive(depth + 1)
}
