/** Paper, spine and sheets from what the publisher wrote under `print`. */
import type {Report} from '../core/diagnostic.ts'
import type {Place} from '../core/model.ts'
import type {BookletSetup, Conformance, OutputProfile, Paper, PressColour, PrintSetup, Scheme} from '../core/paper.ts'
import {readProfile} from './output-profile.ts'

export interface PrintSpec {
  readonly bleed?: number
  readonly paper?: string
  readonly 'paper-thickness'?: number
  readonly spine?: number
  readonly barcode?: number
  readonly colour?: PressColour
  readonly signature?: number
  readonly marks?: boolean
  readonly conformance?: readonly Conformance[]
  readonly profile?: string
  readonly 'cover-profile'?: string
  readonly booklet?: {
    readonly scheme?: Scheme
    readonly signature?: number
    readonly 'per-sheet'?: BookletSetup['perSheet']
    readonly sheet?: string
    readonly creep?: number
  }
}

/**
 * Bulk: cm³/g, so that g/m² × bulk ÷ 1000 is the thickness of a leaf in mm. Uncoated 1.25 is what onlineprinters reckons with
 * (Cloudprinter 1.22), coated 0.9 (silk) and 0.8 (gloss) are Cloudprinter's; 1.5 and 1.8 are the names of book papers (“vol. 15”).
 */
const bulks: ReadonlyMap<string, number> = new Map([['uncoated', 1.25], ['cream', 1.5], ['bulky', 1.8], ['coated', 0.9], ['gloss', 0.8]])

/** Millimetres: ISO 216, ISO 217, ANSI. */
const sheetSizes: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['A5', [148, 210]], ['A4', [210, 297]], ['A3', [297, 420]], ['A2', [420, 594]], ['A1', [594, 841]], ['B4', [250, 353]], ['B3', [353, 500]], ['B2', [500, 707]],
  ['SRA4', [225, 320]], ['SRA3', [320, 450]], ['SRA2', [450, 640]], ['SRA1', [640, 900]],
  ['Letter', [215.9, 279.4]], ['Legal', [215.9, 355.6]], ['Tabloid', [279.4, 431.8]]
])

/** ICC profiles by their path within the publication's folder. */
export type Profiles = ReadonlyMap<string, Uint8Array>

type PlaceOf = (...path: readonly string[]) => Place

/** The setup, every default applied; what cannot be used is reported. */
export function makePrintSetup(spec: PrintSpec, profiles: Profiles, placeOf: PlaceOf, report: Report): PrintSetup {
  const expect = (key: string, expected: string): void => report('read/value', {key: `print.${key}`, expected}, placeOf('print', ...key.split('.')))
  const paper = maybePaper(spec)
  if (!paper) expect('paper', `a kind (${[...bulks.keys()].join(', ')}) and its g/m² from 40 to 400, such as uncoated-80`)
  return {
    bleed: spec.bleed ?? 3, paper: paper ?? {name: 'uncoated-80', thickness: 0.1}, barcode: spec.barcode ?? 100, booklet: makeBooklet(spec.booklet ?? {}, expect),
    press: {colour: spec.colour ?? 'rgb', signature: spec.signature ?? 4, marks: spec.marks ?? true}, conformance: spec.conformance ?? [],
    output: makeOutput(spec, profiles, placeOf, report),
    ...(spec.spine !== undefined && {spine: spec.spine})
  }
}

/** The profiles that can be used; the interior's is the cover's as well where it is of four inks. */
function makeOutput(spec: PrintSpec, profiles: Profiles, placeOf: PlaceOf, report: Report): PrintSetup['output'] {
  const read = (key: 'profile' | 'cover-profile', refuse: (profile: OutputProfile) => string | undefined): OutputProfile | undefined => {
    const path = spec[key]
    if (path === undefined) return undefined
    const content = profiles.get(path)
    const profile = content ? readProfile(path, content) : 'absence of the file'
    const found = typeof profile === 'string' ? profile : refuse(profile)
    if (found !== undefined) report('read/profile', {found, profile: path}, placeOf('print', key))
    return found === undefined && typeof profile !== 'string' ? profile : undefined
  }
  const isBlack = spec.colour === 'black' || spec.colour === 'grey'
  const press = read('profile', ({inks}) => inks === 'grey' && !isBlack ? 'one ink, for a book in colour, of the profile' : undefined)
  const cover = read('cover-profile', ({inks}) => inks === 'grey' ? 'one ink, for a cover, of the profile' : undefined) ?? (press?.inks === 'cmyk' ? press : undefined)
  if (spec.conformance?.includes('pdf-x-4') && spec.profile === undefined) {
    report('read/value', {key: 'print.profile', expected: 'the ICC profile that your printer names, which every file of PDF/X-4 holds'}, placeOf('print', 'conformance'))
  }
  return {...(press && {press}), ...(cover && {cover})}
}

function maybePaper({paper, 'paper-thickness': thickness}: PrintSpec): Paper | undefined {
  if (thickness !== undefined) return {name: paper ?? 'own', thickness}
  const [, kind = '', grammage] = /^([a-z]+)-(\d+)$/.exec(paper ?? 'uncoated-80') ?? []
  const bulk = bulks.get(kind)
  const weight = Number(grammage)
  if (bulk === undefined || !(weight >= 40 && weight <= 400)) return undefined
  return {name: `${kind}-${weight}`, thickness: Math.round(weight * bulk) / 1000}
}

function makeBooklet(spec: NonNullable<PrintSpec['booklet']>, expect: (key: string, expected: string) => void): BookletSetup {
  const perSheet = spec['per-sheet'] ?? 2
  const signature = spec.signature ?? Math.max(16, perSheet * 2)
  if (signature % (perSheet * 2) !== 0) expect('booklet.signature', `a multiple of ${perSheet * 2}, the pages on both sides of a sheet`)
  const sheet = maybeSheet(spec.sheet ?? 'A4')
  if (!sheet) expect('booklet.sheet', `${[...sheetSizes.keys()].join(', ')}, or two lengths such as 320x450mm`)
  return {
    scheme: spec.scheme ?? 'saddle', perSheet, signature, sheet: sheet ?? {name: 'A4', width: 210, height: 297},
    ...(spec.creep !== undefined && {creep: spec.creep})
  }
}

function maybeSheet(text: string): BookletSetup['sheet'] | undefined {
  for (const [name, [width, height]] of sheetSizes) if (name.toLowerCase() === text.trim().toLowerCase()) return {name, width, height}
  const measures = /^(\d+(?:\.\d+)?)\s*(?:mm)?\s*[x×]\s*(\d+(?:\.\d+)?)\s*mm$/i.exec(text.trim())
  const [width, height] = [Number(measures?.[1]), Number(measures?.[2])]
  return Math.min(width, height) >= 100 && Math.max(width, height) <= 2000 ? {name: `${width} × ${height} mm`, width, height} : undefined
}
