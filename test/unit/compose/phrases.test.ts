import {describe, expect, it} from 'vitest'
import {h} from '../../../src/core/hast.ts'
import type {Division} from '../../../src/core/model.ts'
import {listLanguages, makePhraseStyle} from '../../../src/compose/phrases.ts'

const styles = new Map(['Latn', 'other', 'Jpan', 'Hant'].map((name) => [`phrases/${name}`, `/* ${name} of \`und\` */\n[lang="und"] em:lang(und) {content: "${name}"}`]))

function style(edition: string, ...languages: readonly string[]): readonly string[] {
  const tree = h('section', {}, languages.map((lang) => h('p', {}, h('span', {lang}, 'x'))))
  return makePhraseStyle(listLanguages([{tree} as Division]), edition, styles).split('\n').filter((line) => line !== '')
}

const rule = (language: string, name: string): string => `[lang="${language}"] em:lang(${language}) {content: "${name}"}`

describe('makePhraseStyle', () => {
  it.each([
    ['fr', 'ja', 'Jpan'], ['fr', 'zh-HK', 'Hant'], ['fr', 'th', 'other'], ['ja', 'fr', 'Latn'], ['ar', 'ru', 'Latn'], ['zh-Hans', 'ja', 'Jpan']
  ])('in a book in %s, %s has the sheet %s', (edition, language, name) => expect(style(edition, language)).toEqual([rule(language, name)]))

  it.each([['fr', 'de'], ['fr', 'ru'], ['ar', 'fa'], ['ja', 'ja']])('in a book in %s, %s needs none', (edition, language) => expect(style(edition, language)).toEqual([]))

  it('has each language once, in order, and nothing for what is no tag', () => {
    expect(style('fr', 'th', 'ja', 'th', 'x"]{}', 'xx')).toEqual([rule('ja', 'Jpan'), rule('th', 'other')])
  })
})
