/** The fonts of the house as files: which package has which family, and its faces. */
import type {FontCut} from '../../core/world.ts'
import pins from './pins.json' with {type: 'json'}

export interface FontFace extends FontCut {
  /** Name below `/fonts/`, unique. */
  readonly name: string
  readonly package: string
  /** Path within the package. */
  readonly path: string
  /** CSS `unicode-range`; absent for a face that is to be used for all it has. */
  readonly range?: string
  /** A slice that has only letters of other scripts. */
  readonly isForeign?: boolean
}

/** A package as it is fetched: exactly this, or nothing. */
export interface Pin {
  readonly version: string
  /** Of its archive, as npm checks it. */
  readonly integrity: string
}

/** By package. */
export const pinByPackage: ReadonlyMap<string, Pin> = new Map(Object.entries(pins))

/** Blocks that a face is wanted for, so that it loads only where they occur (a face is chosen by stack and range). */
const mathRange = 'U+20,U+2016,U+2032-2037,U+2057,U+2061-2064,U+20D0-20F0,U+2100-214F,U+2190-21FF,U+2200-22FF,U+2300-230B,U+2336-237A,' +
  'U+239B-23E1,U+2500-2594,U+25A0-25FF,U+2660-2666,U+266D-266F,U+27C0-27EF,U+27F0-27FF,U+2900-297F,U+2980-29FF,U+2A00-2AFF,U+2B00-2BFF,' +
  'U+1D400-1D7FF,U+1EE00-1EEF1' // the space makes it the primary font of formulas, whose MATH table counts
const symbolsRange = 'U+20D0-20F0,U+2100-214F,U+2190-21FF,U+2300-23FF,U+2460-24FF,U+2600-26FF,U+2700-27BF,U+2900-297F,U+2B00-2BFF,' +
  'U+4DC0-4DFF,U+1F100-1F1FF,U+1F540-1F5FF,U+1F600-1F6FF,U+1F700-1F77F'
const symbols2Range = 'U+2022,U+2300-23FF,U+2400-243F,U+2440-245F,U+2580-259F,U+25A0-25FF,U+2600-26FF,U+2700-27BF,U+2800-28FF,U+2B00-2BFF,' +
  'U+1F000-1F0FF,U+1F30D-1F5FF,U+1F650-1F67F,U+1F780-1F8FF,U+1FA00-1FA6F,U+1FB00-1FBFF'
const emojiRange = 'U+200D,U+203C,U+2049,U+20E3,U+2139,U+2194-2199,U+21A9-21AA,U+231A-231B,U+2328,U+23CF,U+23E9-23F3,U+23F8-23FA,U+24C2,' +
  'U+25AA-25AB,U+25B6,U+25C0,U+25FB-25FE,U+2600-27BF,U+2934-2935,U+2B05-2B07,U+2B1B-2B1C,U+2B50,U+2B55,U+3030,U+303D,U+3297,U+3299,' +
  'U+FE0E-FE0F,U+1F004,U+1F0CF,U+1F170-1F251,U+1F300-1F64F,U+1F680-1F6FF,U+1F7E0-1F7EB,U+1F90C-1FAFF,U+E0020-E007F'
const latinRange = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-200B,U+200E-206F,U+20AC,U+2122,U+2212'
const latinExtendedRange = 'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02CF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2C60-2C7F,U+A720-A7FF'

const upright = ['400Regular', '700Bold']

/** Static TrueType, a file for each weight: Chromium embeds variable and synthetic ones as Type 3. */
function whole(family: string, styles: readonly string[] = upright, range?: string): readonly FontFace[] {
  const [slug, stem] = [family.toLowerCase().replaceAll(' ', '-'), family.replaceAll(' ', '')]
  const isFlat = family === 'Noto Serif Khmer' // an older layout
  return styles.map((style) => ({
    family,
    weight: style.startsWith('700') ? 700 : 400,
    style: style.endsWith('Italic') ? 'italic' : 'normal',
    name: `${stem}_${style}.ttf`,
    package: `@expo-google-fonts/${slug}`,
    path: `${isFlat ? '' : `${style}/`}${stem}_${style}.ttf`,
    ...(range !== undefined && {range})
  }))
}

/** Packages that cut a family into slices by script; the last word of its name is the script's. The slice of the script comes first. */
function sliced(family: string, slices: readonly (readonly [slice: string, range?: string])[] = usualSlices): readonly FontFace[] {
  const slug = family.toLowerCase().replaceAll(' ', '-')
  const own = slug.slice(slug.lastIndexOf('-') + 1)
  return ([400, 700] as const).flatMap((weight) => [[own] as const, ...slices].map(([slice, range]): FontFace => {
    const name = `${slug}-${slice}-${weight}-normal.woff2`
    return {family, weight, style: 'normal', name, package: `@fontsource/${slug}`, path: `files/${name}`, ...(range !== undefined && {range, isForeign: true})}
  }))
}

const usualSlices = [['latin', latinRange], ['latin-ext', latinExtendedRange]] as const

const wholeFamilies = [
  'Noto Naskh Arabic', 'Noto Nastaliq Urdu', 'Noto Sans Arabic', 'Noto Serif Hebrew', 'Noto Serif Devanagari', 'Noto Sans Devanagari', 'Noto Serif Bengali',
  'Noto Serif JP', 'Noto Sans JP', 'Noto Serif KR', 'Noto Sans KR', 'Noto Serif SC', 'Noto Sans SC', 'Noto Serif TC', 'Noto Sans TC',
  'Noto Serif Telugu', 'Noto Sans Telugu', 'Noto Serif Khmer', 'Noto Sans Khmer', 'Noto Serif Tibetan', 'Noto Sans Thai', 'Noto Sans Lao',
  'Noto Sans Gujarati', 'Noto Sans Gurmukhi', 'Noto Sans Oriya', 'Noto Sans Sinhala', 'Noto Sans Ethiopic', 'Noto Sans Mono'
]

const slicedFamilies = [
  'Noto Serif Thai', 'Noto Serif Tamil', 'Noto Sans Tamil', 'Noto Sans Hebrew', 'Noto Sans Bengali', 'Noto Serif Gujarati', 'Noto Sans Kannada',
  'Noto Serif Malayalam', 'Noto Sans Malayalam', 'Noto Serif Sinhala', 'Noto Serif Lao', 'Noto Sans Myanmar', 'Noto Serif Georgian', 'Noto Sans Georgian',
  'Noto Serif Armenian', 'Noto Sans Armenian', 'Noto Sans Thaana'
]

const withItalics = [...upright, '400Regular_Italic', '700Bold_Italic']

export const houseFaces: readonly FontFace[] = [
  ...whole('Noto Serif', withItalics), ...whole('Noto Sans', withItalics),
  ...wholeFamilies.flatMap((family) => whole(family)),
  ...slicedFamilies.flatMap((family) => sliced(family)),
  ...sliced('Noto Serif Myanmar', []), // its Latin letters are in its own slice
  ...whole('Noto Sans Math', ['400Regular'], mathRange),
  ...whole('Noto Sans Symbols', ['400Regular'], symbolsRange),
  ...whole('Noto Sans Symbols 2', ['400Regular'], symbols2Range),
  ...whole('Noto Emoji', ['400Regular'], emojiRange)
]

export const facesByFamily: ReadonlyMap<string, readonly FontFace[]> =
  new Map([...new Set(houseFaces.map(({family}) => family))].map((family) => [family, houseFaces.filter((face) => face.family === family)]))
