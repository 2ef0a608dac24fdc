/** kill -9 at any moment leaves every published book whole, and the next build clears up. */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {asIs} from '../support/as-is.ts'
import {openOutput} from '../../src/world/publication-output.ts'

const publisher = fileURLToPath(new URL('publisher.ts', import.meta.url))

describe('kill -9 while publishing', () => {
  let out: string
  beforeAll(async () => { out = await mkdtemp(join(tmpdir(), 'hexapla-kill-')) })
  afterAll(() => rm(out, {recursive: true}))

  it.each([0, 7, 15, 24, 34, 45, 57, 70, 84, 99])('after %i ms', async (delay) => {
    const child = spawn(process.execPath, ['--import', 'tsx', publisher, out], {stdio: ['ignore', 'pipe', 'inherit']})
    const ended = once(child, 'exit')
    await once(child.stdout, 'data')
    await new Promise((settle) => setTimeout(settle, delay))
    child.kill('SIGKILL')
    await ended
    for (const language of ['ar', 'fr', 'ja']) {
      const content = await readFile(join(out, language, 'book.pdf'))
      expect(content.length).toBe(3_000_000)
      expect(content.equals(Buffer.alloc(content.length, content[0]))).toBe(true)
    }
  })

  it('leaves nothing behind after the next build', async () => {
    const output = openOutput(out, {signal: new AbortController().signal})
    await output.stage('fr/book.pdf', new Uint8Array(1))
    await output.publish(asIs)
    await output.close()
    expect((await readdir(out)).sort()).toEqual(['ar', 'fr', 'ja'])
  })
})
