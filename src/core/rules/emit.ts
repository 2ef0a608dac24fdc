/** Diagnostics of emit. */
import type {Rules} from './rule.ts'

export const emitRules = {
  'print/unsettled': {
    severity: 'fatal',
    message: (f: {passes: number}) => `Unexpected page numbers that still move after ${f.passes} prints, expected a fixed point. A page number stands where its own width decides on the page it names; change the words around the reference, or another page size or type size`
  },
  'print/shrunk': {
    severity: 'fatal',
    message: (f: {percent: number; first: string; last: string}) => `Unexpected content wider than the page between “${f.first}” and “${f.last}”, which would shrink every page to ${f.percent} %, expected content that fits. Look for a wide formula, table, picture or an unbroken line there, and make it narrower or cut it in two`
  },
  'print/press-failed': {
    severity: 'fatal',
    message: (f: {reason: string; first: string; last: string}) => `Unexpected end of the browser while it printed from “${f.first}” to “${f.last}” (${f.reason}), expected a PDF. Look for a huge table or picture there, or print with more memory`
  },
  'print/unsound': {
    severity: 'fatal',
    message: (f: {reason: string}) => `Unexpected ${f.reason}, expected a sound PDF. This is a fault of Hexapla or of a new browser: please report it with the browser's version`
  },
  'print/link-dead': {
    severity: 'fatal',
    message: (f: {id: string}) => `Unexpected link or bookmark in the PDF to “${f.id}”, which is nowhere in it, expected links that lead to a place. Show that place, or do not point at it`
  },
  'print/folio-wrong': {
    severity: 'fatal',
    message: (f: {id: string; printed: string; label: string}) => `Unexpected page number “${f.printed}” printed for “${f.id}”, expected ${f.label}, the page where it stands. This is a fault of Hexapla or of a new browser: please report it with the browser's version`
  },
  'print/place-lost': {
    severity: 'fatal',
    message: (f: {id: string}) => `Unexpected place “${f.id}” that is on no page, expected every place that the contents, the index or a link names. It may be hidden by a style sheet; show it, or do not point at it`
  },
  'print/no-glyph': {
    severity: 'error',
    message: (f: {character: string; codePoint: string; script: string; count: number}) => `Unexpected character ${f.character === '' ? '' : `“${f.character}” `}(${f.codePoint}, ${f.script}${f.count > 1 ? `, ${f.count} times` : ''}) that no house font has, expected letters that can be printed everywhere; an empty box or a font of this machine stands for it. Write it otherwise, show it as a picture, or name a font that has it in a style sheet of your own`
  },
  'print/no-fonts': {
    severity: 'fatal',
    message: (f: MissingFonts) => `Unexpected lack of the fonts for ${f.name} (${f.language}): ${f.fonts} could not be fetched (${f.reason}), expected what its letters are printed with. ${mendFonts(f)}`
  },
  'print/fewer-fonts': {
    severity: 'error',
    message: (f: MissingFonts) => `Unexpected lack of fonts for words in other scripts (${f.language}): ${f.fonts} could not be fetched (${f.reason}), expected fonts of the house for every letter; those of this machine stand for them. ${mendFonts(f)}`
  },
  'epub/no-fonts': {
    severity: 'warning',
    message: (f: MissingFonts) => `Unexpected lack of fonts for the e-book in ${f.name} (${f.language}): ${f.fonts} could not be fetched (${f.reason}), expected them for its cover and for readers that have none of their own; it is made without. ${mendFonts(f)}`
  },
  'print/foreign-font': {
    severity: 'error',
    message: (f: {font: string; page: number}) => `Unexpected font ${f.font} on page ${f.page}, expected those of the house: another machine would print another book. Look for a style sheet that asks for a font without naming it, as \`font-family: serif\` does`
  },
  'print/drawing-font': {
    severity: 'warning',
    message: (f: {font: string; page: number}) => `Unexpected font ${f.font} on page ${f.page}, expected those of the house: a drawing in SVG has words in a font of this machine, and another would draw them otherwise. Turn its words into paths`
  },
  'print/blurb-long': {
    severity: 'warning',
    message: (f: {letters: number}) => `Unexpected description of ${f.letters} letters, expected one that has room on the back of the cover in type that can be read; its end may be cut off. Shorten \`description\` in edition.yaml or publication.yaml`
  },
  'print/cover-profile': {
    severity: 'warning',
    message: (_: object) => 'Unexpected cover without a profile of four inks, expected one for PDF/X-4: the cover is made, but is no PDF/X. Give it with `cover-profile` under `print`; the `profile` of a book in black is not enough'
  },
  'print/notes-at-end': {
    severity: 'warning',
    message: (f: {title: string}) => `Unexpected notes of “${f.title}” that cannot stand at the foot of their pages, expected notes of less than half a page, called for in text that can end there; they stand at the end of the article. Shorten the longest note, call for it elsewhere, or leave it so`
  },
  'print/handout-long': {
    severity: 'warning',
    message: (f: {handout: string; pages: number; limit: number; size: number; margin: number}) => `Unexpected handout “${f.handout}” of ${f.pages} pages, expected no more than ${f.limit}: it does not fit even in type of ${f.size} points with margins of ${f.margin} mm, and is printed at its usual size. Shorten the article, make tables and pictures smaller, or allow more pages with \`fit\``
  },
  'epub/too-many-files': {
    severity: 'fatal',
    message: (f: {count: number; limit: number}) => `Unexpected ${f.count} files in one EPUB, expected no more than ${f.limit}. Publish the articles as several volumes`
  },
  'epub/too-large': {
    severity: 'fatal',
    message: (f: {limit: number}) => `Unexpected EPUB of more than ${f.limit} bytes, expected what the zip format can count. Publish the articles as several volumes, or make the pictures smaller with \`pictures\` in publication.yaml`
  },
  'epub/picture-unreadable': {
    severity: 'fatal',
    message: (f: {path: string; reason: string}) => `Unexpected failure to read the picture ${f.path} (${f.reason}), expected the file that was there at the start. Leave the publication alone while it is built, and build again`
  },
  'epub/picture-broken': {
    severity: 'error',
    message: (f: {path: string; reason: string}) => `Unexpected picture ${f.path} (${f.reason}), expected one that can be opened; its text alternative stands in its place. Save it anew with a picture editor`
  },
  'epub/cover-plain': {
    severity: 'warning',
    message: (f: {reason: string}) => `Unexpected end of the browser while it made the cover (${f.reason}), expected a picture; a plainer cover was drawn instead. Try again, or give a picture of your own as \`cover\``
  },
  'epub/kindle-language': {
    severity: 'warning',
    message: (f: {language: string}) => `Unexpected language ${f.language} for the format kindle, expected one that Amazon's shop takes books in; the book is made, its conversion may fail. Offer the EPUB in other shops, and build Kindle files for the other languages only, as with --format kindle --lang fr`
  },
  'epub/impossible-address': {
    severity: 'warning',
    message: (f: {url: string}) => `Unexpected address “${f.url}” that no browser can follow, expected one like https://example.org/page; its words stay, the link is gone. Correct the address`
  },
  'epub/unsound-package': {
    severity: 'fatal',
    message: (f: {found: string; expected: string}) => `Unexpected ${f.found} in the finished EPUB, expected ${f.expected}. This is a fault of ours, not of the publication; please report it`
  },
  'epub/unsound-document': {
    severity: 'fatal',
    message: (f: {document: string; found: string; expected: string}) => `Unexpected ${f.found} in the document ${f.document} of the finished EPUB, expected ${f.expected}. This is a fault of ours; leaving out the markup in question helps until it is mended`
  },
  'epub/active-content': {
    severity: 'fatal',
    message: (f: {document: string; found: string}) => `Unexpected ${f.found} in the document ${f.document} of the finished EPUB, expected a book that runs no scripts and fetches nothing. Remove it from the manuscript or the template`
  },
  'epub/claim-refuted': {
    severity: 'error',
    message: (f: {claim: string; barrier: 'picture' | 'table' | 'heading'; count: number}) => `Unexpected claim “${f.claim}” of a book with ${nameBarrier(f.barrier, f.count)}, expected one that its own content bears out; the claim is left out. Mend that, or take \`conforms-to\` out of the configuration`
  },
  'epub/page-wrong': {
    severity: 'fatal',
    message: (f: {place: string; found: string; expected: string}) => `Unexpected page ${f.found} in the page list of the EPUB for “${f.place}”, expected ${f.expected}, its page in print. This is a fault of Hexapla or of a new browser: please report it with the browser's version`
  },
  'epub/missing-article': {
    severity: 'fatal',
    message: (f: {title: string}) => `Unexpected absence of “${f.title}” from the reading order of the finished EPUB, expected every article to be there. This is a fault of ours; please report it`
  }
} as const satisfies Rules

interface MissingFonts {
  readonly language: string
  readonly name: string
  readonly fonts: string
  /** For `hexapla fonts`. */
  readonly wanted: string
  readonly packages: string
  readonly reason: string
}

/** They are packages of npm, which knows the user's registry and proxy. */
function mendFonts({wanted, packages}: MissingFonts): string {
  return `Run \`hexapla fonts ${wanted}\` once where there is a network (they are kept), or \`npm install ${packages}\`; see \`npm config get registry\` if that fails too`
}

function nameBarrier(barrier: 'picture' | 'table' | 'heading', count: number): string {
  const names = {picture: ['picture', 'without a text alternative'], table: ['table', 'without header cells'], heading: ['heading', 'that skips a level']} as const
  const [name, fault] = names[barrier]
  return count === 1 ? `a ${name} ${fault}` : `${count} ${name}s ${fault.replace('skips', 'skip')}`
}
