/** Addresses on paper: what stands on handouts and in the imprint leads to places that the catalogue has. */
import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {fromHtml} from 'hast-util-from-html'
import {walkElements} from '../../src/core/hast.ts'
import {runHexapla} from '../support/run-hexapla.ts'
import {listFiles, makeFolders, writeFiles} from '../support/temporary.ts'

const address = 'https://books.example.org/fair/'
const makeFolder = makeFolders()
let out = ''

beforeAll(async () => {
  const cwd = makeFolder()
  writeFiles(cwd, {
    'fair/publication.yaml': `name: fair\ncatalogue: {address: "${address}"}\nformats: [pdf, handouts]\n`, 'fair/en/market.md': '# Market\n\nSellers meet buyers.\n', 'fair/en/trade/coins.md': '# Coins\n\nRound.\n',
    'fair/ar/market.md': '# السوق\n\nهنا يلتقي البائعون.\n', 'fair/ar/été.md': '# الصيف\n\nحار.\n'
  })
  out = join(cwd, 'dist')
  const {status, stderr} = await runHexapla(['build', 'fair', '--out', out], {cwd})
  expect(status, stderr).toBe(0)
})

/** Addresses that links of a PDF lead to, as qpdf shows them. */
function listAddresses(file: string): readonly string[] {
  const text = execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], {maxBuffer: 1 << 28}).toString('latin1')
  return [...new Set([...text.matchAll(/\/URI \((https:[^)]*)\)/g)].map(([, uri = '']) => uri))]
}

/** Whether an address is one of a page of the folder, and of a place in it. */
function isThere(uri: string): boolean {
  const [path = '', fragment] = uri.slice(address.length).split('#')
  let isFound = fragment === undefined
  walkElements(fromHtml(readFileSync(join(out, decodeURIComponent(path), 'index.html'), 'utf8')), ({properties: {id}}) => { isFound ||= id === decodeURIComponent(fragment ?? '') })
  return uri.startsWith(address) && isFound
}

describe('addresses on paper', () => {
  it('lead from each handout to its article in the catalogue', () => {
    const handouts = listFiles(out).filter((path) => path.includes('/handouts/'))
    const addresses = new Map(handouts.map((path) => [path, listAddresses(join(out, path))]))
    expect([...addresses.values()].flat().sort()).toEqual(['ar/#%C3%A9t%C3%A9', 'ar/#market', 'en/#coins', 'en/#market'].map((end) => `${address}${end}`))
    for (const [path, uris] of addresses) expect(uris.map(isThere), path).toEqual([true])
  })

  it('lead from the imprint to the edition', () => {
    for (const language of ['en', 'ar']) {
      const uris = listAddresses(join(out, language, `fair-${language}.pdf`))
      expect(uris).toEqual([`${address}${language}/`])
      expect(uris.every(isThere)).toBe(true)
    }
  })
})
