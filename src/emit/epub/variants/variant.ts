/** In what the EPUBs of shops differ from ours after the last stage: file name and markup. */
import type {EbookFormat} from '../../../core/formats.ts'
import type {Language} from '../../../core/model.ts'
import {addKoboMarkup} from './kobo.ts'

/** Kobo's readers tell their own kind by the two extensions. */
const endings: Readonly<Record<EbookFormat, string>> = {epub: '.epub', kepub: '.kepub.epub', kindle: '-kindle.epub'}

/** Path of the product below the output folder. */
export function productPath(name: string, language: Language, format: EbookFormat): string {
  return `${language}/${name}-${language}${endings[format]}`
}

/** A finished document as the format wants it. */
export function finishDocument(markup: string, language: Language, format: EbookFormat): string {
  return format === 'kepub' ? addKoboMarkup(markup, language) : markup
}

/** Whether the navigation document is also the table of contents that is read; Kindle wants two files (KDP help GY3AD8C6C6GAG42N), and no large hidden page list in the text. */
export function standsForContents(format: EbookFormat): boolean {
  return format !== 'kindle'
}
