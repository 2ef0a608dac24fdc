/** Names for assistive technology: landmarks by their headings, pictures and tables by their long descriptions. */
import type {Element, ElementContent} from 'hast'
import {isElement, isLongDescription, walkElements} from '../../core/hast.ts'
import {isContinued} from './continuation.ts'

/** Roles that readers jump between (DPUB-ARIA 1.1: those whose superclass is `landmark`). */
const landmarkRoles: ReadonlySet<unknown> = new Set(['doc-chapter', 'doc-part', 'doc-index', 'doc-endnotes'])

/** The tree of a document with `aria-labelledby` and `aria-details`, and with the ids that these need. */
export function labelTree(tree: Element): Element {
  const taken = new Set<string>()
  walkElements(tree, ({properties: {id}}) => void taken.add(String(id)))
  const makeId = (element: Element, kind: string): string => {
    const known = element.properties['id']
    if (known !== undefined) return String(known)
    for (let number = 1; ; number++) {
      const id = `${kind}--${number}`
      if (!taken.has(id)) return taken.add(id) && id
    }
  }
  return labelElement(tree, makeId)
}

type MakeId = (element: Element, kind: string) => string

function labelElement(element: Element, makeId: MakeId): Element {
  const named = nameLandmark(element, makeId)
  const children = named.children.map((child) => child.type === 'element' ? labelElement(child, makeId) : child)
  return {...named, children: linkDescriptions(children, makeId)}
}

/** What goes on from the document before has left its heading there. */
function nameLandmark(element: Element, makeId: MakeId): Element {
  const {role, ariaLabel, ariaLabelledBy} = element.properties
  if (!landmarkRoles.has(role) || ariaLabel !== undefined || ariaLabelledBy !== undefined || isContinued(element)) return element
  const header = element.children.find((child) => isElement(child, 'header'))
  const heading = [...(isElement(header) ? header.children : []), ...element.children].find((child) => isElement(child, 'h1', 'h2'))
  if (!isElement(heading)) return element
  const id = makeId(heading, 'heading')
  const named = replaceChild(element, heading, {...heading, properties: {...heading.properties, id}})
  return {...named, properties: {...named.properties, ariaLabelledBy: [id]}}
}

function replaceChild(parent: Element, before: Element, after: Element): Element {
  return {...parent, children: parent.children.map((child) => child === before ? after : isElement(child, 'header') ? replaceChild(child, before, after) : child)}
}

/** A description belongs to what stands right before it. */
function linkDescriptions(children: readonly ElementContent[], makeId: MakeId): ElementContent[] {
  const linked = [...children]
  let before: number | undefined
  for (const [at, child] of children.entries()) {
    if (child.type !== 'element') continue
    const described = before === undefined ? undefined : linked[before]
    if (isLongDescription(child) && isElement(described, 'figure', 'table') && before !== undefined) {
      const id = makeId(child, 'description')
      linked[at] = {...child, properties: {...child.properties, id}}
      linked[before] = addDetails(described, id)
    }
    before = at
  }
  return linked
}

/** Of a figure it is the picture or table in it that has the details. */
function addDetails(element: Element, id: string): Element {
  if (element.tagName !== 'figure') return {...element, properties: {...element.properties, ariaDetails: id}}
  return {...element, children: element.children.map((child) => isElement(child, 'img', 'table') ? addDetails(child, id) : child)}
}
