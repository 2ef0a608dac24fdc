/** The edition as an e-book shows it: pictures fit for every reader, and a cover at its head. */
import type {Report} from '../../core/diagnostic.ts'
import {h, replaceNodes} from '../../core/hast.ts'
import type {Division, Edition} from '../../core/model.ts'
import type {Resource} from '../../core/resources.ts'
import {sayTerm} from '../../core/terms.ts'
import {MissingToolError, PictureError, type World} from '../../core/world.ts'
import {makeCoverPicture} from './cover.ts'

/** Key of the cover among the edition's pictures: no file is called so. */
export const coverPath = 'cover'

/** How many pictures are worked on at a time. */
const atOnce = 4

/** The edition with pictures encoded and a division for the cover. A picture that cannot be opened is reported, and its words stand in its place. */
export async function illustrate(edition: Edition, world: World, report: Report): Promise<Edition> {
  const encoded = await encodeAll(edition, world, report)
  const resources = new Map([...encoded].flatMap(([path, resource]) => resource ? [[path, resource]] : []))
  const lost = new Set([...encoded].flatMap(([path, resource]) => resource ? [] : [path]))
  const divisions = lost.size === 0 ? edition.divisions : edition.divisions.map((division) => withoutPictures(division, lost, edition))
  return addCover({...edition, divisions, resources}, world, report)
}

async function encodeAll(edition: Edition, world: World, report: Report): Promise<ReadonlyMap<string, Resource | undefined>> {
  const encoded = new Map<string, Resource | undefined>()
  const waiting = [...edition.resources]
  while (waiting.length > 0) {
    const batch = waiting.splice(0, atOnce)
    const made = await Promise.all(batch.map(([, resource]) => maybeEncoded(resource, edition, world, report)))
    batch.forEach(([path], at) => encoded.set(path, made[at]))
  }
  return encoded
}

async function maybeEncoded(resource: Resource, {publication}: Edition, world: World, report: Report): Promise<Resource | undefined> {
  if (resource.mediaType === 'image/svg+xml') return resource // made safe when it was read
  try {
    const {mediaType, content, hash, moves} = await world.encodePicture(resource, publication.pictures)
    return {...resource, mediaType, hash, moves, load: async () => content}
  } catch (error) {
    if (error instanceof PictureError) {
      report('epub/picture-broken', {path: resource.path, reason: error.message}, {file: resource.path})
      return undefined
    }
    if (error instanceof MissingToolError) throw error
    report('epub/picture-unreadable', {path: resource.path, reason: error instanceof Error ? error.message : String(error)}, {file: resource.path})
    return undefined
  }
}

function withoutPictures(division: Division, lost: ReadonlySet<string>, {terms}: Edition): Division {
  const tree = replaceNodes(division.tree, (node) => {
    if (node.type !== 'element' || node.tagName !== 'img' || !lost.has(String(node.properties['src']))) return undefined
    const alternative = String(node.properties['alt'] ?? '') || String(node.properties['src']).replace(/^.*\//, '')
    return [h('span', {className: ['picture-note']}, sayTerm(terms, 'image-missing', {alternative}))]
  })
  return {...division, tree}
}

async function addCover(edition: Edition, world: World, report: Report): Promise<Edition> {
  const {cover, terms} = edition
  if (!cover) return edition
  const {mediaType, content, hash} = await makeCoverPicture(edition, cover, world, report)
  const title = terms.words.cover
  const image = h('img', {src: coverPath, alt: cover.alternative, role: 'doc-cover'})
  const division: Division = {
    id: 'cover', kind: 'cover', matter: 'front', title, head: title, words: 0,
    tree: h('section', {id: 'cover', className: ['cover'], 'epub:type': 'cover'}, image)
  }
  const resource: Resource = {path: coverPath, mediaType, hash, load: async () => content}
  return {
    ...edition,
    divisions: [division, ...edition.divisions],
    landmarks: [{id: 'cover', type: 'cover', title}, ...edition.landmarks],
    resources: new Map([[coverPath, resource], ...edition.resources])
  }
}
