/** Diagnostics of verify, for an EPUB by anyone: the container, the package, its files. */
import type {Rules} from './rule.ts'

export const verifyPackageRules = {
  'verify/no-zip': {
    severity: 'fatal',
    message: (f: {found: string}) => `Unexpected ${f.found}, expected an EPUB, which is a zip file. Take the file from its maker once more`
  },
  'verify/truncated': {
    severity: 'fatal',
    message: (f: {found: string}) => `Unexpected ${f.found}, expected the whole EPUB. Copy or download it once more`
  },
  'verify/limit': {
    severity: 'fatal',
    message: (f: {found: string; expected: string}) => `Unexpected ${f.found}, expected ${f.expected}. A book is not so large: do not open it if you do not know who made it`
  },
  'verify/entry-broken': {
    severity: 'fatal',
    message: (f: {reason: string}) => `Unexpected ${f.reason}, expected a file that can be unpacked. Make the EPUB anew, or copy it once more`
  },
  'verify/mimetype': {
    severity: 'fatal',
    message: (f: {found: string}) => `Unexpected ${f.found}, expected \`mimetype\` as the first file of the zip file, uncompressed, with the content “application/epub+zip” and nothing else. Pack it with \`zip -X0 book.epub mimetype\`, then the rest`
  },
  'verify/container': {
    severity: 'fatal',
    message: (f: {found: string; expected: string}) => `Unexpected ${f.found}, expected ${f.expected}. Reading systems find the book only by META-INF/container.xml: mend it`
  },
  'verify/entry-name': {
    severity: 'fatal',
    message: (f: {reason: string}) => `Unexpected ${f.reason}, expected names of files that every system can write inside of one folder. Rename the file, and its address in the manifest and in links`
  },
  'verify/entry-twice': {
    severity: 'fatal',
    message: (f: {other: string}) => `Unexpected file with the name of ${f.other}, expected names that differ even where capitals do not count. Rename one of them`
  },
  'verify/folder-entry': {
    severity: 'warning',
    message: (_: object) => 'Unexpected entry for a folder, expected files alone: some shops refuse it. Pack with `zip -D`'
  },
  'verify/encrypted': {
    severity: 'fatal',
    message: (_: object) => 'Unexpected encryption by the zip file, expected readable files. Pack without password'
  },
  'verify/protected': {
    severity: 'warning',
    message: (_: object) => 'Unexpected protected content, expected readable content: it cannot be judged. Verify the book before it is protected'
  },
  'verify/ill-formed': {
    severity: 'fatal',
    message: (f: {found: string}) => `Unexpected ${f.found}, expected well-formed XML: reading systems show nothing of the document from there on. Mend the markup at this place`
  },
  'verify/encoding': {
    severity: 'fatal',
    message: (f: {found: string}) => `Unexpected ${f.found}, expected UTF-8. Save the file as UTF-8 and say so in its first line`
  },
  'verify/utf-16': {
    severity: 'warning',
    message: (_: object) => 'Unexpected text in UTF-16, expected UTF-8: EPUB allows it, some reading systems do not. Save the file as UTF-8'
  },
  'verify/entity': {
    severity: 'fatal',
    message: (f: {name: string}) => `Unexpected \`&${f.name};\`, expected one of \`&amp;\`, \`&lt;\`, \`&gt;\`, \`&quot;\`, \`&apos;\`: XML knows no others. Write the character itself, or its number as in \`&#160;\``
  },
  'verify/old-version': {
    severity: 'warning',
    message: (f: {version: string}) => `Unexpected EPUB ${f.version}, expected EPUB 3: it is judged by its container, its files and its links alone. Convert it to EPUB 3`
  },
  'verify/version': {
    severity: 'fatal',
    message: (f: {version: string}) => `Unexpected version “${f.version}” of the package, expected 3.0, which stands for all of EPUB 3. Correct \`version\``
  },
  'verify/identifier': {
    severity: 'fatal',
    message: (f: {found: string; expected: string}) => `Unexpected ${f.found}, expected ${f.expected}. Shops and libraries know a book by its identifier: add it`
  },
  'verify/isbn': {
    severity: 'error',
    message: (f: {isbn: string}) => `Unexpected ISBN ${f.isbn}, expected thirteen digits that begin with 978 or 979 and whose last one is the check digit of the rest. Compare it with the list of your agency`
  },
  'verify/title': {
    severity: 'fatal',
    message: (_: object) => 'Unexpected package without title, expected `dc:title`. Add it'
  },
  'verify/language': {
    severity: 'fatal',
    message: (f: {found: string}) => `Unexpected ${f.found}, expected a language by its tag, such as fr, pt-BR or zh-Hans. Correct it`
  },
  'verify/modified': {
    severity: 'fatal',
    message: (f: {found: string}) => `Unexpected ${f.found}, expected one \`dcterms:modified\` such as 2026-01-31T12:00:00Z. Correct it: it tells one release of the book from the next`
  },
  'verify/date': {
    severity: 'warning',
    message: (f: {date: string}) => `Unexpected date “${f.date}”, expected year, month and day as in 2026-01-31. Correct \`dc:date\``
  },
  'verify/empty-metadata': {
    severity: 'fatal',
    message: (f: {element: string}) => `Unexpected empty \`${f.element}\`, expected a value. Fill it, or leave the element out`
  },
  'verify/refines': {
    severity: 'fatal',
    message: (f: {refines: string}) => `Unexpected \`refines\` to ${f.refines}, expected the id of an element of the package. Correct it`
  },
  'verify/id-twice': {
    severity: 'fatal',
    message: (f: {id: string}) => `Unexpected second element with the id “${f.id}”, expected ids that differ: links lead to the first alone. Rename one of them`
  },
  'verify/item': {
    severity: 'fatal',
    message: (f: {href: string; found: string; expected: string}) => `Unexpected ${f.found} in the manifest item ${f.href}, expected ${f.expected}. Correct it`
  },
  'verify/item-twice': {
    severity: 'fatal',
    message: (f: {href: string}) => `Unexpected second manifest item for ${f.href}, expected each file once. Remove one of them`
  },
  'verify/missing-file': {
    severity: 'fatal',
    message: (f: {href: string}) => `Unexpected absence of ${f.href}, expected every file that the manifest lists. Put it into the book, or remove the item`
  },
  'verify/undeclared': {
    severity: 'warning',
    message: (_: object) => 'Unexpected file that the manifest does not list, expected all files listed: reading systems do not see it. List it, or leave it out'
  },
  'verify/unlisted': {
    severity: 'fatal',
    message: (f: {address: string}) => `Unexpected use of ${f.address}, which the manifest does not list, expected a listed file: reading systems may not load it. Add an item for it`
  },
  'verify/fallback': {
    severity: 'fatal',
    message: (f: {href: string; fallback: string}) => `Unexpected fallback “${f.fallback}” of ${f.href}, expected the id of another item, and no circle. Correct it`
  },
  'verify/media-type': {
    severity: 'fatal',
    message: (f: {found: string; declared: string}) => `Unexpected content of the type ${f.found}, expected ${f.declared}, as the manifest says. Correct \`media-type\`, or convert the file`
  },
  'verify/foreign': {
    severity: 'fatal',
    message: (f: {href: string; mediaType: string}) => `Unexpected ${f.href} of the type ${f.mediaType}, expected a type that every reading system knows, or a fallback of such a type. Convert the file`
  },
  'verify/picture': {
    severity: 'fatal',
    message: (f: {found: string; mediaType: string}) => `Unexpected ${f.found}, expected ${f.mediaType}. Put the picture in anew`
  },
  'verify/property': {
    severity: 'fatal',
    message: (f: {href: string; property: string; found: string; expected: string}) => `Unexpected property \`${f.property}\` of ${f.href}, ${f.found}, expected ${f.expected}. Correct \`properties\` in the manifest`
  },
  'verify/property-missing': {
    severity: 'fatal',
    message: (f: {href: string; property: string}) => `Unexpected manifest item ${f.href} without the property \`${f.property}\`, expected it, for the document holds such content. Add it to \`properties\``
  },
  'verify/property-idle': {
    severity: 'fatal',
    message: (f: {href: string; property: string}) => `Unexpected property \`${f.property}\` of ${f.href}, expected none, for the document holds no such content. Remove it from \`properties\``
  },
  'verify/spine': {
    severity: 'fatal',
    message: (f: {found: string; expected: string}) => `Unexpected ${f.found} in the reading order, expected ${f.expected}. Correct \`spine\``
  },
  'verify/direction': {
    severity: 'error',
    message: (f: {found: string; expected: string; language: string}) => `Unexpected direction “${f.found}” of turning pages in a book in \`${f.language}\`, expected ${f.expected}. Set \`page-progression-direction="${f.expected}"\` on \`spine\``
  },
  'verify/ncx': {
    severity: 'fatal',
    message: (f: {found: string; expected: string}) => `Unexpected ${f.found}, expected ${f.expected}. Older reading systems take the contents from the NCX: correct \`toc\` of \`spine\` and the NCX`
  },
  'verify/ncx-identifier': {
    severity: 'fatal',
    message: (f: {found: string; expected: string}) => `Unexpected identifier ${f.found} of the NCX, expected ${f.expected}, that of the package. Correct \`dtb:uid\``
  },
  'verify/ncx-disagrees': {
    severity: 'warning',
    message: (f: {found: string; expected: string}) => `Unexpected ${f.found} in the NCX, expected ${f.expected} as in the navigation document: old reading systems show other contents than new ones. Make both from the same list`
  }
} as const satisfies Rules
