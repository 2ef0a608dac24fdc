/** Words in a document that a reading system shows, and whether they stand in its window. */

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const unread = 'script, style, annotation, rt, rp'

/** Text as read, blanks as one space. */
export function wordsOf(element: Element | null): string {
  return (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}

/** The text that follows an element in its document, so many letters of it, wherever blocks end. */
export function lettersAfter(document: Document, id: string, letters: number): {readonly text: string; readonly range: Range} | undefined {
  const from = document.getElementById(id)
  if (!from) return undefined
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let text = ''
  for (let node = walker.nextNode(); node && text.length < letters; node = walker.nextNode()) {
    if (!(from.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) || node.parentElement?.closest(unread)) continue
    const here = [...node.textContent ?? ''].filter((sign) => /[\p{L}\p{M}\p{N}]/u.test(sign)).join('')
    if (here === '') continue
    if (text === '') {
      const start = node.textContent?.search(/[\p{L}\p{M}\p{N}]/u) ?? 0
      range.setStart(node, start)
      range.setEnd(node, start + 1)
    }
    text += here
  }
  return text === '' ? undefined : {text: text.slice(0, letters), range}
}

/** Whether some of it lies in the window: documents are in frames that are moved behind it. */
export function isSeen(what: Element | Range): boolean {
  const node = 'startContainer' in what ? what.startContainer : what
  const frame = node.ownerDocument?.defaultView?.frameElement?.getBoundingClientRect()
  if (!frame) return false
  return Array.from(what.getClientRects()).some((rect) => {
    const [left, top] = [rect.left + frame.left, rect.top + frame.top]
    return left + rect.width > -1 && left < innerWidth && top + rect.height > -1 && top < innerHeight
  })
}

/** The part of an element that is in the window, in whole pixels inwards. */
export function boxOf(element: Element): Box {
  const frame = element.ownerDocument.defaultView?.frameElement?.getBoundingClientRect()
  const rect = element.getBoundingClientRect()
  const [x, y] = [Math.max(0, Math.ceil(rect.left + (frame?.left ?? 0))), Math.max(0, Math.ceil(rect.top + (frame?.top ?? 0)))]
  const right = Math.min(innerWidth, Math.floor(rect.right + (frame?.left ?? 0)))
  const bottom = Math.min(innerHeight, Math.floor(rect.bottom + (frame?.top ?? 0)))
  return {x, y, width: right - x, height: bottom - y}
}
