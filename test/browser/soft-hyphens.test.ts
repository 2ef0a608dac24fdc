/** Books from the small browser, which divides no words by itself: divided and justified all the same, with every word whole in the text of the file. */
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build, type Built} from '../../src/build.ts'
import {unpackedBrowser} from '../../src/world/browser-unpack.ts'
import {findCacheFolder} from '../../src/world/cache.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'
import {makeProbe} from '../../src/world/probe.ts'

const folder = mkdtempSync(join(tmpdir(), 'hexapla-soft-'))
const out = join(folder, 'out')
const words = ['internationalisation', 'gouvernementale', 'anticonstitutionnellement', 'incompréhension', 'établissements', 'administration']
const names = ['internationalisation.gouvernementale@exemple.org', 'https://exemple.org/internationalisation']
const text = `# Administration internationalisation gouvernementale\n\n${Array.from({length: 24}, (_, at) =>
  `${words.map((_, by) => words[(at + by) % words.length]).join(' ')} \`gouvernementale\` ${names[at % 2]} :span[Verantwortung]{lang=de} :span[établissements]{translate=no}.\n\n`).join('')}` +
  '## Internationalisation administration gouvernementale\n\nanti**constitutionnellement** inter\u00adnationalisation.\n'
let built: Built
let paper = ''

beforeAll(async () => {
  const {platform, env: environment} = process
  const options = {cacheFolder: findCacheFolder(environment) ?? '', signal: new AbortController().signal, progress: () => undefined}
  const browser = await unpackedBrowser({environment, platform, probe: makeProbe(environment, platform)}, options).find()
  mkdirSync(join(folder, 'fr'))
  writeFileSync(join(folder, 'fr', 'mots.md'), text)
  writeFileSync(join(folder, 'publication.yaml'), 'name: mots\npage: {trim: Pocket}\n')
  const world = makeNodeWorld({folder, out, cache: false, browser: browser?.path, signal: options.signal, progress: options.progress})
  built = await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['pdf', 'epub', 'handouts']})
  await world.close()
  paper = execFileSync('pdftotext', ['-raw', join(out, 'fr', 'mots-fr.pdf'), '-'], {encoding: 'utf8'})
})
afterAll(() => { rmSync(folder, {recursive: true, force: true}) })

describe('a book from a browser without dictionaries', () => {
  it('is made without complaint', () => expect(built.diagnostics.map(({message}) => message)).toEqual([]))

  it('has words divided by the patterns of their language', () => {
    const divided = [...paper.matchAll(/(\p{L}+)\u2010\n(\p{L}+)/gu)].map(([, before = '', after = '']) => [before, after] as const)
    expect(divided.length).toBeGreaterThan(8)
    for (const [before, after] of divided) expect([...words, 'Verantwortung'], `${before}-${after}`).toContain(before + after)
    for (const [before, after] of divided) expect([before.length >= 2, after.length >= 3]).toEqual([true, true])
    expect(execFileSync('pdfinfo', [join(out, 'fr', 'mots-fr.pdf')], {encoding: 'utf8'})).toMatch(/Pages: +1\d/)
  })

  it('has every word whole in its text, and nothing left of soft hyphens', () => {
    expect(paper).not.toContain('\u00ad')
    const whole = paper.replaceAll('\u2010\n', '').split(/\s+/)
    expect(whole.filter((word) => word === 'gouvernementale').length).toBeGreaterThanOrEqual(24)
    const handout = execFileSync('pdftotext', ['-raw', join(out, 'fr', 'handouts', 'mots.pdf'), '-'], {encoding: 'utf8'})
    expect(handout).not.toContain('\u00ad')
  })

  it('leaves titles, headings, code, names, addresses and the e-book alone', () => {
    expect(paper).toMatch(/Administration\ninternationalisation\ngouvernementale/)
    for (const word of ['Internationalisation', 'anticonstitutionnellement inter']) expect(paper.replaceAll('\n', ' ')).toContain(word)
    const epub = join(out, 'fr', 'mots-fr.epub')
    const book = execFileSync('unzip', ['-p', epub, '*.xhtml'], {encoding: 'utf8'})
    expect(book.match(/\u00ad/g)).toHaveLength(1) // the author's
    expect(readFileSync(epub).length).toBeGreaterThan(1000)
  })

  it('has letters at the places where they were, in fonts as ever', () => {
    expect(execFileSync('pdffonts', [join(out, 'fr', 'mots-fr.pdf')], {encoding: 'utf8'})).not.toContain('Type 3')
    expect(execFileSync('qpdf', ['--check', join(out, 'fr', 'mots-fr.pdf')], {encoding: 'utf8'})).toContain('No syntax or stream encoding errors')
  })
})
