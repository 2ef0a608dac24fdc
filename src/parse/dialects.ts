/** Block spellings of other systems, rewritten to ours line by line, so that lines keep their numbers. */
import type {AlertKind} from './nodes.ts'

const candidates = /^[ \t]*(?:!!!|\?\?\?|===|:::)|^#{1,6} .*[\]}][ \t]*#*[ \t]*\r?$/m
/** MkDocs (`!!! note "Title"`) and its collapsible form. */
const admonition = /^( {0,3})(?:!!!|\?\?\?\+?) +([\w-]+)[\w -]*?(?: +"([^"]*)")?\s*$/
/** pymdown tabs (`=== "C++"`). */
const tab = /^( {0,3})===[!+]? +"([^"]+)"\s*$/
/** Docusaurus and VitePress (`::: tip Title`). */
const container = /^( {0,3}:{3,}) *([a-z]+)(?:[ \t]+([^\s{[].*?))?\s*$/
/** Pandoc (`::: {lang=ar}`), where it says the language or the direction. */
const division = /^( {0,3}:{3,}) *(?:div)? *(\{[^{}]{0,200}\b(?:lang|dir|translate)=[^{}]{0,200}\}) *:* *\r?$/
const headingId = /^( {0,3}#{1,6} .*?)[ \t]*(?:\{\/\*[ \t]*([^\s*]+)[ \t]*\*\/\}|\[#([^\]\s]+)\])[ \t]*#*\s*$/

const kindByName = new Map<string, AlertKind>([
  ['note', 'note'], ['tip', 'tip'], ['important', 'important'], ['warning', 'warning'], ['caution', 'caution'],
  ['info', 'note'], ['seealso', 'note'], ['hint', 'tip'], ['success', 'tip'], ['attention', 'warning'],
  ['danger', 'caution'], ['error', 'caution'], ['failure', 'caution'], ['bug', 'caution']
])

/** The kind of admonition that a word names. */
export function maybeAlertKind(name: string): AlertKind | undefined {
  return kindByName.get(name.toLowerCase())
}

/** The text with MkDocs admonitions as alerts, tabs as a bold line, titled containers and divisions as directives, heading ids as `{#id}`. */
export function rewriteDialects(text: string): string {
  return candidates.test(text) ? rewriteLines(text.split('\n')).join('\n') : text
}

function rewriteLines(lines: readonly string[]): readonly string[] {
  const out: string[] = []
  let fence: string | undefined
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined
      out.push(line)
    } else if (mark !== undefined) {
      fence = mark
      out.push(line)
    } else {
      const block = indentedBlock(lines, index)
      const rewritten = block && rewriteBlock(line, block)
      out.push(...(rewritten ?? [rewriteLine(line)]))
      if (rewritten && block) index += block.length
    }
  }
  return out
}

function rewriteBlock(line: string, block: readonly string[]): readonly string[] | undefined {
  const [, indent = '', title] = tab.exec(line) ?? []
  const dedent = (each: string): string => each.replace(/^(?: {0,3}\t| {1,4})/, '')
  if (title !== undefined) return [`${indent}**${title}**`, ...rewriteLines(block.map(dedent))]
  const [, margin = '', name, label = ''] = admonition.exec(line) ?? []
  if (name === undefined) return undefined
  const own = maybeAlertKind(name) ?? 'note'
  const inner = rewriteLines(block.map((each) => dedent(each.startsWith(margin) ? each.slice(margin.length) : each)))
  return [`${margin}> [!${own.toUpperCase()}] ${label}`, ...inner.map((each) => each.trim() === '' ? `${margin}>` : `${margin}> ${each}`)]
}

/** The lines below one that belong to it by four columns of indentation. */
function indentedBlock(lines: readonly string[], index: number): readonly string[] | undefined {
  const line = lines[index] ?? ''
  if (!/^ {0,3}(?:!!!|\?\?\?|===)/.test(line)) return undefined
  let end = index + 1
  for (let each = index + 1; each < lines.length; each++) {
    const next = lines[each] ?? ''
    if (next.trim() === '') continue
    if (!/^(?: {4}| {0,3}\t)/.test(next)) break
    end = each + 1
  }
  return lines.slice(index + 1, end)
}

function rewriteLine(line: string): string {
  const [, colons, name, title] = container.exec(line) ?? []
  if (colons !== undefined && name !== undefined) {
    const kind = name === 'description' ? name : maybeAlertKind(name)
    if (kind) return `${colons}${kind}${title === undefined ? '' : `[${title}]`}`
  }
  const [, fence, attributes] = division.exec(line) ?? []
  if (fence !== undefined) return `${fence}div${attributes}`
  const [, heading, comment, bracket] = headingId.exec(line) ?? []
  return heading === undefined ? line : `${heading} {#${comment ?? bracket}}`
}
