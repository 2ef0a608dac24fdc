/** Which typefaces a script is set in: the one table, and what follows from it for a language and for a character. */
import {nameOfLanguage, scriptOf} from './locale.ts'
import type {Language} from './model.ts'
import type {MissingFont} from './world.ts'

export type Typeface = 'serif' | 'sans'

/** A script, or a way of writing it that has typefaces of its own. */
export interface ScriptFaces {
  /** ISO 15924: `Deva`, `Jpan`, `Aran` (Arabic letters in Nastaliq). */
  readonly script: string
  /** Families; the one stands for the other where a script has no good free one of a kind. */
  readonly serif: string
  readonly sans: string
  /** Unicode's names of the scripts that it writes. */
  readonly letters: readonly string[]
  /** Style sheets in `styles/scripts` that it shares with others of its kind; its own follows. */
  readonly sheets?: readonly string[]
  /** Style sheet in `styles/phrases` for its words in other books. Default: `other`. */
  readonly phrases?: string
  /** Why e-books take the font along: reading systems commonly show the script with a poor font, or none. */
  readonly embedded?: string
}

/** A font inside an e-book. */
export interface EmbeddedFont {
  /** Name of its file. */
  readonly file: string
  /** TrueType. */
  readonly content: Uint8Array
}

/** E-ink readers and old telephones have no font of it. */
const missing = 'no font on many e-ink readers'
/** They have one, but not their shaping, or one of another style. */
const poor = 'fonts of the device often lack conjuncts or stack signs wrongly'

const upright = ['upright']
const hanging = ['upright', 'hanging']

/** A family of serif and one of sans, called alike. */
function noto(script: string, name: string, rest: Partial<ScriptFaces> = {}): ScriptFaces {
  return {script, serif: `Noto Serif ${name}`, sans: `Noto Sans ${name}`, letters: [script], ...rest}
}

/** In the order in which they are asked for a character of several scripts: a comma of Arabic, an ideograph. */
export const scriptFaces: readonly ScriptFaces[] = [
  {script: 'Latn', serif: 'Noto Serif', sans: 'Noto Sans', letters: ['Latn', 'Grek', 'Cyrl'], phrases: 'Latn'},
  {script: 'Grek', serif: 'Noto Serif', sans: 'Noto Sans', letters: ['Grek'], phrases: 'Latn'},
  {script: 'Cyrl', serif: 'Noto Serif', sans: 'Noto Sans', letters: ['Cyrl'], phrases: 'Latn'},
  {script: 'Arab', serif: 'Noto Naskh Arabic', sans: 'Noto Sans Arabic', letters: ['Arab'], sheets: ['upright'], phrases: 'Arab'},
  {
    script: 'Aran', serif: 'Noto Nastaliq Urdu', sans: 'Noto Nastaliq Urdu', letters: ['Arab'], sheets: ['upright', 'Arab'], phrases: 'Aran',
    embedded: 'fonts of the device are Naskh, which readers of Urdu find foreign'
  },
  noto('Hebr', 'Hebrew', {sheets: upright}),
  noto('Deva', 'Devanagari', {sheets: hanging}),
  noto('Beng', 'Bengali', {sheets: hanging, embedded: poor}),
  noto('Taml', 'Tamil', {sheets: hanging, embedded: poor}),
  noto('Thai', 'Thai', {sheets: hanging}),
  noto('Jpan', 'JP', {letters: ['Hira', 'Kana', 'Hani'], sheets: ['square'], phrases: 'square'}),
  noto('Hans', 'SC', {letters: ['Hani'], sheets: ['square', 'chinese'], phrases: 'square'}),
  noto('Hant', 'TC', {letters: ['Hani', 'Bopo'], sheets: ['square', 'chinese'], phrases: 'square'}),
  noto('Kore', 'KR', {letters: ['Hang', 'Hani'], sheets: ['square'], phrases: 'square'}),
  noto('Gujr', 'Gujarati', {sheets: hanging, embedded: poor}),
  noto('Guru', 'Gurmukhi', {serif: 'Noto Sans Gurmukhi', sheets: hanging, embedded: poor}),
  noto('Orya', 'Oriya', {serif: 'Noto Sans Oriya', sheets: hanging, embedded: missing}),
  noto('Telu', 'Telugu', {sheets: hanging, embedded: poor}),
  noto('Knda', 'Kannada', {serif: 'Noto Sans Kannada', sheets: hanging, embedded: poor}),
  noto('Mlym', 'Malayalam', {sheets: hanging, embedded: poor}),
  noto('Sinh', 'Sinhala', {sheets: hanging, embedded: missing}),
  noto('Khmr', 'Khmer', {sheets: hanging, embedded: missing}),
  noto('Laoo', 'Lao', {sheets: hanging, embedded: missing}),
  noto('Mymr', 'Myanmar', {sheets: hanging, embedded: missing}),
  noto('Tibt', 'Tibetan', {sans: 'Noto Serif Tibetan', sheets: hanging, embedded: missing}),
  noto('Geor', 'Georgian', {sheets: upright, embedded: missing}),
  noto('Armn', 'Armenian', {sheets: upright, embedded: missing}),
  noto('Ethi', 'Ethiopic', {serif: 'Noto Sans Ethiopic', sheets: upright, embedded: missing}),
  noto('Thaa', 'Thaana', {serif: 'Noto Sans Thaana', sheets: upright, embedded: missing})
]

const facesByScript: ReadonlyMap<string, ScriptFaces> = new Map(scriptFaces.map((faces) => [faces.script, faces]))

/** Families behind every book's own: formulas, symbols, and code, which no script has to itself. */
export const symbolFamilies: readonly string[] = ['Noto Sans Math', 'Noto Sans Symbols', 'Noto Sans Symbols 2', 'Noto Emoji', 'Noto Sans Mono']

/** Languages whose Arabic letters are set in Nastaliq, unless their tag names a script (`ur-Arab`). */
const nastaliq = new Set(['ur', 'ks', 'skr', 'trw', 'bft', 'khw'])

/** The script of a language's books as printers see it: `Aran` for Nastaliq, else the ISO 15924 code of the script. */
export function handOf(language: Language): string {
  const locale = new Intl.Locale(language)
  const script = locale.maximize().script ?? 'Latn'
  const isNastaliq = nastaliq.has(locale.language) && locale.script === undefined || locale.language === 'pa' && script === 'Arab'
  return isNastaliq && script === 'Arab' ? 'Aran' : script
}

/** The row of a script, `undefined` where no typeface for it is known. */
export function maybeFaces(script: string): ScriptFaces | undefined {
  return facesByScript.get(script)
}

const testByLetters = new Map<string, RegExp>()

/** Whether a character belongs to a script of the row, alone or with others. */
export function isWrittenIn({letters}: Pick<ScriptFaces, 'letters'>, character: string): boolean {
  const key = letters.map((name) => `\\p{scx=${name}}`).join('')
  const test = testByLetters.get(key) ?? new RegExp(`[${key}]`, 'u')
  testByLetters.set(key, test)
  return test.test(character)
}

/** Full forms of Latin letters and marks, which Unicode counts to no script. */
const fullForms = /[\u3000-\u303f\uff00-\uffef]/u

/** The rows that may have a character, those to be asked first in front. */
export function facesFor(character: string): readonly ScriptFaces[] {
  const rows = scriptFaces.filter((faces) => faces.script !== 'Aran' && isWrittenIn(faces, character))
  return rows.length === 0 && fullForms.test(character) ? scriptFaces.filter(({phrases}) => phrases === 'square') : rows
}

/** Names of the style sheets of a script, in order: those that it shares, then its own. */
export function sheetsOf(script: string): readonly string[] {
  return [...maybeFaces(script)?.sheets ?? [], script].map((name) => `scripts/${name}`)
}

/** A language that is set in a family: what `hexapla fonts` is to be told. */
function languageFor(family: string): string {
  const faces = scriptFaces.find(({serif, sans}) => serif === family || sans === family)
  if (!faces) return ''
  const language = faces.script === 'Aran' ? 'ur' : new Intl.Locale(`und-${faces.script}`).maximize().language
  return `${scriptOf(language) === faces.script || faces.script === 'Aran' ? language : `${language}-${faces.script}`}${faces.serif === family ? '' : ' --sans'}`
}

/** Facts for the diagnostics of fonts that cannot be had. */
export function describeMissing(language: Language, missing: readonly MissingFont[]) {
  return {
    language, name: nameOfLanguage(language), fonts: missing.map(({family}) => family).join(', '), reason: missing[0]?.reason ?? '',
    wanted: [...new Set(missing.map(({family}) => languageFor(family)))].filter(Boolean).join(' '), packages: missing.flatMap((each) => each.package ?? []).join(' ')
  }
}
