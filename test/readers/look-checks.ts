/** How a book looks on a telephone or a tablet, in large print and at night; gives the faults it met. */
import sharp from 'sharp'
import type {Look} from './page/engine.ts'
import type {TextSize} from './page/look.ts'
import type {OpenBook} from './reading-room.ts'

const usual: Look = {night: false, textSize: 100, scrolled: true}
const large: Look = {...usual, textSize: 200}
const dark: Look = {...usual, night: true}

/**
 * Each document at 100 and 200 %: nothing wider than the screen, all text twice as large, no line upon another.
 * At night: text to be read, pictures as by day.
 */
export async function checkLook(book: OpenBook, paths = book.opened.documents): Promise<readonly string[]> {
  const faults: string[] = []
  for (const path of paths) {
    await book.ask('setLook', usual)
    await book.ask('show', path)
    const [wide, sizes, byDay] = [await book.ask('findOverflow'), await book.ask('listTextSizes'), await drawPicture(book)]
    await book.ask('setLook', large)
    const [wider, larger] = [await book.ask('findOverflow'), await book.ask('listTextSizes')]
    await book.ask('setLook', dark)
    const [faint, byNight] = [await book.ask('findFaintText'), await drawPicture(book)]
    faults.push(...[
      ...wide, ...wider.map((fault) => `at 200 %, ${fault}`), ...compareSizes(sizes, larger), ...faint.map((fault) => `at night, ${fault}`),
      ...await isSamePicture(byDay, byNight) ? [] : ['at night, the picture is another']
    ].map((fault) => `${path}: ${fault}`))
  }
  return faults
}

/** Each document at 200 %: nothing wider than the screen. */
export async function checkWidth(book: OpenBook): Promise<readonly string[]> {
  const faults: string[] = []
  await book.ask('setLook', large)
  for (const path of book.opened.documents) {
    await book.ask('show', path)
    faults.push(...(await book.ask('findOverflow')).map((fault) => `${path}: at 200 %, ${fault}`))
  }
  return faults
}

function compareSizes(sizes: readonly TextSize[], larger: readonly TextSize[]): readonly string[] {
  return sizes.flatMap(({where, size}, at) => {
    const after = larger[at]
    if (!after) return [`${where} is gone at 200 %`]
    return [
      ...after.size < size * 1.9 ? [`${where} grows from ${size} to ${after.size} px only`] : [],
      ...after.line < after.size * 1.1 ? [`lines of ${after.line} px for letters of ${after.size} px in ${where}`] : []
    ]
  })
}

/** The first picture of the document as the screen shows it. */
async function drawPicture(book: OpenBook): Promise<Uint8Array | undefined> {
  const clip = await book.ask('measurePicture')
  return clip && await book.page.screenshot({clip})
}

/** Whether nine tenths of the picture are as they were: engines move it by parts of a pixel, which changes its edges. */
async function isSamePicture(one: Uint8Array | undefined, other: Uint8Array | undefined): Promise<boolean> {
  if (!one || !other) return one === other
  const [first, second] = await Promise.all([one, other].map((png) => sharp(png).resize(200, 200, {fit: 'fill'}).greyscale().raw().toBuffer()))
  const changed = first?.filter((grey, at) => Math.abs(grey - (second?.[at] ?? 0)) > 48).length ?? 0
  return changed < 200 * 200 / 10
}
