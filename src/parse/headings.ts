/** Headings below the article's title: levels without gaps, each with an anchor of its own. */
import type {Element, Root} from 'hast'
import {slug} from 'github-slugger'
import {classesOf, walk, walkElements} from '../core/hast.ts'

/** Changes the settled tree in place: headings start at h2, go down one level at a time, and every one has an id. */
export function settleHeadings(tree: Root): void {
  const used = new Set<string>()
  const headings: Element[] = []
  walkElements(tree, (element) => {
    if (/^h[1-6]$/.test(element.tagName)) headings.push(element)
    else dropRepeatedId(element, used)
  })
  levelHeadings(headings)
  const next = new Map<string, number>()
  for (const heading of headings) {
    const explicit = heading.properties['id']
    if (typeof explicit !== 'string' || used.has(explicit)) delete heading.properties['id']
    else used.add(explicit)
  }
  for (const heading of headings) heading.properties['id'] ??= uniqueId(slug(wordsOf(heading).trim()) || 'section', used, next)
}

function dropRepeatedId(element: Element, used: Set<string>): void {
  const id = element.properties['id']
  if (typeof id !== 'string') return
  if (used.has(id)) delete element.properties['id']
  else used.add(id)
}

function levelHeadings(headings: readonly Element[]): void {
  const open: {readonly written: number; readonly level: number}[] = []
  for (const heading of headings) {
    const written = Number(heading.tagName.slice(1))
    while ((open.at(-1)?.written ?? 0) >= written) open.pop()
    const level = Math.min(6, (open.at(-1)?.level ?? 1) + 1)
    open.push({written, level})
    heading.tagName = `h${level}`
  }
}

/** Words of a heading without the numbers of its notes. */
function wordsOf(heading: Element): string {
  let words = ''
  walk(heading, (node) => {
    if (node.type === 'element' && classesOf(node).includes('note-call')) return false
    if (node.type === 'text') words += node.value
    if (node.type === 'element' && node.tagName === 'img') words += String(node.properties['alt'] ?? '')
    return undefined
  })
  return words
}

function uniqueId(base: string, used: Set<string>, next: Map<string, number>): string {
  let number = next.get(base) ?? 0
  let id = number === 0 ? base : `${base}-${number}`
  while (used.has(id)) id = `${base}-${++number}`
  next.set(base, number + 1)
  used.add(id)
  return id
}
