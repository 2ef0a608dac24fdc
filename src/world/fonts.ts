/** The house fonts for the press: their `@font-face` rules, and their bytes. */
import {readFile} from 'node:fs/promises'
import {houseFaces, type FontFace} from './fonts/families.ts'
import {maybeFontFile} from './fonts/places.ts'

export {houseFaces, maybeFontFile, type FontFace}

export interface HouseFonts {
  /** `@font-face` rules with addresses below `/fonts/`, of the faces that are at hand. */
  readonly fontFaces: string
  /** Those of them whose families a style sheet names. */
  readonly rulesFor: (html: string) => string
  /** Bytes by name, read at first request and kept. */
  readonly load: (name: string) => Promise<Uint8Array> | undefined
}

/** Fonts that are fetched later are found as soon as they are there. */
export function findHouseFonts(): HouseFonts {
  const faceByName = new Map(houseFaces.map((face) => [face.name, face]))
  const loaded = new Map<string, Promise<Uint8Array>>()
  const writeRules = (isWanted: (face: FontFace) => boolean): string =>
    houseFaces.filter((face) => isWanted(face) && maybeFontFile(face) !== undefined).map(fontFaceRule).join('\n')
  return {
    get fontFaces() { return writeRules(() => true) },
    rulesFor: (html) => writeRules(({family}) => html.includes(family)),
    load: (name) => {
      const before = loaded.get(name)
      if (before) return before
      const face = faceByName.get(name)
      const file = face && maybeFontFile(face)
      if (file === undefined) return undefined
      const bytes = readFile(file)
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
