/** Where in a file a finding is: of the translation as a place, of the source as words. */
import type {Article, Place} from '../../core/model.ts'
import type {Block} from '../../core/translation.ts'

/** The place of a passage of a block; of the block where the passage is not found in it. */
export function placeOf({file}: Pick<Article, 'file'>, {line, column, markdown, span}: Block, passage = ''): Place {
  const at = span ? markdown.indexOf(passage) : 0
  if (at <= 0) return {file, line, column}
  const before = markdown.slice(0, at).split('\n')
  const last = before.at(-1) ?? ''
  return before.length === 1 ? {file, line, column: column + at} : {file, line: line + before.length - 1, column: last.length + 1}
}

/** `en/honey.md:12`. */
export function nameOf(article: Pick<Article, 'file'>, block: Block, passage = ''): string {
  const {file, line} = placeOf(article, block, passage)
  return `${file}:${line}`
}
