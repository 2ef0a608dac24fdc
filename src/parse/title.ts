/** Titles: from front matter, else the first heading, else the slug; always plain text. */
import type {ElementContent, Root} from 'hast'
import {isElement, textOf} from '../core/hast.ts'
import {maybePhrases} from '../core/phrases.ts'

const marks = /(`+)(.+?)\1(?!`)|\\([!-/:-@[-`{-~])|!?\[([^\]]*)\]\([^)\s]*\)|(\*{1,3}|~~)(?=\S)(.+?)(?<=\S)\5|(?<![\p{L}\p{N}_])(_{1,3})(?=\S)(.+?)(?<=\S)\7(?![\p{L}\p{N}_])/gu

/** The title without Markdown marks; what looks like HTML stays as text. */
export function plainTitle(title: string): string {
  return title.replace(marks, (_, _tick: unknown, code?: string, escaped?: string, link?: string, _star?: unknown, strong?: string, _under?: unknown, emphasis?: string) =>
    code?.trim() ?? escaped ?? plainTitle(link ?? strong ?? emphasis ?? '')).replace(/\s+/g, ' ').trim()
}

/** The slug made readable: `cold-calling` → `Cold calling`. */
export function titleFromSlug(slug: string, language: string): string {
  const words = slug.slice(slug.lastIndexOf('/') + 1).replace(/[-_\s]+/g, ' ').trim() || slug
  const first = String.fromCodePoint(words.codePointAt(0) ?? 0x2014)
  return first.toLocaleUpperCase(language) + words.slice(first.length)
}

export interface Taken {
  readonly tree: Root
  readonly title: string | undefined
  /** The title as the heading marks it, where a phrase of it is in another language. */
  readonly phrases?: readonly ElementContent[] | undefined
}

/** Takes from the tree the heading that repeats the title, or the one that must serve as title. */
export function takeTitle(tree: Root, title: string | undefined): Taken {
  const headings = tree.children.filter((node) => isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'))
  const first = title === undefined ? headings.find((node) => isElement(node, 'h1') && textOf(node).trim() !== '') : headings[0]
  if (!isElement(first, 'h1')) return {tree, title}
  const words = textOf(first).replace(/\s+/g, ' ').trim()
  if (title !== undefined && reduce(words) !== reduce(title)) return {tree, title}
  const marksOfIndex = first.children.filter((node) => node.type === 'indexMark').map((node) => ({...node, children: []}))
  const rest = tree.children.filter((node) => node !== first)
  const paragraph = rest.find((node) => isElement(node, 'p'))
  if (marksOfIndex.length > 0 && isElement(paragraph)) paragraph.children.unshift(...marksOfIndex)
  return {tree: {...tree, children: rest}, title: title ?? words, phrases: title === undefined || title === words ? maybePhrases(first) : undefined}
}

function reduce(title: string): string {
  const text = title.normalize('NFKC').toLowerCase()
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '') || text.trim()
}
