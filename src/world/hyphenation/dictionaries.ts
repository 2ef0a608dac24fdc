/** Gives the browser the dictionaries by which it divides words: it has a place for them, and no distribution fills it. */
import {mkdir, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {compileHyb} from './hyb.ts'
import {readPatterns} from './patterns.ts'

/** Pattern file by the name under which the browser looks for a language; regions fall back on their language. */
const patternsByName: Readonly<Record<string, string>> = {
  af: 'af', be: 'be', bg: 'bg', ca: 'ca', cs: 'cs', cy: 'cy', da: 'da', 'de-1901': 'de-1901', 'de-1996': 'de-1996', 'de-ch-1901': 'de-ch-1901', el: 'el-monoton',
  'en-gb': 'en-gb', 'en-us': 'en-us', es: 'es', et: 'et', eu: 'eu', fi: 'fi', fr: 'fr', fur: 'fur', ga: 'ga', gl: 'gl', hr: 'hr', hsb: 'hsb', hu: 'hu', ia: 'ia', id: 'id', is: 'is', it: 'it',
  ka: 'ka', la: 'la', lt: 'lt', lv: 'lv', mk: 'mk', 'mn-cyrl': 'mn-cyrl', nb: 'nb', nl: 'nl', nn: 'nn', oc: 'oc', pl: 'pl', pt: 'pt', rm: 'rm', ro: 'ro', ru: 'ru', sk: 'sk', sl: 'sl', sq: 'sq', sr: 'sr-cyrl', sv: 'sv', tk: 'tk', tr: 'tr', uk: 'uk'
}
/** What the browser itself takes for another (Blink, hyphenation_minikin.cc). */
const nameByLanguage: Readonly<Record<string, string>> = {de: 'de-1996', en: 'en-us', mn: 'mn-cyrl', no: 'nb'}
/** English of these regions is divided as in America. */
const americanEnglish = /^en(?:-us|-ca|-ph)?$/

/** Languages whose words are divided at line ends. */
export const dividedLanguages: readonly string[] = [...new Set(Object.keys(patternsByName).map((name) => name.split('-')[0] ?? name))]

/** Name of the dictionary of a language. */
function nameOf(language: string): string | undefined {
  const tag = language.toLowerCase()
  if (tag.startsWith('sr-latn')) return undefined // the browser knows no other patterns than those of its Cyrillic
  if (/^en\b/.test(tag)) return americanEnglish.test(tag) ? 'en-us' : 'en-gb'
  const base = tag.split('-')[0] ?? tag
  return [tag, nameByLanguage[base], base].find((name) => name !== undefined && name in patternsByName)
}

const compiled = new Map<string, Uint8Array>()
const folderVersion = '120.0.6050.0'

/** Puts the dictionaries of the languages into a browser's profile. The browser looks for one when it first needs it. */
export async function placeDictionaries(profile: string, languages: readonly string[]): Promise<void> {
  const folder = join(profile, 'hyphen-data', folderVersion)
  for (const name of new Set(languages.map(nameOf))) {
    const patterns = name === undefined ? undefined : patternsByName[name]
    if (name === undefined || patterns === undefined) continue
    const content = compiled.get(name) ?? compileHyb(readPatterns(patterns), name)
    compiled.set(name, content)
    await writeWhole(join(folder, `hyph-${name}.hyb`), content)
  }
}

/** Makes the place of the dictionaries in a profile, before the browser starts; it is known by its manifest. */
export async function prepareProfile(profile: string): Promise<void> {
  const folder = join(profile, 'hyphen-data', folderVersion)
  await mkdir(folder, {recursive: true})
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({manifest_version: 2, name: 'hyphens-data', version: folderVersion}))
}

/** The file of patterns of a language. */
export function patternFileOf(language: string): string | undefined {
  const name = nameOf(language)
  return name === undefined ? undefined : patternsByName[name]
}

/** Whether words of the language can be divided. */
export function hasDictionary(language: string): boolean {
  return nameOf(language) !== undefined
}

async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  await writeFile(`${path}.new`, content)
  await rename(`${path}.new`, path)
}
