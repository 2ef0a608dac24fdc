/** Accessibility metadata (EPUB Accessibility 1.1 § 2.2): computed from the book, so that nothing is claimed which is not so. */
import type {Report} from '../../core/diagnostic.ts'
import {walkElements} from '../../core/hast.ts'
import {isFullWidth, scriptOf} from '../../core/locale.ts'
import type {Edition} from '../../core/model.ts'
import {sayTerm, type TermName, type Terms} from '../../core/terms.ts'
import {countBarriers, isDescribed, isPicture} from './barriers.ts'
import {escapeText, tag} from './markup.ts'
import {meta} from './metadata.ts'

interface Findings {
  pictures: number
  undescribed: number
  formulas: number
  /** Ruby. */
  readings: number
}

/** One `meta` element a string. */
export function describeAccess(edition: Edition, isPaged: boolean): readonly string[] {
  const inspected = inspect(edition)
  const {pictures, undescribed, formulas, readings} = inspected
  const features = [
    'structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability',
    ...(edition.divisions.some(({kind}) => kind === 'index') ? ['index'] : []),
    ...(pictures > 0 && undescribed === 0 ? ['alternativeText'] : []),
    ...(formulas > 0 ? ['MathML', 'describedMath'] : []),
    ...(readings > 0 ? ['rubyAnnotations'] : []),
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

/** What the publisher answers for. A claim that our own checks refute is reported and left out (EPUB Accessibility 1.1 § 4.3 to 4.5). */
export function describeClaim(edition: Edition, report: Report): readonly string[] {
  const {conformsTo, certifier, credential, report: address, exemption} = edition.spec.accessibility
  const barriers = conformsTo === undefined ? [] : [...countBarriers(edition)]
  for (const [barrier, {count, place}] of barriers) report('epub/claim-refuted', {claim: conformsTo ?? '', barrier, count}, place)
  const isKept = conformsTo !== undefined && barriers.length === 0
  return [
    ...(isKept ? [tag('meta', {property: 'dcterms:conformsTo', id: 'conformance'}, escapeText(conformsTo))] : []),
    ...(isKept && certifier !== undefined ? [
      tag('meta', {property: 'a11y:certifiedBy', id: 'certifier', refines: '#conformance'}, escapeText(certifier)),
      ...(credential === undefined ? [] : [meta('a11y:certifierCredential', credential, '#certifier')]),
      ...(address === undefined ? [] : [tag('link', {rel: 'a11y:certifierReport', refines: '#certifier', href: address})])
    ] : []),
    ...(exemption === undefined ? [] : [meta('a11y:exemption', exemption)])
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
  return names.map((name) => sayTerm(terms, name)).join(isFullWidth(scriptOf(terms.language)) ? '' : ' ')
}

function inspect(edition: Edition): Findings {
  const findings: Findings = {pictures: 0, undescribed: 0, formulas: 0, readings: 0}
  for (const {tree} of edition.divisions) {
    walkElements(tree, (element) => {
      if (element.tagName === 'math') findings.formulas++
      if (element.tagName === 'ruby') findings.readings++
      if (!isPicture(element)) return true
      findings.pictures++
      if (!isDescribed(element)) findings.undescribed++
      return false // what is inside a drawing belongs to it
    })
  }
  return findings
}
