/** Templates: HTML with `<slot name>` and `if="slot"`, nothing else; they cannot forget to escape. */
import type {Element, ElementContent, Root} from 'hast'
import type {Report} from '../core/diagnostic.ts'
import {h} from '../core/hast.ts'
import type {TemplateFile} from '../core/resources.ts'
import {suggest} from '../core/suggest.ts'
import {termNames, type TermName, type Terms} from '../core/terms.ts'

/** What fills a slot: text, nodes, or nothing. */
export type Filling = string | readonly ElementContent[] | undefined
export type Slots = Readonly<Record<string, Filling>>

/** A template with its slots filled; `term.<name>` slots fill themselves. */
export type Fill = (name: string, slots: Slots) => Element

/** Makes the function that fills the templates of an edition. */
export function makeFill(templates: ReadonlyMap<string, TemplateFile>, terms: Terms, report: Report): Fill {
  return (name, slots) => {
    const template = templates.get(name)
    if (!template) {
      report('compose/missing-template', {template: name})
      return h('section', {})
    }
    const elements = fillChildren(template.tree, {slots: new Map(Object.entries(slots)), terms, file: template.file, report})
      .filter((node) => node.type === 'element')
    const [element] = elements
    if (element && elements.length === 1) return element
    report('compose/template-root', {template: name}, {file: template.file})
    return h('section', {}, elements)
  }
}

interface Filler {
  readonly slots: ReadonlyMap<string, Filling>
  readonly terms: Terms
  readonly file: string
  readonly report: Report
}

function fillChildren(parent: Root | Element, filler: Filler): ElementContent[] {
  return parent.children.flatMap((child): readonly ElementContent[] => {
    if (child.type === 'text') return /\S|^[^\n]+$/.test(child.value) ? [{type: 'text', value: child.value}] : [] // blanks between slots stay, indentation goes
    if (child.type !== 'element') return []
    const {if: condition, ...properties} = child.properties
    if (condition !== undefined && isEmpty(takeSlot(String(condition), child, filler))) return []
    if (child.tagName === 'slot') return nodesOf(takeSlot(String(properties['name']), child, filler))
    return [h(child.tagName, properties, fillChildren(child, filler))]
  })
}

function takeSlot(name: string, at: Element, {slots, terms, file, report}: Filler): Filling {
  if (slots.has(name)) return slots.get(name)
  const term = name.startsWith('term.') ? name.slice(5) : ''
  if ((termNames as readonly string[]).includes(term)) return terms.words[term as TermName] // just found among the names
  const start = at.position?.start
  report('compose/unknown-slot', {slot: name, suggestion: suggest(name, [...slots.keys(), ...termNames.map((each) => `term.${each}`)])},
    {file, ...(start && {line: start.line, column: start.column})})
  return undefined
}

function isEmpty(filling: Filling): boolean {
  return filling === undefined || filling.length === 0
}

function nodesOf(filling: Filling): readonly ElementContent[] {
  return typeof filling === 'string' ? [{type: 'text', value: filling}] : filling ?? []
}
