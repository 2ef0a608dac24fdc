/** A parser with a fault, in the pool that bears it. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {makeCache} from '../../../../src/world/cache.ts'
import {makeParsePool} from '../../../../src/world/parse-pool.ts'
import {makeTerms} from '../../../support/articles.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const parser = new URL('../../../unit/world/stub-parser.ts', import.meta.url).href
  const pool = makeParsePool({cache: makeCache(undefined), signal: new AbortController().signal, parser})
  const parsed = await pool.parse([{file: 'en/market.md', language: 'en', slug: 'market', text: 'bug'}], {singleDollarMath: false, typography: false, terms: makeTerms()})
  await pool.close()
  return parsed.flatMap(({diagnostics}) => diagnostics)
}
