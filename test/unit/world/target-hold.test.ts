/** Who may publish to a place, and what the next one learns of an interrupted one. */
import {hostname} from 'node:os'
import {describe, expect, it} from 'vitest'
import {sha256} from '../../../src/core/digest.ts'
import {holdFile, TargetError, type Hold, type Target} from '../../../src/core/target.ts'
import {readRelease} from '../../../src/distribute/manifest/examine.ts'
import {publishRelease, type Published} from '../../../src/distribute/publishing/publish.ts'
import {peekHold, takeHold} from '../../../src/world/targets/hold.ts'
import {makeMemoryTarget} from '../../support/memory-target.ts'
import {makeMemoryFolder, makeVersion, type Contents} from '../../support/output-folder.ts'

async function take(target: Target): Promise<Hold> {
  const hold = await takeHold(target)
  if ('holder' in hold) throw new Error(hold.holder)
  return hold
}

/** A note of somebody else, as one who is at work on another machine. */
function note(more: Readonly<Record<string, unknown>> = {}): Uint8Array {
  return Buffer.from(JSON.stringify({token: 'x', pid: 1, host: 'mill', renewed: new Date().toISOString(), doubtful: ['fr/a.pdf'], ...more}))
}

describe('a hold', () => {
  it('is had once, and leaves nothing when it is given back', async () => {
    const files = new Map<string, Uint8Array>()
    const hold = await take(makeMemoryTarget(files))
    expect(hold.doubtful).toEqual([])
    expect(await hold.confirm()).toBe(true)
    await hold.release(false)
    expect(files.size).toBe(0)
  })

  it('says to the next one what was left undone', async () => {
    const target = makeMemoryTarget(new Map())
    const hold = await take(target)
    await hold.record(['fr/b.pdf', 'fr/a.pdf'])
    await hold.record(['fr/a.pdf', 'fr/c.pdf'])
    await hold.release(false)
    expect((await peekHold(target)).doubtful).toEqual(['fr/a.pdf', 'fr/b.pdf', 'fr/c.pdf'])
    const next = await take(target)
    expect(next.doubtful).toEqual(['fr/a.pdf', 'fr/b.pdf', 'fr/c.pdf'])
    await next.release(true)
    expect((await take(target)).doubtful).toEqual([])
  })

  it.each([
    ['of another machine', note(), true], ['of another machine, long ago', note({renewed: '2026-01-01T00:00:00Z'}), false], ['of this machine, at work', note({host: hostname(), pid: process.ppid}), true],
    ['of this machine, gone', note({host: hostname(), pid: 2 ** 22 + 1}), false], ['of this process’s own number before', note({host: hostname(), pid: process.pid}), false], ['given back', note({token: undefined}), false],
    ['that cannot be read', Buffer.from('{'), false], ['without a time', note({renewed: 'soon'}), false]
  ])('%s', async (_, content, isAtWork) => {
    const found = await takeHold(makeMemoryTarget(new Map([[holdFile, content]])))
    expect('holder' in found).toBe(isAtWork)
    if (!('holder' in found)) await found.release(true)
  })

  it('that another has taken over is not given back by the first', async () => {
    const files = new Map<string, Uint8Array>()
    const hold = await take(makeMemoryTarget(files))
    const other = note()
    files.set(holdFile, other)
    expect(await hold.confirm()).toBe(false)
    await hold.release(true)
    expect(files.get(holdFile)).toEqual(other)
  })
})

describe('publishing', () => {
  async function publish(output: Contents, target: Target): Promise<Published> {
    const folder = makeMemoryFolder(output)
    const read = await readRelease(folder, undefined, () => undefined)
    if (!read) throw new Error('it cannot be read')
    return publishRelease(folder, read, target, {force: false, dryRun: false, keep: Infinity, takeHold, sent: () => undefined})
  }

  /** Every way to fail once, at the nth call that changes anything; then again without failing. */
  it('ends what was begun, wherever it failed', async () => {
    const [first, second] = [makeVersion({'ja/old.csv': 'x'}).output, makeVersion({'en/bees-en.epub': 'new', 'index.html': 'new', 'ja/bees-ja.pdf': undefined, 'ja/new.csv': 'y'}).output]
    let failures = 0
    for (let nth = 0; nth < 40; nth++) {
      const files = new Map<string, Uint8Array>()
      await publish(first, makeMemoryTarget(files))
      const failed = await publish(second, failAt(nth, makeMemoryTarget(files)))
      const now = digest(files)
      for (const [path, content] of digest(first)) if (path !== 'ja/old.csv' && path !== 'ja/bees-ja.pdf') expect([content, digest(second).get(path)]).toContain(now.get(path))
      if (!failed.done) failures++
      expect(await publish(second, makeMemoryTarget(files))).toMatchObject({done: true, diagnostics: []})
      expect(digest(new Map([...files].filter(([path]) => !path.startsWith('editions/'))))).toEqual(digest(second))
      const kept = new Map([...files].flatMap(([path, content]) => path.startsWith('editions/') && path !== 'editions/editions.json' ? [[path.split('/').slice(2).join('/'), content] as const] : []))
      expect(digest(kept)).toEqual(digest(new Map([...first].filter(([path]) => ['SHA256SUMS', 'en/bees-en.epub', 'index.html', 'ja/bees-ja.pdf', 'ja/old.csv', 'manifest.json'].includes(path)))))
      if (failed.done) break
    }
    expect(failures).toBeGreaterThan(10)
  })
})

const known = new WeakMap<Uint8Array, string>()

/** By path; each content is hashed once. */
function digest(contents: Contents): ReadonlyMap<string, string> {
  return new Map([...contents].sort(([a], [b]) => a < b ? -1 : 1).map(([path, content]) => {
    const sum = known.get(content) ?? sha256(content)
    known.set(content, sum)
    return [path, sum]
  }))
}

/** Fails at one call of those that change anything, counted from 0, and does half of it. */
function failAt(nth: number, target: Target): Target {
  let count = 0
  const half = <T, A extends readonly unknown[]>(method: (items: readonly T[], ...more: A) => Promise<void>) => async (items: readonly T[], ...more: A): Promise<void> => {
    if (count++ !== nth) return method(items, ...more)
    await method(items.slice(0, items.length / 2), ...more)
    throw new TargetError('it broke')
  }
  const whole = <A extends readonly unknown[], R>(method: (...args: A) => Promise<R>) => async (...args: A): Promise<R> => {
    if (count++ === nth) throw new TargetError('it broke')
    return method(...args)
  }
  return {...target, stage: half(target.stage), keep: half(target.keep), place: half(target.place), remove: half(target.remove), write: whole(target.write), create: whole(target.create), clear: whole(target.clear)}
}
