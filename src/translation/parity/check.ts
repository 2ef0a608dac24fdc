/** What a translation must share with its source, checked bead by bead. */
import type {Report} from '../../core/diagnostic.ts'
import type {Language} from '../../core/model.ts'
import type {Pair} from '../pair.ts'
import {checkCode} from './code.ts'
import {checkLinks, checkPictures} from './links.ts'
import {checkNumbers} from './numbers.ts'
import {checkHeadings, checkNotes, checkPlaceholders} from './outline.ts'
import {checkWording} from './wording.ts'

export interface Languages {
  readonly source: Language
  readonly target: Language
}

/** Reports, at places of the translation, what it says otherwise than its source where both should agree. Blocks that one of them lacks are no matter of it. */
export function checkParity(pair: Pair, languages: Languages, report: Report): void {
  checkLinks(pair, languages, report)
  checkPictures(pair, languages, report)
  checkCode(pair, report)
  checkNumbers(pair, report)
  checkHeadings(pair, report)
  checkNotes(pair, report)
  checkPlaceholders(pair, report)
  checkWording(pair, languages, report)
}
