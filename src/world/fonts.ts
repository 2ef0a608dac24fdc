/** The house fonts: which files of which packages, their `@font-face` rules, and their bytes for the press. */
import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {maybePackageFolder} from './package.ts'

export interface FontFace {
  readonly family: string
  readonly weight: 400 | 700
  readonly style: 'normal' | 'italic'
  /** Name below `/fonts/`, unique. */
  readonly name: string
  readonly package: string
  /** Path within the package. */
  readonly path: string
  /** CSS `unicode-range`; absent for a face that is to be used for all it has. */
  readonly range?: string
}

export interface HouseFonts {
  /** `@font-face` rules with addresses below `/fonts/`, of the installed faces. */
  readonly fontFaces: string
  /** Bytes by name, read at first request and kept. */
  readonly load: (name: string) => Promise<Uint8Array> | undefined
}

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

/** Static TrueType, a file for each weight: Chromium embeds variable and synthetic ones as Type 3. */
function wholeFaces(slug: string, stem: string, family: string, styles: readonly string[], range?: string): readonly FontFace[] {
  return styles.map((style) => ({
    family,
    weight: style.startsWith('700') ? 700 : 400,
    style: style.endsWith('Italic') ? 'italic' : 'normal',
    name: `${stem}_${style}.ttf`,
    package: `@expo-google-fonts/${slug}`,
    path: `${style}/${stem}_${style}.ttf`,
    ...(range !== undefined && {range})
  }))
}

/** Packages that cut a family into slices by script. */
function slicedFaces(script: string, family: string, scriptRange: string): readonly FontFace[] {
  const ranges = [[script, scriptRange], ['latin', latinRange], ['latin-ext', latinExtendedRange]] as const
  return ([400, 700] as const).flatMap((weight) => ranges.map(([slice, range]): FontFace => {
    const name = `noto-serif-${script}-${slice}-${weight}-normal.woff2`
    return {family, weight, style: 'normal', name, package: `@fontsource/noto-serif-${script}`, path: `files/${name}`, range}
  }))
}

const upright = ['400Regular', '700Bold']

export const houseFaces: readonly FontFace[] = [
  ...wholeFaces('noto-serif', 'NotoSerif', 'Noto Serif', [...upright, '400Regular_Italic', '700Bold_Italic']),
  ...wholeFaces('noto-serif-jp', 'NotoSerifJP', 'Noto Serif JP', upright),
  ...wholeFaces('noto-serif-sc', 'NotoSerifSC', 'Noto Serif SC', upright),
  ...wholeFaces('noto-serif-tc', 'NotoSerifTC', 'Noto Serif TC', upright),
  ...wholeFaces('noto-serif-kr', 'NotoSerifKR', 'Noto Serif KR', upright),
  ...wholeFaces('noto-naskh-arabic', 'NotoNaskhArabic', 'Noto Naskh Arabic', upright),
  ...wholeFaces('noto-serif-devanagari', 'NotoSerifDevanagari', 'Noto Serif Devanagari', upright),
  ...wholeFaces('noto-serif-bengali', 'NotoSerifBengali', 'Noto Serif Bengali', upright),
  ...wholeFaces('noto-serif-hebrew', 'NotoSerifHebrew', 'Noto Serif Hebrew', upright),
  ...slicedFaces('thai', 'Noto Serif Thai', 'U+02D7,U+0303,U+0331,U+0E01-0E5B,U+200C-200D,U+25CC'),
  ...slicedFaces('tamil', 'Noto Serif Tamil', 'U+0964-0965,U+0B82-0BFA,U+200C-200D,U+20B9,U+25CC,U+11FC0-11FFF'),
  ...wholeFaces('noto-sans-mono', 'NotoSansMono', 'Noto Sans Mono', upright),
  ...wholeFaces('noto-sans-math', 'NotoSansMath', 'Noto Sans Math', ['400Regular'], mathRange),
  ...wholeFaces('noto-sans-symbols', 'NotoSansSymbols', 'Noto Sans Symbols', ['400Regular'], symbolsRange),
  ...wholeFaces('noto-sans-symbols-2', 'NotoSansSymbols2', 'Noto Sans Symbols 2', ['400Regular'], symbols2Range),
  ...wholeFaces('noto-emoji', 'NotoEmoji', 'Noto Emoji', ['400Regular'], emojiRange)
]

/** Where a face lies on this machine, `undefined` when its package is not installed. */
export function maybeFontFile(face: FontFace): string | undefined {
  const folder = maybePackageFolder(face.package)
  const file = folder && join(folder, face.path)
  return file && existsSync(file) ? file : undefined
}

export function findHouseFonts(): HouseFonts {
  const fileByName = new Map<string, string>()
  const rules: string[] = []
  for (const face of houseFaces) {
    const file = maybeFontFile(face)
    if (!file) continue
    fileByName.set(face.name, file)
    rules.push(fontFaceRule(face))
  }
  const loaded = new Map<string, Promise<Uint8Array>>()
  return {
    fontFaces: rules.join('\n'),
    load: (name) => {
      const file = fileByName.get(name)
      if (!file) return undefined
      const bytes = loaded.get(name) ?? readFile(file)
      loaded.set(name, bytes)
      return bytes
    }
  }
}

function fontFaceRule({family, weight, style, name, range}: FontFace): string {
  const format = name.endsWith('.woff2') ? 'woff2' : 'truetype'
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};` +
    `src:url("/fonts/${name}") format("${format}")${range === undefined ? '' : `;unicode-range:${range}`}}`
}
