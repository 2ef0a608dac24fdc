/** The index as back matter: groups under letter headings, locators as folios, "see" as links. */
import type {Element, ElementContent} from 'hast'
import {h} from '../core/hast.ts'
import type {IndexEntry, IndexGroup} from '../core/index-entries.ts'
import {languageMarks} from '../core/locale.ts'
import type {Division} from '../core/model.ts'
import {isolateWords} from '../core/phrases.ts'
import {makeDivision, type MatterContext} from './matter.ts'

/** The index; `undefined` when there is nothing to list. */
export function maybeIndex(groups: readonly IndexGroup[], context: MatterContext, id = 'index'): Division | undefined {
  if (groups.length === 0) return undefined
  const entries = groups.flatMap((group) => group.entries)
  const idByHeading = new Map(entries.map(({heading, id}) => [heading.toLocaleLowerCase(context.spec.language), id]))
  const set = (entry: IndexEntry): Element => makeEntry(entry, idByHeading, context)
  const groupNodes = groups.map((group) => h('div', {className: ['group'], 'epub:type': 'index-group'},
    h('h2', {className: ['letter']}, group.heading),
    h('ul', {className: ['entries'], 'epub:type': 'index-entry-list'}, group.entries.map(set))))
  return makeDivision(context.fill, 'index', id, context.terms.words.index, {groups: groupNodes}, entries.length * 4)
}

function makeEntry(entry: IndexEntry, idByHeading: ReadonlyMap<string, string>, context: MatterContext): Element {
  const {terms, spec} = context
  const refer = (term: string, type: 'see' | 'see-also', headings: readonly string[]): readonly ElementContent[] => headings.length === 0 ? [] : [
    h('span', {className: [type]}, ' ', h('em', {}, term), ' ', ...headings.flatMap((heading, at): ElementContent[] => {
      const id = idByHeading.get(heading.toLocaleLowerCase(spec.language))
      const words = isolateWords(heading, spec.direction)
      const link = id === undefined ? h('span', {}, words) : h('a', {href: `#${id}`}, words)
      return at === 0 ? [link] : [{type: 'text', value: '; '}, link]
    }))]
  return h('li', {id: entry.id, 'epub:type': 'index-entry'},
    h('span', {className: ['term'], 'epub:type': 'index-term', ...(entry.language !== undefined && languageMarks(entry.language, spec.direction))}, isolateWords(entry.heading, spec.direction)),
    entry.locators.length === 0 ? undefined : h('span', {className: ['locators']}, ' ', {type: 'folio', use: 'index', targets: entry.locators}),
    refer(terms.words.see, 'see', entry.see),
    refer(terms.words['see-also'], 'see-also', entry.seeAlso),
    entry.subentries.length === 0 ? undefined : h('ul', {className: ['subentries']}, entry.subentries.map((sub) => makeEntry(sub, idByHeading, context))))
}
