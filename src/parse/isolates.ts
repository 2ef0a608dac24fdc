/** What runs from left to right in a text that runs the other way, and whose order the bidirectional algorithm would turn: numbers with units, telephone numbers, addresses. */
import type {ElementContent, Root, Element} from 'hast'
import {h, isElement, textOf} from '../core/hast.ts'
import type {Direction} from '../core/model.ts'

/** Their marks and blanks are neutral to UAX #9, which then sets each group of digits or letters before the former one. */
const turned = new RegExp([
  /(?:https?:\/\/|ftp:\/\/|mailto:|www\.)[^\s<>«»"“”]+/u, // addresses
  /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/u,
  /(?<![\p{L}\p{N}/])(?:~|\.{1,2})?\/[\w.-]+(?:\/[\w.-]*)*/u, // paths
  /(?<![\p{L}\p{N}-])--[a-z][\w-]*/u, // options of programs
  /(?<![\p{L}\p{N}])[+(]{0,2}\p{Nd}[\p{Nd}()]{0,20}(?:[ \u00a0\u202f-]\(?\p{Nd}[\p{Nd}()]{0,20}){2,}/u, // telephone numbers, dates as in ISO 8601
  /(?<![\p{L}\p{N}])\+\p{Nd}[\p{Nd} \u00a0\u202f()-]{5,}\p{Nd}/u,
  /(?<![\p{L}\p{N}.,])[+\u2212-]?\p{Nd}[\p{Nd}.,]*[ \u00a0\u202f]?(?:°[A-Za-z]?|[µΩ]?[A-Za-z]{1,4}(?:\/[a-z]{1,3})?[²³]?)(?![\p{L}\p{N}])/u, // 12 km, 5 °C, 90 km/h
  /(?<![\p{L}\p{N}.,])\p{Nd}{1,3}(?: \p{Nd}{3})+(?!\p{Nd})/u, // 10 000
  /(?<![\p{L}\p{N}.,+\u2212-])[+\u2212-]\p{Nd}[\p{Nd}.,]*(?<!\p{P})/u, // -5
  /(?<![\p{L}\p{N}])[A-Za-z][\w.]{0,30}(?:\+\+|#)(?!\p{L})/u // C++
].map(({source}) => source).join('|'), 'gu')
/** What ends the sentence, not the address. */
const ending = /[.,;:!?…)\]'’،؛؟]+$/u
/** A link that shows where it leads. */
const address = /^(?:[a-z][a-z\d+.-]*:|www\.|[\w.+-]+@)\S+$/i
const foreign = new Set(['code', 'pre', 'kbd', 'samp', 'math', 'svg', 'var', 'bdi', 'bdo'])

/** Puts each into a `bdi`, or gives `dir` to the link that it is, in place; for trees whose directions are settled. */
export function isolateNumbers(tree: Root | Element, around: Direction): void {
  isolateIn(tree, around === 'rtl')
}

function isolateIn(parent: {children: unknown[]}, isTurned: boolean): void {
  const children = parent.children as ElementContent[] // no doctype in a fragment
  parent.children = children.flatMap((child): readonly ElementContent[] => {
    if (child.type === 'text') return isTurned ? divide(child.value) ?? [child] : [child]
    if (!('children' in child) || (isElement(child) && foreign.has(child.tagName))) return [child]
    const dir = isElement(child) ? child.properties['dir'] : undefined
    if (isTurned && dir === undefined && isElement(child, 'a') && address.test(textOf(child))) {
      child.properties['dir'] = 'ltr'
      return [child]
    }
    isolateIn(child, dir === undefined ? isTurned : dir === 'rtl')
    return [child]
  })
}

/** The text with isolates in it; `undefined` where there is nothing to isolate. */
function divide(text: string): readonly ElementContent[] | undefined {
  if (!/[A-Za-z\p{Nd}]/u.test(text)) return undefined
  const parts: ElementContent[] = []
  let last = 0
  for (const match of text.matchAll(turned)) {
    const words = /^(?:https?:|ftp:|mailto:|www\.)/.test(match[0]) ? match[0].replace(ending, '') : match[0]
    if (match.index > last) parts.push({type: 'text', value: text.slice(last, match.index)})
    parts.push(h('bdi', {dir: 'ltr'}, words))
    last = match.index + words.length
  }
  if (last === 0) return undefined
  return last < text.length ? [...parts, {type: 'text', value: text.slice(last)}] : parts
}
