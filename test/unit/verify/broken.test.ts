/** Negative control: what is broken is refused for the right reason and no other, what is sound is let through. */
import {describe, expect, it} from 'vitest'
import {codes, makeLedger, type Diagnostic} from '../../../src/core/diagnostic.ts'
import {inspectEpub} from '../../../src/verify/epub/inspect.ts'
import {breakEpub, brokenEpubs, makeSoundEpub} from '../../support/broken-epubs.ts'

function inspect(bytes: Uint8Array): readonly Diagnostic[] {
  const {list, report} = makeLedger()
  inspectEpub(bytes, 'book.epub', report)
  return list
}

describe('a sound book', () => {
  it.each(['en', 'fr', 'ar', 'ja', 'hi'] as const)('in %s is let through without a word', async (language) => {
    expect(inspect(await makeSoundEpub(language))).toEqual([])
  })
})

describe('refused is', () => {
  it.each(brokenEpubs.map((each) => [each.what, each] as const))('%s', async (_, each) => {
    expect([...new Set(inspect(await breakEpub(each)).map(({code}) => code))].sort()).toEqual([...each.codes].sort())
  })

  it('each way that has a code', () => {
    const provoked = new Set(brokenEpubs.map(({codes: [first]}) => first))
    expect(codes.filter((code) => code.startsWith('verify/') && !provoked.has(code))).toEqual([])
  })
})
