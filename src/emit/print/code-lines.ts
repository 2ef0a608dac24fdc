/** Lines of code that may be too long for the page: each a block of its own, so that what goes on in the next line hangs, with a mark before it. */
import type {Element, ElementContent} from 'hast'
import {h, isElement} from '../../core/hast.ts'

const wide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/

/** Width of a character in em of body text: type of 0.8, in which every character is 0.6 wide (print.css). */
const advance = 0.8 * 0.6
/** Left and right of the code. */
const padding = 2 * 0.8 * 0.8
/** Further indents are no use: nothing would be left of the line. */
const deepestIndent = 24

/** Code with every line that may not fit in a `span.line`, which says how far the line is indented; the others stay joined. `room` in em of body text. */
export function divideCode(pre: Element, room: number): Element {
  const [code, ...others] = pre.children
  if (!isElement(code, 'code') || others.length > 0 || !code.children.every((child) => child.type === 'text')) return pre
  const most = (room - padding) / advance * 0.65 // lists and quotations are narrower, and large print has larger code
  const lines = code.children.map((child) => child.value).join('').split(/(?<=\n)/)
  if (lines.every((line) => widthOf(line) <= most)) return pre
  const children: ElementContent[] = []
  let short = ''
  const close = (): void => {
    if (short) children.push({type: 'text', value: short})
    short = ''
  }
  for (const line of lines) {
    if (widthOf(line) <= most) {
      short += line
      continue
    }
    close()
    children.push(makeLine(line))
  }
  close()
  return {...pre, children: [{...code, children}]}
}

function makeLine(line: string): Element {
  const indent = Math.min(widthOf(/^\s*/.exec(line)?.[0] ?? ''), deepestIndent)
  return h('span', {className: ['line'], ...(indent > 0 && {style: `--indent:${indent}`})}, line)
}

/** In characters of Latin width. */
function widthOf(line: string): number {
  let width = 0
  for (const character of line.replace(/\n$/, '')) width += character === '\t' || wide.test(character) ? 2 : 1
  return width
}
