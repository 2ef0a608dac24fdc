/** Several divisions in one document, for a shop that wants few documents. */
import {h} from '../../../core/hast.ts'
import type {Division} from '../../../core/model.ts'

/** No more than `most` divisions: runs of the body become one each, about equally long, under the name of their first. Every id stays. */
export function joinDivisions(divisions: readonly Division[], most: number): readonly Division[] {
  const body = divisions.filter(({matter}) => matter === 'body')
  const room = Math.max(1, most - (divisions.length - body.length))
  if (body.length <= room) return divisions
  const share = body.reduce((sum, {words}) => sum + words + 1, 0) / room
  const runs = new Map<number, Division[]>()
  let before = 0
  for (const division of body) {
    const run = Math.min(room - 1, Math.floor(before / share))
    const others = runs.get(run)
    if (others) others.push(division)
    else runs.set(run, [division])
    before += division.words + 1
  }
  const joined = new Map([...runs.values()].flatMap((run) => run[0] ? [[run[0], join(run[0], run)]] : []))
  return divisions.flatMap((division) => division.matter === 'body' ? joined.get(division) ?? [] : [division])
}

function join(first: Division, run: readonly Division[]): Division {
  if (run.length === 1) return first
  return {...first, words: run.reduce((sum, {words}) => sum + words, 0), tree: h('div', {className: ['divisions']}, run.map(({tree}) => tree))}
}
