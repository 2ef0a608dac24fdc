/** What a book is made as. */
import type {Format} from './model.ts'

const ebookFormats = ['epub', 'kepub', 'kindle'] as const satisfies readonly Format[]

export type EbookFormat = (typeof ebookFormats)[number]

/** Every format, in the order of the summary. */
export const formats: readonly Format[] = [...ebookFormats, 'pdf', 'screen', 'large-print', 'press', 'cover', 'booklet', 'handouts']

export function isFormat(word: string): word is Format {
  return (formats as readonly string[]).includes(word)
}

/** Whether it is made for a screen. */
export function isEbook(format: Format): format is EbookFormat {
  return (ebookFormats as readonly Format[]).includes(format)
}

/** Whether it is made of the printed interior, which is then printed though it be not wanted itself. */
export function needsInterior(format: Format): boolean {
  return !isEbook(format) && format !== 'handouts' && format !== 'large-print'
}

/** An EPUB for one shop is an EPUB. */
export function mediaTypeOf(format: Format): string {
  return isEbook(format) ? 'application/epub+zip' : 'application/pdf'
}
