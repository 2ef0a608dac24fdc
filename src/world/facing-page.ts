/** Functions that run in the page to be printed: they fill spread after spread with what says the same in two languages. */
import type {PageMeasure, Row, SetRow, Spread} from './facing-types.ts'

/** Puts the articles that the selector names on pages of their own, runs of them one behind the other. */
export function setFacing(selector: string, cutSide: PageMeasure['cutSide']): void {
  const root = document.documentElement
  root.style.width = 'var(--text-width)'
  const stage = document.body.appendChild(document.createElement('div'))
  stage.style.cssText = 'position:absolute;top:0;width:var(--text-width);height:var(--text-height)'
  const page: PageMeasure = {height: stage.getBoundingClientRect().height - 1, line: parseFloat(getComputedStyle(document.body).lineHeight), cutSide}
  stage.style.height = ''
  const runs: HTMLElement[][] = []
  for (const section of Array.from(document.querySelectorAll<HTMLElement>(selector))) {
    const run = section.matches('.opens') ? undefined : runs.at(-1)
    if (run) run.push(section)
    else runs.push([section])
  }
  for (const run of runs) setRun(run, stage, page)
  stage.remove()
  root.style.width = ''
}

/** One run of articles, spread by spread, in the place where it stood. */
export function setRun(run: readonly HTMLElement[], stage: HTMLElement, page: PageMeasure): void {
  const place = document.createComment('')
  run[0]?.before(place)
  const queue = run.flatMap(listRows)
  for (const [at, section] of run.entries()) {
    section.dataset['part'] = String(at)
    section.remove()
  }
  let spread = openSpread(stage)
  const close = (): void => {
    queue.unshift(...takeHeadings(spread))
    closeSpread(spread, place)
    spread = openSpread(stage)
  }
  for (let row = queue.shift(); row; row = queue.shift()) {
    const set = addRow(row, spread)
    alignRow(set, page)
    if (fitsSpread(spread, page)) continue
    const isAlone = spread.rows.every((each) => each === set || each.row.bead.matches('.keeps, header'))
    const rest = splitRow(set, spread, page, isAlone)
    if (rest) {
      queue.unshift(rest)
      close()
    } else if (isAlone) shrinkRow(set, spread, page)
    else {
      removeRow(set, spread)
      queue.unshift(row)
      close()
    }
  }
  if (spread.rows.length > 0) closeSpread(spread, place)
  else for (const each of [spread.verso, spread.recto]) each.remove()
  place.remove()
}

/** The beads of an article. */
export function listRows(section: HTMLElement): Row[] {
  return Array.from(section.children).flatMap((bead) => {
    if (!(bead instanceof HTMLElement)) return []
    const [first, second] = [':scope > .first', ':scope > .second'].map((side) => bead.querySelector<HTMLElement>(side) ?? undefined)
    return [first || second ? {section, bead, first, second, isRest: false} : {section, bead, first: bead, second: undefined, isRest: false}]
  })
}

export function openSpread(stage: HTMLElement): Spread {
  const open = (name: string): HTMLElement => {
    const page = stage.appendChild(document.createElement('div'))
    page.className = `facing-page ${name}`
    return page
  }
  return {verso: open('verso'), recto: open('recto'), rows: []}
}

/** The part of an article on a page: the article itself where it begins, without its children. */
export function shellOf(section: HTMLElement, page: HTMLElement): HTMLElement {
  const last = page.lastElementChild
  const known = last instanceof HTMLElement && last.dataset['part'] === section.dataset['part'] ? last : undefined
  if (known) return known
  const shell = section.cloneNode(false) as HTMLElement // of an element it makes one
  if (page.matches('.recto') || section.dataset['begun'] !== undefined) for (const name of ['id', 'aria-labelledby', 'epub:type', 'role']) shell.removeAttribute(name)
  if (page.matches('.verso')) section.dataset['begun'] = ''
  return page.appendChild(shell)
}

/** Sets a row at the foot of both pages. */
export function addRow(row: Row, spread: Spread): SetRow {
  const set = (page: HTMLElement, side: HTMLElement | undefined): HTMLElement => {
    const bead = row.bead.cloneNode(false) as HTMLElement // of an element it makes one
    if (row.isRest) bead.classList.add('rest')
    if (side && side !== row.bead) bead.append(side)
    else if (side) bead.append(...Array.from(side.childNodes))
    shellOf(row.section, page).append(bead)
    return bead
  }
  const added = {row, verso: set(spread.verso, row.first), recto: set(spread.recto, row.second)}
  spread.rows.push(added)
  return added
}

/** Gives both sides the height of the higher one; it ends on a line of the page, but for headings, whose lines have heights of their own. */
export function alignRow({verso, recto}: SetRow, {line}: PageMeasure): void {
  for (const each of [verso, recto]) each.style.minHeight = ''
  const height = Math.max(verso.getBoundingClientRect().height, recto.getBoundingClientRect().height)
  const above = verso.getBoundingClientRect().top - (verso.closest('.facing-page')?.getBoundingClientRect().top ?? 0)
  const end = verso.matches('.keeps') ? height : Math.ceil((above + height - 0.5) / line) * line - above
  for (const each of [verso, recto]) each.style.minHeight = `${end}px`
}

/** Whether what is to be seen of both pages fits; the lines that only fill up the last row may go over. */
export function fitsSpread({verso, recto, rows}: Spread, {height}: PageMeasure): boolean {
  const last = rows.at(-1)
  return [verso, recto].every((page, at) => {
    const bead = at === 0 ? last?.verso : last?.recto
    const foot = Math.max(page.getBoundingClientRect().top, ...Array.from(bead?.children ?? []).map((child) => child.getBoundingClientRect().bottom))
    return foot - page.getBoundingClientRect().top <= height
  })
}

/** Cuts a row that does not fit, both sides in the same proportion; what goes to the next spread, or `undefined` where it cannot be cut well. */
export function splitRow(set: SetRow, {verso, recto}: Spread, page: PageMeasure, mustSplit: boolean): Row | undefined {
  const sides = [set.row.first, set.row.second].map((side, at) => {
    const bead = at === 0 ? set.verso : set.recto
    const content = side === set.row.bead ? bead : side
    const {top, height} = content?.getBoundingClientRect() ?? new DOMRect()
    return {content, height, room: page.height - (top - (at === 0 ? verso : recto).getBoundingClientRect().top)}
  })
  const [one, two] = sides
  if (!one || !two) return undefined
  const [higher, lower] = one.height >= two.height ? [one, two] : [two, one]
  if (!mustSplit && (higher.room < page.line * 4 || higher.height < page.line * 4)) return undefined
  const holdsTable = sides.some(({content, height}) => content?.querySelector('table') && height < page.height / 2)
  if (!mustSplit && holdsTable) return undefined
  const cut = higher.content && page.cutSide(higher.content, Math.min(higher.room, higher.height * lower.room / Math.max(lower.height, 1)), undefined)
  if (!cut) return undefined
  const other = lower.content && page.cutSide(lower.content, lower.room, lower.height * cut.share)
  const rest = [higher, lower].map((side) => side === higher ? cut.rest : other?.rest)
  const [first, second] = higher === one ? rest : [rest[1], rest[0]]
  alignRow(set, page)
  return {section: set.row.section, bead: set.row.bead, first, second, isRest: true}
}

/** What no page holds, in smaller type. */
export function shrinkRow(set: SetRow, spread: Spread, page: PageMeasure): void {
  for (let zoom = 0.95; zoom > 0.2 && !fitsSpread(spread, page); zoom -= 0.05) {
    for (const each of [set.verso, set.recto]) each.style.setProperty('zoom', String(zoom))
    alignRow(set, page)
  }
}

/** Headings at the foot of a spread go to the next one, unless there is nothing else. */
export function takeHeadings(spread: Spread): Row[] {
  const {rows} = spread
  const last = rows.findLastIndex(({row}) => !row.bead.matches('.keeps, header'))
  if (last < 0) return []
  return rows.slice(last + 1).map((set) => {
    removeRow(set, spread)
    return set.row
  })
}

/** Takes a row off its pages, with the part of the article if that is empty then. */
export function removeRow({row: {section}, verso, recto}: SetRow, {rows}: Spread): void {
  rows.splice(rows.findIndex((each) => each.verso === verso), 1)
  for (const bead of [verso, recto]) {
    const shell = bead.parentElement
    bead.remove()
    if (shell?.childElementCount !== 0) continue
    if (shell.id !== '' && shell.id === section.id) delete section.dataset['begun']
    shell.remove()
  }
}

/** Puts the pages of a spread into the book. */
export function closeSpread({verso, recto, rows}: Spread, place: Node): void {
  const last = rows.at(-1)
  for (const bead of last ? [last.verso, last.recto] : []) bead.style.minHeight = ''
  for (const page of [verso, recto]) {
    for (const shell of Array.from(page.querySelectorAll<HTMLElement>('[data-part]'))) for (const name of ['data-part', 'data-begun']) shell.removeAttribute(name)
    place.parentNode?.insertBefore(page, place)
  }
}
