/** Checks of what is printed: fonts, missing letters, colours, black, ink, overprint, transparency, lines, pictures. */
import type {Space} from './colours.ts'
import type {PageFindings, Picture} from './findings.ts'
import type {Check, Inspected} from './report.ts'
import {namePages, nameSize, pagesWhere} from './words.ts'

export const checkFonts: Check = ({pages}, report) => {
  const fonts = [...new Set(pages.flatMap(({fonts: shown}) => [...shown]))]
  const names = (holds: (font: (typeof fonts)[number]) => boolean): readonly string[] => [...new Set(fonts.filter(holds).map(({name}) => name))].sort()
  for (const font of names(({embedded}) => !embedded)) report('preflight/font-missing', {font})
  for (const font of names(({kind}) => kind === 'Type 3')) report('preflight/type-3', {font})
  const missing = fonts.filter(({embedded}) => !embedded).length
  const kinds = [...new Set(fonts.map(({kind}) => kind === 'Type0' ? 'CID' : kind))].sort().join(', ')
  return {said: fonts.length === 0 ? 'none used' : `${names(() => true).length}, ${missing === 0 ? 'all embedded' : `${missing} not embedded`}${fonts.every(({subset}) => subset) ? ' as subsets' : ''} (${kinds})`}
}

export const checkTofu: Check = ({pages}, report) => {
  const count = pages.reduce((sum, {tofu}) => sum + tofu, 0)
  if (count > 0) report('preflight/tofu', {count, pages: namePages(pagesWhere(pages, ({tofu}) => tofu > 0))})
  return {said: count === 0 ? 'none' : String(count)}
}

const spaceNames: Readonly<Record<Space, string>> = {
  grey: 'black ink', rgb: 'RGB', calibrated: 'RGB with profile', cmyk: 'CMYK', spot: 'spot colours', all: 'registration colour', pattern: 'patterns', unknown: 'unknown colours'
}

export const checkColours: Check = (inspected, report) => {
  const {pages, standard} = inspected
  const unwanted = listUnwanted(inspected)
  for (const space of unwanted.spaces) {
    const wrong = pagesWhere(pages, ({colours}) => colours.has(space))
    if (wrong.length > 0) report('preflight/colour', {found: spaceNames[space], expected: unwanted.expected, pages: namePages(wrong)})
  }
  const light = pagesWhere(pages, ({colours}) => colours.has('rgb'))
  if (light.length > 0 && !unwanted.spaces.includes('rgb') && standard === undefined && inspected.expectations.colour === undefined) report('preflight/rgb', {pages: namePages(light)})
  const used = (Object.keys(spaceNames) as readonly Space[]).flatMap((space) => { // the keys of a constant object
    const shown = pages.filter(({colours}) => colours.has(space)).length
    return shown > 0 ? [`${spaceNames[space]} on ${shown}`] : []
  })
  return {said: used.length === 0 ? 'nothing printed' : `${used.join(', ')} of ${pages.length} pages`}
}

function listUnwanted({expectations: {colour}, standard = ''}: Inspected): {readonly spaces: readonly Space[]; readonly expected: string} {
  if (colour === 'black' || colour === 'grey') return {spaces: ['rgb', 'calibrated', 'cmyk', 'spot', 'all'], expected: 'black ink alone, as was asked'}
  if (colour === 'cmyk') return {spaces: ['rgb', 'calibrated'], expected: 'CMYK, as was asked'}
  if (standard.startsWith('PDF/X-1')) return {spaces: ['rgb', 'calibrated'], expected: `CMYK or spot colours, as ${standard} wants`}
  return {spaces: [], expected: ''}
}

export const checkBlack: Check = ({pages}, report) => {
  const rich = pagesWhere(pages, ({richBlack}) => richBlack)
  const light = pagesWhere(pages, ({lightBlack}) => lightBlack)
  if (rich.length > 0) report('preflight/rich-black', {pages: namePages(rich)})
  if (light.length > 0) report('preflight/rgb-black', {pages: namePages(light)})
  return {said: rich.length > 0 ? 'of several inks' : light.length > 0 ? 'RGB' : 'black ink alone'}
}

export const checkAmount: Check = ({pages}, report) => {
  const most = Math.max(0, ...pages.map(({ink}) => ink))
  const wrong = pagesWhere(pages, ({ink}) => ink > 3.005)
  if (wrong.length > 0) report('preflight/ink', {percent: Math.round(most * 100), pages: namePages(wrong)})
  return {said: most === 0 ? 'one ink, or not in inks yet' : `${Math.round(most * 100)} % at most, pictures not counted`}
}

export const checkOverprint: Check = ({pages}, report) => {
  const white = pagesWhere(pages, ({whiteOverprint}) => whiteOverprint)
  if (white.length > 0) report('preflight/overprint', {pages: namePages(white)})
  const set = pagesWhere(pages, ({overprint}) => overprint)
  return {said: set.length === 0 ? 'not set' : `set on ${namePages(set)}`, note: set.length > 0}
}

export const checkTransparency: Check = ({pages, standard, pdf: {version}}, report) => {
  const transparent = pagesWhere(pages, (page) => page.transparent)
  const opaque = /^PDF\/X-[13]/.test(standard ?? '') ? standard : version < '1.4' ? `PDF ${version}` : undefined
  if (transparent.length > 0 && opaque !== undefined) report('preflight/transparency', {version: opaque, pages: namePages(transparent)})
  return {said: transparent.length === 0 ? 'none' : `on ${namePages(transparent)}`, note: transparent.length > 0}
}

/** Points; what a program writes as a quarter may be a little less. */
const hairline = 0.245

export const checkLines: Check = ({pages}, report) => {
  const thin = pagesWhere(pages, ({thinnest}) => thinnest < hairline)
  const least = Math.min(...pages.map(({thinnest}) => thinnest))
  if (thin.length > 0) report('preflight/hairline', {width: least.toFixed(2), pages: namePages(thin)})
  return {said: least === Infinity ? 'none' : `${least.toFixed(2)} pt or more`}
}

/** Dots per inch: of pictures in tones and of those in black and white alone; below half of it pixels are seen. */
const [toneDpi, lineDpi] = [300, 600]

export const checkPictures: Check = (inspected, report) => {
  const {pages} = inspected
  const worst = new Map<string, {readonly picture: Picture; readonly pages: number[]}>()
  pages.forEach(({pictures}, at) => {
    for (const picture of pictures) {
      const key = `${picture.hash} ${dpiOf(picture)}`
      const known = worst.get(key)
      if (!known) worst.set(key, {picture, pages: [at + 1]})
      else if (known.pages.at(-1) !== at + 1) known.pages.push(at + 1)
    }
  })
  for (const {picture, pages: shown} of worst.values()) reportResolution(picture, namePages(shown), inspected, report)
  const all = pages.flatMap(({pictures}: PageFindings) => pictures.map(dpiOf))
  return {said: all.length === 0 ? 'none' : `${all.length}, ${Math.min(...all)} to ${Math.max(...all)} dpi`}
}

function reportResolution(picture: Picture, pages: string, {expectations: {nameOf}}: Inspected, report: Parameters<Check>[1]): void {
  const dpi = dpiOf(picture)
  const expected = picture.bitonal ? lineDpi : toneDpi
  if (dpi >= expected) return
  const name = nameOf?.(picture) ?? `a picture of ${picture.width} × ${picture.height} pixels`
  report(dpi < expected / 2 ? 'preflight/resolution-low' : 'preflight/resolution', {picture: name, dpi, expected, size: nameSize(picture.placedWidth, picture.placedHeight), pages})
}

/** The lesser of both directions. */
function dpiOf({width, height, placedWidth, placedHeight}: Picture): number {
  return Math.round(Math.min(width / Math.max(placedWidth, 0.01), height / Math.max(placedHeight, 0.01)) * 72)
}
