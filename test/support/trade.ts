/** What a publisher says for the trade, nothing by default. */
import type {Trade} from '../../src/core/trade.ts'

export function makeTestTrade(more: Partial<Trade> = {}): Trade {
  return {sender: {}, thema: [], prices: new Map(), availability: new Map(), place: {file: 'publication.yaml', line: 3, column: 1}, ...more}
}
