/** Where lines may end in addresses on the web that are shown. */
import type {ElementContent} from 'hast'
import {h} from './hast.ts'

/** Before these signs (Chicago Manual of Style, 7.46), so that none seems to end the address. */
const sign = /[/~.,_?#%=&-]+/g
/** Characters at the beginning, behind the scheme, and at the end that stay together. */
const least = 4

/** The address with places at which it may be broken; they add no character to it. */
export function breakAddress(words: string): ElementContent[] {
  const from = words.indexOf('://') + 3 + least
  const places = [...words.matchAll(sign)].map(({index}) => index).filter((index) => index >= from && index <= words.length - least)
  return [0, ...places].flatMap((place, at): ElementContent[] => [...at > 0 ? [h('wbr', {})] : [], {type: 'text', value: words.slice(place, places[at])}])
}
