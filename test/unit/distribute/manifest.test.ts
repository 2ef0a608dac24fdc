import {execFileSync} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {isReleasedPath, listReleasedFiles} from '../../../src/core/released-files.ts'
import {readManifest, writeManifest} from '../../../src/distribute/manifest/manifest.ts'
import {readSums, writeSums} from '../../../src/distribute/manifest/sums.ts'
import {contentOf, makeRelease, makeReleasedFile} from '../../support/release.ts'
import {makeFolders} from '../../support/temporary.ts'

const release = makeRelease()
const text = writeManifest(release)

/** The manifest of the release with some of its text replaced. */
function spoil(from: string | RegExp, to: string): string {
  const spoilt = text.replace(from, to)
  expect(spoilt).not.toBe(text)
  return spoilt
}

function problemOf(manifest: string): string {
  const read = readManifest(manifest)
  return 'problem' in read ? read.problem : ''
}

describe('the manifest', () => {
  it('gives back what was written', () => {
    expect(readManifest(text)).toEqual(release)
    expect(text.startsWith('{\n  "hexapla": 1,\n  "name": "bees",\n')).toBe(true)
    expect(text.endsWith('}\n')).toBe(true)
  })

  it('is the same text in whatever order its values were made', () => {
    const {name, editions, ...rest} = release
    expect(writeManifest({editions: editions.map(({tag, ...edition}) => ({...edition, tag})), ...rest, name})).toBe(text)
    expect(writeManifest({...release, tools: {node: '20.0.0', hexapla: '0.1.0'}})).toBe(text)
    const again = readManifest(text)
    expect('problem' in again ? '' : writeManifest(again)).toBe(text)
  })

  it('lets keys of later versions be', () => {
    expect(readManifest(spoil('"name"', '"colour": {"deep": [1]},\n  "name"'))).toMatchObject({name: 'bees', colour: {deep: [1]}})
  })

  it.each([
    ['no JSON', 'hello', 'content, expected a manifest'],
    ['nothing', '', 'content, expected a manifest'],
    ['a list', '[]', 'content, expected a manifest'],
    ['a manifest of something else', '{"name": "app", "icons": []}', 'content, expected a manifest'],
    ['a later version', spoil('"hexapla": 1', '"hexapla": 2'), 'version 2 of the manifest, expected 1'],
    ['a version far too deep', `{"hexapla": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'version list of the manifest'],
    ['half of it', text.slice(0, text.length / 2), 'content, expected a manifest'],
    ['a missing key', spoil('"modified"', '"changed"'), "must have required property 'modified'"],
    ['a size below nothing', spoil(/"size": \d+/, '"size": -1'), '-1 in the manifest at'],
    ['a broken size', spoil(/"size": \d+/, '"size": 1.5'), '1.5 in the manifest at'],
    ['a digest too short', spoil(/"sha256": "../, '"sha256": "'), 'must match pattern'],
    ['an unknown format', spoil('"format": "epub"', '"format": "exe"'), '"exe" in the manifest at'],
    ['an address that is a script', spoil('"publisher"', '"address": "javascript:alert(1)/",\n  "publisher"'), '"javascript:alert(1)/" in the manifest at address'],
    ['a revision that is a path', spoil('"id": "0', '"id": "../0'), 'in the manifest at revision.id'],
    ['a path that climbs', spoil('"bees-concordance.csv"', '"../bees.csv"'), 'path "../bees.csv" in the manifest'],
    ['a path that climbs later', spoil('"bees-concordance.csv"', '"fr/../../bees.csv"'), 'path "fr/../../bees.csv"'],
    ['an absolute path', spoil('"bees-concordance.csv"', '"/etc/passwd"'), 'path "/etc/passwd"'],
    ['a drive', spoil('"bees-concordance.csv"', '"c:bees.csv"'), 'path "c:bees.csv"'],
    ['a backslash', spoil('"bees-concordance.csv"', '"fr\\\\bees.csv"'), 'path "fr\\\\bees.csv"'],
    ['NUL', spoil('"bees-concordance.csv"', '"bees\\u0000.csv"'), 'path "bees\\u0000.csv"'],
    ['half a character', spoil('"bees-concordance.csv"', '"bees\\ud800.csv"'), 'path "bees\\ud800.csv"'],
    ['a hidden file', spoil('"bees-concordance.csv"', '".htaccess"'), 'path ".htaccess"'],
    ['itself', spoil('"bees-concordance.csv"', '"Manifest.json"'), 'path "Manifest.json"'],
    ['the archive', spoil('"bees-concordance.csv"', '"editions/1/x.csv"'), 'path "editions/1/x.csv"'],
    ['a cover elsewhere', spoil('"en/bees-en-cover.jpg"', '"../cover.jpg"'), 'path "../cover.jpg"'],
    ['names that differ in case', spoil('"bees-concordance.csv"', '"EN/bees-en-cover.jpg"'), 'expected paths that differ in more than case'],
    ['two contents of a path', spoil('"bees-concordance.csv"', '"en/bees-en-cover.jpg"'), 'second content of "en/bees-en-cover.jpg"']
  ])('refuses %s', (_, manifest, problem) => expect(problemOf(manifest)).toContain(problem))

  it('survives any one character less', () => {
    for (let at = 0; at < text.length; at += 7) expect(() => readManifest(text.slice(0, at) + text.slice(at + 1))).not.toThrow()
  })
})

describe('the files of a release', () => {
  it('are all of them, once, by path', () => {
    const paths = listReleasedFiles(release).map(({path}) => path)
    expect(paths).toEqual([...paths].sort())
    expect(paths).toHaveLength(17)
    expect(paths).toContain('en+ar/bees-en+ar.pdf')
  })

  it.each([['fr/a b.pdf', true], ['fr/é…·%?.pdf', true], ['a'.repeat(801), false], ['fr//a', false], ['fr/.a', false], ['./a', false], ['', false], ['a\u0085b', false], ['SHA256sums', false]])('may be called %j: %s', (path, may) => expect(isReleasedPath(path)).toBe(may))
})

describe('sums', () => {
  const strange = ['a b.txt', 'back\\slash.txt', 'line\nend.txt', 'return\rhere.txt', '-c', 'fr/é.txt'].map((path) => makeReleasedFile(path, 100))

  it('are lines that sha256sum reads', () => {
    const folder = makeFolder()
    for (const {path} of strange) {
      mkdirSync(dirname(join(folder, path)), {recursive: true})
      writeFileSync(join(folder, path), contentOf(path, 100))
    }
    writeFileSync(join(folder, 'SHA256SUMS'), writeSums(strange))
    const said = execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], {cwd: folder, encoding: 'utf8', env: {...process.env, LC_ALL: 'C.UTF-8'}})
    expect(said.match(/: OK$/gm)).toHaveLength(strange.length)
    const theirs = execFileSync('sha256sum', ['--', ...strange.map(({path}) => path)], {cwd: folder, encoding: 'utf8'})
    expect(theirs.split('\n').sort()).toEqual(writeSums(strange).split('\n').sort())
  })

  it('are read back', () => {
    expect(readSums(writeSums(strange))).toEqual({sums: new Map([...strange].sort((a, b) => a.path < b.path ? -1 : 1).map(({path, sha256}) => [path, sha256])), strangeLines: []})
    const [line = ''] = writeSums(strange).split('\n')
    expect(readSums(`${line}\nhello\n${line}\n`).strangeLines).toEqual([2, 3])
  })
})

const makeFolder = makeFolders()
