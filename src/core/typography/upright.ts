/** What stands upright in vertical lines, where letters and figures of the West lie on their side (JLREQ 2.3.2). */
import type {Element, ElementContent} from 'hast'
import {classesOf, h, isElement, replaceNodes} from '../hast.ts'

/** What is written as a machine wants it, is drawn, or stands in horizontal lines in vertical books too; notes of pronunciation are no figures. */
const horizontal = new Set(['code', 'figure', 'kbd', 'math', 'pre', 'rt', 'samp', 'svg', 'table', 'tt', 'var'])

/** A letter or sign of the West: what stands beside it, with or without a space, lies as it does. */
const lying = String.raw`[!-~\u00a1-\u00a9\u00ab-\u024f\u0370-\u052f\u2010-\u2013]`
/** In the room of one letter: one or two figures, with a sign of percent behind; two marks, a capital letter. One below the other: a year. */
const upright = new RegExp(
  String.raw`(?<!${lying}[ \u00a0\u202f]?)(?:(?<beside>\d{1,2}|\d{3}(?=%))(?<percent>%?)|(?<alone>[!?]{1,2}|[A-Z])|(?<below>\d{3,4}))(?![ \u00a0\u202f]?${lying})`,
  'gu'
)
const figures = /^(?:\d{1,3}|[ivxl]{1,3})$/

/**
 * The tree with short numbers, marks and single capitals in a `span` each: `tcy` beside one another in the room of one letter, `upright` one below the other,
 * each in a `tcy` of its own: systems and browsers err at `text-orientation`.
 */
export function standUpright(tree: Element): Element {
  return replaceNodes(tree, (node) => {
    if (node.type === 'text') return divide(node.value)
    return isElement(node) && isLeftAlone(node) ? [node] : undefined
  })
}

/** A page number in words or figures, likewise. */
export function standNumberUpright(words: string): readonly ElementContent[] {
  return figures.test(words) ? [tcy(words)] : divide(words) ?? [{type: 'text', value: words}]
}

function isLeftAlone(element: Element): boolean {
  const {translate, lang} = element.properties
  return horizontal.has(element.tagName) || translate === 'no' || typeof lang === 'string' && !/^(?:ja|ko|zh|yue)\b/.test(lang) || classesOf(element).some((name) => name === 'tcy' || name === 'upright')
}

/** `undefined` where nothing is to be set upright. */
function divide(text: string): readonly ElementContent[] | undefined {
  const pieces: ElementContent[] = []
  let end = 0
  for (const {0: found, index, groups} of text.matchAll(upright)) {
    if (index > end) pieces.push({type: 'text', value: text.slice(end, index)})
    const {beside, percent, alone, below} = groups ?? {}
    pieces.push(below === undefined ? tcy(beside ?? alone ?? found) : h('span', {className: ['upright']}, [...below].map(tcy)))
    if (percent) pieces.push(tcy(percent))
    end = index + found.length
  }
  if (end === 0) return undefined
  return end < text.length ? [...pieces, {type: 'text', value: text.slice(end)}] : pieces
}

function tcy(text: string): Element {
  return h('span', {className: ['tcy']}, text)
}
