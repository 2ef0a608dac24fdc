/** The letters that a language is written with (CLDR's exemplar characters) are all in its typeface; fonts that are not at hand are no test. */
import {readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {expect, it} from 'vitest'
import {makeGlyphTest} from '../../../../src/core/characters.ts'
import {handOf, maybeFaces} from '../../../../src/core/typefaces.ts'
import {measureCoverage} from '../../../../src/world/coverage.ts'
import {facesByFamily} from '../../../../src/world/fonts/families.ts'
import {maybeFontFile} from '../../../../src/world/fonts/places.ts'

const cldr = join(dirname(createRequire(import.meta.url).resolve('cldr-misc-full/package.json')), 'main')
const terms = readdirSync(join(import.meta.dirname, '../../../../templates/terms')).map((file) => file.replace('.yaml', ''))
const languages = [...new Set([...terms, 'km', 'lo', 'my', 'ka', 'hy', 'am', 'si', 'kn', 'ml', 'pa', 'or', 'bo', 'dv', 'ks'])]
const isHere = (family: string): boolean => (facesByFamily.get(family) ?? []).every((face) => maybeFontFile(face) !== undefined)

/** A set of ICU: `[a b {ch} \\u200C]`. */
function readSet(set: string): readonly string[] {
  const plain = set.slice(1, -1).replaceAll(/\\u([\dA-F]{4})/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16))).replaceAll(/[{}\s\\]/g, '')
  return [...new Set(plain.replaceAll(/(.)-(.)/gsu, (range, first: string, last: string) => {
    const [from, to] = [first.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0]
    return to > from ? Array.from({length: to - from + 1}, (_, at) => String.fromCodePoint(from + at)).join('') : range
  }))]
}

it.each(languages)('%s', (language) => {
  const faces = maybeFaces(handOf(language))
  for (const family of faces ? new Set([faces.serif, faces.sans]) : []) {
    if (!isHere(family)) continue
    const folder = [language, language === 'zh-Hans' ? 'zh' : '', language === 'pt-BR' ? 'pt' : '', language === 'nb' ? 'no' : ''].find((name) => name !== '' && readdirSync(cldr).includes(name))
    expect(folder, 'known to CLDR').toBeDefined()
    const {main} = JSON.parse(readFileSync(join(cldr, folder ?? '', 'characters.json'), 'utf8')) as {main: Record<string, {characters: {exemplarCharacters: string}}>}
    const isShown = makeGlyphTest(measureCoverage([family]))
    const letters = readSet(main[folder ?? '']?.characters.exemplarCharacters ?? '')
    expect(letters.length).toBeGreaterThan(9)
    expect(letters.filter((letter) => !isShown(letter.codePointAt(0) ?? 0)).join(' '), family).toBe('')
  }
})
