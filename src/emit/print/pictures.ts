/** Pictures as the printed document names them: by their content, so that the document changes when a picture does. */
import {walkElements} from '../../core/hast.ts'
import type {Edition} from '../../core/model.ts'
import type {Resource} from '../../core/resources.ts'
import {PictureError, type World} from '../../core/world.ts'
import type {Chunk} from './chunks.ts'

const extensions: Readonly<Record<Resource['mediaType'], string>> = {
  'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp', 'image/svg+xml': 'svg'
}

export function pictureUrl(resource: Resource): string {
  return `pictures/${resource.hash}.${extensions[resource.mediaType]}`
}

/** The pictures of a chunk by their URL. */
export function picturesOf(chunk: Chunk, edition: Edition): ReadonlyMap<string, Resource> {
  const pictures = new Map<string, Resource>()
  for (const {tree} of chunk.divisions) {
    walkElements(tree, ({tagName, properties}) => {
      const resource = tagName === 'img' ? edition.resources.get(String(properties['src'])) : undefined
      if (resource) pictures.set(pictureUrl(resource), resource)
    })
  }
  return pictures
}

/** More than any page shows. */
const limits = {maxWidth: 10_000, maxHeight: 10_000, quality: 92}

/** The same pictures with JPEG or PNG in the place of WebP, which the browser would write into the PDF uncompressed, at 27 times the size. */
export async function encodeWebp(pictures: ReadonlyMap<string, Resource>, world: World): Promise<ReadonlyMap<string, Resource>> {
  const encoded = new Map<string, Resource>()
  for (const [url, picture] of pictures) encoded.set(url, picture.mediaType === 'image/webp' ? await encodeOne(picture, world) : picture)
  return encoded
}

async function encodeOne(picture: Resource, world: World): Promise<Resource> {
  try {
    const {mediaType, content, hash} = await world.encodePicture(picture, limits)
    return {...picture, mediaType, hash, load: async () => content}
  } catch (error) {
    if (error instanceof PictureError) return picture // the browser shows what it can, or the text alternative
    throw error
  }
}
