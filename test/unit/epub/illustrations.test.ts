/** Pictures and cover of an EPUB, in memory: what is stored, under which name, and what becomes of broken ones. */
import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import type {Edition} from '../../../src/core/model.ts'
import type {Resource} from '../../../src/core/resources.ts'
import {PressError, type PictureJob, type Press} from '../../../src/core/world.ts'
import {emitEpub} from '../../../src/emit/epub/book.ts'
import {illustrate} from '../../../src/emit/epub/illustrations.ts'
import {verifyEpub} from '../../../src/verify/epub.ts'
import {composeAll} from '../../support/compose-all.ts'
import {makeMemoryWorld, type MemoryOptions} from '../../support/memory-world.ts'

const svg = (inside = ''): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`

async function make(files: Readonly<Record<string, string>>, options: MemoryOptions = {}, change = (edition: Edition): Edition => edition) {
  const {editions: [edition]} = await composeAll(new Map(Object.entries(files)))
  if (!edition) throw new Error('no edition')
  const {list, report} = makeLedger()
  const world = makeMemoryWorld({}, options)
  const illustrated = await illustrate(change(edition), world, report)
  const product = await emitEpub(illustrated, report)
  verifyEpub(product, illustrated, report)
  const entries = unzipSync(product.content)
  const text = (name: string): string => strFromU8(entries[`EPUB/${name}`] ?? new Uint8Array())
  return {entries, text, names: Object.keys(entries).filter((name) => name.startsWith('EPUB/images/')), codes: list.map(({code}) => code), lines: world.lines, illustrated}
}

const market = {'en/market.md': '# Market\n\nSellers meet buyers.\n', 'publication.yaml': 'title: Trade & "more"\ntypography: false\n'}

describe('the cover', () => {
  it('comes first: document, image, landmark, both kinds of metadata; print knows nothing of it', async () => {
    const {text, names, codes, illustrated} = await make(market)
    expect([names, codes]).toEqual([['EPUB/images/1-cover.png'], []])
    expect(text('cover.xhtml')).toMatch(/<section id="cover" class="cover" epub:type="cover"><img src="images\/1-cover.png" alt="Cover – Trade &amp; &quot;more&quot;" role="doc-cover"\/><\/section>/)
    expect(text('package.opf')).toContain('<item id="cover-image" href="images/1-cover.png" media-type="image/png" properties="cover-image"/>')
    expect(text('package.opf')).toContain('<meta name="cover" content="cover-image"/>')
    expect(text('package.opf')).toMatch(/<spine[^>]*>\s*<itemref idref="document-cover"\/>/)
    expect(text('nav.xhtml')).toMatch(/<a epub:type="cover" href="cover.xhtml">Cover<\/a>/)
    expect(illustrated.contents.map(({id}) => id)).not.toContain('cover')
  })

  it('is drawn plainly without a browser, which is no fault', async () => {
    const {text, codes, lines} = await make(market)
    expect([text('images/1-cover.png'), codes]).toEqual([expect.stringContaining('cover: Trade & "more"'), []])
    expect(lines.join()).toContain('plain cover')
  })

  it('is typeset by a browser in the fonts, colours and direction of the edition', async () => {
    const jobs: PictureJob[] = []
    const press: Press = {version: '1', width: 1, print: async () => new Uint8Array(), picture: async (job) => { jobs.push(job); return new TextEncoder().encode('typeset') }}
    const {text} = await make({'ar/market.md': market['en/market.md'], 'publication.yaml': 'title: a</style><script>\n'}, {press})
    expect(text('images/1-cover.png')).toBe('typeset')
    expect(jobs).toMatchObject([{width: 1600, height: 2560}])
    expect(jobs[0]?.html).toMatch(/<html lang="ar" dir="rtl" class="Arab" style="--paper:#\w{6};--ink:#\w{6};--accent:#\w{6}">/)
    expect(jobs[0]?.html).toContain('section.footnotes, section.cross-references, table, figcaption { line-height: 1.6; }')
    expect(jobs[0]?.html).not.toContain('<script>')
  })

  it('is plain where the browser fails, with a warning', async () => {
    const fail = async (): Promise<never> => { throw new PressError('gone') }
    const {codes, text} = await make(market, {press: {version: '1', width: 1, print: fail, picture: fail}})
    expect([codes, text('images/1-cover.png')]).toEqual([['epub/cover-plain'], expect.stringContaining('cover: Trade & "more"')])
  })

  it('may be the publisher’s; a drawing stays one where no browser makes pixels of it', async () => {
    const {text, names} = await make({...market, 'publication.yaml': 'cover: c.svg\n', 'c.svg': svg()})
    expect(names).toEqual(['EPUB/images/1-cover.svg'])
    expect(text('package.opf')).toContain('media-type="image/svg+xml" properties="cover-image"')
  })
})

describe('pictures', () => {
  const files = {...market, 'a.svg': svg(), 'b.svg': svg(), 'c.svg': svg('<rect/>'), 'en/market.md': '# M\n\n![a](/a.svg) ![b](/b.svg) ![c](/c.svg)\n\n![a](/a.svg)\n'}

  it('with the same content are stored once', async () => {
    const {names, text} = await make(files)
    expect(names).toEqual(['EPUB/images/1-cover.png', 'EPUB/images/2-a.svg', 'EPUB/images/3-c.svg'])
    expect(text('a-market.xhtml').match(/src="[^"]+"/g)).toEqual(['src="images/2-a.svg"', 'src="images/2-a.svg"', 'src="images/3-c.svg"', 'src="images/2-a.svg"'])
  })

  it('that cannot be opened cost an error, and their words stand in their place', async () => {
    const breakOne = (edition: Edition): Edition => {
      const broken: Resource = {path: 'b.svg', mediaType: 'image/png', hash: 'b', load: async () => new TextEncoder().encode('broken')}
      return {...edition, resources: new Map([...edition.resources, ['b.svg', broken]])}
    }
    const {codes, names, text} = await make(files, {}, breakOne)
    expect([codes, names.length]).toEqual([['epub/picture-broken'], 3])
    expect(text('a-market.xhtml')).toContain('<span class="picture-note">Picture not available: b</span>')
  })
})
