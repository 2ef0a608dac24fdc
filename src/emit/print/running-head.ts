/** Fits a running head into one line: the browser would break it and run it off the page. */
import {pointsPerMillimetre} from '../../core/lengths.ts'
import type {PageGeometry} from '../../core/page.ts'

/** Size of heads in relation to the text; print.css sets the same. */
export const headScale = 0.82

const segmenter = new Intl.Segmenter('und', {granularity: 'grapheme'})
const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef\p{Extended_Pictographic}]/u

/** The words as they are, or as many of them as fit and an ellipsis. Widths are estimates: 1 em a wide character, 0.58 em any other. */
export function fitHead(words: string, page: PageGeometry): string {
  const line = words.replace(/\s+/g, ' ').trim()
  let room = (page.width - page.margins.inner - page.margins.outer) / (page.fontSize * headScale) * pointsPerMillimetre
  let fitted = ''
  for (const {segment} of segmenter.segment(line)) {
    room -= wide.test(segment) ? 1 : 0.58
    if (room < 1 && fitted.length + segment.length < line.length) return `${cutAtWord(fitted)}…`
    fitted += segment
  }
  return fitted
}

function cutAtWord(text: string): string {
  const space = text.lastIndexOf(' ')
  return (space > text.length / 2 ? text.slice(0, space) : text).replace(/[\s,;:.–—-]+$/, '')
}
