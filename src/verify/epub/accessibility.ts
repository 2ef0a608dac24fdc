/** What a package claims of accessibility (EPUB Accessibility 1.1 § 2.2, schema.org), against what the book holds. */
import type {Book, Tell} from './book.ts'
import type {Document} from './document.ts'
import type {NavigationList} from './navigation.ts'
import {valuesOf, type Package, type Statement} from './package.ts'

const demanded = ['schema:accessMode', 'schema:accessModeSufficient', 'schema:accessibilityFeature', 'schema:accessibilityHazard', 'schema:accessibilitySummary'] as const

const modes = new Set(['auditory', 'chartOnVisual', 'chemOnVisual', 'colorDependent', 'diagramOnVisual', 'mathOnVisual', 'musicOnVisual', 'tactile', 'textOnVisual', 'textual', 'visual'])
const sufficient = new Set(['auditory', 'tactile', 'textual', 'visual'])
const hazards = new Set(['flashing', 'noFlashingHazard', 'motionSimulation', 'noMotionSimulationHazard', 'sound', 'noSoundHazard', 'unknown', 'none', 'unknownFlashingHazard', 'unknownMotionSimulationHazard', 'unknownSoundHazard'])

interface Totals {
  readonly pictures: number
  readonly undescribed: number
  readonly formulas: number
  readonly pages: number
  readonly isWhole: boolean
}

export function checkAccessibility({tell}: Book, pack: Package, documents: ReadonlyMap<string, Document>, lists: readonly NavigationList[]): void {
  if (pack.isOld) return
  for (const property of demanded) {
    if (valuesOf(pack, property).every((value) => value === '')) tell('verify/access-missing', {property}, pack.path)
  }
  for (const statement of pack.statements) checkValue(tell, pack.path, statement)
  checkFeatures(tell, pack, sum(documents), lists.some(({type}) => type === 'page-list'))
  checkCertifier(tell, pack)
}

function sum(documents: ReadonlyMap<string, Document>): Totals {
  const all = [...documents.values()]
  const total = (count: (document: Document) => number): number => all.reduce((so, document) => so + count(document), 0)
  return {
    pictures: total(({pictures}) => pictures), undescribed: total(({undescribed}) => undescribed), formulas: total(({formulas}) => formulas),
    pages: total(({pages}) => pages.length), isWhole: all.every(({isWhole}) => isWhole)
  }
}

function checkValue(tell: Tell, path: string, {property, refines, text, at}: Statement): void {
  if (refines !== undefined || text.trim() === '') return
  const values = property === 'schema:accessModeSufficient' ? text.split(',').map((value) => value.trim()) : [text.trim()]
  const allowed = property === 'schema:accessMode' ? modes : property === 'schema:accessModeSufficient' ? sufficient : property === 'schema:accessibilityHazard' ? hazards : undefined
  const wrong = allowed && values.find((value) => !allowed.has(value))
  if (wrong !== undefined) tell('verify/access-value', {property, value: wrong}, path, at)
}

/** A claim that is not so misleads those who rely on it; the law calls it worse than none. Of books read in part nothing is denied. */
function checkFeatures(tell: Tell, pack: Package, totals: Totals, hasPageList: boolean): void {
  const claims = new Map(pack.statements.filter(({property, refines}) => property === 'schema:accessibilityFeature' && refines === undefined).map(({text, at}) => [text.trim(), at]))
  const refute = (claim: string, found: string, isSo: boolean): void => {
    if (isSo && claims.has(claim)) tell('verify/claim-refuted', {claim, found}, pack.path, claims.get(claim))
  }
  refute('alternativeText', totals.undescribed === 1 ? 'a picture without a text alternative' : `${totals.undescribed} pictures without a text alternative`, totals.undescribed > 0)
  if (!totals.isWhole) return
  for (const name of ['MathML', 'describedMath']) refute(name, 'no formula in MathML', totals.formulas === 0 && !(name === 'describedMath' && totals.pictures > 0))
  for (const name of ['pageBreakMarkers', 'printPageNumbers']) refute(name, 'no page break in the book', totals.pages === 0)
  refute('pageNavigation', 'no page list in the book', !hasPageList)
  if (totals.pages > 0 && !claims.has('pageBreakMarkers') && !claims.has('printPageNumbers')) tell('verify/claim-unmade', {claim: 'pageBreakMarkers', found: 'page breaks of a printed book'}, pack.path)
  if (hasPageList && !claims.has('pageNavigation') && !claims.has('printPageNumbers')) tell('verify/claim-unmade', {claim: 'pageNavigation', found: 'a page list'}, pack.path)
  if (totals.formulas > 0 && !claims.has('MathML')) tell('verify/claim-unmade', {claim: 'MathML', found: 'formulas in MathML'}, pack.path)
}

/** § 4.4: whoever claims conformance says who judged it. */
function checkCertifier(tell: Tell, {statements, path}: Package): void {
  const claim = statements.find(({property, text}) => property === 'dcterms:conformsTo' && /EPUB[ -]?A(?:ccessibility|11Y)|epub-a11y/i.test(text))
  if (claim && !statements.some(({property}) => property === 'a11y:certifiedBy')) tell('verify/certifier', {claim: claim.text.trim()}, path, claim.at)
}
