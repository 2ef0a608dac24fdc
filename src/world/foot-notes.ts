/**
 * Puts notes at the foot of the page that calls them, which CSS in Chromium cannot: the document is laid out in columns of the size
 * of a page, which break as pages do; room is made at the foot of each page with notes, and they are laid over it.
 */
import type {Page} from 'puppeteer'
import {breakBefore, findEnds, hasRoom, listEnds, listLines, listSpaces, listWords, makeRoom, tryEnd} from './foot-notes-ends.ts'
import {describeNotes, placeNotes, setNotes, settlePage, showAround, stackNotes, withdraw} from './foot-notes-page.ts'

/** Columns in place of pages; the browser rounds the height of a page up to whole pixels. */
const columns = `
  body { width: var(--text-width); height: round(up, var(--text-height), 1px); column-width: var(--text-width); column-gap: 100px; column-fill: auto; }
  .opens, .vacat, .foot-break { break-before: column; }
  .foot-out, .at-foot li { display: none; }
  .foot-lead.foot-lead { break-before: auto; margin-block-start: 0; }`

const functions = [
  breakBefore, findEnds, hasRoom, listEnds, listLines, listSpaces, listWords, makeRoom, tryEnd,
  describeNotes, placeNotes, setNotes, settlePage, showAround, stackNotes, withdraw
]

/** For a page laid out for print, with its fonts: for the articles that the selector names. One whose notes cannot be set so keeps them at its end. */
export async function setFootNotes(page: Page, selector: string): Promise<void> {
  await page.evaluate(`(() => {
    const __name = (each) => each // tsx wraps functions in it to keep their names
    ${functions.map(String).join('\n')}
    setNotes(${JSON.stringify(selector)}, ${JSON.stringify(columns)}, {findEnds, hasRoom, tryEnd})
  })()`)
}
