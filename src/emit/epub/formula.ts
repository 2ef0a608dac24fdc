/** Formulas as EPUB wants them: MathML 3, where MathML Core lets more elements have a style. */
import type {Element, Properties} from 'hast'
import {h} from '../../core/hast.ts'

/** MathML 3 § 3.3.4: only `mstyle` sets these, and a table its own `displaystyle`. */
const styleKeys = ['displaystyle', 'scriptlevel'] as const
const parts = new Set(['mtr', 'mlabeledtr', 'mtd'])

/** The element with its style moved to an `mstyle` around it, or `undefined` when it may stay as it is. */
export function maybeStyledFormula(element: Element): Element | undefined {
  const {tagName, properties} = element
  if (tagName === 'mstyle' || tagName === 'math') return undefined
  const moved = styleKeys.filter((key) => properties[key] !== undefined && !(tagName === 'mtable' && key === 'displaystyle'))
  if (moved.length === 0) return undefined
  if (tagName === 'mrow') return {...element, tagName: 'mstyle'}
  const style: Properties = {}
  const rest = {...properties}
  for (const key of moved) {
    style[key] = properties[key]
    delete rest[key]
  }
  const plain = {...element, properties: rest}
  return parts.has(tagName) ? plain : h('mstyle', style, plain) // rows and cells stand in nothing but tables
}
