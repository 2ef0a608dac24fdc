/** Formulas as EPUB wants them: MathML 3, where MathML Core lets more elements have a style. */
import type {Element, Properties} from 'hast'
import {classesOf, h} from '../../core/hast.ts'
import {measureFormula} from '../print/fitting.ts'

/** MathML 3 § 3.3.4: only `mstyle` sets these, and a table its own `displaystyle`. */
const styleKeys = ['displaystyle', 'scriptlevel'] as const
const parts = new Set(['mtr', 'mlabeledtr', 'mtd'])
/** Width in em from which a formula may have to be scrolled on a telephone. */
const widest = 18

/** A wide formula that the keyboard can reach, for it may have to be scrolled (WCAG 2.1.1); `undefined` for others. */
export function maybeReachableFormula(element: Element): Element | undefined {
  const {tagName, properties} = element
  if (tagName !== 'div' || properties['tabIndex'] !== undefined || !classesOf(element).includes('formula') || measureFormula(element) < widest) return undefined
  return {...element, properties: {...properties, tabIndex: 0}}
}

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
