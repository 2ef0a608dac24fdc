/** How accessible the book is (EPUB Accessibility 1.1 § 2.2): found in its content, so that nothing is claimed which is not so. */
import type {Accessibility, AccessibilityFeature} from '../../core/accessibility.ts'
import type {AccessibilityClaim} from '../../core/catalogue.ts'
import type {Report} from '../../core/diagnostic.ts'
import {isLongDescription, walkElements} from '../../core/hast.ts'
import {isFullWidth, scriptOf} from '../../core/locale.ts'
import type {Edition} from '../../core/model.ts'
import {sayTerm, type TermName} from '../../core/terms.ts'
import {countBarriers, isDescribed, isPicture} from './barriers.ts'

interface Findings {
  /** Pictures that belong to the content: a cover tells nothing that the title page does not (Discoverability Vocabulary § 4.2). */
  pictures: number
  undescribed: number
  longDescriptions: number
  formulas: number
  /** Ruby. */
  readings: number
  /** Passages in another language than the edition's. */
  passages: number
}

/** Claims that the book refutes are reported and left out. */
export function assessAccessibility(edition: Edition, isPaged: boolean, report: Report): Accessibility {
  const findings = inspect(edition)
  const barriers = countBarriers(edition)
  const {pictures, undescribed, passages} = findings
  const claim = edition.spec.accessibility
  return {
    modes: pictures > 0 ? ['textual', 'visual'] : ['textual'],
    sufficient: [...(pictures > 0 ? [['textual', 'visual'] as const] : []), ...(undescribed === 0 ? [['textual'] as const] : [])],
    features: listFeatures(edition, findings, isPaged, barriers.has('heading')),
    hazards: isMoving(edition) ? ['unknown'] : ['none'], // in one word: Ace 1.4 spells the one for motion otherwise than the vocabulary
    summary: {text: summarise(edition, findings, isPaged), language: edition.terms.language},
    claim: keepClaim(claim, barriers, report),
    isSelfCertified: claim.certifier === undefined || claim.certifier === edition.publication.publisher,
    marksLanguages: passages > 0,
    hasLandmarks: edition.landmarks.length > 0
  }
}

function listFeatures({divisions, script}: Edition, findings: Findings, isPaged: boolean, skipsLevels: boolean): readonly AccessibilityFeature[] {
  const {pictures, undescribed, longDescriptions, formulas, readings} = findings
  return [
    'tableOfContents', 'readingOrder', 'displayTransformability', 'ARIA',
    ...(skipsLevels ? [] : ['structuralNavigation'] as const),
    ...(divisions.some(({kind}) => kind === 'index') ? ['index'] as const : []),
    ...(pictures > 0 && undescribed === 0 ? ['alternativeText'] as const : []),
    ...(longDescriptions > 0 ? ['longDescription'] as const : []),
    ...(formulas > 0 ? ['MathML'] as const : []),
    ...(readings > 0 ? ['rubyAnnotations'] as const : []),
    ...(['Jpan', 'Hans', 'Hant', 'Kore'].includes(script) ? ['horizontalWriting'] as const : []), // said only of scripts that know both ways
    ...(isPaged ? ['pageNavigation', 'pageBreakMarkers'] as const : [])
  ]
}

/** What moves may flash: nobody has looked. Sound cannot come in. */
function isMoving({resources, styles}: Edition): boolean {
  return /@(?:-\w+-)?keyframes\b/i.test(styles.epub) || [...resources.values()].some(({moves}) => moves)
}

/** What the publisher answers for, unless the book refutes it (EPUB Accessibility 1.1 § 4.3 to 4.5). An exemption needs no proof. */
function keepClaim(claim: AccessibilityClaim, barriers: ReturnType<typeof countBarriers>, report: Report): AccessibilityClaim {
  const {conformsTo, exemption} = claim
  if (conformsTo !== undefined && barriers.size === 0) return claim
  if (conformsTo !== undefined) {
    for (const [barrier, {count, place}] of barriers) report('epub/claim-refuted', {claim: conformsTo, barrier, count}, place)
  }
  return exemption === undefined ? {} : {exemption}
}

/** What a reader may expect, in the reader's language. */
function summarise({terms}: Edition, {pictures, undescribed, formulas}: Findings, isPaged: boolean): string {
  const names: readonly TermName[] = [
    'accessibility-summary',
    ...(pictures === 0 ? [] : [undescribed === 0 ? 'accessibility-described' : 'accessibility-undescribed'] as const),
    ...(formulas === 0 ? [] : ['accessibility-formulas'] as const),
    ...(isPaged ? ['accessibility-pages'] as const : [])
  ]
  return names.map((name) => sayTerm(terms, name)).join(isFullWidth(scriptOf(terms.language)) ? '' : ' ')
}

function inspect({divisions, spec}: Edition): Findings {
  const findings: Findings = {pictures: 0, undescribed: 0, longDescriptions: 0, formulas: 0, readings: 0, passages: 0}
  for (const {tree, kind} of divisions) {
    walkElements(tree, (element) => {
      const {tagName, properties: {lang}} = element
      if (lang !== undefined && lang !== spec.language) findings.passages++
      if (tagName === 'math') findings.formulas++
      if (tagName === 'ruby') findings.readings++
      if (isLongDescription(element)) findings.longDescriptions++
      if (!isPicture(element)) return true
      if (kind !== 'cover') findings.pictures++
      if (!isDescribed(element)) findings.undescribed++
      return false // what is inside a drawing belongs to it
    })
  }
  return findings
}
