/** An element that goes on in the next document. */
import type {Element, ElementContent} from 'hast'
import {classesOf} from '../../core/hast.ts'

/** For style sheets: the element began in the document before. */
const mark = 'continued'

/** The same element around each part, the first as it is. */
export function continueAll(element: Element, parts: readonly (readonly ElementContent[])[]): readonly Element[] {
  return parts.map((children, at) => at === 0 ? {...element, children: [...children]} : continueElement(element, children))
}

/** The element once more: without its id, which is unique, and without the labels that stay behind. */
export function continueElement(element: Element, children: readonly ElementContent[]): Element {
  const {id: _id, ariaLabelledBy: _label, ariaDescribedBy: _description, ...rest} = element.properties
  return {...element, properties: {...rest, className: [...classesOf(element), mark]}, children: [...children]}
}

export function isContinued(element: Element): boolean {
  return classesOf(element).includes(mark)
}
