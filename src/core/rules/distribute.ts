/** Diagnostics of distribute: what readers, shops and libraries are told of the books. */
import type {Rules} from './rule.ts'

export const distributeRules = {
  'distribute/same-identifier': {
    severity: 'fatal',
    message: (f: {identifier: string; product: string; other: string}) => `Unexpected identifier \`${f.identifier}\` of ${f.product} which already belongs to ${f.other}, expected one for each language and format. Where an ISBN moved from one to the other, build both`
  },
  'distribute/no-rights': {
    severity: 'warning',
    message: (f: {edition: string}) => `Unexpected edition \`${f.edition}\` without \`rights\`, expected what may be done with it: shops and libraries ask. Add for example \`rights: CC BY 4.0\` to publication.yaml`
  },
  'distribute/no-publisher': {
    severity: 'warning',
    message: (f: {name: string}) => `Unexpected \`trade\` without \`publisher\`, expected who publishes the books: each record must name one, and names \`${f.name}\`. Add \`publisher\` to publication.yaml`
  },
  'distribute/thema-code': {
    severity: 'error',
    message: (f: {code: string; keyword: string}) => `Unexpected code \`${f.code}\` of the keyword \`${f.keyword}\`, expected a Thema category such as \`KJS\` or a qualifier such as \`1DDF\`; it is left out. Correct it`
  },
  'distribute/thema-keyword': {
    severity: 'warning',
    message: (f: {keyword: string; suggestion: string | undefined}) => `Unexpected keyword \`${f.keyword}\` in the table of Thema codes, expected one that an article has${f.suggestion === undefined ? '' : `; did you mean \`${f.suggestion}\`?`}`
  }
} as const satisfies Rules
