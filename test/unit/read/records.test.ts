/** Which records of alignments are read. */
import {describe, expect, it} from 'vitest'
import {readSources} from '../../../src/read/sources.ts'
import {tryStage} from '../../support/articles.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'

const record = 'hexapla beads 1\nsource en\n\nAAAAAAAAAAAA = bbbbbbbbbbbb\n'

async function read(files: Readonly<Record<string, string>>): Promise<{readonly paths: readonly string[]; readonly codes: readonly string[]}> {
  const {result, codes} = tryStage((report) => readSources(makeMemoryWorld({'en/barter.md': '# Barter\n', 'zh-cn/barter.md': '# 易货\n', ...files}), 'book', report))
  return {paths: [...(await result).records.keys()], codes}
}

describe('records', () => {
  it('are read beside their translation, whatever its folder is called', async () => expect((await read({'zh-cn/translation/barter.beads': record})).paths).toEqual(['zh-cn/translation/barter.beads']))
  it('of no article are left out', async () => expect((await read({'zh-cn/translation/market.beads': record})).paths).toEqual([]))
  it('elsewhere are none', async () => expect((await read({'zh-cn/barter.beads': record, 'notes/translation/barter.beads': record})).paths).toEqual([]))
  it('that cannot be used are left out', async () => expect((await read({'zh-cn/translation/barter.beads': 'PK\u0003'})).paths).toEqual([]))
})
