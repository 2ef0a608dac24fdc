import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../../src/core/diagnostic.ts'
import {h} from '../../../../src/core/hast.ts'
import type {Division, Edition} from '../../../../src/core/model.ts'
import type {Resource} from '../../../../src/core/resources.ts'
import type {World} from '../../../../src/core/world.ts'
import {adaptEdition} from '../../../../src/emit/epub/variants/adapt.ts'
import {joinDivisions} from '../../../../src/emit/epub/variants/divisions.ts'
import {makeDivision, makeSampleEdition} from '../../../support/edition.ts'

const encodePicture: World['encodePicture'] = async ({mediaType}, {maxWidth, maxHeight}, wanted) =>
  ({mediaType: wanted ?? mediaType, content: new TextEncoder().encode(`${maxWidth}x${maxHeight}`), hash: 'new', moves: false})
const adapt = (edition: Edition, format: 'epub' | 'kepub' | 'kindle', report = makeLedger().report): Promise<Edition> => adaptEdition(edition, format, {encodePicture}, report)
const makeResource = (mediaType: Resource['mediaType']): Resource => ({path: mediaType, mediaType, hash: 'old', load: async () => new Uint8Array()})

describe('adaptEdition', () => {
  it('takes the ISBN of the EPUB unless the format has one', async () => {
    const edition = makeSampleEdition('en', {isbn: '9783161484100'})
    const own: Edition = {...edition, spec: {...edition.spec, isbn: {...edition.spec.isbn, kindle: '9780306406157'}}}
    expect((await adapt(own, 'kepub')).spec.isbn.epub).toBe('9783161484100')
    expect((await adapt(own, 'kindle')).spec.isbn.epub).toBe('9780306406157')
    expect((await adapt(makeSampleEdition('en'), 'kindle')).spec.isbn.epub).toBeUndefined()
  })

  it('leaves the edition of the other formats as it is, but for their style sheet', async () => {
    const edition: Edition = {...makeSampleEdition('en'), styles: {epub: 'a{}', kepub: 'b{}', kindle: 'c{margin:0}', pdf: 'd{}', 'large-print': ''}}
    expect((await adapt(edition, 'epub'))).toEqual(edition)
    expect((await adapt(edition, 'kepub'))).toEqual({...edition, styles: {...edition.styles, epub: 'b{}'}})
    expect((await adapt(edition, 'kindle')).styles.epub).toBe('c { margin:0 }\n')
  })

  it('gives Kindle no page for the cover and two levels of contents', async () => {
    const edition = makeSampleEdition('en')
    const cover = {...makeDivision('cover', [h('img', {src: 'cover', alt: 'Cover'})], 'cover'), matter: 'front' as const}
    const made = await adapt({...edition, divisions: [cover, ...edition.divisions], landmarks: [{id: 'cover', type: 'cover', title: 'Cover'}, ...edition.landmarks]}, 'kindle')
    expect(made.divisions.map(({id}) => id)).toEqual(edition.divisions.map(({id}) => id))
    expect(made.landmarks).toEqual(edition.landmarks)
    expect(edition.contents[0]?.children[0]?.children).toHaveLength(1)
    expect(made.contents[0]?.children.map(({children}) => children)).toEqual(edition.contents[0]?.children.map(() => []))
  })

  it('gives Kindle still pictures of no more than five megapixels', async () => {
    const resources = new Map((['image/gif', 'image/png', 'image/svg+xml'] as const).map((mediaType) => [mediaType, {...makeResource(mediaType), moves: mediaType === 'image/gif'}]))
    const edition: Edition = {...makeSampleEdition('en'), resources}
    const usual = await adapt(edition, 'kindle')
    expect([...usual.resources.values()].map(({mediaType, hash}) => [mediaType, hash])).toEqual([['image/jpeg', 'new'], ['image/png', 'old'], ['image/svg+xml', 'old']])
    const large = await adapt({...edition, publication: {...edition.publication, pictures: {maxWidth: 4000, maxHeight: 5000, quality: 82}}}, 'kindle')
    expect(new TextDecoder().decode(await large.resources.get('image/png')?.load())).toBe('2000x2500')
    expect(large.resources.get('image/svg+xml')?.hash).toBe('old')
  })

  it('warns of a language in which the shop takes no books', async () => {
    for (const [language, codes] of [['en', []], ['hi', []], ['th', ['epub/kindle-language']], ['zh-Hant', []], ['ko', ['epub/kindle-language']]] as const) {
      const {list, report} = makeLedger()
      const edition = makeSampleEdition('en')
      await adapt({...edition, spec: {...edition.spec, language}}, 'kindle', report)
      expect(list.map(({code}) => code)).toEqual(codes)
    }
  })
})

describe('joinDivisions', () => {
  const makeBook = (count: number): readonly Division[] => [
    {...makeDivision('front', []), matter: 'front'}, ...Array.from({length: count}, (_, at) => ({...makeDivision(`a-${at}`, [`${at} `]), words: at % 7})), {...makeDivision('index', []), matter: 'back'}
  ]
  const idsOf = ({tree, id}: Division): readonly unknown[] => tree.tagName === 'div' ? tree.children.map((child) => child.type === 'element' && child.properties['id']) : [id]

  it('leaves a short book as it is', () => {
    const book = makeBook(98)
    expect(joinDivisions(book, 100)).toBe(book)
  })

  it('joins the articles of a long one in their order, none lost, about equally', () => {
    const book = makeBook(1000)
    const joined = joinDivisions(book, 100)
    expect(joined.length).toBeLessThanOrEqual(100)
    expect(joined.length).toBeGreaterThan(90)
    expect(joined.flatMap(idsOf)).toEqual(book.map(({id}) => id))
    expect(joined.map(({matter}) => matter)).toEqual(['front', ...joined.slice(1, -1).map(() => 'body'), 'back'])
    expect(Math.max(...joined.map(({words}) => words))).toBeLessThan(60)
  })
})
