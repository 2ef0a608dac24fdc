/** Covers as composed: words, sizes, colours, the publisher's own picture. */
import {describe, expect, it} from 'vitest'
import {chooseSize} from '../../../src/compose/cover.ts'
import {chooseColours, coverColours} from '../../../src/compose/cover-colours.ts'
import {textOf} from '../../../src/core/hast.ts'
import {composeAll} from '../../support/compose-all.ts'

const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
const article = '# Market\n\nSellers meet buyers.\n'

async function composeCover(publication: string, more: Readonly<Record<string, string>> = {}) {
  const {editions, diagnostics} = await composeAll(new Map(Object.entries({'en/market.md': article, 'publication.yaml': publication, 'images/c.svg': picture, ...more})))
  return {cover: editions[0]?.cover, codes: diagnostics.map(({code, place}) => `${code} ${place?.file}:${place?.line}`)}
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe('a cover', () => {
  it('bears title, subtitle, authors and publisher', async () => {
    const {cover, codes} = await composeCover('title: Trade\nsubtitle: A start\npublisher: Press\ncontributors: [Ann, {name: Bo, role: translator}, Cy]\n')
    expect(codes).toEqual([])
    expect(cover).toMatchObject({alternative: 'Cover – Trade', script: 'Latn', words: {title: 'Trade', subtitle: 'A start', names: 'Ann, Cy', publisher: 'Press'}})
    expect(textOf(cover?.tree ?? {type: 'text', value: ''})).toBe('Ann, CyTradeA startPress')
    expect(cover?.style).toContain('var(--title-size)')
  })

  it('names a publisher who is the author once, and leaves out what is not given', async () => {
    expect((await composeCover('title: Trade\npublisher: Ann\ncontributors: [Ann]\n')).cover?.words).toEqual({title: 'Trade', names: 'Ann'})
    expect((await composeCover('title: Trade\n')).cover?.words).toEqual({title: 'Trade'})
  })

  it('is the publisher’s picture, the edition’s before the publication’s', async () => {
    expect((await composeCover('cover: images/c.svg\ncover-alt: A stall.\n')).cover).toMatchObject({alternative: 'A stall.', picture: {path: 'images/c.svg'}})
    expect((await composeCover('cover: none.png\ncover-alt: A.\n', {'en/edition.yaml': 'cover: ./images/c.svg\n'})).cover).toMatchObject({alternative: 'Cover – Book', picture: {path: 'images/c.svg'}})
    expect((await composeCover('cover: images/c.svg\ncover-alt: A.\n', {'en/edition.yaml': 'cover-alt: B.\n'})).cover?.alternative).toBe('B.')
    expect((await composeCover('cover: c.svg\n', {'en/c.svg': picture})).cover?.picture?.path).toBe('en/c.svg')
  })

  it('is typeset where the picture named is not there, and says so', async () => {
    const {cover, codes} = await composeCover('title: Trade\ncover: images/d.svg\n')
    expect(cover?.picture).toBeUndefined()
    expect(codes).toEqual(['compose/missing-cover publication.yaml:2'])
  })
})

describe('chooseSize', () => {
  const room = {width: 1200, height: 900, most: 180, least: 50}
  it.each([
    ['short', 'Latn', 180], ['Энциклопедия', 'Cyrl', 139], ['売ることの小さな用語集', 'Jpan', 180], ['x'.repeat(400), 'Latn', 50], ['', 'Latn', 180]
  ])('sets “%.12s” (%s) at %d pixels', (text, script, size) => expect(chooseSize(text, script, room)).toBe(size))

  it('never grows with the text', () => {
    const sizes = Array.from({length: 60}, (_, count) => chooseSize('word '.repeat(count), 'Latn', room))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })

  it('does not count signs above and below the letters', () => expect(chooseSize('ก่'.repeat(40), 'Thai', room)).toBe(chooseSize('ก'.repeat(40), 'Thai', room)))
})

describe('the colours', () => {
  it.each(coverColours.map((colours) => [colours]))('of %o stand apart by 4.5 to 1 and more', ({paper, ink, accent}) => {
    for (const colour of [ink, accent]) {
      const [light = 0, dark = 0] = [luminance(colour), luminance(paper)].sort((a, b) => b - a)
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('are always the same for one publication, and all in use', () => {
    expect(chooseColours('urn:x:1')).toBe(chooseColours('urn:x:1'))
    expect(new Set(Array.from({length: 200}, (_, number) => chooseColours(`urn:x:${number}`))).size).toBe(coverColours.length)
  })
})
