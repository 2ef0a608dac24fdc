/** Divisions too long for a document, cut into several: old readers refuse or crawl through large ones. */
import {walkElements} from '../../core/hast.ts'
import type {Division, Edition, Id} from '../../core/model.ts'
import {isOverfull} from './anatomy.ts'
import {cutElement, type Cutter} from './cut.ts'
import {makeMeasure} from './measure.ts'
import type {Limits} from './units.ts'

/**
 * Bytes: the production guide of the Japanese publishers (EBPAJ) asks for no more than 256 KB a document, of which some are for
 * what stands around a division. Notes: as many as Standard Ebooks has in one file.
 */
export const usualLimits: Limits = {size: 250_000, notes: 500}

/** Cuts divisions of an edition that exceed the limits into several under the same title; their ids are new ones, that no element has. */
export function splitDivision(edition: Edition, limits: Limits): (division: Division) => readonly Division[] {
  const {targetById} = edition.graph
  const cutter: Cutter = {measure: makeMeasure((id) => targetById.get(id)?.label ?? id, (element) => isOverfull(element, limits)), limits}
  let nameDivision: ((id: Id) => Id) | undefined
  return (division) => {
    if (cutter.measure(division.tree) <= limits.size) return [division]
    const [first, ...others] = cutElement(division.tree, limits.size, cutter)
    if (!first || others.length === 0) return [division]
    const name = nameDivision ??= makeNamer(edition)
    return [{...division, tree: first}, ...others.map((tree) => ({...division, id: name(division.id), tree: isChapter(division) ? withoutRole(tree) : tree}))]
  }
}

/** The rest of a chapter is no chapter; the rest of an index is one. */
function isChapter({kind}: Division): boolean {
  return kind !== 'index' && kind !== 'contents'
}

function withoutRole(tree: Division['tree']): Division['tree'] {
  const {role: _role, 'epub:type': _type, ...properties} = tree.properties
  return {...tree, properties}
}

/** `index--2`, unless something is named so. It names the document; no element has it. */
function makeNamer({divisions}: Edition): (id: Id) => Id {
  const taken = new Set<unknown>()
  for (const {tree} of divisions) walkElements(tree, ({properties: {id}}) => void taken.add(id))
  return (id) => {
    let number = 2
    while (taken.has(`${id}--${number}`)) number++
    taken.add(`${id}--${number}`)
    return `${id}--${number}`
  }
}
