/** `SHA256SUMS`: what `sha256sum -c` reads, on any machine, without us. */
import type {ReleasedFile} from '../../core/release.ts'

/** A line for each file, sorted by path; names with backslashes or line ends are written as coreutils write them. */
export function writeSums(files: readonly ReleasedFile[]): string {
  return [...files].sort((a, b) => a.path < b.path ? -1 : 1).map(({path, sha256}) => {
    const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`
  }).join('')
}

/** SHA-256 by path. Lines that are none, and second lines of a path, are strange: they are given by their numbers, from 1. */
export function readSums(text: string): {readonly sums: ReadonlyMap<string, string>; readonly strangeLines: readonly number[]} {
  const sums = new Map<string, string>()
  const strangeLines: number[] = []
  for (const [at, line] of text.split('\n').entries()) {
    const [, slash, digest, name = ''] = /^(\\?)([0-9a-f]{64}) [ *](.+)$/s.exec(line) ?? []
    const path = slash ? unescape(name) : name
    if (digest !== undefined && !sums.has(path)) sums.set(path, digest)
    else if (line !== '') strangeLines.push(at + 1)
  }
  return {sums, strangeLines}
}

function unescape(path: string): string {
  return path.replaceAll(/\\([\\nr])/g, (_, letter: string) => letter === 'n' ? '\n' : letter === 'r' ? '\r' : '\\')
}
