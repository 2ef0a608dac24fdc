/** Where a line may end within an address that is shown: a browser breaks it nowhere, and a justified line before it would gape. */
import type {Element, Root} from 'hast'
import {breakAddress} from '../core/addresses.ts'
import {isElement} from '../core/hast.ts'

const address = /^(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S{12,}$/i
/** Gives links that show an address places at which it may be broken, in place. They add no character to the text. */
export function openAddresses(tree: Root | Element): void {
  for (const child of tree.children) {
    if (!isElement(child)) continue
    const [only] = child.children
    if (child.tagName === 'a' && child.children.length === 1 && only?.type === 'text' && address.test(only.value)) {
      child.properties['translate'] = 'no' // nor divided as words are
      child.children = breakAddress(only.value)
    } else openAddresses(child)
  }
}
