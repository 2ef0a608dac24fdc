/** What a division shows, as a sequence of texts and pictures that can be compared with what a print holds. */
import type {Element, ElementContent} from 'hast'
import {classesOf, walk} from '../../core/hast.ts'
import {setFolio, type FolioSetting} from './folios.ts'
import type {Run} from './pdf-runs.ts'

/** A text or a picture of the edition's tree. Several come from one folio node. */
export interface Unit {
  readonly node: ElementContent
  /** What identifies it in print; a picture's is empty. */
  readonly signature: string
  readonly isFigure: boolean
  /** Whether it stands in the notes of an article. */
  readonly isNote: boolean
}

/** Spaces go lost at line ends, and what has no ink is not always written. */
const invisible = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/gu

/** The characters that leave ink; ligatures, which print may have as one character, taken apart. */
export function inkOf(text: string): string {
  return text.normalize('NFKD').replace(invisible, '')
}

export function countInk(text: string): number {
  return [...inkOf(text)].length
}

/** The same for a text and its print, whose characters stand in order of painting, with brackets mirrored and letters joined. */
export function signatureOf(text: string): string {
  return sortInk(inkOf(text).toLowerCase().replace(/[)\]}»›>]/g, '(').replace(/[([{«‹<]/g, '('))
}

export function sortInk(ink: string): string {
  return [...ink].sort().join('')
}

/** Texts and pictures in the order of reading; folios as they are printed. */
export function listUnits(tree: Element, setting: FolioSetting): readonly Unit[] {
  const units: Unit[] = []
  const add = (node: ElementContent, shown: ElementContent, isNote: boolean): void => walk(shown, (each) => {
    if (each.type === 'text') {
      const signature = signatureOf(each.value)
      if (signature) units.push({node: node === shown ? each : node, signature, isFigure: false, isNote})
    } else if (each.type === 'folio') {
      for (const set of setFolio(each, setting)) add(each, set, isNote)
    } else if (each.type === 'element' && each.tagName === 'img') units.push({node: node === shown ? each : node, signature: '', isFigure: true, isNote})
    else if (!isNote && each.type === 'element' && classesOf(each).includes('footnotes')) {
      add(each, each, true)
      return false
    }
    return each.type !== 'element' || each.tagName !== 'svg'
  })
  add(tree, tree, false)
  return units
}

/** Leaves of print with ink, and pictures, as units of comparison. */
export function isShown({isFigure, pieces}: Run): boolean {
  return isFigure || pieces.some(({text}) => inkOf(text) !== '')
}
