/** What came back from translators, set into the publication: every article rewritten, read again, and kept only if it is what it should be. */
import type {Code, Facts, Report} from '../core/diagnostic.ts'
import type {Language, Manuscript, Parsed} from '../core/model.ts'
import {formatSidecar, recordPath} from '../core/sidecar.ts'
import type {World} from '../core/world.ts'
import type {Library, Opened} from './library.ts'
import {fold} from '../link/targets.ts'
import {listChanges} from '../translation/changes.ts'
import {matchUnits, type Match, type Matching} from '../translation/exchange/match.ts'
import {listPassages, type ListedPassage} from '../translation/exchange/passage-list.ts'
import {renewRecord} from '../translation/exchange/record.ts'
import {rewrite, type Rewritten, type Wanted} from '../translation/exchange/rewrite.ts'
import {findLostLinks, findMisfit, type Misfit} from '../translation/exchange/structure.ts'
import type {Received} from '../translation/exchange/unit.ts'
import {pairArticles} from '../translation/pair.ts'

export interface Taken {
  /** Files written, by their path. */
  readonly kept: readonly string[]
  /** Passages that say something else now. */
  readonly taken: number
  /** Passages that were behind, and are said to be right as they are. */
  readonly confirmed: number
  readonly unchanged: number
  readonly open: number
}

export interface Taking {
  readonly library: Library
  readonly world: World
  readonly force: boolean
  readonly report: Report
}

export async function takeParcels(parcels: readonly Received[], taking: Taking): Promise<Taken> {
  const texts = new Map<string, string>()
  const sum = {taken: 0, confirmed: 0, unchanged: 0, open: 0}
  for (const [language, own] of groupByLanguage(parcels)) {
    const articles = await taking.library.pairAll(language)
    const listed = new Map(articles.map((opened) => [opened, listPassages(opened.paired)]))
    const matching = matchUnits(own, makeShelf(articles, listed, language, taking), taking.report)
    const byArticle = groupByArticle(matching, articles, listed)
    for (const [opened, matches] of byArticle) {
      const done = await takeArticle(opened, matches, listed.get(opened) ?? [], language, taking)
      for (const [path, text] of done.texts) texts.set(path, text)
      sum.taken += done.taken
      sum.confirmed += done.confirmed
    }
    sum.unchanged += matching.unchanged
    sum.open += matching.open
  }
  if (texts.size > 0) await taking.world.keep(texts)
  return {...sum, kept: [...texts.keys()].sort()}
}

/** Several files for one language are one. */
function groupByLanguage(parcels: readonly Received[]): ReadonlyMap<Language, Received> {
  const groups = new Map<Language, Received>()
  for (const parcel of parcels) {
    const known = groups.get(parcel.target)
    groups.set(parcel.target, known ? {...known, units: [...known.units, ...parcel.units]} : parcel)
  }
  return groups
}

function makeShelf(articles: readonly Opened[], listed: ReadonlyMap<Opened, readonly ListedPassage[]>, target: Language, {library: {source}, force}: Taking): Parameters<typeof matchUnits>[1] {
  const bySlug = new Map(articles.map((opened) => [fold(opened.slug), listed.get(opened) ?? []]))
  const byWords = new Map<string, ListedPassage[]>()
  for (const passage of [...listed.values()].flat()) if (!passage.target) byWords.set(passage.source.text, [...byWords.get(passage.source.text) ?? [], passage])
  return {maybePassages: (slug) => bySlug.get(fold(slug)), findByWords: (words) => byWords.get(words) ?? [], languages: {source, target}, force}
}

interface Matches {
  readonly taken: readonly Match[]
  readonly confirmed: readonly Match[]
}

function groupByArticle({taken, confirmed}: Matching, articles: readonly Opened[], listed: ReadonlyMap<Opened, readonly ListedPassage[]>): ReadonlyMap<Opened, Matches> {
  return new Map(articles.flatMap((opened) => {
    const own = new Set(listed.get(opened))
    const mine = (matches: readonly Match[]): readonly Match[] => matches.filter((match) => own.has(match.listed))
    const matches = {taken: mine(taken), confirmed: mine(confirmed)}
    return matches.taken.length + matches.confirmed.length > 0 ? [[opened, matches] as const] : []
  }))
}

interface Done {
  readonly texts: ReadonlyMap<string, string>
  readonly taken: number
  readonly confirmed: number
}

const nothing: Done = {texts: new Map(), taken: 0, confirmed: 0}

async function takeArticle(opened: Opened, matches: Matches, all: readonly ListedPassage[], language: Language, taking: Taking): Promise<Done> {
  const {paired} = opened
  const file = paired.written.target ?? maybeNewFile(paired.written.source, language, taking)
  if (!file) return nothing
  const wanted = matches.taken.map(({listed, unit}): Wanted => ({listed, text: unit.target}))
  const sound = await findSound({opened, wanted, all, file, matches, taking})
  const behind = opened.pair && opened.basis ? new Set(listChanges(opened.pair, opened.basis).flatMap(({source}) => source)) : new Set()
  const confirmed = matches.confirmed.filter(({listed}) => listed.source.blocks.some((block) => behind.has(block)))
  if (sound.wanted.length + confirmed.length === 0) return nothing
  const done = new Set([...sound.wanted.map(({listed}) => listed), ...confirmed.map(({listed}) => listed)].flatMap(({source: {blocks}}) => blocks.map(({hash}) => hash)))
  return {
    texts: new Map([...sound.wanted.length > 0 ? [[file.file, sound.text] as const] : [], ...writeRecord(opened, sound.parsed, file, done, taking)]),
    taken: sound.wanted.length, confirmed: confirmed.length
  }
}

/** Where a translation that is begun goes: as the source lies in its folder. */
function maybeNewFile(source: Manuscript, language: Language, {library: {sources: {manuscripts}}, report}: Taking): Manuscript | undefined {
  const folder = manuscripts.find((each) => each.language === language)?.file.split('/', 1)[0] ?? language
  const file = `${folder}${source.file.slice(source.file.indexOf('/'))}`
  const other = manuscripts.find((each) => each.file.normalize('NFC').toLowerCase() === file.normalize('NFC').toLowerCase())
  if (other) report('exchange/occupied', {slug: source.slug, file: other.file}, {file: other.file})
  return other ? undefined : {file, language, slug: source.slug, text: ''}
}

interface Trial {
  readonly opened: Opened
  readonly wanted: readonly Wanted[]
  readonly all: readonly ListedPassage[]
  readonly file: Manuscript
  readonly matches: Matches
  readonly taking: Taking
}

interface Sound {
  readonly wanted: readonly Wanted[]
  readonly text: string
  readonly parsed?: Parsed
}

/** The text with all passages that leave the article's structure whole; those that do not are found one by one. */
async function findSound(trial: Trial): Promise<Sound> {
  let left = trial.wanted
  while (left.length > 0) {
    const {rewritten, parsed} = await attempt(left, trial)
    const misfit = findMisfit(rewritten.slots, parsed?.blocks ?? [])
    const refused = misfit ? await findMisfits(left, misfit, trial) : findTorn(rewritten, parsed, trial)
    if (refused.size === 0 && parsed) return {wanted: left, text: rewritten.text, parsed}
    left = left.filter((each) => !refused.has(each))
  }
  return {wanted: [], text: trial.file.text}
}

async function attempt(wanted: readonly Wanted[], {opened: {paired}, all, file, taking: {world, library}}: Trial): Promise<{readonly rewritten: Rewritten; readonly parsed: Parsed | undefined}> {
  const rewritten = rewrite(paired, wanted, all)
  const [parsed] = await world.parse([{...file, text: rewritten.text}], library.settings)
  return {rewritten, parsed}
}

/** Passages that break the structure by themselves; all of them where only together they do. */
async function findMisfits(wanted: readonly Wanted[], together: Misfit, trial: Trial): Promise<ReadonlySet<Wanted>> {
  const {opened: {paired}, all, file, taking: {world, library}} = trial
  const alone = wanted.map((each) => rewrite(paired, [each], all))
  const parsed = await world.parse(alone.map(({text}) => ({...file, text})), library.settings)
  const misfits = wanted.map((_, at) => findMisfit(alone[at]?.slots ?? [], parsed[at]?.blocks ?? []))
  const isTogether = misfits.every((misfit) => !misfit)
  return new Set(wanted.filter((each, at) => {
    const misfit = isTogether ? together : misfits[at]
    if (misfit) refuse(each, 'exchange/damaged-structure', misfit, trial)
    return misfit !== undefined
  }))
}

/** Values that cannot be set, and passages whose links lead nowhere now. */
function findTorn({slots, unset}: Rewritten, parsed: Parsed | undefined, trial: Trial): ReadonlySet<Wanted> {
  const {file, taking: {library}} = trial
  const lost = findLostLinks(slots, parsed?.blocks ?? [], {source: library.source, target: file.language})
  for (const each of unset) refuse(each, 'exchange/unset-value', {key: each.listed.kind, file: file.file}, trial)
  for (const [each, links] of lost) refuse(each, 'exchange/damaged-markup', {lost: links, added: []}, trial)
  return new Set([...unset, ...lost.map(([each]) => each)])
}

function refuse<C extends Code>({listed}: Wanted, code: C, facts: Omit<Facts<C>, 'unit'>, {matches, taking: {report}}: Trial): void {
  const place = matches.taken.find((match) => match.listed === listed)?.unit.place
  report(code, {unit: listed.id, ...facts} as never, place) // the unit is the one fact that all of them share
}

/** The record renewed, where there is one or can be one. */
function writeRecord({source, paired, pair, basis}: Opened, parsed: Parsed | undefined, file: Manuscript, done: ReadonlySet<string>, {library}: Taking): readonly (readonly [string, string])[] {
  const base = basis?.record ?? (paired.written.target ? undefined : {beads: []})
  const target = parsed ?? pair?.target
  if (!base || !target) return []
  const former = library.sources.records.get(recordPath(file))
  const renewed = renewRecord({pair: pairArticles(source, target, former), base, done, source: library.source})
  const text = formatSidecar({...renewed, ...(former?.date !== undefined && {date: former.date})})
  return former && formatSidecar(former) === text ? [] : [[recordPath(file), text]]
}
