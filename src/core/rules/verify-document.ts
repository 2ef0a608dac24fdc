/** Diagnostics of verify, for an EPUB by anyone: documents, navigation, styles, claims of accessibility. */
import type {Rules} from './rule.ts'

export const verifyDocumentRules = {
  'verify/root': {
    severity: 'fatal',
    message: (f: {found: string; expected: string}) => `Unexpected root element ${f.found}, expected \`${f.expected}\`. Correct it and its namespace, or the media type in the manifest`
  },
  'verify/document-type': {
    severity: 'fatal',
    message: (f: {found: string}) => `Unexpected document type ${f.found}, expected \`<!DOCTYPE html>\` or none. Replace it`
  },
  'verify/document-title': {
    severity: 'error',
    message: (_: object) => 'Unexpected document without title, expected `title` with words: screen readers say it first. Add it'
  },
  'verify/document-language': {
    severity: 'error',
    message: (f: {language: string}) => `Unexpected document without language, expected \`lang\` and \`xml:lang\` on \`html\`: the wrong voice would read it. Add \`lang="${f.language}" xml:lang="${f.language}"\``
  },
  'verify/other-language': {
    severity: 'warning',
    message: (f: {found: string; expected: string}) => `Unexpected document in \`${f.found}\`, expected \`${f.expected}\`, the language of the package. Correct \`lang\`, or add \`dc:language\` for it`
  },
  'verify/language-pair': {
    severity: 'fatal',
    message: (f: {lang: string; xmlLang: string}) => `Unexpected \`lang="${f.lang}"\` beside \`xml:lang="${f.xmlLang}"\`, expected the same in both. Correct one of them`
  },
  'verify/document-direction': {
    severity: 'error',
    message: (f: {found: string; expected: string; language: string}) => `Unexpected direction “${f.found}” of a document in \`${f.language}\`, expected ${f.expected}: lines would run the wrong way. Set \`dir="${f.expected}"\` on \`html\``
  },
  'verify/empty-document': {
    severity: 'warning',
    message: (_: object) => 'Unexpected document without content, expected words or a picture: readers meet an empty page. Remove it'
  },
  'verify/dead-link': {
    severity: 'fatal',
    message: (f: {address: string}) => `Unexpected link to ${f.address}, expected a place that is in the book. Correct the link, or add what it leads to`
  },
  'verify/outside-spine': {
    severity: 'fatal',
    message: (f: {address: string}) => `Unexpected link to ${f.address}, which is not in the reading order, expected documents that a reader can come to. Add it to \`spine\`, perhaps with \`linear="no"\``
  },
  'verify/outside-link': {
    severity: 'fatal',
    message: (f: {address: string}) => `Unexpected address ${f.address}, expected a relative one within the book or one on the web: it leads to the maker’s own disk. Correct it`
  },
  'verify/malformed-address': {
    severity: 'warning',
    message: (f: {address: string}) => `Unexpected address “${f.address}” that no browser can follow, expected one like https://example.org/page. Correct it`
  },
  'verify/remote-resource': {
    severity: 'fatal',
    message: (f: {address: string}) => `Unexpected ${f.address} from the web, expected a file of the book: only sound, film and fonts may be fetched. Put it into the book`
  },
  'verify/active-content': {
    severity: 'warning',
    message: (f: {found: string}) => `Unexpected ${f.found}, expected a book that runs nothing and fetches nothing: most reading systems ignore it, some shops refuse it. Remove it, or see that the book can be read without it`
  },
  'verify/alternative': {
    severity: 'error',
    message: (f: {source: string}) => `Unexpected picture ${f.source} without a text alternative, expected \`alt\`. Describe it in words; \`alt=""\` for mere ornament`
  },
  'verify/obsolete': {
    severity: 'fatal',
    message: (f: {found: string}) => `Unexpected ${f.found}, expected HTML of today, which gave it up. Say it in the style sheet instead`
  },
  'verify/unknown-element': {
    severity: 'fatal',
    message: (f: {element: string}) => `Unexpected element \`${f.element}\`, expected one that HTML knows. Use \`span\` or \`div\` with a class`
  },
  'verify/nesting': {
    severity: 'fatal',
    message: (f: {element: string; parent: string}) => `Unexpected \`${f.element}\` in \`${f.parent}\`, expected it elsewhere: reading systems differ in what they make of it. Close \`${f.parent}\` before, or use another element`
  },
  'verify/heading-level': {
    severity: 'warning',
    message: (f: {found: number; expected: number}) => `Unexpected heading of level ${f.found}, expected at most ${f.expected}: readers who go from heading to heading miss one. Use the next level`
  },
  'verify/table-head': {
    severity: 'warning',
    message: (_: object) => 'Unexpected table without header cells, expected `th`: a screen reader cannot say what a cell is about. Mark the head of each column or row, or give `role="presentation"` to what is no table'
  },
  'verify/character': {
    severity: 'warning',
    message: (f: {found: string}) => `Unexpected character ${f.found}, expected text: it is left over from a wrong conversion of encodings. Look up in the original what stood here`
  },
  'verify/navigation': {
    severity: 'fatal',
    message: (f: {found: string; expected: string}) => `Unexpected ${f.found}, expected ${f.expected}. Correct the navigation document`
  },
  'verify/label': {
    severity: 'fatal',
    message: (f: {list: string; address: string}) => `Unexpected entry without words in the list “${f.list}”${f.address && ` (${f.address})`}, expected a label to read. Write it`
  },
  'verify/contents-order': {
    severity: 'warning',
    message: (f: {label: string; before: string}) => `Unexpected “${f.label}” after “${f.before}” in the contents, expected the order of reading. Move the entry, or the document in \`spine\``
  },
  'verify/landmark': {
    severity: 'fatal',
    message: (f: {label: string; found: string}) => `Unexpected landmark “${f.label}” ${f.found}, expected each with its own kind, such as \`epub:type="bodymatter"\`. Correct it`
  },
  'verify/page-list': {
    severity: 'warning',
    message: (f: {found: string; expected: string}) => `Unexpected ${f.found}, expected ${f.expected}. Make both from the same pages`
  },
  'verify/page-twice': {
    severity: 'warning',
    message: (f: {label: string}) => `Unexpected second page “${f.label}” in the page list, expected each page once. Correct the label`
  },
  'verify/access-missing': {
    severity: 'warning',
    message: (f: {property: string}) => `Unexpected package without \`${f.property}\`, expected it: shops show it, and the European Accessibility Act asks for it. Add what is true of the book`
  },
  'verify/access-value': {
    severity: 'warning',
    message: (f: {property: string; value: string}) => `Unexpected “${f.value}” as \`${f.property}\`, expected a value of the schema.org vocabulary. Correct it`
  },
  'verify/claim-refuted': {
    severity: 'error',
    message: (f: {claim: string; found: string}) => `Unexpected claim \`${f.claim}\` with ${f.found}, expected claims that the book bears out. Remove the claim, or mend the book`
  },
  'verify/claim-unmade': {
    severity: 'warning',
    message: (f: {claim: string; found: string}) => `Unexpected silence about ${f.found}, expected \`schema:accessibilityFeature\` \`${f.claim}\`. Add it: the book is better than it says`
  },
  'verify/certifier': {
    severity: 'warning',
    message: (f: {claim: string}) => `Unexpected claim “${f.claim}” without \`a11y:certifiedBy\`, expected the name of whoever judged it. Add it; it may be yourself`
  },
  'verify/style-property': {
    severity: 'fatal',
    message: (f: {property: string}) => `Unexpected \`${f.property}\` in a style sheet, which EPUB forbids, expected \`dir\` in the documents. Move it there`
  },
  'verify/style-fixed': {
    severity: 'warning',
    message: (_: object) => 'Unexpected `position: fixed`, expected text that flows: most reading systems have no fixed place on a page. Remove it'
  },
  'verify/style-syntax': {
    severity: 'fatal',
    message: (f: {found: string}) => `Unexpected ${f.found}, expected a style sheet that can be read to its end: the rules after it are lost. Correct it`
  },
  'verify/note-reference': {
    severity: 'warning',
    message: (f: {address: string}) => `Unexpected note reference to ${f.address}, which is no note, expected an element with \`epub:type="footnote"\` or \`role="doc-footnote"\`: it does not pop up. Mark the note`
  },
  'verify/note-one-way': {
    severity: 'warning',
    message: (f: {id: string}) => `Unexpected note “${f.id}” without a link back to its reference, expected one: readers do not find their place again. Add it`
  }
} as const satisfies Rules
