/** Markdown to HTML's tree: one frozen processor per dialect, made once. */
import type {Root as HastRoot} from 'hast'
import type {Root} from 'mdast'
import rehypeRaw from 'rehype-raw'
import {remarkDefinitionList} from 'remark-definition-list'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import type {Context} from './context.ts'
import {handlers} from './handlers.ts'
import {knownDirectives} from './known-directives.ts'
import {prepareTree} from './prepare.ts'
import {maybeUnclosedComment} from './raw-html.ts'
import {sanitizeTree} from './sanitize.ts'
import {unspacedScripts} from './unspaced.ts'

const parsers = {
  plain: makeParser(false),
  dollars: makeParser(true)
}
const toHtml = unified().use(remarkRehype, {allowDangerousHtml: true, handlers}).freeze()
const parseHtml = unified().use(rehypeRaw, {passThrough: ['trusted', 'indexMark']}).freeze()

function makeParser(singleDollarTextMath: boolean): {readonly parse: (text: string) => Root} {
  return unified().use(remarkParse).use(remarkGfm).use(unspacedScripts).use(knownDirectives).use(remarkDefinitionList).use(remarkMath, {singleDollarTextMath}).freeze()
}

/** The tree of a text, safe but not yet well nested; `see` is shown Markdown's own tree and the text that its offsets count. Throws RangeError when nested too deeply. */
export function readMarkdown(text: string, singleDollarMath: boolean, context: Context, see?: (tree: Root, source: string) => void): HastRoot {
  const parser = singleDollarMath ? parsers.dollars : parsers.plain
  let source = text
  let tree = parser.parse(source)
  for (let comment = maybeUnclosedComment(tree); comment; comment = maybeUnclosedComment(tree)) {
    const start = comment.position?.start.offset ?? 0
    const at = source.indexOf('<!--', start + Math.max(0, comment.value.lastIndexOf('-->')))
    if (at < 0) break
    context.report('parse/unclosed-comment', undefined, comment)
    source = `${source.slice(0, at)}\\${source.slice(at)}`
    tree = parser.parse(source)
  }
  see?.(tree, source)
  const hasHtml = prepareTree(tree, source, context)
  const html = toHtml.runSync(tree) as HastRoot // remark-rehype without a destination gives hast
  return hasHtml ? sanitizeTree(parseHtml.runSync(html, source) as HastRoot, context) : html
}
