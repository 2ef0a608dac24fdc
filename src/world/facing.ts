/** Sets two languages on facing pages: the first on one page, the second on the next, each bead at the same height of both. */
import type {Page} from 'puppeteer'
import {cutSide, finishCut, listCuts, listLineCuts, listRowCuts, roomBelow} from './facing-cuts.ts'
import {addRow, alignRow, closeSpread, fitsSpread, listRows, openSpread, removeRow, setFacing, setRun, shellOf, shrinkRow, splitRow, takeHeadings} from './facing-page.ts'

const functions = [
  cutSide, finishCut, listCuts, listLineCuts, listRowCuts, roomBelow,
  addRow, alignRow, closeSpread, fitsSpread, listRows, openSpread, removeRow, setFacing, setRun, shellOf, shrinkRow, splitRow, takeHeadings
]

/** For a page laid out for print, with its fonts: for the articles that the selector names. Ours; the page itself runs no scripts. */
export async function setFacingPages(page: Page, selector: string): Promise<void> {
  await page.evaluate(`(() => {
    const __name = (each) => each // tsx wraps functions in it to keep their names
    ${functions.map(String).join('\n')}
    setFacing(${JSON.stringify(selector)}, cutSide)
  })()`)
}
