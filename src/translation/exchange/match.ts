/** Passages that came back, each with the passage of the publication that it answers to, and what forbids to take it. */
import type {Report} from '../../core/diagnostic.ts'
import type {Language, Slug} from '../../core/model.ts'
import {maybeDamage} from './markup.ts'
import {isMachine, type ListedPassage} from './passage-list.ts'
import {noStand, type Received, type ReceivedUnit} from './unit.ts'

export interface Match {
  readonly listed: ListedPassage
  readonly unit: ReceivedUnit
}

export interface Matching {
  /** Passages that say something else from now on. */
  readonly taken: readonly Match[]
  /** Passages that say what they said, and are said to be right. */
  readonly confirmed: readonly Match[]
  /** How many came back as they were, or not done. */
  readonly unchanged: number
  readonly open: number
}

export interface Shelf {
  /** Passages of an article of the source; `undefined` where there is none. */
  readonly maybePassages: (slug: Slug) => readonly ListedPassage[] | undefined
  /** Passages of all articles that say these words and have no translation. */
  readonly findByWords: (words: string) => readonly ListedPassage[]
  readonly languages: {readonly source: Language; readonly target: Language}
  /** Takes what was changed on both sides. */
  readonly force: boolean
}

export function matchUnits({units}: Received, shelf: Shelf, report: Report): Matching {
  const answers = new Map<ListedPassage, ReceivedUnit>()
  const torn = new Set<ListedPassage>()
  const strangers = new Set<Slug>()
  let open = 0
  for (const unit of units) {
    if (unit.open) open++
    else for (const listed of findPassages(unit, shelf, strangers, report)) {
      const other = answers.get(listed)
      if (other && other.target !== unit.target && unit.id !== undefined) {
        report('exchange/duplicate', {unit: listed.id, line: other.place.line ?? 1}, unit.place)
        torn.add(listed)
      } else if (!other) answers.set(listed, unit)
    }
  }
  const [taken, confirmed]: [Match[], Match[]] = [[], []]
  let unchanged = 0
  for (const [listed, unit] of answers) {
    if (torn.has(listed)) continue
    if (unit.target === listed.target?.text) {
      unchanged++
      if (unit.confirmed) confirmed.push({listed, unit})
    } else if (isSound(unit, listed, shelf, report)) taken.push({listed, unit})
  }
  return {taken, confirmed, unchanged, open}
}

function findPassages(unit: ReceivedUnit, shelf: Shelf, strangers: Set<Slug>, report: Report): readonly ListedPassage[] {
  const {id, place} = unit
  if (id === undefined) return shelf.findByWords(unit.source)
  const slug = id.slice(0, Math.max(0, id.lastIndexOf('#')))
  const listed = shelf.maybePassages(slug)
  const found = listed?.find((each) => each.id === id)
  if (!listed) {
    if (!strangers.has(slug)) report('exchange/unknown-article', {slug: slug || id}, place)
    strangers.add(slug)
  } else if (!found && !listed.some(({target}) => target?.text === unit.target)) report('exchange/unknown-unit', {unit: id, words: unit.source.slice(0, 60)}, place)
  return found ? [found] : []
}

function isSound(unit: ReceivedUnit, listed: ListedPassage, {languages, force}: Shelf, report: Report): boolean {
  const {target, stand, source: {text, blocks}} = listed
  if (unit.torn !== undefined) {
    report('exchange/damaged-markup', {unit: listed.id, lost: [], added: [unit.torn]}, unit.place)
    return false
  }
  if (!force && unit.id !== undefined && stand !== (unit.stand ?? noStand)) {
    report('exchange/changed-since', {unit: listed.id, words: (target?.text ?? '').slice(0, 60)}, unit.place)
    return false
  }
  const damage = blocks.every(isMachine) ? undefined : maybeDamage(text, unit.target, languages)
  const former = damage && target && maybeDamage(text, target.text, languages)
  if (!damage || (former && isSameDamage(damage, former))) return true
  report('exchange/damaged-markup', {unit: listed.id, ...damage}, unit.place)
  return false
}

/** A difference that the translation has had before is nobody's fault now. */
function isSameDamage(one: {readonly lost: readonly string[]; readonly added: readonly string[]}, other: typeof one): boolean {
  return one.lost.every((each) => other.lost.includes(each)) && one.added.every((each) => other.added.includes(each))
}
