/** Words of texts, in scripts with and without blanks between them. */
import {describe, expect, it} from 'vitest'
import {countWordsOf, splitWords} from '../../../src/core/words.ts'

describe('countWordsOf', () => {
  it.each([
    ['Bees make  honey.', 'en', 3], ['Les abeilles — elles font du miel.', 'fr', 7], ['', 'en', 0], [' \n', 'en', 0],
    ['蜂は夏に、蜜を作る。', 'ja', 8], ['蜜蜂 2 只', 'zh-Hans', 4], ['ฉันกินข้าว', 'th', 3], ['النحل يصنع العسل', 'ar', 3]
  ])('of %j in %s is %i', (text, language, words) => expect(countWordsOf(text, language)).toBe(words))

  it('takes time in proportion to the text', () => {
    expect(countWordsOf('ผึ้งทำน้ำผึ้ง'.repeat(20_000), 'th')).toBeGreaterThan(50_000)
  })
})

describe('splitWords', () => {
  it.each([['Bees make honey.', 'en'], ['蜂は夏に\n 蜜を作る。', 'ja'], ['', 'en'], ['x'.repeat(5000), 'en']])('of %j gives the whole text', (text, language) => {
    expect(splitWords(text, language).join('')).toBe(text)
  })
})
