/** Contents too long for one document: documents of the reading order, beside a navigation document that machines alone read. */
import type {Element, ElementContent} from 'hast'
import {isElement, replaceNodes} from '../../core/hast.ts'
import type {Division, Id} from '../../core/model.ts'
import {makeBreak, type PageBreak} from './page-breaks.ts'

/** The composed contents with the page breaks that the navigation document would have had. */
export function breakContents(contents: Division, breaks: readonly PageBreak[]): Division {
  const breaksByPoint = new Map<Id, PageBreak[]>()
  const first: PageBreak[] = []
  for (const each of breaks) {
    if (!each.inContents) continue
    const others = each.point === undefined ? first : breaksByPoint.get(each.point)
    if (others) others.push(each)
    else if (each.point !== undefined) breaksByPoint.set(each.point, [each])
  }
  const take = (point: Id): readonly PageBreak[] => {
    const found = breaksByPoint.get(point) ?? []
    breaksByPoint.delete(point)
    return found
  }
  const tree = breakLines(contents.tree, take)
  const lost = [...breaksByPoint.values()].flat() // of lines that the contents do not have
  return {...contents, tree: {...tree, children: [...[...first, ...lost].map(makeSpan), ...tree.children]}}
}

function breakLines(tree: Element, take: (point: Id) => readonly PageBreak[]): Element {
  return replaceNodes(tree, (node) => {
    const point = isElement(node, 'li') ? pointOf(node) : undefined
    const spans = point === undefined ? [] : take(point).map(makeSpan)
    if (!isElement(node) || spans.length === 0) return undefined
    const line = breakLines(node, take)
    return [{...line, children: [...spans, ...line.children]}]
  })
}

/** Where a line of the contents leads. */
function pointOf(line: Element): Id | undefined {
  const link = line.children.find((child) => isElement(child, 'a'))
  const href = isElement(link) ? link.properties['href'] : undefined
  return typeof href === 'string' && href.startsWith('#') ? href.slice(1) : undefined
}

function makeSpan({label, id}: PageBreak): ElementContent {
  return makeBreak(label, id)
}
