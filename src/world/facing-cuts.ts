/** Functions that run in the page to be printed: they cut a side of a bead in two, between blocks, items, rows or lines. */
import type {Cut, Halves} from './facing-types.ts'

/** Cuts a side at the last place that leaves no more than `room` px before it, or nearest to `wanted`; `share` is what stays, of 1. */
export function cutSide(side: HTMLElement, room: number, wanted: number | undefined): Halves | undefined {
  const {top, height} = side.getBoundingClientRect()
  const possible = listCuts(side).filter((cut) => cut.y - top + roomBelow(cut, side) <= room + 0.5 && cut.y - top > 0)
  const cut = wanted === undefined ? possible.at(-1) : possible.reduce<Cut | undefined>((best, each) => best && Math.abs(best.y - top - wanted) <= Math.abs(each.y - top - wanted) ? best : each, undefined)
  if (!cut) return undefined
  const share = (cut.y - top) / height
  for (let each: Node | null = cut.node; each && each !== side; each = each.parentNode) if (each instanceof HTMLElement) each.dataset['cut'] = ''
  const range = document.createRange()
  range.setStart(cut.node, cut.offset)
  range.setEnd(side, side.childNodes.length)
  const rest = side.cloneNode(false) as HTMLElement // of an element it makes one
  rest.append(range.extractContents())
  finishCut(side, rest)
  return {rest, share}
}

/** What boxes that are cut need below their last line, px: padding, border, margin. */
export function roomBelow({node}: Cut, side: Element): number {
  let room = 0
  for (let each: Node | null = node; each && each !== side; each = each.parentNode) {
    if (!(each instanceof Element)) continue
    const {display, paddingBottom, borderBottomWidth, marginBottom} = getComputedStyle(each)
    if (!display.startsWith('inline')) room += [paddingBottom, borderBottomWidth, marginBottom].reduce((sum, length) => sum + (parseFloat(length) || 0), 0)
  }
  return room
}

/** Makes of what was cut two wholes: no id twice, no item counted twice, lines full to the end. */
export function finishCut(side: HTMLElement, rest: HTMLElement): void {
  rest.removeAttribute('id')
  rest.classList.remove('follows')
  const [parts, others] = [side, rest].map((each) => Array.from(each.querySelectorAll<HTMLElement>('[data-cut]')))
  for (const [at, before] of parts?.entries() ?? []) {
    const after = others?.[at]
    if (!after) continue
    for (const each of [before, after]) each.removeAttribute('data-cut')
    after.removeAttribute('id')
    if (before instanceof HTMLOListElement && after instanceof HTMLOListElement) {
      const isWithin = others?.[at + 1]?.parentElement === after // an item was cut, which is not counted twice
      after.start = before.start + before.querySelectorAll(':scope > li').length - (isWithin ? 1 : 0)
    }
    const head = before instanceof HTMLTableElement ? before.tHead?.cloneNode(true) : undefined
    if (head instanceof HTMLElement) {
      for (const each of Array.from(head.querySelectorAll('[id]'))) each.removeAttribute('id')
      after.prepend(head)
    }
    if (before.matches('li')) after.style.listStyleType = 'none'
    if (!before.matches('p, li, dd')) continue
    if (getComputedStyle(before).textAlign === 'justify' && parts?.[at + 1]?.matches('p, ul, ol') !== true) before.style.textAlignLast = 'justify'
    after.style.textIndent = '0'
  }
}

/** All places within an element, in their order. */
export function listCuts(element: Element): Cut[] {
  const cuts: Cut[] = []
  const children = Array.from(element.children)
  for (const [at, child] of children.entries()) {
    const former = children[at - 1]
    if (former && !/^(?:H[1-6]|DT|HEADER|FIGCAPTION|CAPTION|THEAD|COLGROUP)$/.test(former.tagName) && !former.matches('.label, .admonition-title')) {
      cuts.push({node: element, offset: Array.from(element.childNodes).indexOf(child), y: former.getBoundingClientRect().bottom})
    }
    if (child.matches('ul, ol, dl, blockquote, section, div, aside')) cuts.push(...listCuts(child))
    else if (child.matches('table')) cuts.push(...listRowCuts(child))
    else if (child.matches('pre')) cuts.push(...listLineCuts(child))
    else if (child.matches('li, dd')) cuts.push(...child.querySelector(':scope > :is(p, ul, ol, dl, blockquote, pre, table, div)') ? listCuts(child) : listLineCuts(child))
    else if (child.matches('p')) cuts.push(...listLineCuts(child))
  }
  return cuts
}

/** Between the rows of the body of a table, none of which cells join together; two stay together at both ends. */
export function listRowCuts(table: Element): Cut[] {
  return Array.from(table.querySelectorAll(':scope > tbody')).flatMap((body) => {
    const rows = Array.from(body.children)
    if (body.querySelector('[rowspan]')) return []
    return rows.slice(2, -1).map((row, at): Cut => ({node: body, offset: Array.from(body.childNodes).indexOf(row), y: rows[at + 1]?.getBoundingClientRect().bottom ?? 0}))
  })
}

/** Between the lines of a text, two of which stay together at both ends. A line that ends within a word is not cut from the next. */
export function listLineCuts(block: Element): Cut[] {
  const divides = getComputedStyle(block).hyphens !== 'manual'
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const lines: {cut: Cut | undefined; bottom: number}[] = []
  let before = ''
  while (walker.nextNode()) {
    const node = walker.currentNode as Text // what SHOW_TEXT shows
    if (node.parentElement?.closest('rt, rp, svg, math')) continue
    for (const {index, segment} of new Intl.Segmenter(undefined, {granularity: 'grapheme'}).segment(node.data)) {
      if (/^\s+$/.test(segment)) {
        before = ' '
        continue
      }
      range.setStart(node, index)
      range.setEnd(node, index + segment.length)
      const rect = Array.from(range.getClientRects()).find(({width, height}) => width > 0 && height > 0)
      if (!rect) continue
      const line = lines.at(-1)
      if (!line || rect.top >= line.bottom - rect.height * 0.3) {
        const mayCut = line !== undefined && (!divides || /[\s\u2010-\u2014-]$/.test(before)) && !node.parentElement?.closest('ruby, sup, sub')
        lines.push({cut: mayCut ? {node, offset: index, y: line.bottom} : undefined, bottom: rect.bottom})
      } else line.bottom = Math.max(line.bottom, rect.bottom)
      before = segment
    }
  }
  return lines.flatMap(({cut}, at) => cut && at >= 2 && lines.length - at >= 2 ? [cut] : [])
}
