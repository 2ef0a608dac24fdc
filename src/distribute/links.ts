/** Where files of the output folder are to be found, as seen from one another. */
import {posix} from 'node:path'

/**
 * The address of a file, or of a folder whose path ends with a slash: whole where the release has an address on the web, else relative to the file that names it.
 * All but letters, digits and `-_.~!'()*` is escaped, `+` too, which some stores take for a space.
 */
export function linkTo(path: string, from: string, address: string | undefined): string {
  if (address !== undefined) return `${address}${escapePath(path)}`
  const folder = posix.dirname(from)
  const target = path === '' || path.endsWith('/') ? `${path}index.html` : path
  return escapePath(posix.relative(folder, target))
}

function escapePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
