/** Signatures and keys, ours and those of the real minisign. */
import {spawnSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {makeComment, signSums, verifySignature} from '../../src/distribute/manifest/signature.ts'
import {openSigningKey} from '../../src/distribute/manifest/signing-key.ts'
import {makeOutput, writeOutput} from '../support/output-folder.ts'
import {makeRelease} from '../support/release.ts'
import {runHexapla} from '../support/run-hexapla.ts'
import {makeFolders} from '../support/temporary.ts'

const makeFolder = makeFolders()
const sums = `${'0'.repeat(64)}  fr/bees-fr.epub\n${'1'.repeat(64)}  ja/蜂.pdf\n`
const comment = makeComment(makeRelease())
let folder: string

beforeAll(() => {
  folder = makeFolder()
  minisign(['-G', '-W', '-p', 'plain.pub', '-s', 'plain.key'])
  minisign(['-G', '-W', '-p', 'other.pub', '-s', 'other.key'])
  minisign(['-G', '-p', 'locked.pub', '-s', 'locked.key'], 'flügel 9\nflügel 9\n')
  writeFileSync(join(folder, 'SHA256SUMS'), sums)
})

function minisign(args: readonly string[], input = ''): {readonly status: number | null; readonly said: string} {
  const {status, stdout, stderr} = spawnSync('minisign', args, {cwd: folder, input, encoding: 'utf8'})
  return {status, said: `${stdout}${stderr}`}
}

function fileOf(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

/** The signature file by a key of the folder. */
function signWith(name: string, password?: string): string {
  const key = openSigningKey(readFileSync(join(folder, name)), password)
  if ('problem' in key) throw new Error(key.problem)
  return signSums(sums, key, comment)
}

describe('what we sign', () => {
  it.each([['plain', undefined], ['locked', 'flügel 9']])('minisign verifies, by a key %s', (name, password) => {
    writeFileSync(join(folder, 'SHA256SUMS.minisig'), signWith(`${name}.key`, password))
    expect(minisign(['-V', '-H', '-p', `${name}.pub`, '-m', 'SHA256SUMS'])).toEqual({
      status: 0, said: `Signature and comment signature verified\nTrusted comment: bees 0123456789abcdef0123456789abcdef01234567 2026-11-21T00:00:00Z\n`
    })
    writeFileSync(join(folder, 'SHA256SUMS'), sums.replace('0', '1'))
    expect(minisign(['-V', '-p', `${name}.pub`, '-m', 'SHA256SUMS']).status).toBe(1)
    writeFileSync(join(folder, 'SHA256SUMS'), sums)
    expect(minisign(['-V', '-p', 'other.pub', '-m', 'SHA256SUMS']).status).toBe(1)
  })

  it('is the same every time', () => expect(signWith('plain.key')).toBe(signWith('plain.key')))
})

describe('what minisign signs', () => {
  it.each([['-S'], ['-S', '-l']])('we verify: minisign %s %s', (...args) => {
    expect(minisign([...args, '-s', 'plain.key', '-m', 'SHA256SUMS', '-t', 'bees, spring']).status).toBe(0)
    const signature = fileOf('SHA256SUMS.minisig')
    expect(verifySignature(sums, signature, fileOf('plain.pub'))).toMatchObject({comment: 'bees, spring', keyId: /key ([0-9A-F]{16})/.exec(fileOf('plain.pub'))?.[1]})
    expect(verifySignature(Buffer.from(sums), signature, fileOf('plain.pub').split('\n')[1] ?? '')).toMatchObject({comment: 'bees, spring'})
    expect(verifySignature(sums.replace('0', '1'), signature, fileOf('plain.pub'))).toEqual({problem: 'signature, expected one of these sums by this key'})
    expect(verifySignature(sums, signature.replace('bees', 'ants'), fileOf('plain.pub'))).toEqual({problem: 'comment of the signature, expected the one that was signed'})
    expect(verifySignature(sums, signature, fileOf('other.pub'))).toMatchObject({problem: expect.stringMatching(/^signature by key [0-9A-F]{16}, expected one by [0-9A-F]{16}$/)})
  })
})

describe('a key file', () => {
  function problemOf(file: Uint8Array | string, password?: string): string | undefined {
    const key = openSigningKey(typeof file === 'string' ? Buffer.from(file) : file, password)
    return 'problem' in key ? key.problem : undefined
  }

  it('asks for its password, and refuses another', () => {
    expect(problemOf(fileOf('locked.key'))).toContain('HEXAPLA_SIGNING_PASSWORD')
    expect(problemOf(fileOf('locked.key'), 'flugel 9')).toBe('password for the key file, expected the one that it was made with')
  })

  it('is a secret key, whole, at a price that minisign asks', () => {
    expect(problemOf(fileOf('plain.pub'))).toContain('expected a secret key that minisign made')
    expect(problemOf('')).toContain('expected a secret key that minisign made')
    expect(problemOf(Buffer.alloc(100_000, 255))).toContain('expected a secret key that minisign made')
    expect(problemOf(patch('plain.key', 80, 7))).toBe('key file, expected one that is whole: its halves disagree')
    expect(problemOf(patch('locked.key', 52, 1), 'flügel 9')).toContain('cost of the key file')
    expect(problemOf(patch('locked.key', 44, 1), 'flügel 9')).toContain('cost of the key file')
    expect(problemOf(patch('plain.key', 2, 65))).toContain('protection of the key file')
  })

  /** The key file with one byte of its content increased. */
  function patch(name: string, at: number, by: number): string {
    const [first = '', second = ''] = fileOf(name).split('\n')
    const bytes = Buffer.from(second, 'base64')
    bytes[at] = ((bytes[at] ?? 0) + by) % 256
    return `${first}\n${bytes.toString('base64')}\n`
  }
})

describe('a signature file', () => {
  it.each(['', 'hello', 'untrusted comment: x\n', `untrusted comment: x\n${'A'.repeat(99)}=\ntrusted comment: y\n${'A'.repeat(86)}==\n`])('that is none is refused: %j', (file) => {
    expect(verifySignature(sums, file, fileOf('plain.pub'))).toEqual({problem: 'content of the signature, expected one that minisign or Hexapla made'})
  })

  it('cannot be judged by what is no public key', () => {
    expect(verifySignature(sums, signWith('plain.key'), 'RWQ')).toEqual({problem: 'public key, expected a file that minisign made, or its second line'})
    expect(verifySignature(sums, signWith('plain.key'), fileOf('plain.key'))).toEqual({problem: 'public key, expected a file that minisign made, or its second line'})
  })
})

describe('hexapla verify', () => {
  let cwd: string
  beforeAll(() => {
    cwd = makeFolder()
    writeOutput(join(cwd, 'dist'), makeOutput())
    for (const name of ['plain.pub', 'other.pub']) writeFileSync(join(cwd, name), fileOf(name))
    spawnSync('minisign', ['-S', '-s', join(folder, 'plain.key'), '-m', 'SHA256SUMS', '-t', 'by hand'], {cwd: join(cwd, 'dist')})
  })

  it('says what a release is, and by whom', async () => {
    const key = fileOf('plain.pub').split('\n')[1] ?? ''
    const keyId = /key ([0-9A-F]{16})/.exec(fileOf('plain.pub'))?.[1]
    expect(await runHexapla(['verify', 'dist', '--key', 'plain.pub'], {cwd})).toEqual({
      status: 0, stderr: '', stdout: `dist: sound, 0 errors, 0 warnings\n  release    bees of 2026-11-21T00:00:00Z, revision 0123456789ab\n  files      17, 4.1 MB\n  signature  by key ${keyId}: by hand\n`
    })
    expect((await runHexapla(['verify', 'dist'], {cwd})).stdout).toContain('  signature  not checked: give the public key with --key\n')
    const {status, stdout} = await runHexapla(['verify', '--json', 'dist', '--key', key], {cwd})
    expect(JSON.parse(stdout)).toEqual({diagnostics: [], files: [{file: 'dist', sound: true, release: {
      name: 'bees', modified: '2026-11-21T00:00:00Z', revision: makeRelease().revision, files: 17, bytes: expect.any(Number), signature: {keyId, comment: 'by hand'}, archived: 0
    }}]})
    expect(status).toBe(0)
  })

  it('fails for another key, and for a changed byte', async () => {
    const {status, stderr, stdout} = await runHexapla(['verify', 'dist', '--key', 'other.pub'], {cwd})
    expect(stderr).toMatch(/^dist\/SHA256SUMS\.minisig: error: Unexpected signature by key .* \(release\/signature\)\n$/)
    expect(stdout).toContain('dist: not sound, 1 errors, 0 warnings\n')
    expect(stdout).toContain('  signature  wrong\n')
    expect(status).toBe(1)
    const bytes = readFileSync(join(cwd, 'dist/en/bees-en.pdf'))
    bytes[1000] = (bytes[1000] ?? 0) ^ 1
    writeFileSync(join(cwd, 'dist/en/bees-en.pdf'), bytes)
    const changed = await runHexapla(['verify', 'dist', '--key', 'plain.pub'], {cwd})
    expect(changed.stderr).toMatch(/^dist\/en\/bees-en\.pdf: error: Unexpected content \(SHA-256 /)
    expect(changed.status).toBe(1)
  })

  it.each([[['gone'], 'Unexpected file gone'], [['dist', '--key', 'nothing'], 'Unexpected --key nothing'], [['plain.pub', '--key', 'plain.pub'], 'Unexpected file plain.pub']])('ends with 2 for %j', async (args, said) => {
    const {status, stderr} = await runHexapla(['verify', ...args], {cwd})
    expect(stderr).toContain(said)
    expect(status).toBe(2)
  })
})
