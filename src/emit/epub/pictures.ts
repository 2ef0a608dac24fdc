/** Pictures of the book: their names inside the EPUB, and their content. */
import type {Report} from '../../core/diagnostic.ts'
import type {Edition} from '../../core/model.ts'
import type {Resource} from '../../core/resources.ts'
import type {Entry} from './container.ts'
import {coverPath} from './illustrations.ts'

export interface Picture {
  readonly resource: Resource
  /** `images/3-balance-sheet.svg`, as documents name it. */
  readonly file: string
  readonly isCover: boolean
}

/** Gives each picture its name at first use, so that names follow the reading order. */
export interface Gallery {
  readonly pictures: readonly Picture[]
  /** The picture's name, or `undefined` for a path that the edition does not know. */
  readonly place: (path: string) => string | undefined
}

const extensions: Readonly<Record<Resource['mediaType'], string>> = {
  'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp', 'image/svg+xml': 'svg'
}

export function makeGallery(edition: Edition): Gallery {
  const pictures: Picture[] = []
  const fileByPath = new Map<string, string>()
  const fileByContent = new Map<string, string>()
  const place = (path: string): string | undefined => {
    const resource = edition.resources.get(path)
    if (!resource) return undefined
    const known = fileByPath.get(path)
    if (known !== undefined) return known
    const content = `${resource.mediaType} ${resource.hash}`
    const file = fileByContent.get(content) ?? nameFile(resource, pictures.length + 1) // the same picture twice is stored once
    fileByPath.set(path, file)
    if (fileByContent.has(content)) return file
    fileByContent.set(content, file)
    pictures.push({resource, file, isCover: path === coverPath})
    return file
  }
  return {pictures, place}
}

/** The extension follows the content, never the author's file name. */
function nameFile({path, mediaType}: Resource, number: number): string {
  const stem = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')
  const ascii = stem.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60)
  return `images/${number}${ascii && `-${ascii}`}.${extensions[mediaType]}`
}

/** The pictures' content, one after the other so that no more than one file is open. Reports those that cannot be read. */
export async function loadPictures(pictures: readonly Picture[], report: Report): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (const {resource, file} of pictures) {
    try {
      entries.push({path: file, content: await resource.load(), stored: resource.mediaType !== 'image/svg+xml'})
    } catch (error) {
      report('epub/picture-unreadable', {path: resource.path, reason: error instanceof Error ? error.message : String(error)}, {file: resource.path})
    }
  }
  return entries
}
