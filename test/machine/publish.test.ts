/** `hexapla publish` as a user types it: to a folder, to S3, by rsync; and what readers see meanwhile. */
import {spawn, spawnSync, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {sha256} from '../../src/core/digest.ts'
import type {Release} from '../../src/core/release.ts'
import {makeVersion, writeOutput} from '../support/output-folder.ts'
import {runHexapla, startHexapla, type Run} from '../support/run-hexapla.ts'
import {bucket, credentials, startS3, type S3Server} from '../support/s3-server.ts'
import {listFiles, makeFolders} from '../support/temporary.ts'

const makeFolder = makeFolders()
let cwd: string
beforeEach(() => { cwd = makeFolder() })

type Texts = Readonly<Record<string, string | undefined>>

/** A new state of the output folder `dist`; gives the digest of its manifest as names of archives show it. */
function build(texts: Texts = {}, more: Partial<Release> = {}): string {
  const {output} = makeVersion(texts, more)
  rmSync(join(cwd, 'dist'), {recursive: true, force: true})
  writeOutput(join(cwd, 'dist'), output)
  return sha256(output.get('manifest.json') ?? '').slice(0, 12)
}

function publish(to: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  return runHexapla(['publish', 'dist', '--to', to, ...args], {cwd, env: {...credentials, ...env}})
}

/** Contents of all files below a folder, by path. */
function contentsOf(folder: string): ReadonlyMap<string, string> {
  return new Map(listFiles(join(cwd, folder)).map((path) => [path, sha256(readFileSync(join(cwd, folder, path)))]))
}

interface Told {
  readonly sent: {readonly files: number; readonly bytes: number}
  readonly done: boolean
  readonly plan: Readonly<Record<'files' | 'added' | 'replaced' | 'removed' | 'unchanged', readonly {readonly path: string; readonly size: number}[]>> & {readonly archive?: {readonly folder: string; readonly paths: readonly string[]}}
  readonly diagnostics: readonly {readonly code: string; readonly message: string}[]
}

async function tell(to: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Told & {readonly status: number}> {
  const {status, stdout, stderr} = await publish(to, ['--json', ...args], env)
  expect(stdout, stderr).not.toBe('')
  return {...JSON.parse(stdout) as Told, status}
}

const revision = '0123456789ab'

describe('publishing to a folder', () => {
  it('sends all, then nothing, then what changed, and keeps what it replaces', async () => {
    const first = build()
    expect(await tell('web')).toMatchObject({status: 0, done: true, sent: {files: 24}, plan: {added: {length: 22}}})
    expect(contentsOf('web')).toEqual(contentsOf('dist'))
    expect(await tell('web')).toMatchObject({status: 0, done: true, sent: {files: 0, bytes: 0}, plan: {files: {length: 0}}})
    const former = contentsOf('web')
    build({'en/bees-en.epub': 'new', 'en/index.html': '<p>new', 'ja/bees-ja.pdf': undefined, 'ja/extra.csv': 'a,b'})
    const folder = `editions/${revision}-${first}`
    expect(await tell('web')).toMatchObject({status: 0, done: true, sent: {files: 5}, plan: {
      added: [{path: 'ja/extra.csv'}], replaced: [{path: 'en/bees-en.epub'}, {path: 'en/index.html'}], removed: [{path: 'ja/bees-ja.pdf'}], archive: {folder}
    }})
    const now = contentsOf('web')
    expect([...now.keys()].filter((path) => path.startsWith('editions/'))).toEqual([`${folder}/SHA256SUMS`, `${folder}/en/bees-en.epub`, `${folder}/en/index.html`, `${folder}/ja/bees-ja.pdf`, `${folder}/manifest.json`, 'editions/editions.json'].sort())
    for (const [path, content] of now) if (path.startsWith(`${folder}/`)) expect(content).toBe(former.get(path.slice(folder.length + 1)))
    expect(new Map([...now].filter(([path]) => !path.startsWith('editions/')))).toEqual(contentsOf('dist'))
    const {status, stdout} = await runHexapla(['verify', 'web'], {cwd})
    expect(stdout).toContain('web: sound')
    expect(stdout).toContain('  editions   6 files of former states, not judged\n')
    expect(status).toBe(0)
  })

  it('says in a dry run what it would do, and does nothing', async () => {
    build()
    const {status, stdout} = await publish('web', ['--dry-run'])
    expect(stdout).toMatch(/web: would be published\n {2}add {8}ar\/bees-ar-cover\.jpg \(42 bytes\)\n/)
    expect(stdout).toContain('  added      22 files, 4.1 MB\n')
    expect({status, exists: existsSync(join(cwd, 'web'))}).toEqual({status: 0, exists: false})
    await publish('web')
    const before = contentsOf('web')
    build({'en/bees-en.epub': 'new', 'ja/bees-ja.pdf': undefined})
    const again = await publish('web', ['--dry-run'])
    expect(again.stdout).toContain('  replace    en/bees-en.epub (3 bytes)\n  remove     ja/bees-ja.pdf (900.0 kB)\n')
    expect(contentsOf('web')).toEqual(before)
  })

  it('keeps as many former states as it is told to', async () => {
    for (const text of ['1', '2', '3', '4']) {
      build({'en/bees-en.epub': text})
      expect((await publish('web', ['--keep', '2'])).status).toBe(0)
    }
    const {editions} = JSON.parse(readFileSync(join(cwd, 'web/editions/editions.json'), 'utf8')) as {readonly editions: readonly {readonly id: string}[]}
    expect(editions).toHaveLength(2)
    expect(editions.map(({id}) => readFileSync(join(cwd, `web/editions/${id}/en/bees-en.epub`), 'utf8'))).toEqual(['3', '2'])
    expect(listFiles(join(cwd, 'web/editions'))).toHaveLength(7)
    build({'en/bees-en.epub': '5'})
    expect((await publish('web', ['--keep', '0'])).status).toBe(0)
    expect(listFiles(join(cwd, 'web/editions'))).toEqual(['editions.json'])
  })

  it('mends what is missing or cut off there', async () => {
    build()
    await publish('web')
    rmSync(join(cwd, 'web/en/bees-en.epub'))
    writeFileSync(join(cwd, 'web/ja/bees-ja.pdf'), 'x')
    expect(await tell('web')).toMatchObject({status: 0, done: true, plan: {files: [{path: 'en/bees-en.epub'}, {path: 'ja/bees-ja.pdf'}]}})
    expect(contentsOf('web')).toEqual(contentsOf('dist'))
  })

  it('publishes nothing that is not what was built', async () => {
    build()
    writeFileSync(join(cwd, 'dist/en/bees-en.epub'), 'other')
    const {status, stdout, stderr} = await publish('web')
    expect(stderr).toContain('dist/en/bees-en.epub: error: Unexpected size of 5 bytes')
    expect({status, stdout, exists: existsSync(join(cwd, 'web'))}).toEqual({status: 1, stdout: 'nothing was sent: the output folder is not sound\n', exists: false})
  })

  it('refuses a place that holds something else, and leaves it as it is', async () => {
    build()
    mkdirSync(join(cwd, 'web'))
    writeFileSync(join(cwd, 'web/index.php'), 'x')
    expect(await tell('web')).toMatchObject({status: 1, done: false, diagnostics: [{code: 'release/occupied-target'}]})
    expect(listFiles(join(cwd, 'web'))).toEqual(['index.php'])
    expect(await tell('web', ['--force'])).toMatchObject({status: 0, done: true})
    expect(readFileSync(join(cwd, 'web/index.php'), 'utf8')).toBe('x')
    build({}, {identifier: 'urn:uuid:another', name: 'ants'})
    expect(await tell('web')).toMatchObject({status: 1, diagnostics: [{code: 'release/other-publication'}]})
    writeFileSync(join(cwd, 'web/manifest.json'), '{"hexapla": 9}')
    expect(await tell('web')).toMatchObject({status: 1, diagnostics: [{code: 'release/target-manifest'}]})
  })

  it('refuses to work beside another publisher, and follows one that is gone', async () => {
    build()
    await publish('web')
    const note = {token: 'x', pid: process.pid, host: (await import('node:os')).hostname(), renewed: new Date().toISOString(), doubtful: ['ja/bees-ja.pdf', 'ja/never-listed.pdf', '../outside.txt']}
    writeFileSync(join(cwd, 'web/.hexapla-publishing'), JSON.stringify(note))
    expect(await tell('web')).toMatchObject({status: 1, diagnostics: [{code: 'release/busy'}]})
    writeFileSync(join(cwd, 'web/ja/never-listed.pdf'), 'x')
    writeFileSync(join(cwd, 'outside.txt'), 'x')
    writeFileSync(join(cwd, 'web/.hexapla-publishing'), JSON.stringify({...note, host: 'elsewhere', renewed: '2026-01-01T00:00:00Z'}))
    expect(await tell('web')).toMatchObject({status: 0, done: true, plan: {files: [{path: 'ja/bees-ja.pdf'}], removed: [{path: 'ja/never-listed.pdf'}]}})
    expect(contentsOf('web')).toEqual(contentsOf('dist'))
    expect(existsSync(join(cwd, 'outside.txt'))).toBe(true)
  })

  it('says what is in the way, and sends nothing twice when it is gone', async () => {
    build()
    writeFileSync(join(cwd, 'file'), 'x')
    expect(await tell('file/web')).toMatchObject({status: 1, done: false, diagnostics: [{code: 'release/unreachable', message: expect.stringContaining('ENOTDIR: a file is in the way')}]})
    mkdirSync(join(cwd, 'web'))
    writeFileSync(join(cwd, 'web/ja'), 'x')
    expect(await tell('web', ['--force'])).toMatchObject({status: 1, done: false, sent: {files: 24}, diagnostics: [{code: 'release/interrupted', message: expect.stringMatching(/EEXIST: a file is in the way.*some files may be new already/)}]})
    expect(existsSync(join(cwd, 'web/manifest.json'))).toBe(false)
    rmSync(join(cwd, 'web/ja'))
    expect(await tell('web')).toMatchObject({status: 0, done: true, sent: {files: 0}})
    expect(contentsOf('web')).toEqual(contentsOf('dist'))
  })

  it.each([[[], 'Expected a place to publish to'], [['--to', 'dist/web'], 'outside of the output folder'], [['--to', '.'], 'does not hold the output folder'], [['--to', 'web', '--key', 'nothing'], 'Unexpected --key nothing']])('ends with 2 for %j', async (args, said) => {
    build()
    const {status, stderr} = await runHexapla(['publish', 'dist', ...args], {cwd})
    expect(stderr).toContain(said)
    expect(status).toBe(2)
  })
})

describe('readers of a folder', () => {
  it('find at any time whole files of one of both states, all of the new one once its manifest is there', async () => {
    const paths = ['en/bees-en.epub', 'en/bees-en.pdf', 'ar/bees-ar.pdf', 'ja/bees-ja.pdf', 'en/index.html', 'index.html']
    const state = (letter: string): Texts => Object.fromEntries(paths.map((path) => [path, `${path} ${letter}\n`.repeat(100_000)]))
    build(state('a'))
    await publish('web')
    const before = contentsOf('dist')
    build(state('b'))
    const after = contentsOf('dist')
    let ended = false
    const run = publish('web').finally(() => { ended = true })
    const seen = new Set<string>()
    while (!ended) {
      const manifest = sha256(readFileSync(join(cwd, 'web/manifest.json')))
      const isNew = manifest === after.get('manifest.json')
      expect([before, after].map((each) => each.get('manifest.json'))).toContain(manifest)
      for (const path of paths) {
        const found = sha256(readFileSync(join(cwd, 'web', path)))
        expect(isNew ? [after.get(path)] : [before.get(path), after.get(path)]).toContain(found)
        if (!isNew && found === after.get(path)) seen.add('between')
      }
      seen.add(isNew ? 'new' : 'old')
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    expect((await run).status).toBe(0)
    expect(seen).toContain('old')
  })

  it('lose nothing by a publisher that is killed at any moment; the next one ends its work', async () => {
    const texts = (letter: string): Texts => Object.fromEntries(['en/bees-en.epub', 'en/bees-en.pdf', 'ar/bees-ar.pdf', 'index.html'].map((path) => [path, `${path} ${letter}\n`.repeat(50_000)]))
    build(texts('0'))
    await publish('web')
    for (const [nth, delay] of [0, 20, 50, 100].entries()) {
      const former = contentsOf('dist')
      build({...texts(String(nth + 1)), ...(nth % 2 === 0 ? {'ja/bees-ja.pdf': undefined} : {})})
      const {child, says, ended} = startHexapla(['publish', 'dist', '--to', 'web'], {cwd})
      await says('1 of ')
      await new Promise((resolve) => setTimeout(resolve, delay))
      child.kill('SIGKILL')
      await ended
      const there = contentsOf('web')
      for (const [path, content] of former) expect([content, contentsOf('dist').get(path), undefined].slice(0, contentsOf('dist').has(path) ? 2 : 3), path).toContain(there.get(path))
      expect(await tell('web')).toMatchObject({status: 0, done: true})
      expect(new Map([...contentsOf('web')].filter(([path]) => !path.startsWith('editions/')))).toEqual(contentsOf('dist'))
    }
    expect(JSON.parse(readFileSync(join(cwd, 'web/editions/editions.json'), 'utf8'))).toMatchObject({editions: {length: 4}})
  })
})

describe('publishing to S3', () => {
  let server: S3Server
  beforeEach(async () => { server = await startS3(makeFolder()) })
  afterEach(() => server.close())

  const to = `s3://${bucket}/bees`
  const there = (args: readonly string[] = []): readonly string[] => ['--endpoint', server.endpoint, ...args]
  /** Objects below the prefix by their digests, fetched as readers do; S3 takes a plus sign in an address for a blank. */
  async function fetchAll(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map(await Promise.all(paths.map(async (path) => [path, sha256(new Uint8Array(await (await fetch(`${server.endpoint}/${bucket}/bees/${path.split('/').map(encodeURIComponent).join('/')}`)).arrayBuffer()))] as const)))
  }
  const listPuts = (): readonly string[] => server.passed.filter(({method, copyOf}) => method === 'PUT' && !copyOf).map(({key}) => key)

  it('sends all, then nothing, then what changed, and keeps what it replaces', async () => {
    const first = build()
    expect(await tell(to, there())).toMatchObject({status: 0, done: true, sent: {files: 24}})
    expect(await fetchAll([...contentsOf('dist').keys()])).toEqual(contentsOf('dist'))
    server.passed.length = 0
    expect(await tell(to, there())).toMatchObject({status: 0, sent: {files: 0, bytes: 0}, plan: {unchanged: {length: 22}}})
    expect(listPuts()).toEqual(['bees/.hexapla-publishing'])
    const former = contentsOf('dist')
    build({'en/bees-en.epub': 'new', 'ja/bees-ja.pdf': undefined})
    expect(await tell(to, there())).toMatchObject({status: 0, done: true, sent: {files: 3}})
    expect(await fetchAll([...contentsOf('dist').keys()])).toEqual(contentsOf('dist'))
    const kept = ['en/bees-en.epub', 'ja/bees-ja.pdf', 'manifest.json', 'SHA256SUMS']
    expect([...(await fetchAll(kept.map((path) => `editions/${revision}-${first}/${path}`))).values()]).toEqual(kept.map((path) => former.get(path)))
    expect((await fetch(`${server.endpoint}/${bucket}/bees/ja/bees-ja.pdf`)).status).toBe(404)
    expect((await fetch(`${server.endpoint}/${bucket}/bees/.hexapla-publishing`)).status).toBe(404)
  })

  it('sends contents first, then puts books, pages, sums and manifest in place, and removes at the end', async () => {
    build()
    await tell(to, there())
    server.passed.length = 0
    build({'en/bees-en.epub': 'new', 'ar/bees-ar.pdf': 'new too', 'index.html': '<p>new', 'opds.json': '{}', 'ja/bees-ja.pdf': undefined})
    await tell(to, there())
    const steps = server.passed.filter(({method}) => method === 'PUT' || method === 'DELETE').map(({method, key, copyOf}) => ({method, key: key.replace('bees/', ''), copyOf})).map(({method, key, copyOf}) =>
      method === 'DELETE' ? key.startsWith('.') ? 'clear' : 'remove' : key.startsWith('editions/') ? 'keep' : key === '.hexapla-publishing' ? 'note' : key.startsWith('.hexapla-staging/') ? 'send' : `place ${copyOf ? '' : 'directly '}${/html|json$/.test(key) && key !== 'manifest.json' ? 'page' : key.replace(/.*(epub|pdf)/, 'book')}`)
    expect(steps.filter((step, at) => step !== steps[at - 1])).toEqual(['note', 'send', 'keep', 'note', 'place book', 'place page', 'place SHA256SUMS', 'place manifest.json', 'remove', 'clear'])
  })

  it('tells servers what each file is, and how long it may be shown', async () => {
    build()
    await tell(to, there())
    const headers = async (path: string): Promise<readonly (string | null)[]> => {
      const {headers: found} = await fetch(`${server.endpoint}/${bucket}/bees/${path}`, {method: 'HEAD'})
      return [found.get('content-type'), found.get('cache-control')]
    }
    expect(await headers('en/bees-en.epub')).toEqual(['application/epub+zip', 'public, max-age=300'])
    expect(await headers('en/bees-en-cover.jpg')).toEqual(['image/jpeg', 'public, max-age=300'])
    expect(await headers('index.html')).toEqual(['text/html; charset=utf-8', 'no-cache'])
    expect(await headers('opds.json')).toEqual(['application/opds+json', 'no-cache'])
    expect(await headers('opds.xml')).toEqual(['application/atom+xml;profile=opds-catalog', 'no-cache'])
    expect(await headers('manifest.json')).toEqual(['application/json', 'no-cache'])
    expect(await headers('SHA256SUMS')).toEqual(['text/plain; charset=utf-8', 'no-cache'])
  })

  it('goes on where a killed publisher stood: what was sent is not sent again', async () => {
    build()
    await tell(to, there())
    build(Object.fromEntries(['en', 'ar', 'ja'].flatMap((tag) => [[`${tag}/bees-${tag}.epub`, `${tag} epub new`], [`${tag}/bees-${tag}.pdf`, `${tag} pdf new`]])))
    server.passed.length = 0
    const {child, ended} = startHexapla(['publish', 'dist', '--to', to, ...there()], {cwd, env: credentials})
    let count = 0
    server.before = ({key, copyOf}) => {
      if (!key.includes('.hexapla-staging/') || copyOf || ++count <= 4) return undefined
      child.kill('SIGKILL')
      return 503
    }
    await ended
    delete server.before
    await expect.poll(() => listPuts().filter((key) => key.includes('staging')), {timeout: 10_000}).toHaveLength(4) // those under way arrive, though their sender is gone
    const firstSent = listPuts().filter((key) => key.includes('staging'))
    const there1 = await fetchAll(['manifest.json', 'en/bees-en.epub'])
    expect(there1.get('manifest.json')).not.toBe(contentsOf('dist').get('manifest.json'))
    server.passed.length = 0
    expect(await tell(to, there())).toMatchObject({status: 0, done: true, sent: {files: 4}})
    const secondSent = listPuts().filter((key) => key.includes('staging'))
    expect(secondSent).toHaveLength(4)
    expect(new Set([...firstSent, ...secondSent]).size).toBe(8)
    expect(await fetchAll([...contentsOf('dist').keys()])).toEqual(contentsOf('dist'))
  })

  it('goes on where a publisher was killed while it put files in place', async () => {
    const first = build()
    await tell(to, there())
    const former = contentsOf('dist')
    build({'en/bees-en.epub': 'new 1', 'ar/bees-ar.epub': 'new 2', 'index.html': 'new 3'})
    const {child, ended} = startHexapla(['publish', 'dist', '--to', to, ...there()], {cwd, env: credentials})
    server.before = ({key, copyOf}) => {
      if (!copyOf?.includes('staging') || key !== 'bees/index.html') return undefined
      child.kill('SIGKILL')
      return 503
    }
    await ended
    delete server.before
    expect(await fetchAll(['en/bees-en.epub', 'manifest.json'])).toEqual(new Map([['en/bees-en.epub', sha256('new 1')], ['manifest.json', former.get('manifest.json')]]))
    build({'en/bees-en.epub': undefined, 'index.html': 'new 4'}) // another state than the one that was interrupted
    expect(await tell(to, there())).toMatchObject({status: 0, done: true})
    expect(await fetchAll([...contentsOf('dist').keys()])).toEqual(contentsOf('dist'))
    expect((await fetch(`${server.endpoint}/${bucket}/bees/en/bees-en.epub`)).status).toBe(404)
    const kept = `editions/${revision}-${first}`
    expect([...(await fetchAll(['en/bees-en.epub', 'ar/bees-ar.epub', 'index.html', 'manifest.json'].map((path) => `${kept}/${path}`))).values()])
      .toEqual(['en/bees-en.epub', 'ar/bees-ar.epub', 'index.html', 'manifest.json'].map((path) => former.get(path)))
  })

  it('outlives a server that stumbles, and says what a refusing one says', async () => {
    build()
    let stumbles = 3
    server.before = ({method}) => method === 'PUT' && stumbles-- > 0 ? 503 : undefined
    expect(await tell(to, there())).toMatchObject({status: 0, done: true})
    build({'en/bees-en.epub': 'new'})
    server.before = ({key}) => key.includes('.hexapla-staging/') ? 507 : undefined
    expect(await tell(to, there())).toMatchObject({status: 1, done: false, diagnostics: [{code: 'release/interrupted', message: expect.stringMatching(/QuotaExceeded 507: no room is left.*readers see the former state/)}]})
    server.before = ({method}) => method === 'PUT' ? 403 : undefined
    expect(await tell(to, there())).toMatchObject({status: 1, diagnostics: [{code: 'release/unreachable', message: expect.stringContaining('AccessDenied 403: these credentials do not allow it')}]})
    delete server.before
    expect(await tell(to, there())).toMatchObject({status: 0, done: true})
  })

  it('says what is wrong with credentials, bucket and address', async () => {
    build()
    const say = async (where: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> => {
      const {status, diagnostics} = await tell(where, args, env)
      expect(status).toBe(1)
      return diagnostics.map(({message}) => message).join()
    }
    expect(await say(to, there(), {AWS_ACCESS_KEY_ID: 'WRONG'})).toContain('InvalidAccessKeyId 403: the server does not know the access key')
    expect(await say(to, there(), {AWS_SECRET_ACCESS_KEY: 'WRONG'})).toContain('SignatureDoesNotMatch 403: the secret key does not belong')
    expect(await say('s3://nowhere/bees', there())).toContain('NoSuchBucket 404: there is no such bucket')
    const port = await findFreePort()
    expect(await say(to, ['--endpoint', `http://127.0.0.1:${port}`])).toContain(`ECONNREFUSED: nobody answers there, at http://127.0.0.1:${port}`)
  })

  it('tells two publishers apart', async () => {
    build()
    let second: Promise<Told & {readonly status: number}> | undefined
    server.before = ({key, copyOf}) => {
      if (!second && key.includes('.hexapla-staging/') && !copyOf) second = tell(to, there())
      return second?.then(() => undefined) // the first waits until the second has ended
    }
    server.before = gateOnce(server.before)
    expect(await tell(to, there())).toMatchObject({status: 0, done: true})
    expect(await second).toMatchObject({status: 1, diagnostics: [{code: 'release/busy'}]})
  })
})

/** Holds up one request only: those of the second publisher must pass. */
function gateOnce(hold: NonNullable<S3Server['before']>): NonNullable<S3Server['before']> {
  let used = false
  return (request) => {
    if (used || !request.key.includes('.hexapla-staging/')) return undefined
    used = true
    return hold(request)
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const {port} = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe.each(['daemon', 'shell'])('publishing by rsync, over a %s', (way) => {
  let daemon: ChildProcess | undefined
  let web: string
  let to: string
  let env: NodeJS.ProcessEnv = {}
  beforeAll(async () => {
    const root = makeFolder()
    web = join(root, 'web')
    mkdirSync(web)
    if (way === 'shell') {
      writeFileSync(join(root, 'shell'), '#!/bin/sh\nwhile [ "$1" != there ]; do shift; done\nshift\nexec sh -c "$*"\n', {mode: 0o755})
      env = {RSYNC_RSH: join(root, 'shell')}
      to = `me@there:${web}`
      return
    }
    const port = await findFreePort()
    writeFileSync(join(root, 'rsyncd.conf'), `port = ${port}\naddress = 127.0.0.1\nuse chroot = no\npid file = ${root}/pid\nlog file = ${root}/log\n[books]\npath = ${web}\nread only = no\n${process.getuid?.() === 0 ? 'uid = root\ngid = root\n' : ''}`)
    daemon = spawn('rsync', ['--daemon', '--no-detach', `--config=${root}/rsyncd.conf`], {stdio: 'ignore'})
    to = `rsync://127.0.0.1:${port}/books/bees`
    for (let attempt = 0; attempt < 50 && spawnSync('rsync', [`rsync://127.0.0.1:${port}/`]).status !== 0; attempt++) await new Promise((resolve) => setTimeout(resolve, 100))
  })
  afterAll(() => { daemon?.kill() })

  const placeOf = (): string => way === 'daemon' ? join(web, 'bees') : web
  function there(): ReadonlyMap<string, string> {
    return new Map(listFiles(placeOf()).map((path) => [path, sha256(readFileSync(join(placeOf(), path)))]))
  }
  const current = (): ReadonlyMap<string, string> => new Map([...there()].filter(([path]) => !path.startsWith('editions/')))

  it('sends all, then nothing, then what changed, keeps what it replaces, and goes on after a kill', async () => {
    const first = build()
    expect(await tell(to, [], env)).toMatchObject({status: 0, done: true, sent: {files: 24}, diagnostics: []})
    expect(there()).toEqual(contentsOf('dist'))
    expect(await tell(to, [], env)).toMatchObject({status: 0, done: true, sent: {files: 0}, plan: {unchanged: {length: 22}}})
    const former = contentsOf('dist')
    build({'en/bees-en.epub': 'new', 'en/index.html': '<p>new', 'ja/bees-ja.pdf': undefined, 'ja/蜂 b.csv': 'a,b'})
    expect(await tell(to, [], env)).toMatchObject({status: 0, done: true, sent: {files: 5}})
    expect(current()).toEqual(contentsOf('dist'))
    const kept = ['SHA256SUMS', 'en/bees-en.epub', 'en/index.html', 'ja/bees-ja.pdf', 'manifest.json']
    const now = there()
    expect(kept.map((path) => now.get(`editions/${revision}-${first}/${path}`))).toEqual(kept.map((path) => former.get(path)))
    expect([...now.keys()].filter((path) => path.startsWith('editions/'))).toHaveLength(6)
    for (const delay of [0, 100, 300, 700]) {
      build({'en/bees-en.epub': `${delay} `.repeat(100_000), 'index.html': String(delay), 'ja/bees-ja.pdf': delay % 200 === 0 ? undefined : 'x'})
      const {child, ended} = startHexapla(['publish', 'dist', '--to', to], {cwd, env: {...credentials, ...env}})
      await new Promise((resolve) => setTimeout(resolve, 600 + delay))
      child.kill('SIGKILL')
      await ended
      await new Promise((resolve) => setTimeout(resolve, 200)) // the server's side notices
      expect(await tell(to, ['--keep', '2'], env)).toMatchObject({status: 0, done: true})
      expect(current()).toEqual(contentsOf('dist'))
    }
    expect(new Set([...there().keys()].flatMap((path) => /^editions\/([^/]+)\//.exec(path)?.[1] ?? [])).size).toBe(2)
  })

  it('sends the rest of what an interrupted run has left in its hidden folder', async () => {
    const text = Array.from({length: 20_000}, (_, at) => sha256(String(at))).join('\n')
    build({'en/bees-en.pdf': text})
    mkdirSync(join(placeOf(), 'en/.hexapla-staging'), {recursive: true})
    writeFileSync(join(placeOf(), 'en/.hexapla-staging/bees-en.pdf'), text.slice(0, text.length * 0.8))
    writeFileSync(join(placeOf(), 'en/.hexapla-staging/no-longer.pdf'), 'x') // of no file of this release
    const {sent, done, plan: {files}} = await tell(to, ['--force'], env)
    const whole = files.reduce((sum, {size}) => sum + size, 0)
    expect(done).toBe(true)
    expect(whole - sent.bytes).toBeGreaterThan(text.length * 0.6)
    expect(current()).toEqual(contentsOf('dist'))
  })

  it('says why it cannot', async () => {
    build()
    const wrong = way === 'daemon' ? to.replace('/books/', '/other/') : to
    const {status, diagnostics} = await tell(wrong, [], way === 'daemon' ? {} : {RSYNC_RSH: 'false'})
    expect({status, code: diagnostics[0]?.code}).toEqual({status: 1, code: 'release/unreachable'})
    expect(diagnostics[0]?.message).toContain(way === 'daemon' ? "Unknown module 'other'" : 'rsync')
  })
})

it.skipIf(process.platform !== 'linux')('an rsync ends with its publisher, however that ends', async () => {
  build()
  writeFileSync(join(cwd, 'shell'), `#!/bin/sh\necho $PPID > ${cwd}/pid\nexec sleep 20\n`, {mode: 0o755}) // a machine that never answers
  const {child, ended} = startHexapla(['publish', 'dist', '--to', 'me@there:web'], {cwd, env: {...credentials, RSYNC_RSH: join(cwd, 'shell')}})
  await expect.poll(() => existsSync(join(cwd, 'pid')) && readFileSync(join(cwd, 'pid'), 'utf8'), {timeout: 20_000}).toMatch(/^\d+\n$/)
  const pid = Number(readFileSync(join(cwd, 'pid'), 'utf8'))
  const isAlive = (): boolean => !/\) [ZX] /.test(existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ') X ')
  expect(isAlive()).toBe(true)
  child.kill('SIGKILL')
  await expect.poll(isAlive, {timeout: 10_000}).toBe(false)
  void ended.catch(() => undefined)
})
