/**
 * Arranges what is too large for its place, by sizes that only the browser knows: wide tables are turned by 90° and cut between
 * rows, each piece a page; large figures may stand on the next page, while the text goes on on this one.
 */
import type {Page} from 'puppeteer'
import type {Floats} from '../core/world.ts'

/** For a page laid out for print, with its fonts. Ours; the page itself runs no scripts. A float that does not fit goes to the next page, and what follows it does not. */
export async function arrangeFloats(page: Page, floats: Floats): Promise<void> {
  await page.evaluate(`(() => {
    const {tables, figures} = ${JSON.stringify(floats)}
    const root = document.documentElement
    root.style.width = 'var(--text-width)'
    const probe = document.body.appendChild(document.createElement('div'))
    probe.style.cssText = 'position:absolute;width:var(--text-width);height:calc(var(--text-height) - 1mm)'
    const {width: across, height: along} = probe.getBoundingClientRect()
    probe.remove()
    ${turnTables}
    ${floatFigures}
    for (const table of tables === undefined ? [] : document.querySelectorAll(tables)) turn(table)
    if (figures !== undefined) for (const figure of [...document.querySelectorAll(figures)].filter(mayFloat)) float(figure)
    keepClose([...document.querySelectorAll('.turned, .floats')])
    root.style.width = ''
  })()`)
}

/** Upright in type that can be read well, else turned in the largest type in which no word is broken, else as it was. */
const turnTables = `
    const sizes = ['', 'wide', 'very-wide']
    const dress = (table, size) => {
      table.classList.remove('wide', 'very-wide', 'tight')
      if (size) table.classList.add(size)
    }
    const isAtMost = (table, size, room) => {
      dress(table, size)
      table.style.width = 'min-content'
      const {width} = table.getBoundingClientRect()
      table.style.width = ''
      return width <= room
    }
    const turn = (table) => {
      const former = table.className
      if (sizes.slice(0, 2).some((size) => isAtMost(table, size, across))) return
      const fitting = sizes.filter((size) => isAtMost(table, size, along))
      dress(table, choose(table, fitting))
      if (fitting.length === 0 || !cut(table)) table.className = former
    }
    const onSide = (table, look) => {
      const frame = document.createElement('div')
      frame.style.cssText = 'position:absolute;width:' + along + 'px'
      table.before(frame)
      frame.append(table)
      const seen = look()
      frame.replaceWith(table)
      return seen
    }
    /** The largest, unless the next one makes the table much shorter: columns as narrow as their words are long. */
    const choose = (table, fitting) => onSide(table, () => fitting.find((size, at) => {
      dress(table, size)
      const {height} = table.getBoundingClientRect()
      const next = fitting[at + 1]
      if (next === undefined || next === 'very-wide') return true
      dress(table, next)
      return table.getBoundingClientRect().height > height * 0.6
    }))

    /** The rows of a table laid out along the page, those that cells join together. */
    const groupRows = (table) => {
      const groups = []
      let end = 0
      for (const [at, row] of [...table.rows].filter((each) => each.parentNode !== table.tHead).entries()) {
        if (at >= end) groups.push({rows: [], height: 0})
        end = Math.max(end, at + 1, ...[...row.cells].map((cell) => at + cell.rowSpan))
        const group = groups.at(-1)
        group.rows.push(row)
        group.height += row.getBoundingClientRect().height
      }
      return groups
    }
    const share = (groups, room) => {
      const pieces = []
      let used = Infinity
      for (const {rows, height} of groups) {
        if (used + height > room) {
          pieces.push([])
          used = 0
        }
        pieces.at(-1).push(...rows)
        used += height
      }
      return pieces
    }
    const fixColumns = (table) => {
      const most = Math.max(...[...table.rows].map((row) => row.cells.length))
      const plain = [...table.rows].find((row) => row.cells.length === most && [...row.cells].every((cell) => cell.colSpan === 1))
      if (!plain) return
      const columns = document.createElement('colgroup')
      for (const cell of plain.cells) columns.appendChild(document.createElement('col')).style.inlineSize = cell.getBoundingClientRect().width + 'px'
      table.insertBefore(columns, table.tHead ?? table.tBodies[0])
      table.style.tableLayout = 'fixed'
    }
    const cut = (table) => {
      const {width, groups, total, room, fits} = onSide(table, () => {
        const {width, height} = table.getBoundingClientRect()
        const groups = groupRows(table)
        const total = groups.reduce((sum, group) => sum + group.height, 0)
        const room = across - (height - total) - 1 // what is no row stands on every page, or nearly
        const fits = groups.every((group) => group.height <= room)
        if (fits && total > room) fixColumns(table)
        return {width, groups, total, room, fits}
      })
      if (!fits) return false
      let pieces = share(groups, room)
      for (let part = total / pieces.length; part < room; part += 2) { // as much on each
        const even = share(groups, part)
        if (even.length > pieces.length) continue
        pieces = even
        break
      }
      table.style.inlineSize = Math.ceil(width) + 'px'
      table.style.marginBlockEnd = ''
      for (const rows of pieces.slice(1).reverse()) table.after(split(table, rows))
      for (const section of [...table.tBodies, table.tFoot]) if (section?.rows.length === 0) section.remove()
      for (const each of [table, ...document.querySelectorAll('table.cut-off')]) mount(each)
      return true
    }
    /** A table like this one, with its head and these of its rows. */
    const split = (table, rows) => {
      const piece = table.cloneNode(false)
      piece.removeAttribute('id')
      piece.classList.add('cut-off')
      const columns = table.querySelector(':scope > colgroup')
      if (columns) piece.append(columns.cloneNode(true))
      const head = table.tHead?.cloneNode(true)
      for (const named of head?.querySelectorAll('[id]') ?? []) named.removeAttribute('id')
      if (head) piece.append(head)
      let section
      for (const row of rows) {
        if (section?.from !== row.parentNode) section = {from: row.parentNode, to: piece.appendChild(row.parentNode.cloneNode(false))}
        section.to.removeAttribute('id')
        section.to.append(row)
      }
      return piece
    }
    const mount = (table) => {
      table.classList.remove('cut-off')
      const box = document.createElement('div')
      box.className = 'turned'
      table.replaceWith(box)
      box.append(table)
    }
`

/**
 * Only between paragraphs and lists: the browser loses boxes with a layout of their own beside a float that went to the next page.
 * Floats stand left and right by turns, so that text behind one of them can wait for the one before: none falls further back.
 */
const floatFigures = `
    const line = parseFloat(getComputedStyle(document.body).lineHeight)
    const mayFloat = (figure) => figure.getBoundingClientRect().height > 6 * line &&
      figure.nextElementSibling?.matches('p, ul, ol, dl') && !/[:：]\\s*$/.test(figure.previousElementSibling?.textContent ?? '')
    const float = (figure) => {
      const before = figure.previousElementSibling
      if (before && parseFloat(getComputedStyle(before).marginBlockEnd) > 0) figure.style.marginBlockStart = '0'
      figure.classList.add('floats')
    }
    const keepClose = (floats) => {
      let side = 'right'
      for (const each of floats) {
        if (!each.matches('.turned + .turned')) side = side === 'left' ? 'right' : 'left'
        each.classList.toggle('even', side === 'right')
      }
    }
`
