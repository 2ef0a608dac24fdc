/** A claim for a book with a picture that nothing describes, a table without head, and a heading that skips a level. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {h} from '../../../../src/core/hast.ts'
import {assessAccessibility} from '../../../../src/emit/epub/accessibility.ts'
import {tryStage} from '../../../support/articles.ts'
import {makeDivision, makeSampleEdition} from '../../../support/edition.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const edition = makeSampleEdition('en')
  const division = makeDivision('market', [
    h('h1', {}, 'Market'), h('h3', {}, 'Stalls'), h('img', {src: 'a.png', alt: ''}), h('img', {src: 'b.png'}), h('table', {}, h('tr', {}, h('td', {}, '1')))
  ])
  const spec = {...edition.spec, accessibility: {conformsTo: 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA', certifier: 'A. Checker'}}
  return tryStage((report) => assessAccessibility({...edition, spec, divisions: [division]}, false, report)).found
}
