/** How nodes of Markdown that are ours, or that HTML needs otherwise than usual, become HTML. */
import type {Element, ElementContent} from 'hast'
import type {FootnoteDefinition, FootnoteReference, Image, Link} from 'mdast'
import type {ContainerDirective, TextDirective} from 'mdast-util-directive'
import type {InlineMath, Math} from 'mdast-util-math'
import {defListHastHandlers} from 'remark-definition-list'
import type {Options} from 'remark-rehype'
import {h, textOf} from '../core/hast.ts'
import type {IndexMarkNode} from '../core/nodes.ts'
import {readFormula} from './formula.ts'
import {languageProperties} from './languages.ts'
import {type Admonition, type AdmonitionTitle, makeTrusted, type Notes, type TaskMark} from './nodes.ts'

type Handlers = NonNullable<Options['handlers']>
type State = Parameters<NonNullable<Handlers['link']>>[0]

/** Drawn as text, not as a picture (U+FE0E). */
const backArrow = '\u21a9\ufe0e'

/** Handlers for remark-rehype. */
export const handlers: Handlers = {
  ...(defListHastHandlers as Handlers), // typed for another copy of its State
  link: (state: State, node: Link) => patched(state, node, h('a', {href: node.url, ...(node.title && {title: node.title})}, state.all(node))),
  image: (state: State, node: Image) =>
    patched(state, node, h('img', {src: node.url, ...(node.alt && {alt: node.alt}), ...(node.title && {title: node.title})})),
  inlineMath: (state: State, node: InlineMath) => formulaNode(state, node, false),
  math: (state: State, node: Math) => formulaNode(state, node, true),
  textDirective: (state: State, node: TextDirective) =>
    node.name === 'span' ? patched(state, node, h('span', languageProperties(node.attributes), state.all(node) as ElementContent[])) : indexMarkNode(state, node),
  containerDirective: (state: State, node: ContainerDirective) => patched(state, node, h('div', languageProperties(node.attributes), state.all(node) as ElementContent[])),
  admonition: (state: State, node: Admonition) => makeTrusted(patched(state, node as never, admonitionElement(node.kind, state.all(node as never) as ElementContent[]))),
  admonitionTitle: (state: State, node: AdmonitionTitle) => makeTrusted(h('p', {className: ['admonition-title']}, state.all(node as never))),
  taskMark: (_: State, node: TaskMark) =>
    makeTrusted(h('span', {className: ['task'], role: 'img', ariaLabel: node.label}, node.done ? '\u2611 ' : '\u2610 ')),
  footnoteReference: noteCall,
  footnoteDefinition: () => undefined,
  notes: notesSection
}

function patched(state: State, node: Parameters<State['patch']>[0], element: Element): Element {
  state.patch(node, element)
  return element
}

/** Failures travel as `code.formula` with the reason in `data`, which the settling reports and removes. */
function formulaNode(state: State, node: InlineMath | Math, isDisplay: boolean): ElementContent {
  const formula = readFormula(node.value, isDisplay)
  if ('element' in formula) {
    const element = makeTrusted(patched(state, node, formula.element))
    return isDisplay ? makeTrusted(h('div', {className: ['formula']}, element)) : element
  }
  const code = makeTrusted(patched(state, node, h('code', {className: ['formula'], dataReason: formula.reason}, node.value)))
  return isDisplay ? makeTrusted(h('p', {}, code)) : code
}

/** Only these pairs of element and role are allowed (DPUB-ARIA 1.1, ARIA in HTML § 4). */
function admonitionElement(kind: Admonition['kind'], children: readonly ElementContent[]): Element {
  const className = kind === 'description' ? ['long-description'] : ['admonition', kind]
  switch (kind) {
    case 'tip': return h('aside', {className, role: 'doc-tip', 'epub:type': 'tip'}, children)
    case 'important': case 'warning': case 'caution': return h('section', {className, role: 'doc-notice', 'epub:type': 'notice'}, children)
    default: return h('aside', {className, role: 'note'}, children)
  }
}

function indexMarkNode(state: State, node: TextDirective): ElementContent {
  const attributes = new Map(Object.entries(node.attributes ?? {}).map(([key, value]) => [key.toLowerCase().replace(/[-_]/g, ''), value?.trim()]))
  const shown = state.all(node) as ElementContent[] // phrasing gives phrasing
  const words = attributes.get('entry') || shown.map(textOf).join('').replace(/\s+/g, ' ')
  const entry = words.split(/[;；]/).map((each) => each.trim()).filter((each) => each !== '')
  const sortAs = attributes.get('sortas'), see = attributes.get('see'), seeAlso = attributes.get('seealso')
  const mark: IndexMarkNode = {type: 'indexMark', entry, children: shown, ...(sortAs && {sortAs}), ...(see && {see}), ...(seeAlso && {seeAlso})}
  state.patch(node, mark as never)
  return mark
}

function noteCall(_: State, node: FootnoteReference): ElementContent {
  const note = node.data?.note
  if (!note) return {type: 'text', value: `[^${node.label ?? node.identifier}]`}
  const properties = {className: ['note-call'], href: `#fn-${note.number}`, id: callId(note.number, note.call ?? 1), role: 'doc-noteref', 'epub:type': 'noteref'}
  return makeTrusted(h('a', properties, h('sup', {}, note.mark ?? String(note.number))))
}

function notesSection(state: State, node: Notes): ElementContent {
  const items = node.children.map((definition) => h('li', {}, makeTrusted(noteElement(state, definition))))
  const properties = {className: ['footnotes'], role: 'doc-endnotes', 'epub:type': 'endnotes'}
  return makeTrusted(h('section', properties, h('ol', {}, items)))
}

function noteElement(state: State, definition: FootnoteDefinition): Element {
  const {number = 0, calls = 1, label = ''} = definition.data?.note ?? {}
  const children = state.all(definition) as ElementContent[] // flow gives flow
  const backs = Array.from({length: calls}, (_, index) => makeTrusted(
    h('a', {className: ['note-back'], href: `#${callId(number, index + 1)}`, role: 'doc-backlink', 'epub:type': 'backlink', ariaLabel: label}, backArrow)))
  const spaced = backs.flatMap((back): ElementContent[] => [{type: 'text', value: '\u00a0'}, back])
  const last = children.findLast((child) => child.type === 'element')
  if (last?.type === 'element' && last.tagName === 'p') last.children.push(...spaced)
  else children.push(h('p', {}, backs))
  return h('aside', {id: `fn-${number}`, role: 'doc-footnote', 'epub:type': 'footnote'}, children)
}

/** Id of a call: the first is what the note's number says, others add theirs. */
function callId(number: number, call: number): string {
  return call > 1 ? `fnref-${number}-${call}` : `fnref-${number}`
}

