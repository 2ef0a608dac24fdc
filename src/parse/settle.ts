/** HTML that nests as the standards ask, from whatever Markdown and authors made; no words are lost on the way. */
import type {Element, ElementContent, Root} from 'hast'
import {h, isElement, textOf} from '../core/hast.ts'
import {renamed} from './allowed.ts'
import {settleProperties} from './attributes.ts'
import {cleanText} from './characters.ts'
import {isBlank, isBlock, paragraphs, pushDown, splitAround} from './content-model.ts'
import type {Context} from './context.ts'
import {settleLink} from './links.ts'
import {adoptStrays, settleDefinitions, settleList} from './lists.ts'
import {maybeTrusted} from './nodes.ts'
import {scopeHead, settleTable} from './tables.ts'

/** Later stages walk trees by recursion; no honest article nests as deep. */
const maximumDepth = 120
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const void_ = new Set(['br', 'hr', 'wbr'])

/** The tree of an article, well nested. Throws RangeError when it is nested too deeply. */
export function settleTree(tree: Root, context: Context): Root {
  const children = adoptStrays(settleAll(tree.children as ElementContent[], context, 0)) // no doctype in a fragment
  return {type: 'root', children: paragraphs(children).filter((child) => !isBlank(child))}
}

function settleAll(nodes: readonly ElementContent[], context: Context, depth: number): ElementContent[] {
  if (depth > maximumDepth) throw new RangeError('nested too deeply')
  return mergeText(nodes.flatMap((node) => settleNode(node, context, depth)))
}

function settleNode(node: ElementContent, context: Context, depth: number): ElementContent[] {
  const ours = maybeTrusted(node)
  if (ours) return settleOurs(ours, context, depth)
  if (node.type === 'text') {
    const value = cleanText(node.value, context, node.position?.start.line)
    return value === '' ? [] : [{type: 'text', value}]
  }
  if (node.type === 'indexMark') return settleIndexMark({...node, children: settleAll(node.children, context, depth + 1)}, context)
  return node.type === 'element' ? settleElement(node, context, depth) : []
}

function settleOurs(element: Element, context: Context, depth: number): ElementContent[] {
  if (element.tagName === 'math') return [element]
  const {dataReason, ...properties} = element.properties
  if (dataReason !== undefined) context.report('parse/broken-formula', {reason: String(dataReason)}, element)
  const children = settleAll(element.children, context, depth + 1)
  if (element.tagName === 'p') return splitAround({...element, properties, children: []}, children)
  if (isBlock(element)) return [{...element, properties, children: tidyFlow(children)}]
  return [{...element, properties, children}]
}

function settleIndexMark(mark: Extract<ElementContent, {type: 'indexMark'}>, context: Context): ElementContent[] {
  if (mark.entry.length === 0) {
    context.report('parse/empty-index-mark', undefined, mark)
    return mark.children
  }
  return mark.children.some(isBlock) ? [{...mark, children: []}, ...mark.children] : [mark]
}

function settleElement(raw: Element, context: Context, depth: number): ElementContent[] {
  const properties = settleProperties(raw, context)
  const element: Element = {...raw, properties, tagName: renamed.get(raw.tagName) ?? raw.tagName}
  delete element.data
  if (raw.tagName === 'details' || raw.tagName === 'summary') properties['className'] = [raw.tagName]
  if (raw.tagName === 'center') properties['className'] = ['align-center']
  if (void_.has(raw.tagName)) return [{...element, children: []}]
  if (raw.tagName === 'img') return settlePicture(element, context)
  element.children = settleAll(raw.children, context, depth + 1)
  return isBlock(element) ? settleBlock(element) : settleInline(element, context)
}

function settlePicture(element: Element, context: Context): ElementContent[] {
  const {src, alt} = element.properties
  if (typeof src !== 'string' || src.trim() === '') return alt ? [{type: 'text', value: String(alt)}] : []
  if (alt === undefined) context.report('parse/missing-alt', {src: src.slice(0, 80)}, element)
  return [{...element, properties: {...element.properties, alt: String(alt ?? '')}, children: []}]
}

function settleInline(element: Element, context: Context): ElementContent[] {
  const {tagName, children} = element
  if (children.some(isBlock)) return pushDown({...element, children: []}, children).flatMap((node) => relink(node, context))
  if (tagName === 'a') return settleLink(element, context)
  if (tagName === 'ruby' && !(children.some((child) => isElement(child, 'rt')) && !isElement(children.find((child) => !isBlank(child)), 'rt'))) {
    return [{...element, tagName: 'span', children: children.map((child) => isElement(child, 'rt') ? {...child, tagName: 'span'} : child)}]
  }
  if (tagName === 'bdo' && element.properties['dir'] === undefined) return [{...element, tagName: 'span'}]
  if (tagName === 'dfn') return [{...element, children: unwrapNamed(children, 'dfn')}]
  if (children.length === 0 && element.properties['id'] === undefined) return []
  return [element]
}

/** Links that were moved into blocks are settled there. */
function relink(node: ElementContent, context: Context): ElementContent[] {
  if (node.type !== 'element') return [node]
  if (node.tagName === 'a' && node.properties['role'] === undefined) return settleLink(node, context)
  return [{...node, children: node.children.flatMap((child) => relink(child, context))}]
}

function settleBlock(element: Element): ElementContent[] {
  const {tagName, children} = element
  if (headings.has(tagName)) return settleHeading(element)
  switch (tagName) {
    case 'p': return settleParagraph(element)
    case 'pre': return [{...element, children: unwrapBlocks(children)}]
    case 'ul': case 'ol': return settleList(element)
    case 'dl': return settleDefinitions(element)
    case 'table': return settleTable(element)
    case 'thead': return [scopeHead(element)]
    case 'tbody': case 'tfoot': case 'tr': return [element]
    case 'dt': case 'th': case 'caption': return [{...element, children: tidyFlow(flattenHeadings(children))}]
    case 'figure': return settleFigure(element)
    case 'li': case 'td': case 'dd': return [{...element, children: tidyFlow(children)}]
    default: return children.every(isBlank) && element.properties['id'] === undefined ? [] : [{...element, children: tidyFlow(children)}]
  }
}

/** Headings without words are no headings; blocks in one are unwrapped, since splitting would make two. */
function settleHeading(element: Element): ElementContent[] {
  const children = unwrapBlocks(element.children, (block) => isElement(block, 'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'))
  const own = children.filter((child) => !isBlock(child))
  const others = children.filter(isBlock)
  return textOf({...element, children: own}).trim() === '' ? [...own.filter((child) => !isBlank(child)), ...others] : [{...element, children: own}, ...others]
}

function settleParagraph(element: Element): ElementContent[] {
  const full = element.children.filter((child) => !isBlank(child))
  const [picture] = full
  if (full.length === 1 && isElement(picture, 'img')) {
    const {title, ...properties} = picture.properties
    const caption = title === undefined ? undefined : h('figcaption', {}, String(title))
    const place = picture.position && {position: picture.position}
    return [{...h('figure', {}, {...picture, properties}, caption), ...place}]
  }
  if (full.length === 0) return element.properties['id'] === undefined ? [] : [element]
  return splitAround({...element, children: []}, element.children)
}

function settleFigure(element: Element): ElementContent[] {
  const caption = element.children.find((child) => isElement(child, 'figcaption'))
  const rest = tidyFlow(element.children.filter((child) => child !== caption))
    .flatMap((child) => isElement(child, 'figure') && child.children.length === 1 ? child.children : [child])
  const children = [...rest, ...(caption ? [caption] : [])]
  return children.length > 0 ? [{...element, children}] : []
}

function tidyFlow(children: readonly ElementContent[]): ElementContent[] {
  const adopted = adoptStrays(children)
  return adopted.some((child) => !isBlock(child) && !isBlank(child)) ? adopted : adopted.filter((child) => !isBlank(child))
}

function flattenHeadings(children: readonly ElementContent[]): ElementContent[] {
  return children.map((child) => child.type !== 'element' ? child
    : headings.has(child.tagName) ? {...child, tagName: 'p'} : {...child, children: flattenHeadings(child.children)})
}

function unwrapBlocks(children: readonly ElementContent[], isMeant: (block: Element) => boolean = () => true): ElementContent[] {
  return children.flatMap((child) => isBlock(child) && isMeant(child) ? unwrapBlocks(child.children, isMeant) : [child])
}

function unwrapNamed(children: readonly ElementContent[], tagName: string): ElementContent[] {
  return children.flatMap((child) => child.type !== 'element' ? [child]
    : child.tagName === tagName ? unwrapNamed(child.children, tagName) : [{...child, children: unwrapNamed(child.children, tagName)}])
}

function mergeText(nodes: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    if (node.type === 'text' && last?.type === 'text') out[out.length - 1] = {type: 'text', value: last.value + node.value}
    else out.push(node)
  }
  return out
}
