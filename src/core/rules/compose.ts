/** Diagnostics of compose: templates and matter. */
import type {Rules} from './rule.ts'

export const composeRules = {
  'compose/unknown-slot': {
    severity: 'fatal',
    message: (f: {slot: string; suggestion: string | undefined}) => `Unexpected slot \`${f.slot}\`, expected ${f.suggestion ? `\`${f.suggestion}\`` : 'one of the slots of this template'}. Correct its name`
  },
  'compose/missing-template': {
    severity: 'fatal',
    message: (f: {template: string}) => `Unexpected set of templates without \`${f.template}.html\`, expected it in templates/`
  },
  'compose/template-root': {
    severity: 'fatal',
    message: (f: {template: string}) => `Unexpected template \`${f.template}.html\` with several outermost elements or none, expected exactly one, such as <section>`
  },
  'compose/missing-cover': {
    severity: 'error',
    message: (f: {cover: string; suggestion: string | undefined}) => `Unexpected cover \`${f.cover}\`, expected a picture of the publication${f.suggestion ? ` such as \`${f.suggestion}\`` : ''}; a cover is typeset in its place. Correct the path, which begins at the top of the publication, or leave \`cover\` out`
  },
  'compose/empty-edition': {
    severity: 'fatal',
    message: (f: {language: string}) => `Unexpected edition \`${f.language}\` without articles, expected at least one that is not a draft. Build with --draft to include drafts`
  },
  'compose/handout-empty': {
    severity: 'warning',
    message: (f: {handout: string; language: string}) => `Unexpected handout “${f.handout}” without articles in the edition \`${f.language}\`, expected slugs or keywords of its articles; it is left out. Correct them; a keyword may be given in several languages, as a list`
  }
} as const satisfies Rules
