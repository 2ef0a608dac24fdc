/** What a publisher leaves behind, and what it finds of one that was interrupted. */
import {beforeEach, describe, expect, it} from 'vitest'
import type {Hold, Target} from '../../../src/core/target.ts'
import {readRelease} from '../../../src/distribute/manifest/examine.ts'
import {publishRelease, type Published} from '../../../src/distribute/publishing/publish.ts'
import {readArchiveIndex} from '../../../src/distribute/publishing/plan.ts'
import {makeMemoryTarget} from '../../support/memory-target.ts'
import {makeMemoryFolder, makeVersion} from '../../support/output-folder.ts'

let place: Map<string, Uint8Array>
beforeEach(() => { place = new Map() })

const hold: Hold = {doubtful: [], record: async () => undefined, confirm: async () => true, release: async () => undefined}

/** The release whose English book is this text. */
async function publish(text: string, keep = Infinity, changed: Partial<Target> = {}): Promise<Published> {
  const folder = makeMemoryFolder(makeVersion({'en/bees-en.epub': text}).output)
  const read = await readRelease(folder, undefined, () => undefined)
  if (!read) throw new Error('the release cannot be read')
  return publishRelease(folder, read, {...makeMemoryTarget(place), ...changed}, {force: false, dryRun: false, keep, takeHold: async () => hold, sent: () => undefined})
}

const listed = (): readonly string[] => readArchiveIndex(place.get('editions/editions.json')).map(({id}) => id)
const kept = (): ReadonlySet<string> => new Set([...place.keys()].flatMap((path) => /^editions\/([^/]+)\//.exec(path)?.[1] ?? []))

describe('what an interrupted run left over', () => {
  it('is removed even where nothing is to be done', async () => {
    await publish('1')
    const before = [...place.keys()]
    place.set('.hexapla-staging/0123', new Uint8Array(3))
    expect(await publish('1')).toMatchObject({done: true, diagnostics: [], sent: {files: 0}})
    expect([...place.keys()]).toEqual(before)
  })

  it('does not outlive --keep: former states are listed until their files are gone', async () => {
    for (const text of ['1', '2', '3']) await publish(text)
    expect(listed()).toHaveLength(2)
    await expect(publish('4', 1, {remove: async () => { throw new Error('killed') }})).rejects.toThrow('killed')
    expect(new Set(listed())).toEqual(kept())
    expect(listed()).toHaveLength(3)
    expect((await publish('4', 1)).done).toBe(true)
    expect(listed()).toHaveLength(1)
    expect(new Set(listed())).toEqual(kept())
  })
})
