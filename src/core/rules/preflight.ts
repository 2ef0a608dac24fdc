/** Diagnostics of the preflight of a PDF, by anyone, that is to be printed. */
import type {Rules} from './rule.ts'

export const preflightRules = {
  'preflight/unreadable': {
    severity: 'fatal',
    message: (f: {found: string}) => `Unexpected ${f.found}, expected a whole PDF. Take the file from its maker once more`
  },
  'preflight/encrypted': {
    severity: 'error',
    message: (_: object) => 'Unexpected encryption, expected a PDF that anyone may open: no press takes a protected one, and what is in it cannot be judged. Save it without password and permissions'
  },
  'preflight/standard': {
    severity: 'error',
    message: (f: {standard: string; found: string; expected: string}) => `Unexpected ${f.found} in a file that says to be ${f.standard}, expected ${f.expected}. Export it anew as ${f.standard}, or without saying so`
  },
  'preflight/active': {
    severity: 'error',
    message: (f: {found: string}) => `Unexpected ${f.found} in a PDF for print, expected ink on paper alone. Flatten forms and remove what acts`
  },
  'preflight/annotation': {
    severity: 'warning',
    message: (f: {kinds: string; pages: string}) => `Unexpected annotations (${f.kinds}) on ${f.pages}, expected none in a file for the press: PDF/X forbids them on the page. Leave them out; they are not printed, or worse, they are`
  },
  'preflight/page-sizes': {
    severity: 'error',
    message: (f: {found: string; expected: string; pages: string}) => `Unexpected trim of ${f.found} on ${f.pages}, expected ${f.expected} as on most pages. Set all pages to one size`
  },
  'preflight/boxes': {
    severity: 'error',
    message: (f: {found: string; pages: string}) => `Unexpected ${f.found} on ${f.pages}, expected the trim within the bleed and the bleed within the sheet. Export the PDF anew with the boxes of its pages`
  },
  'preflight/bleed': {
    severity: 'error',
    message: (f: {found: string; expected: string; pages: string}) => `Unexpected bleed of ${f.found} on ${f.pages}, where pictures or colour reach the edge, expected ${f.expected}: cutting leaves white lines. Draw them over the edge, or keep them off it`
  },
  'preflight/edge': {
    severity: 'warning',
    message: (f: {found: string; pages: string}) => `Unexpected letters ${f.found} on ${f.pages}, expected 3 mm at least between text and edge: cutting is true to a millimetre or so. Move them inwards`
  },
  'preflight/page-count': {
    severity: 'warning',
    message: (f: {pages: number}) => `Unexpected number of ${f.pages} pages, expected a multiple of 4: sheets are folded. Add blank pages at the end, or agree with the printer that he does`
  },
  'preflight/blank-pages': {
    severity: 'warning',
    message: (f: {pages: string; count: number}) => `Unexpected ${f.count} blank pages one after another (${f.pages}), expected text. Look whether something is missing there`
  },
  'preflight/runaway': {
    severity: 'warning',
    message: (f: {pages: string}) => `Unexpected run of nearly empty pages (${f.pages}), expected pages with text. Look for page breaks that were not meant, or for content that does not fit`
  },
  'preflight/short-page': {
    severity: 'warning',
    message: (f: {pages: string}) => `Unexpected single line of text on ${f.pages}, expected at least some lines on a page after a full one. Shorten or lengthen the text before it`
  },
  'preflight/font-missing': {
    severity: 'error',
    message: (f: {font: string}) => `Unexpected font ${f.font} that is not in the file, expected every font embedded: the press puts another in its place. Export the PDF with all fonts`
  },
  'preflight/type-3': {
    severity: 'warning',
    message: (f: {font: string}) => `Unexpected Type 3 font ${f.font}, expected TrueType or OpenType: letters of this kind come out coarse on some presses, and some printers refuse them. Use an ordinary font file with the weight and slant that is wanted`
  },
  'preflight/tofu': {
    severity: 'error',
    message: (f: {count: number; pages: string}) => `Unexpected ${f.count} characters without a shape (boxes, or nothing) on ${f.pages}, expected letters. Use a font that has them`
  },
  'preflight/colour': {
    severity: 'error',
    message: (f: {found: string; expected: string; pages: string}) => `Unexpected ${f.found} on ${f.pages}, expected ${f.expected}. Convert the colours, or agree upon others with the printer`
  },
  'preflight/rgb': {
    severity: 'warning',
    message: (f: {pages: string}) => `Unexpected RGB without a profile on ${f.pages}, expected inks, or colours that a profile explains: every press makes something else of it. Convert it, or give the file a profile`
  },
  'preflight/rgb-black': {
    severity: 'warning',
    message: (f: {pages: string}) => `Unexpected text in RGB black on ${f.pages}, expected black ink alone: conversion makes four inks of it, and thin letters get coloured edges. Print the format press, or convert black to K`
  },
  'preflight/rich-black': {
    severity: 'error',
    message: (f: {pages: string}) => `Unexpected text in black of several inks on ${f.pages}, expected black ink alone: the plates never lie exactly upon another. Set text in K 100 %`
  },
  'preflight/ink': {
    severity: 'warning',
    message: (f: {percent: number; pages: string}) => `Unexpected ink of ${f.percent} % in all on ${f.pages}, expected 300 % at most: it does not dry and comes off on the next sheet. Use less colour in dark areas`
  },
  'preflight/overprint': {
    severity: 'error',
    message: (f: {pages: string}) => `Unexpected white that is set to overprint on ${f.pages}, expected white that knocks out: it vanishes in print. Switch overprinting off for it`
  },
  'preflight/transparency': {
    severity: 'error',
    message: (f: {version: string; pages: string}) => `Unexpected transparency on ${f.pages} in ${f.version}, which knows none, expected opaque objects. Flatten it, or use PDF/X-4`
  },
  'preflight/resolution': {
    severity: 'warning',
    message: (f: {picture: string; dpi: number; expected: number; size: string; pages: string}) => `Unexpected resolution of ${f.dpi} dpi of ${f.picture} at ${f.size} on ${f.pages}, expected ${f.expected} dpi. Use a larger picture, or show it smaller`
  },
  'preflight/resolution-low': {
    severity: 'error',
    message: (f: {picture: string; dpi: number; expected: number; size: string; pages: string}) => `Unexpected resolution of ${f.dpi} dpi of ${f.picture} at ${f.size} on ${f.pages}, expected ${f.expected} dpi: its pixels will be seen. Use a larger picture, or show it smaller`
  },
  'preflight/hairline': {
    severity: 'warning',
    message: (f: {width: string; pages: string}) => `Unexpected line of ${f.width} pt on ${f.pages}, expected 0.25 pt at least: thinner ones break or vanish. Draw it thicker`
  },
  'preflight/title': {
    severity: 'warning',
    message: (_: object) => 'Unexpected PDF without title, expected one: whoever has many jobs on the table tells them apart by it. Add it to the document properties'
  },
  'preflight/language': {
    severity: 'warning',
    message: (_: object) => 'Unexpected PDF without language, expected one such as fr. Add it to the document properties'
  },
  'preflight/unread': {
    severity: 'warning',
    message: (f: {pages: string}) => `Unexpected amount of drawing on ${f.pages}, expected what can be looked at in reasonable time: the rest of it was not judged. Flatten or simplify it`
  }
} as const satisfies Rules
