/** A browser that leaves a note on another page than its call. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {h} from '../../../../src/core/hast.ts'
import {makeSampleEdition} from '../../../support/edition.ts'
import {printWith} from '../../../support/print.ts'
import {makeSkiaPress} from '../../../support/skia-pdf.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const edition = makeSampleEdition('fr', {articles: 2})
  const [noted] = edition.divisions.filter(({kind}) => kind === 'article')
  const call = h('a', {className: ['note-call'], href: '#fn', id: 'fnref'}, h('sup', {}, '1'))
  const divisions = edition.divisions.map((division) => division !== noted ? division : {
    ...division, file: 'fr/client.md', tree: h('section', division.tree.properties, h('p', {}, 'Un client', call), h('section', {className: ['footnotes']}, h('ol', {}, h('li', {}, h('aside', {id: 'fn', role: 'doc-footnote'}, 'Une note')))))
  })
  const {publication} = edition
  return (await printWith(makeSkiaPress(), {...edition, divisions, publication: {...publication, typesetting: {...publication.typesetting, notes: 'foot'}}})).list
}
