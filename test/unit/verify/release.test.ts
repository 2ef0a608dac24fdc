/** Output folders judged: nothing that differs from the manifest gets through. */
import {mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {sha256} from '../../../src/core/digest.ts'
import {maybePublicKey, makePrivateKey, publicBytes} from '../../../src/distribute/manifest/minisign.ts'
import {makeComment, signSums} from '../../../src/distribute/manifest/signature.ts'
import {examineRelease} from '../../../src/publish.ts'
import {openOutputFolder} from '../../../src/world/output-folder.ts'
import {makeMemoryFolder, makeOutput, writeOutput} from '../../support/output-folder.ts'
import {makeRelease} from '../../support/release.ts'
import {makeFolders} from '../../support/temporary.ts'

const makeFolder = makeFolders()
const release = makeRelease()

function makeKey(seed: number): {readonly secret: {readonly id: Buffer; readonly key: ReturnType<typeof makePrivateKey>}; readonly publicKey: string} {
  const [id, key] = [Buffer.alloc(8, seed), makePrivateKey(Buffer.alloc(32, seed))]
  return {secret: {id, key}, publicKey: Buffer.concat([Buffer.from('Ed'), id, publicBytes(key)]).toString('base64')}
}

const mine = makeKey(7)
let output: Map<string, Uint8Array>
beforeEach(() => {
  output = makeOutput()
})

/** What is said of the output, without the name of its folder. */
async function say(publicKey?: string): Promise<readonly string[]> {
  const {diagnostics} = await examineRelease(makeMemoryFolder(output), publicKey)
  return diagnostics.map(({code, place}) => `${place?.file.replace(/^dist\//, '')} ${code}`)
}

function change(path: string, edit: (text: string) => string): void {
  const [before, after] = [Buffer.from(output.get(path) ?? []).toString(), edit(Buffer.from(output.get(path) ?? []).toString())]
  expect(after).not.toBe(before)
  output.set(path, Buffer.from(after))
}

function sign(): void {
  output.set('SHA256SUMS.minisig', Buffer.from(signSums(Buffer.from(output.get('SHA256SUMS') ?? []).toString(), mine.secret, makeComment(release))))
}

describe('an output folder', () => {
  it('is sound as it was built', async () => expect(await say()).toEqual([]))

  it('loses no byte unnoticed', async () => {
    for (const [nth, [path, content]] of [...output].entries()) {
      const at = [0, content.length >> 1, content.length - 1][nth % 3]
      output = new Map(output).set(path, content.map((byte, place) => place === at ? byte ^ 1 : byte))
      expect(await say(), `${path} at ${at}`).not.toEqual([])
      output.set(path, content)
    }
    expect(await say()).toEqual([])
  })

  it('names what was changed, cut off, taken away, added', async () => {
    change('en/bees-en.epub', (text) => text.replace('bees', 'bears').slice(0, text.length))
    output.set('ar/bees-ar.epub', (output.get('ar/bees-ar.epub') ?? new Uint8Array()).subarray(0, 100))
    output.delete('ja/bees-ja.pdf')
    output.set('ja/notes.txt', new Uint8Array(3)).set('.DS_Store', new Uint8Array(3)).set('ja/SHA256SUMS', new Uint8Array(3))
    expect(await say()).toEqual(['.DS_Store release/surplus-file', 'ar/bees-ar.epub release/changed-file', 'en/bees-en.epub release/changed-file', 'ja/SHA256SUMS release/surplus-file', 'ja/bees-ja.pdf release/missing-file', 'ja/notes.txt release/surplus-file'])
  })

  it('does not let two files change places', async () => {
    const [one, two] = ['en/bees-en.pdf', 'ja/bees-ja.pdf'] as const
    const contents = [output.get(one), output.get(two)] as const
    output.set(one, contents[1] ?? new Uint8Array()).set(two, contents[0] ?? new Uint8Array())
    expect(await say()).toEqual([`${one} release/changed-file`, `${two} release/changed-file`])
  })

  it('tells small letters from capitals', async () => {
    output.set('en/Bees-en.pdf', output.get('en/bees-en.pdf') ?? new Uint8Array()).delete('en/bees-en.pdf')
    expect(await say()).toEqual(['en/bees-en.pdf release/name-case'])
    output = makeOutput()
    output.set('en/Bees-en.pdf', output.get('en/bees-en.pdf') ?? new Uint8Array())
    expect(await say()).toEqual(['en/Bees-en.pdf release/surplus-file'])
  })

  it('is not judged without a manifest that can be read', async () => {
    output.delete('manifest.json')
    expect(await say()).toEqual(['dist release/no-manifest'])
    output.set('manifest.json', Buffer.from('{'))
    expect(await say()).toEqual(['manifest.json release/manifest'])
  })

  it('needs manifest and sums to agree', async () => {
    change('manifest.json', (text) => text.replace('Meadow Press', 'Forest Press'))
    expect(await say()).toEqual(['SHA256SUMS release/sums'])
    output = makeOutput()
    change('SHA256SUMS', (text) => text.split('\n').slice(1).join('\n'))
    expect(await say()).toEqual(['SHA256SUMS release/sums'])
    output = makeOutput()
    change('SHA256SUMS', (text) => `${text}${sha256('x')}  ../x.txt\n${text.split('\n')[0]}\nhello\n`)
    expect(await say()).toEqual(['SHA256SUMS release/sums', 'SHA256SUMS release/sums', 'SHA256SUMS release/sums'])
    output = makeOutput()
    change('SHA256SUMS', (text) => `\uFEFF${text}`) // sha256sum does not read that line
    expect(await say()).toEqual(['SHA256SUMS release/sums', 'SHA256SUMS release/sums'])
    output.delete('SHA256SUMS')
    expect(await say()).toEqual(['dist release/sums'])
  })

  it('is not made sound by a manifest that lists less, for it was signed', async () => {
    sign()
    const forged = makeOutput({...release, editions: release.editions.slice(1)})
    forged.set('SHA256SUMS.minisig', output.get('SHA256SUMS.minisig') ?? new Uint8Array())
    output = forged
    expect(await say()).toEqual([])
    expect(await say(mine.publicKey)).toEqual(['SHA256SUMS.minisig release/signature'])
  })
})

describe('a signature', () => {
  it('is checked by the key that is given', async () => {
    sign()
    expect((await examineRelease(makeMemoryFolder(output), undefined)).read?.signature).toBe('unchecked')
    expect((await examineRelease(makeMemoryFolder(output), mine.publicKey)).read?.signature).toEqual({keyId: '0707070707070707', comment: 'bees 0123456789abcdef0123456789abcdef01234567 2026-11-21T00:00:00Z'})
    expect(await say(mine.publicKey)).toEqual([])
  })

  it.each([
    ['by another key', () => makeKey(8).publicKey], ['by another key of the same name', () => Buffer.concat([Buffer.from('Ed'), mine.secret.id, publicBytes(makePrivateKey(Buffer.alloc(32, 9)))]).toString('base64')],
    ['with another comment', () => { change('SHA256SUMS.minisig', (text) => text.replace('bees', 'ants')); return mine.publicKey }],
    ['of other sums', () => { change('SHA256SUMS.minisig', (text) => text.replace(/\nRU(.{40})./, '\nRU$1!')); return mine.publicKey }],
    ['that is missing', () => { output.delete('SHA256SUMS.minisig'); return mine.publicKey }]
  ])('%s is refused', async (_, spoil) => {
    sign()
    expect(await say(spoil())).toEqual(['SHA256SUMS.minisig release/signature'])
  })

  it('needs a public key that is one', () => {
    expect(maybePublicKey(mine.publicKey)?.id).toEqual(Buffer.alloc(8, 7))
    expect(maybePublicKey(`untrusted comment: x\n${mine.publicKey}\n`)).toBeDefined()
    expect(maybePublicKey('')).toBeUndefined()
  })
})

describe('a folder on disk', () => {
  let folder: string
  beforeEach(() => {
    folder = makeFolder()
    writeOutput(folder, output)
  })

  async function sayOfDisk(): Promise<readonly string[]> {
    const {diagnostics} = await examineRelease(openOutputFolder(folder, new AbortController().signal), undefined)
    return diagnostics.map(({code, place}) => `${place?.file.slice(folder.length + 1)} ${code}`)
  }

  it('is judged with all that lies in it, but for what a build at work keeps there', async () => {
    mkdirSync(join(folder, '.hexapla-staging-1-1'))
    for (const path of ['.hexapla-staging-1-1/x', '.hexapla-lock']) writeFileSync(join(folder, path), 'x')
    expect(await sayOfDisk()).toEqual([])
    writeFileSync(join(folder, 'en/.hexapla-lock'), 'x')
    truncateSync(join(folder, 'ja/bees-ja.pdf'), 10)
    expect(await sayOfDisk()).toEqual(['en/.hexapla-lock release/surplus-file', 'ja/bees-ja.pdf release/changed-file'])
  })

  it('is not left by links', async () => {
    const elsewhere = makeFolder()
    renameSync(join(folder, 'en/bees-en.pdf'), join(elsewhere, 'x'))
    symlinkSync(join(elsewhere, 'x'), join(folder, 'en/bees-en.pdf'))
    symlinkSync('bees-en.epub', join(folder, 'en/again.epub'))
    expect(await sayOfDisk()).toEqual(['en/again.epub release/link', 'en/bees-en.pdf release/link'])
    renameSync(join(folder, 'ja'), join(elsewhere, 'ja'))
    symlinkSync(join(elsewhere, 'ja'), join(folder, 'ja'))
    expect((await sayOfDisk()).filter((line) => line.startsWith('ja'))).toEqual(['ja release/link', ...['bees-ja-cover.jpg', 'bees-ja-thumbnail.jpg', 'bees-ja.epub', 'bees-ja.pdf'].map((name) => `ja/${name} release/missing-file`)])
  })

  it('whose manifest is a link has none', async () => {
    const elsewhere = makeFolder()
    renameSync(join(folder, 'manifest.json'), join(elsewhere, 'm'))
    symlinkSync(join(elsewhere, 'm'), join(folder, 'manifest.json'))
    expect(await sayOfDisk()).toEqual([`${''} release/no-manifest`])
    rmSync(join(folder, 'manifest.json'))
    expect(await sayOfDisk()).toEqual([`${''} release/no-manifest`])
  })
})
