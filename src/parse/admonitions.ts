/** Notes, tips and warnings: GitHub alerts and `:::note` containers become one kind of node. */
import type {Blockquote, Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {sayTerm} from '../core/terms.ts'
import type {Context} from './context.ts'
import {maybeAlertKind} from './dialects.ts'
import type {Admonition} from './nodes.ts'

/** The admonition that a blockquote opening with `[!NOTE]` stands for; words on the marker's line are its title. */
export function maybeAlert(quote: Blockquote, context: Context): Admonition | undefined {
  const [paragraph, ...rest] = quote.children
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  if (paragraph?.type !== 'paragraph' || text?.type !== 'text') return undefined
  const match = /^\[!(\w+)\][+-]?[ \t]*/.exec(text.value)
  const kind = maybeAlertKind(match?.[1] ?? '')
  if (!match || !kind) return undefined
  const {title, body} = splitFirstLine([{...text, value: text.value.slice(match[0].length)}, ...paragraph.children.slice(1)])
  return makeAdmonition(kind, title, body.length > 0 ? [{...paragraph, children: body}, ...rest] : rest, quote.position, context)
}

/** The admonition that a container directive stands for; its label is the title. */
export function admonitionOf(directive: ContainerDirective, context: Context): Admonition {
  const [first, ...rest] = directive.children
  const label: Paragraph | undefined = first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined
  const kind = directive.name === 'description' ? 'description' : maybeAlertKind(directive.name) ?? 'note'
  return makeAdmonition(kind, label?.children ?? [], label ? rest : directive.children, directive.position, context)
}

function makeAdmonition(kind: Admonition['kind'], title: PhrasingContent[], body: RootContent[], position: Blockquote['position'], context: Context): Admonition {
  const words: PhrasingContent[] = title.length > 0 ? title : [{type: 'text', value: sayTerm(context.terms, kind)}]
  return {type: 'admonition', kind, children: [{type: 'admonitionTitle', children: words}, ...body], ...(position && {position})}
}

function splitFirstLine(children: readonly PhrasingContent[]): {title: PhrasingContent[]; body: PhrasingContent[]} {
  const title: PhrasingContent[] = []
  for (const [index, child] of children.entries()) {
    const end = child.type === 'text' ? child.value.indexOf('\n') : -1
    if (child.type === 'break' || (child.type === 'text' && end >= 0)) {
      const value = child.type === 'text' ? child.value : ''
      if (end > 0) title.push({type: 'text', value: value.slice(0, end)})
      const remainder: PhrasingContent[] = value.slice(end + 1) ? [{type: 'text', value: value.slice(end + 1)}] : []
      return {title: trimTitle(title), body: [...remainder, ...children.slice(index + 1)]}
    }
    title.push(child)
  }
  return {title: trimTitle(title), body: []}
}

function trimTitle(title: PhrasingContent[]): PhrasingContent[] {
  return title.filter((child) => child.type !== 'text' || child.value.trim() !== '')
}
