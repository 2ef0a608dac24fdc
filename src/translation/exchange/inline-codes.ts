/** Tokens of a passage as inline codes of XLIFF 2, whose content stays out of a translator's reach, and back. */
import type {Element, ElementContent} from 'xast'
import {readTokens, type Token} from './tokens.ts'
import {element, localName} from './xml.ts'

/** The content of codes, each text once. */
export interface CodeStore {
  readonly idByText: Map<string, string>
}

export function makeCodeStore(): CodeStore {
  return {idByText: new Map()}
}

/** Numbers codes: the same one in source and target has the same number. */
export interface Numbering {
  readonly give: (text: string) => string
}

/** Numbers for the source; `answer` gives those for its translation. */
export function makeNumbering(): {readonly source: Numbering; readonly answer: () => Numbering} {
  let last = 0
  const given: {readonly text: string; readonly number: string}[] = []
  const next = (): string => String(++last)
  return {
    source: {give: (text) => {
      const number = next()
      given.push({text, number})
      return number
    }},
    answer: () => {
      const left = [...given]
      return {give: (text) => {
        const at = left.findIndex((each) => each.text === text)
        return at < 0 ? next() : left.splice(at, 1)[0]?.number ?? next()
      }}
    }
  }
}

export function toInline(text: string, store: CodeStore, numbering: Numbering): readonly (ElementContent | string)[] {
  return readTokens(text).map((token) => toNode(token, store, numbering))
}

function toNode(token: Token, store: CodeStore, numbering: Numbering): ElementContent | string {
  if (token.type === 'text') return token.text
  if (token.type === 'mark') return element('ph', {id: numbering.give(token.text), dataRef: keep(token.text, store), disp: shorten(token.text)})
  const id = numbering.give(`${token.start}${token.end}`)
  return element('pc', {id, dataRefStart: keep(token.start, store), dataRefEnd: keep(token.end, store)}, token.children.map((child) => toNode(child, store, numbering)))
}

/** What a translator is shown in place of a code. */
function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}

function keep(text: string, {idByText}: CodeStore): string {
  const id = idByText.get(text) ?? `d${idByText.size + 1}`
  idByText.set(text, id)
  return id
}

export interface Inline {
  readonly text: string
  /** The first code that cannot be set back. */
  readonly torn?: string
}

/** The passage that inline content stands for; `dataById` holds the contents of codes. */
export function fromInline(node: Element, dataById: ReadonlyMap<string, string>): Inline {
  let torn: string | undefined
  const look = (name: string, child: Element): string => {
    const data = dataById.get(child.attributes[name] ?? '')
    if (data === undefined) torn ??= `<${child.name}> without its content`
    return data ?? ''
  }
  const read = (parent: Element): string => parent.children.map((child): string => {
    if (child.type === 'text' || child.type === 'cdata') return child.value
    if (child.type !== 'element') return ''
    switch (localName(child)) {
      case 'ph': return look('dataRef', child)
      case 'pc': return `${look('dataRefStart', child)}${read(child)}${look('dataRefEnd', child)}`
      case 'sc': case 'ec': return look('dataRef', child)
      case 'cp': return String.fromCodePoint(Number.parseInt(child.attributes['hex'] ?? '', 16) || 0xfffd)
      case 'mrk': return read(child)
      case 'sm': case 'em': return ''
      default: torn ??= `<${child.name}>`
    }
    return read(child)
  }).join('')
  const text = read(node)
  return {text, ...(torn !== undefined && {torn})}
}
