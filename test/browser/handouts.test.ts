/** Handouts from a real browser, looked at with other people's tools. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'hexapla-handouts-'))
const out = join(folder, 'out')
const world = makeNodeWorld({folder: 'manuscripts', out, cache: false, signal: new AbortController().signal, progress: () => undefined})
afterAll(async () => {
  await world.close()
  rmSync(folder, {recursive: true, force: true})
})

const run = (tool: string, ...words: readonly string[]): string => execFileSync(tool, words, {encoding: 'utf8', maxBuffer: 1 << 28})

describe('the handouts of the sample', () => {
  it.each(['fr', 'ar', 'ja', 'hi'])('are sound in %s', async (language) => {
    const {made, diagnostics} = await build(world, {
      folderName: 'sample', languages: [language], formats: ['handouts'], strict: false, drafts: false,
      handouts: [{articles: ['customer'], keywords: []}, {name: 'money', articles: ['profit-margin', 'discount', 'invoice'], keywords: [], fit: 2}]
    })
    expect(diagnostics.filter(({severity}) => severity !== 'warning')).toEqual([])
    expect(made[0]?.products[0]?.companions).toEqual([`${language}/handouts/customer.pdf`, `${language}/handouts/money.pdf`])
    for (const [name, pages] of [['customer', 1], ['money', 2]] as const) {
      const file = join(out, language, 'handouts', `${name}.pdf`)
      expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors')
      expect(run('pdffonts', file).split('\n').slice(2).filter(Boolean).filter((font) => !/CID TrueType +Identity-H +yes yes/.test(font))).toEqual([])
      const facts = run('pdfinfo', file)
      expect(facts).toMatch(/Tagged: +yes/)
      expect(facts).toMatch(/Page size: +595\.276 x 841\.89 pts \(A4\)/)
      expect(facts).toMatch(new RegExp(`Pages: +${pages}\n`))
      expect(run('pdfinfo', '-struct', file)).toMatch(/^Document\n(?:.*\n)*\s+H1/)
    }
  })

  it('hold no words of one another, and are the same from build to build', async () => {
    const make = async (articles: readonly string[]): Promise<Buffer> => {
      await build(world, {folderName: 'sample', languages: ['fr'], formats: ['handouts'], strict: false, drafts: false, handouts: articles.map((slug) => ({articles: [slug], keywords: []}))})
      return readFileSync(join(out, 'fr', 'handouts', 'customer.pdf'))
    }
    const both = await make(['customer', 'telemarketing'])
    expect(await make(['customer', 'telemarketing'])).toEqual(both)
    const alone = await make(['customer'])
    const [first, second] = [both, alone].map((bytes, at) => {
      writeFileSync(join(folder, `${at}.pdf`), bytes)
      return run('pdftotext', '-raw', join(folder, `${at}.pdf`), '-')
    })
    expect(first).toBe(second)
  })
})
