/** Accessibility metadata (EPUB Accessibility 1.1 § 2.2): computed from the book, so that nothing is claimed which is not so. */
import type {Element} from 'hast'
import {isElement, walkElements} from '../../core/hast.ts'
import {scriptOf} from '../../core/locale.ts'
import type {Edition} from '../../core/model.ts'
import {sayTerm, type TermName, type Terms} from '../../core/terms.ts'
import {meta} from './metadata.ts'

interface Findings {
  pictures: number
  undescribed: number
  formulas: number
}

/** One `meta` element a string. */
export function describeAccess(edition: Edition, isPaged: boolean): readonly string[] {
  const inspected = inspect(edition)
  const {pictures, undescribed, formulas} = inspected
  const features = [
    'structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability',
    ...(edition.divisions.some(({kind}) => kind === 'index') ? ['index'] : []),
    ...(pictures > 0 && undescribed === 0 ? ['alternativeText'] : []),
    ...(formulas > 0 ? ['MathML'] : []),
    ...(isPaged ? ['pageNavigation', 'pageBreakMarkers'] : [])
  ]
  const {terms, spec} = edition
  const language = terms.language === spec.language ? undefined : terms.language
  return [
    meta('schema:accessMode', 'textual'),
    ...(pictures > 0 ? [meta('schema:accessMode', 'visual')] : []),
    meta('schema:accessModeSufficient', undescribed === 0 ? 'textual' : 'textual,visual'),
    ...features.map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', summarise(terms, inspected, isPaged), undefined, undefined, language)
  ]
}

/** What a reader may expect, in the reader's language. */
function summarise(terms: Terms, {pictures, undescribed, formulas}: Findings, isPaged: boolean): string {
  const names: readonly TermName[] = [
    'accessibility-summary',
    ...(pictures === 0 ? [] : [undescribed === 0 ? 'accessibility-described' : 'accessibility-undescribed'] as const),
    ...(formulas === 0 ? [] : ['accessibility-formulas'] as const),
    ...(isPaged ? ['accessibility-pages'] as const : [])
  ]
  return names.map((name) => sayTerm(terms, name)).join(['Jpan', 'Hans', 'Hant'].includes(scriptOf(terms.language)) ? '' : ' ')
}

function inspect(edition: Edition): Findings {
  const findings: Findings = {pictures: 0, undescribed: 0, formulas: 0}
  for (const {tree} of edition.divisions) {
    walkElements(tree, (element) => {
      if (element.tagName === 'math') findings.formulas++
      if (element.tagName !== 'img' && element.tagName !== 'svg') return true
      findings.pictures++
      if (!isDescribed(element)) findings.undescribed++
      return false // what is inside a drawing belongs to it
    })
  }
  return findings
}

/** Described in words, or said to be mere ornament. An empty `alt` may be an omission and proves nothing. */
function isDescribed({properties, children}: Element): boolean {
  const {alt, ariaLabel, ariaLabelledBy, ariaHidden, role} = properties
  if (role === 'presentation' || role === 'none' || String(ariaHidden) === 'true') return true
  return [alt, ariaLabel, ariaLabelledBy].some((text) => text !== undefined && String(text).trim() !== '') || children.some((child) => isElement(child, 'title'))
}
