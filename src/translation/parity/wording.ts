/** Passages of a translation that are still the source's, or in a language that is none of both. */
import type {Report} from '../../core/diagnostic.ts'
import {isElement, walkElements} from '../../core/hast.ts'
import {scriptOf} from '../../core/locale.ts'
import type {Language, Parsed} from '../../core/model.ts'
import type {Block} from '../../core/translation.ts'
import type {Pair} from '../pair.ts'
import type {Languages} from './check.ts'
import {maybeOtherLanguage} from './languages.ts'
import {nameOf, placeOf} from './places.ts'
import {proseOf} from './prose.ts'

/** Words that are neither names nor abbreviations, below which a passage may well be the same in both languages. */
const enoughWords = 5

export function checkWording({source, target, beads}: Pair, languages: Languages, report: Report): void {
  if (primary(languages.source) === primary(languages.target)) return
  const quoted = findQuoted(target)
  const expected = target.article.textLanguage ?? languages.target
  for (const bead of beads) {
    const ours = (source.blocks ?? []).slice(...bead.source)
    for (let at = bead.target[0]; at < bead.target[1]; at++) {
      const block = target.blocks?.[at]
      if (!block || !isProse(block) || quoted.has(at)) continue
      const same = ours.find((each) => isProse(each) && fold(each) === fold(block))
      if (same && countPlain(proseOf(block)) >= enoughWords) report('parity/untranslated', {words: firstWords(block.words), at: nameOf(source.article, same)}, placeOf(target.article, block))
      else if (!same) checkLanguage(block, expected, target, report)
    }
  }
}

function checkLanguage(block: Block, expected: Language, {article}: Parsed, report: Report): void {
  const language = maybeOtherLanguage(proseOf(block), expected)
  if (language !== undefined && language !== primary(expected)) report('parity/wrong-language', {words: firstWords(block.words), found: language, expected}, placeOf(article, block))
}

function primary(language: Language): string {
  return `${language.split('-')[0]}-${scriptOf(language)}`
}

function isProse({kind}: Block): boolean {
  return !['code', 'math', 'html', 'table', 'picture', 'keywords'].includes(kind)
}

function fold(block: Block): string {
  return proseOf(block).normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()
}

/** Words that begin small; where letters know no size, eight of them count as four words. */
function countPlain(prose: string): number {
  const small = prose.match(/(?<![\p{L}\p{N}./_-])\p{Ll}[\p{Ll}\p{M}'’]+(?![\p{L}\p{N}/_]|[.-]\p{L})/gu)?.length ?? 0
  return small + (prose.match(/\p{Lo}/gu)?.length ?? 0) / 2
}

/** Blocks that the author says to be in another language. */
function findQuoted({article}: Parsed): ReadonlySet<number> {
  const quoted = new Set<number>()
  walkElements(article.tree, (element) => {
    const {lang, translate} = element.properties
    if (isElement(element) && (lang !== undefined || translate === 'no')) walkElements(element, (inner) => {
      if (inner.data?.block !== undefined) quoted.add(inner.data.block)
    })
  })
  return quoted
}

function firstWords(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60).replace(/\s\S*$/, '')} …` : words
}
