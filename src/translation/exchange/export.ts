/** The units of an article for one language: what there is to translate, what is translated, what is behind. */
import type {Block} from '../../core/translation.ts'
import type {Change} from '../changes.ts'
import {openPassage} from './passages.ts'
import {listPassages, type ListedPassage, type Paired} from './passage-list.ts'
import type {ExchangeUnit} from './unit.ts'

/** `changes` are those of the source since the translation was made. */
export function listUnits(paired: Paired, changes: readonly Change[]): readonly ExchangeUnit[] {
  const changeByBlock = new Map<Block, Change>(changes.flatMap((change) => change.kind === 'changed' ? change.source.map((block) => [block, change] as const) : []))
  const {source: {slug, file}} = paired.written
  return listPassages(paired).map((listed) => {
    const {id, kind, source, target, stand} = listed
    const change = source.blocks.map((block) => changeByBlock.get(block)).find((each) => each !== undefined)
    const [first] = source.blocks
    return {
      id, slug, kind, source: source.text, stand, behind: target !== undefined && change !== undefined,
      place: {file, ...(first && {line: first.line, column: first.column})},
      ...(target && {target: target.text}), ...(target && change?.former !== undefined && {former: openFormer(change.former, listed)})
    }
  })
}

/** What the source said then, without the marks that the passage has now. */
function openFormer(markdown: string, {source, kind}: ListedPassage): string {
  return source.span ? openPassage(markdown, [0, markdown.length], /^heading\d$/.test(kind)).text : markdown
}
