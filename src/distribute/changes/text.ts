/** Changes as text for a terminal: a table of articles for each edition, and the passages that are other. */
import type {ArticleChange, ArticleCorrections, Changes, Correction, EditionChanges} from '../../core/changes.ts'
import type {Piece} from '../../core/word-diff.ts'
import {isSame} from './compare.ts'

/** Corrections of articles by tag, where the texts of both releases are at hand. */
export type CorrectionsByTag = ReadonlyMap<string, readonly ArticleCorrections[]>

const signs: Readonly<Record<ArticleChange['kind'], string>> = {new: '+', changed: '~', removed: '-', moved: '>'}

/** What would steer a terminal; releases may be by anyone. */
const unprintable = /[\0-\x09\x0b-\x1f\x7f-\x9f]/g

/** Columns of pages, signs and titles; passages as `wdiff` writes them, `[-gone-]` and `{+new+}`. */
export function formatChanges(changes: Changes, corrections: CorrectionsByTag): string {
  const {name, former, now, languages, editions} = changes
  const head = `${name}: ${former.date} → ${now.date}\n`
  if (isSame(changes)) return `${head}the same\n`
  const others = editions.filter(({kind}) => kind !== 'same')
  return [
    head, ...languages.added.length > 0 ? [`new languages: ${languages.added.join(', ')}\n`] : [], ...languages.removed.length > 0 ? [`languages that are gone: ${languages.removed.join(', ')}\n`] : [],
    ...others.map((edition) => `\n${formatEdition(edition, corrections.get(edition.tag) ?? [])}`),
    ...others.length < editions.length ? [`\nthe same: ${editions.filter(({kind}) => kind === 'same').map(({tag}) => tag).join(', ')}\n`] : []
  ].join('').replaceAll(unprintable, ' ')
}

function formatEdition(edition: EditionChanges, corrections: readonly ArticleCorrections[]): string {
  const {tag, title, formerTitle, kind, articles} = edition
  const head = `${tag}  ${title}${formerTitle === undefined ? '' : ` (was: ${formerTitle})`}: ${kind === 'changed' ? sumUp(edition) : `${kind} edition, ${count(articles.length, 'article')}`}\n`
  if (kind !== 'changed') return head
  const width = Math.max(0, ...articles.flatMap(({page = '', formerPage = ''}) => [page.length, formerPage.length]))
  const bySlug = new Map(corrections.map((each) => [each.slug, each]))
  return [head, ...articles.map((change) => formatArticle(change, width) + formatCorrections(bySlug.get(change.slug)))].join('')
}

/** How many of each kind. */
export function sumUp({articles, unchanged, formats}: EditionChanges): string {
  const of = (kind: ArticleChange['kind']): number => articles.filter((article) => article.kind === kind).length
  const parts = [
    ...(['new', 'changed', 'removed', 'moved'] as const).flatMap((kind) => of(kind) > 0 ? [`${of(kind)} ${kind}`] : []), `${unchanged} as before`,
    ...formats.added.length > 0 ? [`also as ${formats.added.join(', ')}`] : [], ...formats.removed.length > 0 ? [`no longer as ${formats.removed.join(', ')}`] : [],
    ...formats.changed.length > 0 ? [`other bytes: ${formats.changed.join(', ')}`] : []
  ]
  return parts.join(', ')
}

function formatArticle({kind, slug, formerSlug, title, formerTitle, page = '', formerPage = '', moved}: ArticleChange, width: number): string {
  const pages = width === 0 ? '' : `${formerPage.padStart(width)} ${formerPage !== '' && page !== '' ? '→' : ' '} ${page.padStart(width)}  `
  const was = [...formerTitle === undefined ? [] : [formerTitle], ...formerSlug === undefined ? [] : [`/${formerSlug}`]]
  return `  ${signs[kind]} ${pages}${title} (${slug}${was.length > 0 ? `, was: ${was.join(', ')}` : ''}${moved && kind !== 'moved' ? ', moved' : ''})\n`
}

function formatCorrections(found: ArticleCorrections | undefined): string {
  if (!found) return ''
  if (found.rewritten) return '      written anew\n'
  return found.corrections.map((correction) => `      ${correction.page === undefined ? '' : `p. ${correction.page}: `}${join(correction)}\n`).join('')
}

/** What is printed, with what goes and what comes. */
function join({printed, correct}: Correction): string {
  const pieces = printed.some(({kind}) => kind === 'gone') ? weave(printed, correct) : correct
  return pieces.map(({kind, text}) => {
    const words = text.replaceAll('\n', ' ¶ ')
    return kind === 'same' ? words : kind === 'gone' ? `[-${words}-]` : `{+${words}+}`
  }).join('')
}

/** One sequence of both sides, which share what stayed. */
function weave(printed: readonly Piece[], correct: readonly Piece[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const takeNew = (): void => {
    while (correct[at]?.kind === 'new') pieces.push(correct[at++] as Piece) // just looked at
  }
  for (const piece of printed) {
    if (piece.kind === 'same') {
      takeNew()
      at++
    }
    pieces.push(piece)
  }
  takeNew()
  return pieces
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
