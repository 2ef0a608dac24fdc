/** Anchors of the source's headings in a translation: a link written against the source finds the heading that answers it. */
import {walkElements} from '../core/hast.ts'
import type {Parsed} from '../core/model.ts'
import type {Pair} from './pair.ts'

/** By anchor of the source, the anchor of the translation; headings that nothing answers are not in it. */
export function bridgeAnchors({source, target, beads}: Pair): ReadonlyMap<string, string> {
  const anchorByBlock = new Map(listHeadings(target).map(({anchor, block}) => [block, anchor]))
  return new Map(listHeadings(source).flatMap(({anchor, block}) => {
    const bead = beads.find(({source: [from, to]}) => block >= from && block < to)
    const range = bead?.target ?? [0, 0]
    for (let at = range[0]; at < range[1]; at++) {
      const answer = anchorByBlock.get(at)
      if (answer !== undefined) return [[anchor, answer] as const]
    }
    return []
  }))
}

function listHeadings({article}: Parsed): readonly {readonly anchor: string; readonly block: number}[] {
  const headings: {anchor: string; block: number}[] = []
  walkElements(article.tree, ({tagName, properties: {id}, data}) => {
    if (/^h[1-6]$/.test(tagName) && typeof id === 'string' && data?.block !== undefined) headings.push({anchor: id, block: data.block})
  })
  return headings
}
