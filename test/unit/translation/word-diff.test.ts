/** Differences of texts, word by word. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {diffWords} from '../../../src/core/word-diff.ts'

function show(old: string, now: string, language = 'en'): string {
  return diffWords(old, now, language).map(({kind, text}) => kind === 'gone' ? `[-${text}-]` : kind === 'new' ? `{+${text}+}` : text).join('')
}

describe('diffWords', () => {
  it.each([
    ['one two three', 'one two three', 'one two three'],
    ['one two three', 'one four three', 'one [-two-]{+four+} three'],
    ['one two three', 'one three', 'one [-two -]three'],
    ['one', 'one, two', 'one{+, two+}'],
    ['a big red house', 'a small blue house', 'a [-big red-]{+small blue+} house'],
    ['', 'new', '{+new+}'], ['old', '', '[-old-]'], ['', '', '']
  ])('of %j and %j is %j', (old, now, shown) => expect(show(old, now)).toBe(shown))

  it('knows words without blanks between them', () => {
    expect(show('蜂は夏に蜜を作る', '蜂は冬に蜜を作る', 'ja')).toBe('蜂は[-夏-]{+冬+}に蜜を作る')
  })

  it('gives both texts back, whatever they are', () => {
    const text = fc.array(fc.constantFrom('bee', 'wax', ' ', '\n', '、', '蜂', '**'), {maxLength: 30}).map((words) => words.join(''))
    fc.assert(fc.property(text, text, (old, now) => {
      const pieces = diffWords(old, now, 'ja')
      expect(pieces.filter(({kind}) => kind !== 'new').map((piece) => piece.text).join('')).toBe(old)
      expect(pieces.filter(({kind}) => kind !== 'gone').map((piece) => piece.text).join('')).toBe(now)
    }), {numRuns: 200})
  })

  it('takes no time for long texts', () => {
    const long = Array.from({length: 40_000}, (_, at) => `word${at}`)
    const pieces = diffWords(long.join('\n'), [...long].reverse().join('\n'), 'en')
    expect(pieces.length).toBeGreaterThan(1)
  })
})
