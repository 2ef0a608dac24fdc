/** Whether an article that was rewritten is still made of the blocks that it should be made of. */
import type {Block} from '../../core/translation.ts'
import {makeAddressTest} from '../parity/addresses.ts'
import type {Slot, Wanted} from './rewrite.ts'

export interface Misfit {
  readonly expected: string
  readonly found: string
}

/** The first block that is another, or one too many or too few: `undefined` where all is as expected. */
export function findMisfit(slots: readonly Slot[], blocks: readonly Block[]): Misfit | undefined {
  const found = blocks.filter(({span}) => span).map(({kind}) => kind)
  const expected = slots.flatMap(({kinds}) => kinds)
  const at = Array.from({length: Math.max(found.length, expected.length)}).findIndex((_, each) => found[each] !== expected[each])
  return at < 0 ? undefined : {expected: nameOf(expected[at]), found: nameOf(found[at])}
}

function nameOf(kind: string | undefined): string {
  return kind === undefined ? 'end of the article' : kind.startsWith('heading') ? `heading of level ${kind.slice(-1)}` : kind
}

/** Links that a passage had and has no more when it is read: a name in brackets that was translated. */
export function findLostLinks(slots: readonly Slot[], blocks: readonly Block[], languages: {readonly source: string; readonly target: string}): readonly (readonly [Wanted, readonly string[]])[] {
  const isSame = makeAddressTest(languages.source, languages.target)
  const body = blocks.filter(({span}) => span)
  let at = 0
  return slots.flatMap(({kinds, wanted}) => {
    const own = body.slice(at, at + kinds.length).flatMap(({links}) => links)
    at += kinds.length
    if (!wanted) return []
    const had = wanted.listed.target?.blocks.flatMap(({links}) => links)
    const lost = wanted.listed.source.blocks.flatMap(({links}) => links).filter((url) => !own.some((other) => isSame(url, other)) && (had?.some((other) => isSame(url, other)) ?? true))
    return lost.length > 0 ? [[wanted, lost] as const] : []
  })
}
