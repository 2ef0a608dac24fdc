/** Pictures of the publication: true media type, size in pixels, and content made safe. */
import {imageSize} from 'image-size'
import {sha256} from '../core/digest.ts'
import type {Report} from '../core/diagnostic.ts'
import type {Resource} from '../core/resources.ts'
import type {Listed, World} from '../core/world.ts'
import {sanitizeDrawing} from './drawing.ts'

const pictureName = /\.(?:png|jpe?g|gif|webp|svg)$/i

const mediaTypeByKind: ReadonlyMap<string, Resource['mediaType']> = new Map([
  ['png', 'image/png'], ['jpg', 'image/jpeg'], ['gif', 'image/gif'], ['webp', 'image/webp'], ['svg', 'image/svg+xml']
])

/** All pictures by path. What a file says of itself counts, not its name. */
export async function readResources(world: World, files: readonly Listed[], report: Report): Promise<ReadonlyMap<string, Resource>> {
  const pictures = files.filter(({path, refused}) => pictureName.test(path) && refused === undefined)
  const resources = await Promise.all(pictures.map(({path}) => maybeResource(world, path, report)))
  return new Map(resources.flatMap((resource) => resource ? [[resource.path, resource]] : []))
}

async function maybeResource(world: World, path: string, report: Report): Promise<Resource | undefined> {
  try {
    const bytes = await world.read(path)
    const {type, width = 0, height = 0, orientation} = maybeUnsizedDrawing(bytes) ?? imageSize(bytes)
    const mediaType = mediaTypeByKind.get(type ?? '')
    if (mediaType === undefined) throw new Error(`a file of type ${type ?? 'unknown'}`)
    if (width * height > 100e6) throw new Error(`${width} × ${height} pixels, more than a hundred million`)
    const drawing = mediaType === 'image/svg+xml' ? sanitizeDrawing(bytes) : undefined
    if (drawing && drawing.removed.length > 0) report('read/picture-unsafe', {parts: drawing.removed.join(', ')}, {file: path})
    const turned = orientation !== undefined && orientation >= 5 // EXIF: the camera was held upright
    return {
      path, mediaType,
      ...(width > 0 && height > 0 && {width: Math.round(turned ? height : width), height: Math.round(turned ? width : height)}),
      hash: sha256(drawing?.bytes ?? bytes),
      load: async () => drawing?.bytes ?? world.read(path)
    }
  } catch (error) {
    report('read/picture', {problem: error instanceof Error ? error.message : String(error)}, {file: path})
    return undefined
  }
}

/** A drawing whose outermost element says neither `viewBox` nor lengths: sound, but without a size of its own. */
function maybeUnsizedDrawing(bytes: Uint8Array): {readonly type: 'svg'; readonly width?: number; readonly height?: number; readonly orientation?: number} | undefined {
  const opening = /^\uFEFF?\s*(?:<[?!][^>]*>\s*)*<(?:\w+:)?svg\b[^>]*>/.exec(new TextDecoder().decode(bytes.subarray(0, 4096)))?.[0]
  const isSized = opening === undefined || /\sviewBox\s*=/.test(opening) || (/\swidth\s*=\s*["']\s*[\d.]+\s*[a-z]*\s*["']/.test(opening) && /\sheight\s*=\s*["']\s*[\d.]+\s*[a-z]*\s*["']/.test(opening))
  return isSized ? undefined : {type: 'svg'}
}
