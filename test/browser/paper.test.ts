/** Covers and booklets from a real browser, looked at with other people's tools. */
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {BinaryBitmap, HybridBinarizer, MultiFormatOneDReader, RGBLuminanceSource} from '@zxing/library'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build, type Built} from '../../src/build.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'hexapla-paper-'))
const out = join(folder, 'out')
const world = makeNodeWorld({folder: join(folder, 'in'), out, cache: false, signal: new AbortController().signal, progress: () => undefined})
const isbns = {fr: '9782070368228', ar: '9789953000015'}
let built: Built

beforeAll(async () => {
  const files = {
    'publication.yaml': 'publisher: Example Press\nprint: {spine: 12}\n',
    'fr/edition.yaml': `title: La vente\ndescription: Deux articles.\nisbn: {pdf: "${isbns.fr}"}\n`, 'fr/client.md': '# Client\n\nQui achète. [Vente](/vente)\n', 'fr/vente.md': '# Vente\n\nQui vend.\n',
    'ar/edition.yaml': `title: البيع\nisbn: {pdf: "${isbns.ar}"}\n`, 'ar/client.md': '# الزبون\n\nمن يشتري.\n', 'ar/vente.md': '# البيع\n\nمن يبيع.\n'
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, 'in', path, '..'), {recursive: true})
    writeFileSync(join(folder, 'in', path), text)
  }
  built = await build(world, {folderName: 'shop', strict: false, drafts: false, formats: ['cover', 'booklet']})
})
afterAll(async () => {
  await world.close()
  rmSync(folder, {recursive: true, force: true})
})

const run = (tool: string, ...words: readonly string[]): string => execFileSync(tool, words, {encoding: 'utf8', maxBuffer: 1 << 28})

describe.each(['fr', 'ar'] as const)('paper in %s', (language) => {
  const file = (kind: string): string => join(out, language, `shop-${language}-${kind}.pdf`)

  it('is made without the interior beside it', () => {
    expect(built.diagnostics).toEqual([])
    expect(built.made.find((each) => each.language === language)?.products.map(({format}) => format)).toEqual(['cover', 'booklet'])
  })

  it.each(['cover', 'booklet'])('is sound: %s', (kind) => {
    expect(run('qpdf', '--check', file(kind))).toContain('No syntax or stream encoding errors')
    expect(run('pdffonts', file(kind)).split('\n').slice(2).filter((line) => line !== '' && !/CID TrueType +Identity-H +yes yes/.test(line))).toEqual([])
    expect(run('gs', '-q', '-sDEVICE=nullpage', '-dBATCH', '-dNOPAUSE', file(kind))).toBe('')
  })

  it('has one cover of the right size, with words on the spine', () => {
    const facts = run('pdfinfo', '-box', file('cover'))
    expect(facts).toMatch(/Pages: +1\n/)
    expect(facts).toMatch(/TrimBox: +31.18 +31.18 +904.25 +626.46/) // 148 + 12 + 148 mm by 210 mm
    expect(run('pdftotext', '-raw', file('cover'), '-').match(/Example Press/g)?.length).toBeGreaterThanOrEqual(2)
  })

  it('has a barcode that scanners read', async () => {
    const png = join(folder, language)
    run('pdftoppm', '-r', '300', '-gray', '-png', '-singlefile', file('cover'), png)
    const {width, height} = await sharp(`${png}.png`).metadata()
    const [half, top] = [Math.floor(width / 2), Math.floor(height / 2)]
    const corner = {left: language === 'fr' ? 0 : half, top, width: half, height: top} // the back lies on the right where the book is bound there
    const {data, info} = await sharp(`${png}.png`).extract(corner).greyscale().raw().toBuffer({resolveWithObject: true})
    const back = new RGBLuminanceSource(new Uint8ClampedArray(data), info.width, info.height)
    expect(new MultiFormatOneDReader(undefined).decode(new BinaryBitmap(new HybridBinarizer(back))).getText()).toBe(isbns[language])
  })

  it('lays two pages on a sheet of A4', () => {
    expect(run('pdfinfo', file('booklet'))).toMatch(/Page size: +841.89 x 595.276 pts \(A4\)/)
  })
})
