/** A long block of code, cut at the ends of its lines. */
import type {Element, ElementContent, Text} from 'hast'
import {isElement} from '../../core/hast.ts'
import {continueAll} from './continuation.ts'
import {measureTags} from './measure.ts'
import {isPageBreak, levels, type Anatomy, type Limits, type Unit} from './units.ts'

/** `pre`, its content alone or inside one `code`. */
export function cutCode(block: Element, {size}: Limits): Anatomy {
  const [only, ...others] = block.children
  const inner = isElement(only, 'code') && others.length === 0 ? only : undefined
  const {children} = inner ?? block
  return {
    units: listLines(children, Math.floor(size / 8)), overhead: measureTags(block) + (inner ? measureTags(inner) : 0), most: Infinity,
    assemble: (parts) => {
      const contents = parts.map(joinTexts)
      return continueAll(block, inner ? continueAll(inner, contents).map((code) => [code]) : contents)
    }
  }
}

/** A line each; one that is longer than `longest` characters is cut anywhere. A page break belongs to the line after it. */
function listLines(children: readonly ElementContent[], longest: number): readonly Unit[] {
  const units: Unit[] = []
  let open: ElementContent[] = []
  const close = (): void => {
    if (open.length > 0) units.push({nodes: open, level: levels.block, isApart: false})
    open = []
  }
  for (const child of children) {
    if (child.type !== 'text') {
      if (isPageBreak(child)) close()
      open.push(child)
      continue
    }
    for (const line of child.value.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
      const pieces = cutLine(line, longest)
      for (const [at, value] of pieces.entries()) {
        open.push({type: 'text', value})
        if (line.endsWith('\n') || at < pieces.length - 1) close()
      }
    }
  }
  close()
  return units
}

function cutLine(line: string, longest: number): readonly string[] {
  if (line.length <= longest) return [line]
  const pieces: string[] = []
  for (let at = 0; at < line.length;) {
    const isPair = /[\ud800-\udbff]/.test(line.charAt(at + longest - 1))
    const end = at + longest + (isPair ? 1 : 0)
    pieces.push(line.slice(at, end))
    at = end
  }
  return pieces
}

function joinTexts(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const joined: ElementContent[] = []
  let words: string[] = []
  const close = (): void => {
    if (words.length > 0) joined.push({type: 'text', value: words.join('')} satisfies Text)
    words = []
  }
  for (const node of nodes) {
    if (node.type === 'text') words.push(node.value)
    else {
      close()
      joined.push(node)
    }
  }
  close()
  return joined
}
