import {describe, expect, it} from 'vitest'
import type {Resource} from '../../../src/core/resources.ts'
import {encodeWebp} from '../../../src/emit/print/pictures.ts'
import {makeMemoryWorld} from '../../support/memory-world.ts'

const picture = (mediaType: Resource['mediaType'], text: string = mediaType): Resource => ({path: 'a', mediaType, hash: text, load: async () => new TextEncoder().encode(text)})

describe('encodeWebp', () => {
  const world = {...makeMemoryWorld({}), encodePicture: async () => ({mediaType: 'image/jpeg', content: new Uint8Array([1]), hash: 'new', moves: false} as const)}

  it('converts WebP and leaves all else untouched, under the same addresses', async () => {
    const [png, webp] = [picture('image/png'), picture('image/webp')]
    const encoded = await encodeWebp(new Map([['a.png', png], ['b.webp', webp]]), world)
    expect([...encoded.keys()]).toEqual(['a.png', 'b.webp'])
    expect(encoded.get('a.png')).toBe(png)
    expect(encoded.get('b.webp')).toMatchObject({mediaType: 'image/jpeg', hash: 'new'})
    expect(await encoded.get('b.webp')?.load()).toEqual(new Uint8Array([1]))
  })

  it('leaves one that cannot be opened to the browser', async () => {
    const broken = picture('image/webp', 'broken')
    expect((await encodeWebp(new Map([['b.webp', broken]]), makeMemoryWorld({}))).get('b.webp')).toBe(broken)
  })
})
