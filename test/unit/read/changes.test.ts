import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import type {Sources} from '../../../src/core/model.ts'
import {writeManifest} from '../../../src/distribute/manifest/manifest.ts'
import {openFormer} from '../../../src/errata.ts'
import {readSources} from '../../../src/read/sources.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'
import {makeRelease} from '../../support/release.ts'

const manuscript = '---\ntitle: Honey\n---\n\nBees make honey.'
const manifest = writeManifest(makeRelease())

async function read(files: Readonly<Record<string, string>>): Promise<{readonly sources: Sources; readonly said: readonly string[]}> {
  const {list, report} = makeLedger()
  const sources = await readSources(makeMemoryWorld({'en/honey.md': manuscript, ...files}), 'bees', report)
  return {sources, said: list.map(({code, place}) => `${code} ${place?.file}:${place?.line ?? ''}`)}
}

describe('the former release', () => {
  it.each(['releases/1', 'releases/1/', './releases/1', 'releases/1/manifest.json'])('is found at %s', async (since) => {
    const {sources, said} = await read({'publication.yaml': `changes: {since: "${since}", back-matter: true}`, 'releases/1/manifest.json': manifest})
    expect(said).toEqual([])
    expect(sources.former).toEqual({file: 'releases/1/manifest.json', text: manifest})
    expect(sources.publication.changes).toMatchObject({since: since.replace(/^\.\/|\/$/g, ''), backMatter: true})
  })

  it('is missed where it is not, with a proposal', async () => {
    const {sources, said} = await read({'publication.yaml': 'date: 2027-02-01\nchanges: {since: releases/2}', 'releases/1/manifest.json': manifest})
    expect(said).toEqual(['changes/no-release publication.yaml:2'])
    expect(sources.former).toBeUndefined()
  })

  it('is not looked for where nobody asks, and needs its place', async () => {
    expect((await read({'releases/1/manifest.json': manifest})).sources.former).toBeUndefined()
    expect((await read({'publication.yaml': 'changes: {back-matter: true}'})).said[0]).toMatch(/^read\/.* publication\.yaml:1$/)
  })

  it('keeps its files to itself: neither manuscripts nor pictures nor configuration', async () => {
    const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'
    const {sources, said} = await read({'images/a.svg': picture, 'releases/1/manifest.json': manifest, 'releases/1/SHA256SUMS': '', 'releases/1/en/cover.svg': picture, 'releases/1/notes.txt': 'x', 'releases/1/broken.png': 'no picture'})
    expect(said).toEqual([])
    expect([...sources.resources.keys()]).toEqual(['images/a.svg'])
    expect(sources.manuscripts.map(({file}) => file)).toEqual(['en/honey.md'])
  })
})

describe('openFormer', () => {
  const open = async (text: string, identifier = makeRelease().identifier): Promise<{readonly shelf: ReturnType<typeof openFormer>; readonly said: readonly string[]}> => {
    const files = {'publication.yaml': `identifier: ${identifier}\nchanges: {since: old}`, 'old/manifest.json': text, 'old/en/bees-en.epub': 'book'}
    const {list, report} = makeLedger()
    const {sources} = await read(files)
    return {shelf: openFormer(sources, makeMemoryWorld(files), report), said: list.map(({code}) => code)}
  }

  it('gives the release and its files', async () => {
    const {shelf, said} = await open(manifest)
    expect(said).toEqual([])
    expect(shelf?.release.name).toBe('bees')
    expect(new TextDecoder().decode(await shelf?.open('en/bees-en.epub'))).toBe('book')
    expect(await shelf?.open('en/absent.epub')).toBeUndefined()
  })

  it('refuses what is damaged, and another publication', async () => {
    expect(await open('{}')).toEqual({shelf: undefined, said: ['changes/damaged-manifest']})
    expect(await open(manifest, 'urn:uuid:5d0c5c0e-0000-5000-8000-000000000009')).toEqual({shelf: undefined, said: ['changes/other-publication']})
  })
})
