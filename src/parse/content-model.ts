/** What may stand in what (HTML 5.2 content models as EPUBCheck has them), and how content is cut where it may not. */
import type {Element, ElementContent} from 'hast'
import type {IndexMarkNode, ReferenceNode} from '../core/nodes.ts'

export type ParentNode = Element | ReferenceNode | IndexMarkNode

const blockNames = [
  'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'div', 'hr', 'figure', 'figcaption', 'table', 'caption',
  'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'aside', 'section'
] as const
const blocks: ReadonlySet<string> = new Set(blockNames)

type Block = Element & {tagName: (typeof blockNames)[number]}

/** Whether a node cannot stand in a paragraph. */
export function isBlock(node: ElementContent): node is Block {
  return node.type === 'element' && blocks.has(node.tagName)
}

export function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && /^[ \t\n\r]*$/.test(node.value) || node.type === 'comment'
}

/** Content of a phrasing element with blocks in it: runs of phrasing wrapped in the element, the blocks between them as they are. */
export function splitAround(wrapper: ParentNode, children: readonly ElementContent[]): ElementContent[] {
  return cutRuns(children, wrapRuns(wrapper), (block) => [block])
}

/** Blocks stay where they are and the inline element moves into each of them. */
export function pushDown(wrapper: ParentNode, children: readonly ElementContent[]): ElementContent[] {
  const wrap = wrapRuns(wrapper)
  const descend = (block: Element): ElementContent[] =>
    block.tagName === 'hr' || block.tagName === 'figure' ? [block] : [{...block, children: cutRuns(block.children, wrap, descend)}]
  return cutRuns(children, wrap, descend)
}

/** Runs of what is wanted, wrapped together; the rest stays. */
export function groupRuns(children: readonly ElementContent[], isWanted: (node: ElementContent) => boolean, wrap: (run: ElementContent[]) => ElementContent[]): ElementContent[] {
  const out: ElementContent[] = []
  let run: ElementContent[] = []
  const flush = (): void => {
    if (run.length > 0) out.push(...wrap(run))
    run = []
  }
  for (const child of children) {
    if (isWanted(child) || (run.length > 0 && isBlank(child))) run.push(child)
    else {
      flush()
      out.push(child)
    }
  }
  flush()
  return out
}

/** Phrasing outside of any block, in paragraphs. */
export function paragraphs(children: readonly ElementContent[]): ElementContent[] {
  return splitAround({type: 'element', tagName: 'p', properties: {}, children: []}, children)
}

function cutRuns(children: readonly ElementContent[], wrap: (run: ElementContent[]) => ElementContent[], block: (node: Element) => ElementContent[]): ElementContent[] {
  const out: ElementContent[] = []
  let run: ElementContent[] = []
  for (const child of children) {
    if (!isBlock(child)) run.push(child)
    else {
      out.push(...wrap(run), ...block(child))
      run = []
    }
  }
  return [...out, ...wrap(run)]
}

/** An id belongs to the first piece only. */
function wrapRuns(wrapper: ParentNode): (run: ElementContent[]) => ElementContent[] {
  let isFirst = true
  const isParagraph = wrapper.type === 'element' && wrapper.tagName === 'p'
  return (run) => {
    if (run.every(isBlank)) return []
    const piece = {...wrapper, children: isParagraph ? trimRun(run) : run}
    if (!isFirst && piece.type === 'element') {
      const {id: _, ...properties} = piece.properties
      piece.properties = properties
    }
    isFirst = false
    return [piece]
  }
}

/** Without the line breaks around it, which stood between blocks. */
function trimRun(run: readonly ElementContent[]): ElementContent[] {
  const first = run.findIndex((node) => !isBlank(node)), last = run.findLastIndex((node) => !isBlank(node))
  return run.slice(first, last + 1).map((node, index, all) => {
    if (node.type !== 'text') return node
    const start = index === 0 ? node.value.replace(/^[ \t\n\r]+/, '') : node.value
    return {type: 'text', value: index === all.length - 1 ? start.replace(/[ \t\n\r]+$/, '') : start}
  })
}
