import {describe, expect, it} from 'vitest'
import {classesOf, h, isElement, textOf} from '../../../src/core/hast.ts'
import {repeatHead} from '../../../src/emit/print/index-heads.ts'

const entry = (below: number) => h('li', {id: 'index-1', 'epub:type': 'index-entry'}, h('span', {className: ['term']}, 'bees'), h('span', {}, ' 12'),
  below === 0 ? undefined : h('ul', {className: ['subentries']}, Array.from({length: below}, (_, at) => h('li', {}, `kind ${at}`))))

describe('repeatHead', () => {
  it('leaves entries with few or none below them', () => {
    for (const below of [0, 2]) {
      const short = entry(below)
      expect(repeatHead(short)).toBe(short)
    }
  })

  it('puts all that is said of the entry itself into one head', () => {
    const {properties, children} = repeatHead(entry(5))
    expect(properties['id']).toBe('index-1')
    expect(children.map((child) => isElement(child) ? [child.tagName, ...classesOf(child), textOf(child)] : [])).toEqual([
      ['div', 'entry-head', 'bees 12'], ['ul', 'subentries', 'kind 0kind 1kind 2kind 3kind 4']
    ])
  })
})
