/** Diagnostics of link and indexing: references, pictures, index entries. */
import type {Rules} from './rule.ts'

export const linkRules = {
  'link/dangling': {
    severity: 'warning',
    message: (f: {url: string; suggestion: string | undefined}) => `Unexpected link to \`${f.url}\`, expected an article of the publication; its words stay, the link is gone.${f.suggestion ? ` Did you mean \`${f.suggestion}\`? Correct it, or add an alias to that article` : ' Correct the link or write the article'}`
  },
  'link/untranslated': {
    severity: 'warning',
    message: (f: {url: string; language: string; others: string}) => `Unexpected link to \`${f.url}\`, which has no version in \`${f.language}\` (there is one in ${f.others}), expected an article of this edition; its words stay, the link is gone. Translate the article`
  },
  'link/missing-anchor': {
    severity: 'warning',
    message: (f: {url: string; anchor: string; suggestion: string | undefined}) => `Unexpected anchor \`#${f.anchor}\` in the link \`${f.url}\`, expected a heading of that article${f.suggestion ? `, perhaps \`#${f.suggestion}\`` : ''}; the link leads to its beginning`
  },
  'link/missing-picture': {
    severity: 'warning',
    message: (f: {source: string; suggestion: string | undefined}) => `Unexpected picture \`${f.source}\`, expected a file of the publication${f.suggestion ? `, perhaps \`${f.suggestion}\`` : ''}; its text alternative is set instead`
  },
  'link/outside-picture': {
    severity: 'warning',
    message: (f: {source: string}) => `Unexpected picture \`${f.source}\` outside of the publication's folder, expected one inside; it is not read and its text alternative is set instead. Copy it to images/`
  },
  'link/remote-picture': {
    severity: 'warning',
    message: (f: {source: string}) => `Unexpected picture \`${f.source}\` on the web, expected a file of the publication: nothing is fetched; its text alternative and address are set instead. Save it under images/`
  },
  'link/ambiguous-alias': {
    severity: 'warning',
    message: (f: {alias: string; slug: string; other: string}) => `Unexpected alias \`${f.alias}\` of \`${f.slug}\`, already a name of \`${f.other}\`; expected each name once; it leads to \`${f.other}\``
  },
  'indexing/blind': {
    severity: 'warning',
    message: (f: {entry: string; see: string; suggestion: string | undefined}) => `Unexpected "see ${f.see}" under the index entry "${f.entry}", expected the heading of an entry${f.suggestion ? `, perhaps "${f.suggestion}"` : ''}; it is left out, so that no reference is blind`
  },
  'indexing/empty-mark': {
    severity: 'warning',
    message: (_: object) => 'Unexpected index mark without words, expected `:index[words]` or `:index{entry="Heading"}`; it is left out'
  }
} as const satisfies Rules
