import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {describeMissing, facesFor, handOf, isWrittenIn, maybeFaces, scriptFaces, sheetsOf, symbolFamilies} from '../../../src/core/typefaces.ts'
import {facesByFamily, houseFaces, pinByPackage} from '../../../src/world/fonts/families.ts'

const root = join(import.meta.dirname, '../../..')
const languages = readdirSync(join(root, 'templates/terms')).map((file) => file.replace('.yaml', ''))

describe('the table of typefaces', () => {
  it.each(languages)('has one for %s', (language) => expect(maybeFaces(handOf(language))).toBeDefined())

  it('names families that the house has, regular and bold, in packages that are pinned', () => {
    for (const family of [...scriptFaces.flatMap(({serif, sans}) => [serif, sans]), ...symbolFamilies]) {
      const weights = new Set(facesByFamily.get(family)?.map(({weight}) => weight))
      expect([...weights], family).toEqual(symbolFamilies.includes(family) && family !== 'Noto Sans Mono' ? [400] : [400, 700])
    }
    for (const face of houseFaces) {
      expect(pinByPackage.get(face.package), face.package).toMatchObject({version: expect.stringMatching(/^\d+\.\d+\.\d+$/), integrity: expect.stringMatching(/^sha512-/)})
    }
  })

  it('names style sheets that exist', () => {
    const shared = new Set(scriptFaces.flatMap(({sheets = []}) => sheets))
    for (const name of shared) expect(readFileSync(join(root, `styles/scripts/${name}.css`), 'utf8')).not.toBe('')
    for (const phrases of new Set(scriptFaces.flatMap((faces) => faces.phrases ?? []))) expect(readFileSync(join(root, `styles/phrases/${phrases}.css`), 'utf8')).not.toBe('')
  })

  it('is the same for the packages among our libraries', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {packages: Record<string, {version?: string; integrity?: string}>}
    for (const [name, pin] of pinByPackage) {
      const locked = lock.packages[`node_modules/${name}`]
      if (locked) expect({name, version: locked.version, integrity: locked.integrity}).toEqual({name, ...pin})
    }
  })
})

describe('handOf', () => {
  it.each([
    ['ur', 'Aran'], ['ks', 'Aran'], ['ur-PK', 'Aran'], ['pa-Arab', 'Aran'], ['ur-Arab', 'Arab'], ['pa', 'Guru'], ['ar', 'Arab'], ['fa', 'Arab'], ['ps', 'Arab'], ['ckb', 'Arab'], ['ks-Deva', 'Deva'],
    ['zh', 'Hans'], ['zh-TW', 'Hant'], ['ja', 'Jpan'], ['am', 'Ethi'], ['my', 'Mymr'], ['sr', 'Cyrl'], ['sr-Latn', 'Latn']
  ])('%s is set in %s', (language, hand) => expect(handOf(language)).toBe(hand))
})

describe('facesFor', () => {
  it.each([
    ['ж', ['Latn', 'Cyrl']], ['م', ['Arab']], ['،', ['Arab', 'Thaa']], ['ক', ['Beng']], ['漢', ['Jpan', 'Hans', 'Hant', 'Kore']], ['か', ['Jpan']], ['한', ['Kore']], ['！', ['Jpan', 'Hans', 'Hant', 'Kore']], ['ᚠ', []], ['+', []]
  ])('%s is looked for in %s', (character, scripts) => expect(facesFor(character).map(({script}) => script)).toEqual(scripts))

  it('knows marks that several scripts share', () => {
    for (const script of ['Deva', 'Beng', 'Gujr', 'Telu']) expect(isWrittenIn(maybeFaces(script) ?? {letters: []}, '।'), script).toBe(true)
    expect(isWrittenIn(maybeFaces('Thai') ?? {letters: []}, '।')).toBe(false)
  })
})

it.each([
  ['Latn', ['scripts/Latn']], ['Aran', ['scripts/upright', 'scripts/Arab', 'scripts/Aran']], ['Hant', ['scripts/square', 'scripts/chinese', 'scripts/Hant']], ['Cher', ['scripts/Cher']]
])('the style sheets of %s are %s', (script, sheets) => expect(sheetsOf(script)).toEqual(sheets))

it('tells what to fetch by a language of each script', () => {
  const missing = ['Noto Nastaliq Urdu', 'Noto Serif TC', 'Noto Sans Khmer', 'Noto Serif SC'].map((family) => ({family, package: family.toLowerCase(), reason: 'no network'}))
  expect(describeMissing('ur', missing)).toEqual({
    language: 'ur', name: 'اردو', fonts: 'Noto Nastaliq Urdu, Noto Serif TC, Noto Sans Khmer, Noto Serif SC', reason: 'no network', wanted: 'ur zh-Hant km --sans zh', packages: 'noto nastaliq urdu noto serif tc noto sans khmer noto serif sc'
  })
})
