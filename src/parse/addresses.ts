/** Where a line may end within an address that is shown: a browser breaks it nowhere, and a justified line before it would gape. */
import type {Element, ElementContent, Root} from 'hast'
import {h, isElement} from '../core/hast.ts'

const address = /^(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S{12,}$/i
/** Before these signs (Chicago Manual of Style, 7.46), so that none seems to end the address. */
const sign = /[/~.,_?#%=&-]+/g
/** Characters at the beginning, behind the scheme, and at the end that stay together. */
const least = 4

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

function breakAddress(words: string): ElementContent[] {
  const from = words.indexOf('://') + 3 + least
  const places = [...words.matchAll(sign)].map(({index}) => index).filter((index) => index >= from && index <= words.length - least)
  return [0, ...places].flatMap((place, at): ElementContent[] => [...at > 0 ? [h('wbr', {})] : [], {type: 'text', value: words.slice(place, places[at])}])
}
