import {mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile} from 'node:fs/promises'
import {hostname, tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {asIs} from '../../support/as-is.ts'
import {withLock} from '../../../src/world/lock.ts'
import {openOutput} from '../../../src/world/publication-output.ts'
import type {PublicationOutput} from '../../../src/world/publication-output.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const deadPid = 2 ** 22 + 1 // above the largest process id of Linux, macOS and the usual ones of Windows

describe('publication output', () => {
  let out: string
  beforeEach(async () => { out = await mkdtemp(join(tmpdir(), 'hexapla-out-')) })
  afterEach(() => rm(out, {recursive: true}))
  const open = (patience?: number): PublicationOutput => openOutput(out, {signal: new AbortController().signal, ...(patience !== undefined && {patience})})
  const text = (path: string): Promise<string> => readFile(join(out, path), 'utf8')
  const holdLock = (pid: number, host = hostname()): Promise<void> => writeFile(join(out, '.hexapla-lock'), JSON.stringify({pid, host}))

  it('shows nothing before it publishes, and leaves nothing but products', async () => {
    await mkdir(join(out, 'fr'))
    await writeFile(join(out, 'fr/book.epub'), 'former')
    const output = open()
    await output.stage('fr/book.epub', bytes('new'))
    await output.stage('ar/book.pdf', bytes('kitab'))
    expect(await text('fr/book.epub')).toBe('former')
    await output.publish(asIs)
    expect(await text('fr/book.epub')).toBe('new')
    expect(await text('ar/book.pdf')).toBe('kitab')
    await output.close()
    expect((await readdir(out)).sort()).toEqual(['ar', 'fr'])
  })

  it('can publish again what is staged later', async () => {
    const output = open()
    await output.stage('a', bytes('1'))
    await output.publish(asIs)
    await output.stage('b', bytes('2'))
    await output.publish(asIs)
    await output.publish(asIs)
    expect([await text('a'), await text('b')]).toEqual(['1', '2'])
  })

  it('is completed by what is made of its former state, in the order given, and loses what is withdrawn', async () => {
    await mkdir(join(out, 'en/old'), {recursive: true})
    for (const path of ['manifest', 'en/old/book', 'en/kept']) await writeFile(join(out, path), 'former')
    const output = open()
    await output.stage('en/book', bytes('new'))
    await output.publish(async (former) => {
      expect([await former('manifest'), await former('absent'), await former('../outside')].map((content) => content && Buffer.from(content).toString())).toEqual(['former', undefined, undefined])
      expect((await readdir(out)).includes('.hexapla-lock')).toBe(true)
      return {files: new Map([['manifest', bytes('closing')], ['a', bytes('later')]]), withdrawn: ['en/old/book', 'en/never', '../outside']}
    })
    expect([await text('manifest'), await text('a'), await text('en/book'), await text('en/kept')]).toEqual(['closing', 'later', 'new', 'former'])
    expect((await readdir(join(out, 'en'))).sort()).toEqual(['book', 'kept'])
  })

  it('asks for no closing where nothing is staged, and publishes nothing where the closing fails', async () => {
    const output = open()
    await output.publish(() => Promise.reject(new Error('asked')))
    await output.stage('en/book', bytes('new'))
    await expect(output.publish(() => Promise.reject(new Error('no closing')))).rejects.toThrow('no closing')
    await output.close()
    expect(await readdir(out)).toEqual([])
  })

  it('forgets what was staged and not published', async () => {
    const output = open()
    await output.stage('fr/book.epub', bytes('new'))
    await output.close()
    expect(await readdir(out)).toEqual([])
  })

  it('publishes nothing once the build is aborted', async () => {
    const controller = new AbortController()
    const output = openOutput(out, {signal: controller.signal})
    await output.stage('a', bytes('1'))
    controller.abort(new Error('interrupted'))
    await expect(output.publish(asIs)).rejects.toThrow('interrupted')
    await expect(output.stage('b', bytes('2'))).rejects.toThrow('interrupted')
    await output.close()
    expect(await readdir(out)).toEqual([])
  })

  it.each(['../x', '/x', 'a/../../x', '', '.hexapla-lock', 'a\\b'])('refuses to stage %j', async (path) => {
    await expect(open().stage(path, bytes(''))).rejects.toThrow(RangeError)
  })

  it('sweeps the staging folders of processes that are gone, and no others', async () => {
    await mkdir(join(out, `.hexapla-staging-${deadPid}-1`))
    await mkdir(join(out, `.hexapla-staging-${process.ppid}-1`))
    const output = open()
    await output.stage('a', bytes('1'))
    await output.publish(asIs)
    expect((await readdir(out)).sort()).toEqual([`.hexapla-staging-${process.ppid}-1`, 'a'])
  })

  it('takes over the lock of a process that is gone', async () => {
    await holdLock(deadPid)
    const output = open()
    await output.stage('a', bytes('1'))
    await output.publish(asIs)
    expect(await readdir(out)).toEqual(['a'])
  })

  it('waits for another build that is publishing', async () => {
    await holdLock(process.ppid)
    const output = open()
    await output.stage('a', bytes('1'))
    setTimeout(() => void rm(join(out, '.hexapla-lock')), 150)
    await output.publish(asIs)
    expect(await text('a')).toBe('1')
  })

  it.each([['this machine', hostname()], ['another machine', 'elsewhere']])('names who holds the lock on %s when patience ends', async (_, host) => {
    await holdLock(process.ppid, host)
    const output = open(100)
    await output.stage('a', bytes('1'))
    await expect(output.publish(asIs)).rejects.toThrow(`held by process ${process.ppid} on ${host}`)
    await output.close()
  })

  it('does not believe in a lock of ten minutes', async () => {
    await holdLock(process.ppid, 'elsewhere')
    await utimes(join(out, '.hexapla-lock'), new Date(Date.now() - 700_000), new Date(Date.now() - 700_000))
    const output = open(100)
    await output.stage('a', bytes('1'))
    await output.publish(asIs)
    expect(await text('a')).toBe('1')
  })

  it('lets one in at a time, even when all find a stale lock', async () => {
    await holdLock(deadPid)
    let inside = 0
    let most = 0
    const options = {patience: 10_000, signal: new AbortController().signal}
    await Promise.all(Array.from({length: 8}, () => withLock(join(out, '.hexapla-lock'), options, async () => {
      most = Math.max(most, ++inside)
      await new Promise((settle) => setTimeout(settle, 5))
      inside--
    })))
    expect(most).toBe(1)
  })
})
