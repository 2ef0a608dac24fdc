/** A picture as written becomes one of the publication's files, or its text alternative. */
import type {Element, ElementContent} from 'hast'
import {decodePath} from '../core/encoding.ts'
import {h} from '../core/hast.ts'
import type {Place} from '../core/model.ts'
import type {Resource} from '../core/resources.ts'
import {loosen} from '../core/suggest.ts'
import {sayTerm} from '../core/terms.ts'
import {resolvePath} from './paths.ts'
import type {Weave} from './tree.ts'

/** The `img` with its resource's path as `src`, or what stands in its place: no link where it stands in a link already. */
export function resolvePicture(image: Element, weave: Weave, isInLink: boolean, place: Place): readonly ElementContent[] {
  const {resources, terms, context: {report}, target: {article}} = weave
  const source = String(image.properties['src'] ?? '')
  const alternative = String(image.properties['alt'] ?? '') || nameOf(source)
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(source)) {
    report('link/remote-picture', {source}, place)
    const note = sayTerm(terms, 'image-remote', {alternative})
    const href = source.startsWith('//') ? `https:${source}` : source
    return [/^https?:/i.test(href) && !isInLink ? h('a', {href, className: ['picture-note']}, note) : h('span', {className: ['picture-note']}, note)]
  }
  const resource = findResource(source, article.file, resources)
  if (typeof resource === 'object') {
    const size = resource.width && resource.height && !image.properties['width'] ? {width: resource.width, height: resource.height} : {}
    return [{...image, properties: {...image.properties, ...size, src: resource.path}}]
  }
  if (resource === 'outside') report('link/outside-picture', {source}, place)
  else report('link/missing-picture', {source, suggestion: suggestPicture(source, resources)}, place)
  return [h('span', {className: ['picture-note']}, sayTerm(terms, 'image-missing', {alternative}))]
}

/** A path is looked for beside the manuscript, then from the top of the publication, then from the top of the language. */
function findResource(source: string, file: string, resources: ReadonlyMap<string, Resource>): Resource | 'outside' | 'missing' {
  const path = decodePath(source.replace(/[?#].*$/s, ''))
  const beside = resolvePath(file, path)
  const language = file.slice(0, file.indexOf('/'))
  const bare = path.replace(/^\/+/, '')
  for (const candidate of [beside, bare, `${language}/${bare}`]) {
    const resource = candidate === undefined ? undefined : resources.get(candidate) ?? resources.get(candidate.normalize('NFC')) ?? resources.get(candidate.normalize('NFD'))
    if (resource) return resource
  }
  return beside === undefined ? 'outside' : 'missing'
}

function suggestPicture(source: string, resources: ReadonlyMap<string, Resource>): string | undefined {
  const wanted = loosen(nameOf(source))
  return [...resources.keys()].find((path) => loosen(nameOf(path)) === wanted)
}

function nameOf(path: string): string {
  return decodePath(path.slice(path.lastIndexOf('/') + 1))
}
