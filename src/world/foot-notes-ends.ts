/** Where a page may end above its notes: functions that are sent to the page as text, so each knows only those in this file. */
import type {End, Note, Sheet} from './foot-notes-types.ts'

/** Places above the limit where the page may end, the lowest first. */
export function findEnds(page: number, limit: number, {blocks, columnOf, start, line}: Sheet): End[] {
  const ends: End[] = []
  const avoids = (value: string): boolean => value.startsWith('avoid')
  const visit = (block: Element): boolean => { // whether the page may go on behind it
    const rects = Array.from(block.getClientRects())
    const [first] = rects
    const own = rects.find((rect) => columnOf(rect) === page)
    if (!first || !own) return rects.every((rect) => columnOf(rect) < page)
    const style = getComputedStyle(block)
    if (style.position === 'absolute' || style.float !== 'none') return true
    const former = block.previousElementSibling
    const mayBreak = former ? !avoids(getComputedStyle(former).breakAfter) && !avoids(style.breakBefore) : block.matches('.article > header')
    if (first === own && mayBreak && own.top > 1 && own.top <= limit + 1) ends.push({y: own.top, block, isLine: false})
    if (avoids(style.breakInside) || block.matches('pre, math, thead, tfoot, h1, h2, h3, h4, h5, h6')) return true
    if (block.matches('p, dd, dt, li') && !block.querySelector('p, ul, ol, dl, pre, table, blockquote, figure')) {
      for (const y of listEnds(block, page, columnOf, line)) if (y <= limit + 1) ends.push({y, block, isLine: true})
      return true
    }
    return Array.from(block.children).every(visit)
  }
  for (const block of blocks.slice(start)) if (!visit(block)) break
  return ends.sort((a, b) => b.y - a.y)
}

/** Lower edges of lines behind which a paragraph may go on on the next page. */
export function listEnds(block: Element, page: number, columnOf: Sheet['columnOf'], line: number): number[] {
  const lines: {page: number; y: number}[] = []
  for (const {node, rect} of listLines(block)) {
    const each = {page: columnOf(rect), y: (rect.top + rect.bottom + line) / 2}
    const known = lines.find((other) => other.page === each.page && Math.abs(other.y - each.y) < line / 2)
    if (!known) lines.push(each)
    else if (!(node instanceof Text)) known.y = Math.max(known.y, each.y)
  }
  const {orphans, widows} = getComputedStyle(block)
  const here = lines.filter((each) => each.page === page).sort((a, b) => a.y - b.y)
  const later = lines.filter((each) => each.page > page).length
  return here.flatMap(({y}, at) => at + 1 >= Number(orphans) && here.length - at - 1 + later >= Number(widows) ? [y] : [])
}

/** Everything with ink in a block: texts line by line, pictures, rules. */
export function listLines(block: Element): {readonly node: Node; readonly rect: DOMRect}[] {
  const lines: {node: Node; rect: DOMRect}[] = []
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT) // a filter would be a script of the page, which runs none
  const range = document.createRange()
  for (let node: Node | null = block.matches('.at-foot') ? null : block; node; node = walker.nextNode()) {
    if (node instanceof Text && node.data.trim() !== '') {
      range.selectNodeContents(node)
      for (const rect of Array.from(range.getClientRects())) if (rect.width > 0) lines.push({node, rect})
    } else if (node instanceof Element && node.matches('img, svg, math, hr')) for (const rect of Array.from(node.getClientRects())) lines.push({node, rect})
  }
  return lines
}

/** Whether nothing stands below this height of the page. */
export function hasRoom(page: number, limit: number, sheet: Sheet): boolean {
  const {blocks, columnOf} = sheet
  while (sheet.start < blocks.length && Array.from(blocks[sheet.start]?.getClientRects() ?? []).every((rect) => columnOf(rect) < page)) sheet.start++
  for (const block of blocks.slice(sheet.start)) {
    const rects = Array.from(block.getClientRects()).filter(({height}) => height > 0)
    if (rects.length > 0 && rects.every((rect) => columnOf(rect) > page)) return true
    if (!rects.some((rect) => columnOf(rect) === page && rect.bottom > limit)) continue
    const isBelow = listLines(block).some(({node, rect}) => columnOf(rect) === page &&
      (node instanceof Text ? (rect.top + rect.bottom) / 2 > limit : rect.bottom > limit + 2))
    if (isBelow) return false
  }
  return true
}

/** Lets the page end there; undone, and nothing given, where the browser would have it otherwise or a call of these notes leaves the page. */
export function tryEnd({y, block, isLine}: End, page: number, kept: readonly Note[], next: Note | undefined, sheet: Sheet): (() => void) | undefined {
  const isOnPage = ({call}: Note): boolean => sheet.columnOf(call.getClientRects()[0] ?? new DOMRect()) === page
  const undo = isLine ? makeRoom(block, y, page, sheet) : breakBefore(block)
  if (undo && kept.every(isOnPage) && !(next && isOnPage(next)) && hasRoom(page, y + sheet.line / 2, sheet)) return undo
  undo?.()
  return undefined
}

export function breakBefore(block: Element): () => void {
  const target = block.matches('.article > header') ? block.parentElement ?? block : block
  target.classList.add('foot-break')
  return () => { target.classList.remove('foot-break') }
}

/** Fills the page below the line: a float as wide as the text, called for within the line, has its place below it. */
export function makeRoom(block: Element, y: number, page: number, {columnOf, line, height}: Sheet): (() => void) | undefined {
  const isInLine = (rect: DOMRect): boolean => columnOf(rect) === page && Math.abs((rect.top + rect.bottom + line) / 2 - y) < line / 2
  const texts = listLines(block).flatMap(({node, rect}) =>
    node instanceof Text && isInLine(rect) && !node.parentElement?.closest('code, ruby, math, sup, sub') ? [node] : [])
  const range = document.createRange()
  const isOn = (node: Text, at: number): boolean => {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const rect = range.getClientRects()[0]
    return rect !== undefined && isInLine(rect)
  }
  for (const find of [listSpaces, listWords]) {
    for (const text of texts.reverse()) {
      const at = find(text.data).reverse().find((offset) => isOn(text, offset) && isOn(text, text.data.slice(0, offset).trimEnd().length - 1))
      if (at === undefined) continue
      const room = document.createElement('span')
      room.className = 'foot-room'
      text.splitText(at).before(room)
      const {parentElement} = room
      const undo = (): void => {
        room.remove()
        parentElement?.normalize()
      }
      const rect = room.getBoundingClientRect()
      if (columnOf(rect) !== page || Math.abs(rect.top - y) > line / 2) {
        undo()
        return undefined
      }
      room.style.height = `${height - 1 - rect.top}px`
      return undo
    }
  }
  return undefined
}

/** Offsets behind spaces at which a line may be broken. */
export function listSpaces(text: string): number[] {
  return [...text.matchAll(/[ \n](?=[^\s])/g)].flatMap(({index}) => text.slice(0, index).trim() === '' ? [] : [index + 1])
}

/** Offsets between words of scripts without spaces. */
export function listWords(text: string): number[] {
  return [...new Intl.Segmenter(undefined, {granularity: 'word'}).segment(text)].flatMap(({index}) => text.slice(0, index).trim() === '' ? [] : [index])
}
