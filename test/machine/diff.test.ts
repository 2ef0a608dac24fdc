/** `hexapla diff` as a user calls it, on what `hexapla build` has made. */
import {copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {runHexapla} from '../support/run-hexapla.ts'
import {makeFolders} from '../support/temporary.ts'

const makeFolder = makeFolders()
let [root, former, now] = ['', '', '']

beforeAll(async () => {
  root = makeFolder()
  ;[former, now] = [join(root, 'former'), join(root, 'now')]
  const bees = join(root, 'bees')
  const write = (path: string, text: string): void => {
    mkdirSync(join(bees, path, '..'), {recursive: true})
    writeFileSync(join(bees, path), text)
  }
  write('publication.yaml', 'identifier: urn:uuid:0d2a6c1e-5b1f-4f0e-9a52-3f2b8f0c7d11\ndate: 2026-11-21\n')
  write('en/honey.md', '---\ntitle: Honey\n---\n\nBees maek honey.\n')
  write('en/wax.md', '---\ntitle: Wax\n---\n\nBees sweat wax.\n')
  write('fr/honey.md', '---\ntitle: Miel\n---\n\nLes abeilles font du miel.\n')
  expect((await runHexapla(['build', bees, '--format', 'epub', '--out', former])).status).toBe(0)
  write('publication.yaml', 'identifier: urn:uuid:0d2a6c1e-5b1f-4f0e-9a52-3f2b8f0c7d11\ndate: 2027-02-01\n')
  write('en/honey.md', '---\ntitle: Honey\n---\n\nBees make honey.\n')
  write('en/swarm.md', '---\ntitle: Swarms\n---\n\nBees leave.\n')
  rmSync(join(bees, 'en', 'wax.md'))
  expect((await runHexapla(['build', bees, '--format', 'epub', '--out', now])).status).toBe(0)
})

describe('hexapla diff', () => {
  it('tells articles and passages, and says by its status that something changed', async () => {
    const {status, stdout, stderr} = await runHexapla(['diff', former, now])
    expect(stdout).toBe('bees: 2026-11-21 → 2027-02-01\n\nen  Bees: 1 new, 1 changed, 1 removed, 0 as before, other bytes: epub\n  ~ Honey (honey)\n      Bees [-maek-]{+make+} honey.\n  - Wax (wax)\n  + Swarms (swarm)\n\nfr  Bees: 1 as before, other bytes: epub\n')
    expect([status, stderr]).toEqual([1, ''])
  })

  it('finds a release the same as itself', async () => {
    expect(await runHexapla(['diff', now, now])).toMatchObject({status: 0, stdout: 'bees: 2027-02-01 → 2027-02-01\nthe same\n'})
  })

  it('compares articles where a side is only a manifest', async () => {
    copyFileSync(join(former, 'manifest.json'), join(root, 'old.json'))
    const {status, stdout, stderr} = await runHexapla(['diff', join(root, 'old.json'), now])
    expect(status).toBe(1)
    expect(stdout).toContain('  ~ Honey (honey)\n  - Wax (wax)')
    expect(stderr).toContain('articles only of en')
  })

  it('gives JSON, and a page', async () => {
    const {status, stdout} = await runHexapla(['diff', former, now, '--json', '--html', join(root, 'diff.html')])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      name: 'bees', same: false, former: {date: '2026-11-21'}, languages: {added: [], removed: []}, untold: [],
      editions: [{tag: 'en', kind: 'changed', corrections: [{slug: 'honey', corrections: [{printed: [{}, {kind: 'gone', text: 'maek'}, {}]}]}]}, {tag: 'fr', articles: []}]
    })
    expect(readFileSync(join(root, 'diff.html'), 'utf8')).toContain('Bees <ins>make</ins> honey.')
  })

  it('says how it is used', async () => {
    expect(await runHexapla(['diff', former])).toMatchObject({status: 2, stderr: expect.stringContaining('Expected two releases, the former one first')})
    expect(await runHexapla(['diff', join(root, 'bees'), now])).toMatchObject({status: 2, stderr: expect.stringMatching(/without manifest\.json, expected a folder that hexapla build has made/)})
    expect(await runHexapla(['diff', join(root, 'absent'), now])).toMatchObject({status: 2, stderr: expect.stringContaining('Unexpected release')})
    writeFileSync(join(root, 'broken.json'), '{"hexapla": 1')
    expect(await runHexapla(['diff', join(root, 'broken.json'), now])).toMatchObject({status: 2, stderr: expect.stringContaining('broken.json: unexpected content')})
    const other = readFileSync(join(now, 'manifest.json'), 'utf8').replace('0d2a6c1e', '0d2a6c1f')
    writeFileSync(join(root, 'other.json'), other)
    expect(await runHexapla(['diff', former, join(root, 'other.json')])).toMatchObject({status: 2, stderr: expect.stringContaining('of another publication')})
  })
})
