/** The cover beside the book. */
import sharp from 'sharp'
import {describe, expect, it} from 'vitest'
import type {Edition} from '../../../src/core/model.ts'
import type {Resource} from '../../../src/core/resources.ts'
import type {World} from '../../../src/core/world.ts'
import {makeCoverFiles} from '../../../src/emit/epub/cover-files.ts'
import {encodePicture} from '../../../src/world/pictures.ts'
import {makeSampleEdition} from '../../support/edition.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'

const world: World = {...makeMemoryWorld({}), encodePicture: async (picture, limits, wanted) => encodePicture(await picture.load(), picture, limits, wanted)}

async function withCover(mediaType: Resource['mediaType'], width = 1600, height = 2560): Promise<Edition> {
  const content = await sharp({create: {width, height, channels: 3, background: '#5a7d9a'}}).toFormat(mediaType === 'image/png' ? 'png' : 'jpeg').toBuffer()
  const cover: Resource = {path: 'cover', mediaType, hash: 'c', load: async () => content}
  return {...makeSampleEdition('fr'), resources: new Map([['cover', cover]])}
}

async function sizesOf(edition: Edition): Promise<readonly string[]> {
  const files = await makeCoverFiles(edition, world)
  return Promise.all(files.map(async ({path, content}) => {
    const {width, height, format} = await sharp(content).metadata()
    return `${path} ${format} ${width}×${height}`
  }))
}

describe('makeCoverFiles', () => {
  it.each(['image/png', 'image/jpeg'] as const)('gives the whole and a thumbnail of %s', async (mediaType) => {
    expect(await sizesOf(await withCover(mediaType))).toEqual(['fr/small-shop-fr-cover.jpg jpeg 1600×2560', 'fr/small-shop-fr-thumbnail.jpg jpeg 400×640'])
  })

  it('keeps the proportion of a cover that has another', async () => {
    expect(await sizesOf(await withCover('image/png', 900, 900))).toEqual(['fr/small-shop-fr-cover.jpg jpeg 900×900', 'fr/small-shop-fr-thumbnail.jpg jpeg 400×400'])
  })

  it('gives none where there is no cover, or one without pixels', async () => {
    const drawing: Resource = {path: 'cover', mediaType: 'image/svg+xml', hash: 'c', load: async () => new Uint8Array()}
    expect(await makeCoverFiles({...makeSampleEdition('fr'), resources: new Map()}, world)).toEqual([])
    expect(await makeCoverFiles({...makeSampleEdition('fr'), resources: new Map([['cover', drawing]])}, world)).toEqual([])
  })
})
