/** Press files of drawings and pictures in colour, from a real browser: in black ink alone, as PDF/X-4; looked at with other people's tools. */
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build, type Built} from '../../src/build.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'
import {makeIccProfile} from '../support/icc-profile.ts'
import {judgePdf} from '../support/wrong-pdfs.ts'

const folder = mkdtempSync(join(tmpdir(), 'hexapla-press-'))
const out = join(folder, 'out')
const world = makeNodeWorld({folder: join(folder, 'in'), out, cache: false, signal: new AbortController().signal, progress: () => undefined})
const run = (tool: string, ...words: readonly string[]): string => execFileSync(tool, words, {encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe'})
const file = (kind: string): string => join(out, 'fr', `shop-fr-${kind}.pdf`)

/** Gradients of every kind, one of them by a program, one with a mask, and a flat colour half seen through. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><defs>
<linearGradient id="a"><stop offset="0" stop-color="red"/><stop offset=".4" stop-color="#0a0"/><stop offset="1" stop-color="blue"/></linearGradient>
<radialGradient id="b"><stop offset="0" stop-color="yellow"/><stop offset="1" stop-color="#03c"/></radialGradient>
<linearGradient id="c"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="red" stop-opacity="0"/></linearGradient>
<linearGradient id="d" spreadMethod="reflect" x2=".3"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="teal"/></linearGradient></defs>
<rect width="90" height="90" fill="url(#a)"/><rect x="100" width="90" height="90" fill="url(#b)"/><rect x="200" width="90" height="90" fill="url(#c)"/>
<rect y="100" width="90" height="90" fill="url(#d)"/><rect x="100" y="100" width="90" height="90" fill="#c30" opacity=".5"/></svg>`
let built: Built

beforeAll(async () => {
  const pixels = Buffer.from(Array.from({length: 64 * 64 * 4}, (_, at) => at % 4 === 3 ? 128 + at % 128 : at * 7 % 256))
  const picture = sharp(pixels, {raw: {width: 64, height: 64, channels: 4}})
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'publication.yaml': 'print: {colour: black, conformance: [pdf-x-4], profile: grey.icc, cover-profile: inks.icc}\nsilence: [preflight/resolution]\n',
    'grey.icc': makeIccProfile('prtr', 'GRAY', {name: 'News', target: 'ICCHDAT IFRA26'}), 'inks.icc': makeIccProfile(),
    'fr/edition.yaml': 'title: La vente\n', 'fr/vente.md': '# Vente\n\nQui vend.\n\n![Dessin](../a.svg)\n\n![Pixels](../b.png)\n\n![Photo](../c.jpg)\n',
    'a.svg': drawing, 'b.png': await picture.clone().png().toBuffer(), 'c.jpg': await picture.clone().flatten().jpeg().toBuffer()
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, 'in', path, '..'), {recursive: true})
    writeFileSync(join(folder, 'in', path), text)
  }
  built = await build(world, {folderName: 'shop', strict: false, drafts: false, formats: ['press', 'cover', 'booklet']})
})
afterAll(async () => {
  await world.close()
  rmSync(folder, {recursive: true, force: true})
})

describe('files for a printing house', () => {
  it('are made with no complaint but of coarse pixels', () => {
    expect(built.diagnostics.map(({code}) => code).filter((code) => code !== 'preflight/resolution-low')).toEqual([])
    expect(built.made[0]?.products.map(({format}) => format)).toEqual(['press', 'cover', 'booklet'])
  })

  it.each(['press', 'cover', 'booklet'])('are sound: %s', (kind) => {
    expect(run('qpdf', '--check', file(kind))).toContain('No syntax or stream encoding errors')
    expect(run('gs', '-q', '-sDEVICE=nullpage', '-dBATCH', '-dNOPAUSE', file(kind))).toBe('')
    expect(run('pdffonts', file(kind)).split('\n').slice(2).filter((line) => line !== '' && !/CID TrueType +Identity-H +yes yes/.test(line))).toEqual([])
    expect(run('pdfinfo', '-meta', file(kind))).toContain('<dc:title>')
  })

  it('hold black ink alone in the interior, in gradients, masks and pictures too', () => {
    const plain = join(folder, 'plain.pdf')
    run('qpdf', '--qdf', '--object-streams=disable', file('press'), plain)
    const text = readFileSync(plain, 'latin1')
    expect(text).not.toMatch(/DeviceRGB|DeviceCMYK|ICCBased/)
    expect(text).toMatch(/\/ShadingType 1\b/)
    expect(text).toMatch(/\/ShadingType 3\b/)
  })

  it.each([['press', 'IFRA26'], ['cover', 'Test paper']])('say that they are PDF/X-4, and are not refuted: %s', async (kind, condition) => {
    const {rows} = await judgePdf(readFileSync(file(kind)))
    expect(rows.filter(({topic}) => ['standard', 'output intent'].includes(topic)).map(({said}) => said)).toEqual(['says to be PDF/X-4, which nothing here refutes', condition])
  })

  it('show every gradient in greys, by two programs', async () => {
    const page = String([...Array(8).keys()].map((at) => at + 1).find((at) => run('pdftotext', '-f', String(at), '-l', String(at), file('press'), '-').includes('Qui vend')))
    run('pdftoppm', '-r', '72', '-png', '-singlefile', '-f', page, '-l', page, file('press'), join(folder, 'poppler'))
    run('gs', '-q', '-sDEVICE=png16m', '-r72', `-dFirstPage=${page}`, `-dLastPage=${page}`, '-dBATCH', '-dNOPAUSE', '-o', join(folder, 'gs.png'), file('press'))
    for (const name of ['poppler.png', 'gs.png']) {
      const {data, info} = await sharp(join(folder, name)).removeAlpha().raw().toBuffer({resolveWithObject: true})
      const tones = new Set<number>()
      let [dark, coloured] = [0, 0]
      for (let at = 0; at < data.length; at += info.channels) {
        const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3)
        tones.add(r)
        if (r < 200) dark++
        if (Math.max(r, g, b) - Math.min(r, g, b) > 3) coloured++
      }
      expect(coloured).toBe(0)
      expect(tones.size).toBeGreaterThan(60)
      expect(dark).toBeGreaterThan(5 * 50 * 50) // five fields of 67 points, one of them fading
    }
  })
})
