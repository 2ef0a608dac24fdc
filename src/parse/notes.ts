/** Notes: numbered in the order of their calls, gathered at the end. */
import type {FootnoteDefinition, FootnoteReference, Nodes, Root} from 'mdast'
import {writeNumber} from '../core/folio.ts'
import {sayTerm} from '../core/terms.ts'
import type {Context} from './context.ts'

interface NoteState {
  readonly definition: FootnoteDefinition
  readonly number: number
  calls: number
}

/** Numbers calls and definitions; appends a `notes` node with the notes that are called. */
export function numberNotes(tree: Root, context: Context): void {
  const definitions = new Map<string, FootnoteDefinition>()
  const calls: FootnoteReference[] = []
  collectNotes(tree, definitions, calls)
  if (definitions.size === 0) return
  const states = new Map<string, NoteState>()
  for (let index = 0; index < calls.length; index++) { // grows: notes call notes
    const call = calls[index]
    if (!call) continue
    const key = keyOf(call.identifier)
    const definition = definitions.get(key)
    if (!definition) continue
    const state = states.get(key) ?? {definition, number: states.size + 1, calls: 0}
    if (!states.has(key)) {
      states.set(key, state)
      for (const child of definition.children) collectNotes(child, undefined, calls)
    }
    state.calls++
    call.data = {...call.data, note: {number: state.number, call: state.calls, mark: writeNumber(state.number, context.terms.digits)}}
  }
  for (const [key, definition] of definitions) {
    if (!states.has(key)) context.report('parse/unused-note', {label: definition.label ?? definition.identifier}, definition)
  }
  if (states.size > 0) tree.children.push({type: 'notes', children: [...states.values()].map((state) => closeNote(state, context))})
}

function closeNote({definition, number, calls}: NoteState, context: Context): FootnoteDefinition {
  definition.data = {...definition.data, note: {number, calls, label: sayTerm(context.terms, 'back-to-text', {number})}}
  return definition
}

/** Definitions by identifier (the first wins) and the calls outside of them, in document order. */
function collectNotes(node: Nodes, definitions: Map<string, FootnoteDefinition> | undefined, calls: FootnoteReference[]): void {
  if (node.type === 'footnoteReference') calls.push(node)
  if (node.type === 'footnoteDefinition') {
    const key = keyOf(node.identifier)
    if (definitions && !definitions.has(key)) definitions.set(key, node)
    if (definitions) for (const child of node.children) collectNotes(child, definitions, [])
  } else if ('children' in node) {
    for (const child of node.children) collectNotes(child, definitions, calls)
  }
}

function keyOf(identifier: string): string {
  return identifier.toUpperCase()
}
