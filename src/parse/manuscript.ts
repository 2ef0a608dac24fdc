/** A manuscript becomes an article: front matter read, Markdown made safe and well-nested HTML, every problem told. */
import type {Root} from 'hast'
import type {Root as MarkdownRoot} from 'mdast'
import {makeLedger, sortDiagnostics} from '../core/diagnostic.ts'
import {digestOf} from '../core/digest.ts'
import {h} from '../core/hast.ts'
import {isLimitError} from '../core/limits.ts'
import {directionOf} from '../core/locale.ts'
import type {Article, Manuscript, Parsed, ParseSettings} from '../core/model.ts'
import type {Block} from '../core/translation.ts'
import {typesetLine, typesetTree} from '../core/typography/typeset.ts'
import {openAddresses} from './addresses.ts'
import {balanceIsolates, cleanText} from './characters.ts'
import {markBlocks, readBlocks} from './blocks.ts'
import {type Context, makeContext} from './context.ts'
import {rewriteDialects} from './dialects.ts'
import {type Front, type Head, readFront} from './front-matter.ts'
import {checkDescriptions} from './descriptions.ts'
import {settleHeadings} from './headings.ts'
import {isolateNumbers} from './isolates.ts'
import {settleDirections} from './languages.ts'
import {readMarkdown} from './markdown.ts'
import {keepPositions} from './positions.ts'
import {settleTree} from './settle.ts'
import {plainTitle, takeTitle, titleFromSlug} from './title.ts'
import {countWords} from './words.ts'

const noHead: Head = {keywords: [], aliases: [], authors: [], translators: [], draft: false}

/** Pure and synchronous. A text nested too deeply gives an article that holds its title only, and a diagnostic; what is thrown is a fault of ours. */
export function parseManuscript(manuscript: Manuscript, settings: ParseSettings): Parsed {
  const {list, report} = makeLedger()
  const context = makeContext(manuscript, settings.terms, report)
  let head = noHead
  let article: Article
  let blocks: readonly Block[] | undefined
  try {
    const front = readFront(balanceIsolates(cleanText(manuscript.text, context, 1), context), context)
    head = front.head
    ;({article, blocks} = readArticle(manuscript, front, settings, context))
    if (front.typography ?? settings.typography) article = typeset(article)
  } catch (error) {
    if (!isLimitError(error)) throw error
    report('parse/limit-exceeded', {limit: 'nesting'}, {file: manuscript.file})
    const title = plainTitle(head.title ?? '') || titleFromSlug(manuscript.slug, manuscript.language)
    article = makeArticle(manuscript, {...head, title}, {type: 'root', children: [h('p', {}, title)]})
  }
  context.settleTally()
  return {article, diagnostics: sortDiagnostics(list), ...(blocks && {blocks})}
}

interface Read {
  readonly article: Article
  readonly blocks?: readonly Block[]
}

function readArticle(manuscript: Manuscript, {text, head, blocks: front}: Front, settings: ParseSettings, context: Context): Read {
  let blocks: readonly Block[] = []
  const see = settings.blocks ? (tree: MarkdownRoot, source: string): void => { blocks = [...front, ...readBlocks(tree, source, manuscript.text)] } : undefined
  const settled = settleTree(readMarkdown(rewriteDialects(text), settings.singleDollarMath, context, see), context)
  const written = head.title === undefined ? '' : plainTitle(head.title) || head.title
  const {tree, title, phrases} = takeTitle(settled, written || undefined)
  const shown = title ?? titleFromSlug(manuscript.slug, manuscript.language)
  if (title === undefined) context.report('parse/missing-title', {title: shown}, {position: {start: {line: 1, column: 1}}})
  const direction = head.direction ?? directionOf(head.textLanguage ?? manuscript.language)
  settleDirections(tree, direction)
  isolateNumbers(tree, direction)
  if (phrases) settleDirections({type: 'root', children: [h('p', {}, phrases)]}, direction)
  openAddresses(tree)
  settleHeadings(tree)
  checkDescriptions(tree, context)
  markBlocks(tree, blocks)
  keepPositions(tree)
  const article = makeArticle(manuscript, {...head, title: shown, ...(phrases && {titlePhrases: phrases})}, tree)
  return settings.blocks ? {article, blocks} : {article}
}

/** The article's words with the marks and spaces of its language; its anchors and slug are made before. */
function typeset(article: Article): Article {
  const language = article.textLanguage ?? article.language
  const set = (words: string): string => typesetLine(words, language)
  typesetTree(article.tree, language)
  if (article.titlePhrases) typesetTree({type: 'root', children: [h('p', {}, article.titlePhrases)]}, language)
  return {
    ...article, title: set(article.title), keywords: article.keywords.map((keyword) => ({...keyword, term: set(keyword.term)})),
    ...(article.description !== undefined && {description: set(article.description)})
  }
}

function makeArticle({file, language, slug, text}: Manuscript, head: Head & Pick<Article, 'title' | 'titlePhrases'>, tree: Root): Article {
  return {...head, file, language, slug, words: countWords(tree, head.textLanguage ?? language), digest: digestOf({...head, text}), tree}
}
