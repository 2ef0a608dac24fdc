/** Puts notes at the foot of their pages: functions that are sent to the page as text, so each knows only those in this file. */
import type {Ends, Note, Sheet} from './foot-notes-types.ts'

interface Placed {
  readonly note: Note
  /** From the upper edge of the call, px. */
  readonly below: number
  /** Whether it is the first of its page. */
  readonly leads: boolean
}

interface Settled {
  readonly placed: readonly Placed[]
  readonly first: number
  readonly undo: () => void
}

/** Goes through the pages in order. An article whose notes find no room is taken back as far as it goes. */
export function setNotes(selector: string, columns: string, ends: Ends): void {
  const root = document.documentElement
  root.style.width = 'var(--text-width)'
  let notes = describeNotes(selector)
  root.style.width = ''
  if (notes.length === 0) return
  const style = document.head.appendChild(document.createElement('style'))
  style.textContent = columns
  const {left, right, width, height} = document.body.getBoundingClientRect()
  const line = parseFloat(getComputedStyle(document.body).lineHeight)
  const isRightToLeft = getComputedStyle(document.body).direction === 'rtl'
  const sheet: Sheet = {
    height, line, foot: Math.floor(height / line) * line, shown: [], blocks: [], start: 0,
    columnOf: (rect) => Math.floor((isRightToLeft ? right - rect.right + 1 : rect.left - left + 1) / (width + 100))
  }
  const settled: Settled[] = []
  const lead = document.body.insertBefore(document.createElement('div'), document.body.firstChild)
  for (let next = 0; next < notes.length;) {
    showAround(notes[next]?.call as HTMLElement, lead, sheet)
    const page = settlePage(notes, next, sheet, ends)
    if (typeof page === 'object') {
      settled.push(page.settled)
      next = page.next
      continue
    }
    const article = notes[page]?.article
    if (!article) break
    const first = notes.findIndex((note) => note.article === article)
    for (let last = settled.at(-1); last && next > first; last = settled.at(-1)) {
      last.undo()
      next = last.first
      settled.pop()
    }
    withdraw(article)
    notes = notes.filter((note) => note.article !== article)
    sheet.shown = []
  }
  for (const section of Array.from(document.body.children)) section.classList.remove('foot-lead', 'foot-out')
  lead.remove()
  style.remove()
  placeNotes(settled.flatMap(({placed}) => placed))
}

/** Notes in the order of their calls in the text, with their heights as they will stand at the foot; those called by notes follow them. */
export function describeNotes(selector: string): Note[] {
  const notes: Note[] = []
  for (const article of Array.from(document.querySelectorAll(selector))) {
    const section = article.querySelector<HTMLElement>(':scope > section.footnotes')
    if (!section) continue
    section.classList.add('at-foot')
    section.style.cssText = ''
    for (const figure of Array.from(article.querySelectorAll('figure.floats'))) figure.classList.remove('floats') // nothing may stand before it that comes after it
    const itemById = new Map(Array.from(section.querySelectorAll<HTMLElement>(':scope > ol > li')).map((item) => [item.firstElementChild?.id ?? '', item]))
    const seen = new Set<string>()
    const add = (scope: Element, from: HTMLElement | undefined): void => {
      for (const each of Array.from(scope.querySelectorAll<HTMLElement>('a.note-call'))) {
        const id = decodeURIComponent((each.getAttribute('href') ?? '').slice(1))
        const item = itemById.get(id)
        if (!item || seen.has(id) || (from === undefined && section.contains(each))) continue
        seen.add(id)
        notes.push({article, item, call: from ?? each, height: item.getBoundingClientRect().height})
        add(item, from ?? each)
      }
    }
    add(article, undefined)
    if (seen.size < itemById.size) {
      withdraw(article)
      notes.splice(notes.findIndex((note) => note.article === article), seen.size)
    }
  }
  return notes
}

/** The notes of this article stand at its end. */
export function withdraw(article: Element): void {
  article.querySelector(':scope > section.footnotes')?.classList.remove('at-foot')
}

/** Shows the section of a call with those that share its page, from the last one on that begins a page, or from one whose place is known. */
export function showAround(call: HTMLElement, lead: HTMLElement, sheet: Sheet): void {
  const {columnOf} = sheet
  const pageOf = (element: Element | undefined): number => columnOf(element?.getClientRects()[0] ?? new DOMRect())
  const own = call.closest('body > *') as HTMLElement
  let first = own
  while (!first.matches('.opens') && !sheet.shown.includes(first) && first.previousElementSibling instanceof HTMLElement) first = first.previousElementSibling
  const former = sheet.shown
  if (!former.includes(first)) {
    for (const each of Array.from(document.body.children)) each.classList.toggle('foot-out', each !== lead && each !== first)
    for (const each of Array.from(document.body.children)) each.classList.remove('foot-lead')
    lead.style.height = '0'
    sheet.shown = [first]
  }
  const showNext = (): boolean => {
    const next = sheet.shown.at(-1)?.nextElementSibling
    if (!(next instanceof HTMLElement) || !next.matches('.runs-on')) return false
    next.classList.remove('foot-out')
    sheet.shown.push(next)
    return true
  }
  while (!sheet.shown.includes(own) && showNext());
  while (pageOf(sheet.shown.at(-1)) <= pageOf(call) && showNext());
  const past = sheet.shown.findLastIndex((each) => pageOf(each) < pageOf(call))
  if (past >= 4) {
    const {top = 0} = sheet.shown[past]?.getClientRects()[0] ?? {}
    for (const each of sheet.shown.splice(0, past)) each.classList.add('foot-out')
    for (const each of Array.from(document.body.children)) each.classList.toggle('foot-lead', each === sheet.shown[0])
    lead.style.height = `${top}px`
  }
  sheet.blocks = sheet.shown.flatMap((section) => Array.from(section.children))
  sheet.start = 0
}

/** Settles the page of the next call; gives the note that cannot be had instead. */
export function settlePage(notes: readonly Note[], next: number, sheet: Sheet, {findEnds, hasRoom, tryEnd}: Ends): {readonly settled: Settled; readonly next: number} | number {
  const rectOf = (note: Note | undefined): DOMRect => note?.call.getClientRects()[0] ?? new DOMRect()
  const bottomOf = (note: Note): number => (rectOf(note).top + rectOf(note).bottom + sheet.line) / 2
  const page = sheet.columnOf(rectOf(notes[next]))
  const roomFor = (end: number): number => end > next ? sheet.height - sheet.foot + sheet.line + notes.slice(next, end).reduce((sum, {height}) => sum + height, 0) : 0
  let end = next
  let limit = sheet.height
  for (let note = notes[next]; note; note = notes[end]) {
    const rect = rectOf(note)
    if (rect.width === 0 && rect.height === 0) return end
    if (sheet.columnOf(rect) !== page) break
    const room = roomFor(end + 1)
    if (room > sheet.height / 2) return end
    if (bottomOf(note) > sheet.height - room + 0.5) { // the call goes to the next page with its note
      const top = bottomOf(note) - sheet.line
      if (top < sheet.line || limit - top > sheet.height / 4) return end
      limit = Math.min(limit, top)
      break
    }
    limit = sheet.height - room
    end++
  }
  const found = hasRoom(page, limit, sheet) ? [undefined] : findEnds(page, limit, sheet)
  for (const each of found.slice(0, 12)) {
    const kept = each ? notes.slice(next, end).filter((note) => bottomOf(note) <= each.y + 1).length : end - next
    if (each && limit - each.y > sheet.height / 3) break
    if (!each && kept === 0) break
    const undo = each ? tryEnd(each, page, notes.slice(next, next + kept), notes[next + kept], sheet) : () => undefined
    if (!undo) continue
    return {settled: {first: next, placed: stackNotes(notes.slice(next, next + kept), sheet), undo}, next: next + kept}
  }
  return next
}

/** How far below its call each note begins, in their order, the last one ending at the foot of the page. */
export function stackNotes(notes: readonly Note[], {foot}: Sheet): Placed[] {
  const inOrder = [...notes].sort((a, b) => a.item.compareDocumentPosition(b.item) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)
  let top = foot - inOrder.reduce((sum, {height}) => sum + height, 0)
  return inOrder.map((note, at) => {
    const below = top - (note.call.getClientRects()[0]?.top ?? 0)
    top += note.height
    return {note, below, leads: at === 0}
  })
}

/** Lays the notes over the feet of their pages. */
export function placeNotes(placed: readonly Placed[]): void {
  const names = new Map([...new Set(placed.map(({note}) => note.call))].map((call, at) => [call, `--call-${at}`]))
  for (const [call, name] of names) call.style.setProperty('anchor-name', name)
  for (const {note: {item, call}, below, leads} of placed) {
    item.style.setProperty('position-anchor', names.get(call) ?? '')
    item.style.top = `calc(anchor(top) + ${below}px)`
    item.classList.toggle('leads', leads)
  }
}
