/** Words in another language than those around them: what authors say of it, and the direction that follows. */
import type {Element, ElementContent, Properties, Root} from 'hast'
import type {PhrasingContent} from 'mdast'
import type {TextDirective} from 'mdast-util-directive'
import {isElement} from '../core/hast.ts'
import {directionOf} from '../core/locale.ts'
import type {Direction} from '../core/model.ts'

const directions = new Set(['ltr', 'rtl', 'auto'])
const translations = new Set(['yes', 'no'])

/** What a directive says of language, direction and translation, and its id; other attributes are not ours. */
export function languageProperties(attributes: TextDirective['attributes']): Properties {
  const {lang, dir, translate, id} = attributes ?? {}
  const properties: Properties = {
    ...(lang && {lang}),
    ...(dir && directions.has(dir) && {dir}),
    ...(translate && translations.has(translate) && {translate})
  }
  return Object.keys(properties).length > 0 && id ? {...properties, id} : properties
}

/** A directive as the author's own text, with what stands between its brackets still read as Markdown. */
export function asWritten(node: TextDirective, source: string): readonly PhrasingContent[] {
  const written = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  if (!written.startsWith(':span[')) return [{type: 'text', value: written}] // the bracket is never closed
  const closing = /\](?:\{[^{}]*\})?$/.exec(written)?.[0] ?? ']'
  return [{type: 'text', value: ':span['}, ...node.children, {type: 'text', value: closing}]
}

/** Gives `dir` to what is written the other way than its surroundings, in place; `span` becomes `bdi`, which older reading systems isolate as well. */
export function settleDirections(tree: Root | Element, around: Direction): void {
  for (const child of tree.children) settleDirection(child as ElementContent, around) // no doctype in a fragment
}

function settleDirection(node: ElementContent, around: Direction | undefined): void {
  if (!('children' in node)) return
  let inner = around
  if (isElement(node)) {
    const {lang, dir} = node.properties
    if (dir !== undefined) inner = dir === 'ltr' || dir === 'rtl' ? dir : undefined
    else if (typeof lang === 'string' && directionOf(lang) !== around) inner = node.properties['dir'] = directionOf(lang)
    if (inner !== around && node.tagName === 'span' && node.properties['role'] === undefined) node.tagName = 'bdi'
  }
  for (const child of node.children) settleDirection(child, inner)
}
