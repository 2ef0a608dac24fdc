/** Pictures as the printed document names them: by their content, so that the document changes when a picture does. */
import {walkElements} from '../../core/hast.ts'
import type {Edition, Resource} from '../../core/model.ts'
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
