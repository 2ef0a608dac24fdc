/** Where the pages and files of a catalogue are found: from another page, and on the web. */
import type {Release} from '../../core/release.ts'
import {linkTo} from '../links.ts'

/** A page of the catalogue: that of all languages (no tag), or that of an edition. */
export interface Page {
  readonly tag?: string
}

export const overview: Page = {}

/** Path of a page below the output folder. */
export function pathOfPage(page: Page): string {
  return `${folderOf(page)}index.html`
}

/** A link from a page to a file below the output folder; it holds on any server, and on a disk. */
export function linkFrom(page: Page, path: string): string {
  return linkTo(path, pathOfPage(page), undefined)
}

/** The one address of a page: its folder on the web; where nobody knows the web's, the link to it from another page. */
export function addressOfPage({address}: Release, page: Page, from: Page): string {
  return linkTo(folderOf(page), pathOfPage(from), address)
}

/** The address of a file: on the web, else the link to it. */
export function addressOfFile({address}: Release, path: string, from: Page): string {
  return linkTo(path, pathOfPage(from), address)
}

function folderOf({tag}: Page): string {
  return tag === undefined ? '' : `${tag}/`
}
