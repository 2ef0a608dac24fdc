/** The HTML documents that the press is given, as text. */
import type {Element, ElementContent} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {h} from '../../core/hast.ts'
import type {Direction, Language} from '../../core/model.ts'

export interface PressDocument {
  readonly language: Language
  readonly direction: Direction
  readonly title: string
  readonly css: readonly string[]
  /** Whether its lines run from top to bottom. */
  readonly isVertical?: boolean
  /** Of the body. */
  readonly className?: string
  readonly children: readonly (Element | ElementContent | undefined)[]
}

const compiler = unified().use(rehypeStringify, {allowDangerousHtml: false, closeSelfClosing: false})

/** A whole document; the press puts the fonts of the house into the first style. Throws on what should have been resolved before. */
export function stringifyDocument({language, direction, title, css, isVertical = false, className, children}: PressDocument): string {
  return compiler.stringify({
    type: 'root',
    children: [
      {type: 'doctype'},
      h('html', {lang: language, dir: direction, ...(isVertical && {className: ['vertical']})},
        h('head', {},
          h('meta', {charSet: 'utf-8'}), h('title', {}, title),
          h('style', {id: 'house-fonts'}), h('style', {}, css.join('\n').replaceAll('</', '<\\/'))),
        h('body', className === undefined ? {} : {className: [className]}, ...children))
    ]
  })
}
