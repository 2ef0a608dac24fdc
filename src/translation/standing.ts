/** How one translation of one article stands to its source. */
import type {Language, Parsed, Slug} from '../core/model.ts'
import {countBlocks, isSettled, listChanges, type Basis, type Change} from './changes.ts'
import {pairArticles} from './pair.ts'
import {makeSidecar} from './sidecar.ts'

/** `unrecorded`: nothing says from which text it was made; `orphan`: the source language has no such article. */
export type State = 'current' | 'behind' | 'unrecorded' | 'missing' | 'orphan'

export interface Standing {
  readonly language: Language
  readonly state: State
  /** Absent where there is no translation. */
  readonly file?: string
  /** What says from which text it was made. */
  readonly basis?: Pick<Basis, 'kind' | 'revision' | 'date'>
  /** None where all is current. */
  readonly changes: readonly Change[]
  /** Words of the source that are to be translated. */
  readonly open: number
}

export interface StatusRow {
  readonly slug: Slug
  /** Of the source; of a translation where there is none. */
  readonly title: string
  /** The source's. */
  readonly file?: string
  /** Words of the source. */
  readonly words: number
  /** One for each language but the source's, in their order; none where neither the source nor the language has the article. */
  readonly standings: readonly Standing[]
}

/** What is to be judged: a translation, its source, and what is known of how one was made from the other. */
export interface Candidate {
  readonly language: Language
  readonly source?: Parsed
  readonly target?: Parsed
  readonly basis?: Basis
}

export function judgeTranslation({language, source, target, basis}: Candidate): Standing | undefined {
  const file = target?.article.file
  if (!source) return file === undefined ? undefined : {language, state: 'orphan', file, changes: [], open: 0}
  if (!target || file === undefined) return {language, state: 'missing', changes: [], open: countWordsIn(source)}
  const isSame = basis?.kind === 'record' && isSettled(basis.record, source.blocks ?? [])
  const changes = isSame ? [] : listChanges(pairArticles(source, target, basis?.record), basis)
  const open = changes.reduce((sum, {words}) => sum + words, 0)
  const {former: _, record: __, ...known} = basis ?? {former: [], record: undefined, kind: 'record' as const}
  return {language, state: !basis ? 'unrecorded' : changes.length > 0 ? 'behind' : 'current', file, changes, open, ...(basis && {basis: known})}
}

/** Words of an article that somebody translates, those of its front matter too. */
export function countWordsIn({article, blocks = []}: Parsed): number {
  return countBlocks(blocks, article.language)
}

/** The basis that an older text of the source gives: that the translation says what it said. */
export function makeHistoryBasis(former: Parsed, target: Parsed, {id, date}: {readonly id: string; readonly date: string}): Basis {
  const record = makeSidecar(pairArticles(former, target), former.article.language)
  return {kind: 'history', record, revision: id, date, former: former.blocks ?? []}
}
