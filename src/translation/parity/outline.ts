/** Headings, notes and placeholders of a translation: as many, of the same rank, as its source has. */
import type {Report} from '../../core/diagnostic.ts'
import type {Block} from '../../core/translation.ts'
import type {Pair} from '../pair.ts'
import {findMismatches} from './accounts.ts'
import {nameOf, placeOf} from './places.ts'
import {listPlaceholders} from './prose.ts'

/** Levels are compared by their rank among those that each article uses, as books set them. */
export function checkHeadings({source, target, beads}: Pair, report: Report): void {
  const [ranks, others] = [rankLevels(source.blocks ?? []), rankLevels(target.blocks ?? [])]
  for (const bead of beads) {
    const ours = (source.blocks ?? []).slice(...bead.source).filter((block) => levelOf(block) > 0)
    const theirs = (target.blocks ?? []).slice(...bead.target).filter((block) => levelOf(block) > 0)
    ours.forEach((block, at) => {
      const other = theirs[at]
      if (!other || ranks.get(levelOf(block)) === others.get(levelOf(other))) return
      report('parity/heading', {level: levelOf(other), expected: levelOf(block), at: nameOf(source.article, block)}, placeOf(target.article, other))
    })
  }
}

function levelOf({kind}: Block): number {
  return Number(/^heading(\d)$/.exec(kind)?.[1] ?? 0)
}

function rankLevels(blocks: readonly Block[]): ReadonlyMap<number, number> {
  return new Map([...new Set(blocks.map(levelOf))].sort().map((level, rank) => [level, rank]))
}

/** Labels may be translated; calls are counted. */
export function checkNotes(pair: Pair, report: Report): void {
  const {source: {article: ours}, target: {article: theirs}} = pair
  for (const {source: missing, target: added, between} of findMismatches(pair, {list: ({notes}) => notes, isSame: () => true})) {
    const label = missing ?? added
    if (label) report(missing ? 'parity/note' : 'parity/added-note', {label: label.text, at: nameOf(ours, between[0], missing?.text)}, placeOf(theirs, between[1], added?.text))
  }
}

export function checkPlaceholders(pair: Pair, report: Report): void {
  const {source: {article: ours}, target: {article: theirs}} = pair
  for (const {source: missing, target: added, between} of findMismatches(pair, {list: listPlaceholders, isSame: (one, other) => one === other})) {
    if (missing) report('parity/placeholder', {expected: missing.text, found: added?.text, at: nameOf(ours, between[0], missing.text)}, placeOf(theirs, between[1], added?.text))
  }
}
