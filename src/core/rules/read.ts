/** Diagnostics of read: the publication's folder and its configuration. */
import type {Rules} from './rule.ts'

export const readRules = {
  'read/no-manuscripts': {
    severity: 'fatal',
    message: (f: {folder: string}) => `Unexpected folder \`${f.folder}\` without manuscripts, expected folders named by language with Markdown files, such as \`fr/inside-sales.md\``
  },
  'read/unknown-folder': {
    severity: 'warning',
    message: (f: {folder: string}) => `Unexpected folder \`${f.folder}\` with Markdown files, expected a folder named by a language tag such as \`fr\` or \`pt-BR\`; its files are left out. Rename the folder`
  },
  'read/outside-language': {
    severity: 'warning',
    message: (f: {file: string}) => `Unexpected manuscript \`${f.file}\` outside of any language, expected it in a folder named by its language; it is left out. Move it`
  },
  'read/refused-file': {
    severity: 'error',
    message: (f: {file: string; reason: string}) => `Unexpected ${f.reason} \`${f.file}\`, expected a regular file inside the publication's folder; it is not read. Put the file itself there`
  },
  'read/unreadable': {
    severity: 'error',
    message: (f: {file: string; reason: string}) => `Unexpected ${f.reason} in \`${f.file}\`, expected a file that can be read; it is left out`
  },
  'read/encoding': {
    severity: 'warning',
    message: (f: {file: string}) => `Unexpected bytes that are not UTF-8 in \`${f.file}\`, expected UTF-8 text; each is shown as \uFFFD. Save the file as UTF-8`
  },
  'read/yaml': {
    severity: 'fatal',
    message: (f: {problem: string}) => `Unexpected YAML: ${f.problem}; expected a file that parses. Check indentation, quotation marks and colons on this line`
  },
  'read/unknown-key': {
    severity: 'fatal',
    message: (f: {key: string; suggestion: string | undefined}) => `Unexpected key \`${f.key}\`, expected ${f.suggestion ? `\`${f.suggestion}\`` : 'one of the keys in the authoring guide'}. Correct or remove it`
  },
  'read/value': {
    severity: 'fatal',
    message: (f: {key: string; expected: string}) => `Unexpected value of \`${f.key}\`, expected ${f.expected}. Values such as ISBNs and dates may need quotation marks`
  },
  'read/no-source-language': {
    severity: 'warning',
    message: (_: object) => 'Unexpected `translation` without `source-language`, expected the language in which the work is first written: nothing can stand in for what is missing. Add for example `source-language: en` to publication.yaml'
  },
  'read/unknown-language': {
    severity: 'fatal',
    message: (f: {language: string}) => `Unexpected language \`${f.language}\`, expected a BCP 47 tag such as \`fr\` or \`pt-BR\``
  },
  'read/isbn': {
    severity: 'fatal',
    message: (f: {isbn: string; fault: string; modern: string | undefined}) => f.modern === undefined
      ? `Unexpected ISBN \`${f.isbn}\` ${f.fault}, expected a valid ISBN-13. Compare it with the letter from your agency`
      : `Unexpected ISBN \`${f.isbn}\` ${f.fault}, expected thirteen, as they are written since 2007. Write \`${f.modern}\`, which is the same number`
  },
  'read/isbn-reused': {
    severity: 'fatal',
    message: (f: {isbn: string; other: string}) => `Unexpected ISBN \`${f.isbn}\` which already belongs to ${f.other}, expected one ISBN for each language and format`
  },
  'read/trim': {
    severity: 'fatal',
    message: (f: {trim: string}) => `Unexpected trim size \`${f.trim}\`, expected A4, A5, B5, Letter, Half Letter, Royal, Crown Quarto, 6x9in, or two lengths such as \`170x240mm\``
  },
  'read/profile': {
    severity: 'fatal',
    message: (f: {found: string; profile: string}) => `Unexpected ${f.found} \`${f.profile}\`, expected the ICC profile of a printing condition (class prtr, CMYK, or one ink where the book is printed in black) in the publication's folder. Take the file that your printer names`
  },
  'read/margins': {
    severity: 'fatal',
    message: (f: {width: number; height: number}) => `Unexpected margins that leave a text area of ${f.width} × ${f.height} mm, expected at least 40 × 60 mm. Reduce the margins or choose a larger trim size`
  },
  'read/writing': {
    severity: 'warning',
    message: (f: {language: string}) => `Unexpected vertical lines in ${f.language}, expected them in Japanese, Chinese or Korean; its lines are horizontal. Remove \`writing\``
  },
  'read/unknown-article': {
    severity: 'warning',
    message: (f: {slug: string; suggestion: string | undefined}) => `Unexpected article \`${f.slug}\` in the spine, expected the slug of a manuscript in some language${f.suggestion ? `; did you mean \`${f.suggestion}\`?` : ''}`
  },
  'read/article-twice': {
    severity: 'warning',
    message: (f: {slug: string}) => `Unexpected second place of \`${f.slug}\` in the spine, expected each article once; the first place counts`
  },
  'read/outside-spine': {
    severity: 'warning',
    message: (f: {slug: string}) => `Unexpected article \`${f.slug}\` that the spine does not name, expected every article in it; it stands at the end of the book. Add it to the spine in publication.yaml`
  },
  'read/part-untitled': {
    severity: 'warning',
    message: (f: {part: string; language: string}) => `Unexpected part \`${f.part}\` without a title in \`${f.language}\`, expected one under \`parts\` in ${f.language}/edition.yaml; the part's opening page is left out`
  },
  'read/same-slug': {
    severity: 'error',
    message: (f: {slug: string; other: string}) => `Unexpected second manuscript for \`${f.slug}\`, already given by \`${f.other}\`; expected one file for each article and language; this one is left out. Rename it`
  },
  'read/no-terms': {
    severity: 'warning',
    message: (f: {language: string}) => `Unexpected language \`${f.language}\` without words of its own for headings such as "Contents", expected templates/terms/${f.language}.yaml; English words are used. Add the file to your publication`
  },
  'read/term-missing': {
    severity: 'error',
    message: (f: {term: string}) => `Unexpected terms file without \`${f.term}\`, expected every term; the English word is used. Add it`
  },
  'read/term-unknown': {
    severity: 'warning',
    message: (f: {term: string; suggestion: string | undefined}) => `Unexpected term \`${f.term}\`, expected ${f.suggestion ? `\`${f.suggestion}\`` : 'one of the terms of templates/terms/en.yaml'}`
  },
  'read/term-pattern': {
    severity: 'error',
    message: (f: {term: string; problem: string}) => `Unexpected pattern of the term \`${f.term}\` (${f.problem}), expected plain words or ICU MessageFormat; the English word is used`
  },
  'read/picture': {
    severity: 'warning',
    message: (f: {problem: string}) => `Unexpected picture: ${f.problem}; expected a PNG, JPEG, GIF, WebP or SVG file. Its text alternative is set instead`
  },
  'read/picture-unsafe': {
    severity: 'warning',
    message: (f: {parts: string}) => `Unexpected ${f.parts} in a drawing, expected shapes, text and gradients only; they are left out. Export the drawing as plain SVG`
  },
  'read/style-reference': {
    severity: 'warning',
    message: (f: {reference: string}) => `Unexpected reference \`${f.reference}\` in a style sheet, expected styles that load nothing; it is left out`
  },
  'read/unused-silence': {
    severity: 'warning',
    message: (f: {code: string}) => `Unexpected silence of \`${f.code}\` that silences nothing, expected a warning of this build. Remove it from publication.yaml`
  },
  'read/unsilenceable': {
    severity: 'fatal',
    message: (f: {code: string}) => `Unexpected silence of \`${f.code}\`, expected the code of a warning: errors cannot be silenced`
  },
  'read/no-edition': {
    severity: 'fatal',
    message: (f: {language: string; languages: string}) => `Unexpected language \`${f.language}\`, expected one of this publication: ${f.languages}`
  },
  'read/edition-without-manuscripts': {
    severity: 'warning',
    message: (f: {language: string}) => `Unexpected edition \`${f.language}\` without manuscripts, expected at least one Markdown file beside its edition.yaml; no book is made`
  }
} as const satisfies Rules
