/** An article that takes a page more when a number 3 is printed in the book, and thereby makes it another: no number stays true. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {printWith} from '../../../support/print.ts'
import {makeSkiaPress} from '../../../support/skia-pdf.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const lengthOf = (id: string, html: string): number => id === 'inside-sales' && html.includes('>p. 3<') ? 2 : 1
  return (await printWith(makeSkiaPress(lengthOf))).list
}
