/** Specimens: every language that has terms gets one, with all that readers may see. */
import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {termNames} from '../../../src/core/terms.ts'
import {writeProof} from '../../../src/proof.ts'

const house = new Map(readdirSync('templates/terms').map((name) => [`terms/${name}`, readFileSync(`templates/terms/${name}`, 'utf8')]))
const languages = [...house.keys()].map((path) => path.slice('terms/'.length, -'.yaml'.length))

describe('a specimen', () => {
  it.each(languages)('in %s shows every term, the sentences, plurals, digits and letters', (language) => {
    const {list, report} = makeLedger()
    const text = writeProof(language, house, report).get(`${language}/proof.md`) ?? ''
    expect(list).toEqual([])
    for (const name of termNames) if (name !== 'colophon-text' && !name.startsWith('accessibility-')) expect(text).toContain(`\`${name}\` `)
    expect(text.match(/^## /gm)?.length).toBeGreaterThan(2)
    expect(text).toContain('[^1]')
    expect(text.match(/^- .*\p{Nd}/gmu)?.length ?? 0).toBeGreaterThan(0)
  })

  it('of a language without terms is in English, and says so', () => {
    const {list, report} = makeLedger()
    expect(writeProof('yo', house, report).get('yo/proof.md')).toContain('`contents` Contents')
    expect(list.map(({code}) => code)).toEqual(['read/no-terms'])
  })
})
