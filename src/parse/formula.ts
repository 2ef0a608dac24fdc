/** Formulas: TeX becomes presentation MathML without styles. */
import type {Element, ElementContent, Properties} from 'hast'
import {decodeHTML} from 'entities'
import temml from 'temml'
import {h} from '../core/hast.ts'

/** MathML 3 attributes that carry meaning; Temml's classes and styles need a style sheet of its own. */
const kept = new Set([
  'accent', 'accentunder', 'align', 'columnalign', 'columnlines', 'columnspacing', 'columnspan', 'depth', 'display', 'displaystyle', 'fence', 'form', 'frame',
  'height', 'largeop', 'linethickness', 'lspace', 'mathvariant', 'maxsize', 'minsize', 'movablelimits', 'notation', 'rowlines', 'rowspacing', 'rowspan', 'rspace',
  'scriptlevel', 'separator', 'stretchy', 'symmetric', 'voffset', 'width'
])
/** Elements of MathML 3 that Temml writes; others (HTML inside of text) are unwrapped. */
const elements = /^(?:math|semantics|m(?:row|frac|sqrt|root|style|error|padded|phantom|enclose|sub|sup|subsup|under|over|underover|multiscripts|prescripts|table|tr|td|i|n|o|s|text|space))$/

export type Formula = {readonly element: Element} | {readonly reason: string}

/** The `math` element of a formula, its TeX as `alttext`, or why it cannot be. */
export function readFormula(tex: string, isDisplay: boolean): Formula {
  try {
    const element = readXml(render(tex, isDisplay))
    if (!element) return {reason: 'no MathML came of it'}
    const display: Properties = isDisplay ? {display: 'block'} : {}
    return {element: {...element, properties: {xmlns: 'http://www.w3.org/1998/Math/MathML', alttext: tex.trim(), ...display}}}
  } catch (error) {
    return {reason: error instanceof Error ? (error.message.split('\n')[0] ?? '').replace(/^ParseError: /, '').replace(/[:\s]+$/, '').trim().slice(0, 120) : 'unreadable'}
  }
}

/** MathJax takes `_` inside of `\text{…}` as it stands, TeX wants it escaped: authors write for MathJax. */
function render(tex: string, displayMode: boolean): string {
  const options = {displayMode, throwOnError: true, xml: true, strict: false, trust: false, maxExpand: 500, maxSize: [50, 500] as [number, number]}
  const escaped = tex.replace(/\\(?:text\w*|mbox|operatorname)\{[^{}]*\}/g, (text) => text.replace(/(?<!\\)_/g, '\\_'))
  return temml.renderToString(escaped, options)
}

/** The one element of well-formed XML as Temml writes it. */
function readXml(text: string): Element | undefined {
  const top = h('top', {})
  const open: Element[] = [top]
  for (const [, close, name = '', attributes = '', empty, chars] of text.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g)) {
    const parent = open.at(-1) ?? top
    if (chars !== undefined) parent.children.push({type: 'text', value: decodeHTML(chars)})
    else if (close) closeElement(open, top)
    else {
      const element = h(name, readAttributes(attributes))
      parent.children.push(element)
      if (!empty) open.push(element)
    }
  }
  const first = top.children.flatMap(keepMath)[0]
  return first?.type === 'element' ? first : undefined
}

function closeElement(open: Element[], top: Element): void {
  if (open.length > 1) open.pop()
  else open[0] = top
}

function readAttributes(text: string): Properties {
  const properties: Properties = {}
  for (const [, name = '', value = ''] of text.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (kept.has(name)) properties[name] = decodeHTML(value)
    if (name === 'class' && /^tml-(left|right)$/.test(value)) properties['columnalign'] = value.slice(4)
  }
  return properties
}

function keepMath(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node]
  const children = node.children.flatMap(keepMath)
  if (node.tagName === 'mtr') return [{...node, children: children.filter((cell) => cell.type === 'element')}]
  return elements.test(node.tagName) ? [styleMath({...node, children})] : children
}

/** MathML 3 allows `scriptlevel` and `displaystyle` on `mstyle` only (and the latter on tables). */
function styleMath(element: Element): Element {
  if (/^m(?:style|ath|table)$/.test(element.tagName)) return element
  const {scriptlevel, displaystyle, ...properties} = element.properties
  if (scriptlevel === undefined && displaystyle === undefined) return element
  const style: Properties = {...(scriptlevel !== undefined && {scriptlevel}), ...(displaystyle !== undefined && {displaystyle})}
  const bare = {...element, properties}
  if (element.tagName === 'mtr') return bare // holds nothing but cells
  return element.tagName === 'mtd' ? {...bare, children: [h('mstyle', style, element.children)]} : h('mstyle', style, bare)
}
