/** What stands in a block and stays the same in every language: addresses, pictures, code, numbers, names. */
import type {Block} from '../core/translation.ts'

/** How likely a translation keeps a signal of each sort; what a block's text shares by chance is counted from the two texts. */
export const keptBySort = {hash: 0.5, link: 0.85, picture: 0.8, code: 0.85, line: 0.8, number: 0.75, name: 0.4} as const

export type Sort = keyof typeof keptBySort

/** The signals of each block of two texts. */
export interface Signals {
  readonly source: readonly (readonly string[])[]
  readonly target: readonly (readonly string[])[]
}

/** Signals as `sort:value`, each once; of a block of code its lines. */
export function listSignals({kind, hash, links, pictures, code, numbers, words}: Block): readonly string[] {
  const isCode = kind === 'code'
  const lines = isCode ? code.flatMap((text) => text.split('\n').map((line) => line.trim()).filter((line) => line.length > 2)).slice(0, mostLines) : []
  return [...new Set([
    `hash:${hash}`,
    ...links.filter((link) => !link.startsWith('#')).map((link) => `link:${normaliseLink(link)}`),
    ...pictures.map((path) => `picture:${path.slice(path.lastIndexOf('/') + 1)}`),
    ...isCode ? lines.map((line) => `line:${line}`) : code.map((text) => `code:${text}`),
    ...numbers.map((number) => `number:${number.replace(/^0+(?=.)/, '')}`),
    ...(isCode ? lines : [words]).flatMap(listNames).map((name) => `name:${name}`)
  ])]
}

const mostLines = 40

export function sortOf(signal: string): Sort {
  return signal.slice(0, signal.indexOf(':')) as Sort // made by listSignals
}

/** A link without what a translation changes: the language's folder, the ending, the anchor of a heading. */
export function normaliseLink(link: string): string {
  const [path = ''] = link.split('#', 1)
  return path.replace(/^https?:\/\/(?:www\.)?/, '').replace(/(^|\/)[a-z]{2}(?:[-_][a-z]{2,4})?\//i, '$1').replace(/^(?:\.{0,2}\/)+/, '').replace(/(?:\.(?:md|html?))?\/*$/i, '').toLowerCase()
}

/** Words in letters with case, which are kept in other scripts and often in the same. */
function listNames(words: string): readonly string[] {
  return (words.match(/[\p{Lu}\p{Ll}][\p{Lu}\p{Ll}\p{Nd}_.-]+[\p{L}\p{Nd}]/gu) ?? []).map((word) => word.toLowerCase())
}
