/** Accessibility of a book in the words of schema.org, from its codes of ONIX: the W3C crosswalk, backwards. */
import type {OnixFeature} from '../../core/onix.ts'

/** As the Readium Web Publication Manifest has it; no interface, for those are no records. */
export type ToldAccessibility = {
  readonly conformsTo?: string
  readonly exemption?: string
  readonly certification?: {readonly certifiedBy?: string; readonly credential?: string; readonly report?: string}
  readonly summary?: string
  readonly accessModeSufficient?: readonly (readonly string[])[]
  readonly feature?: readonly string[]
  readonly hazard?: readonly string[]
}

/** List 196. */
const featureByCode: ReadonlyMap<string, string> = new Map([
  ['11', 'tableOfContents'], ['12', 'index'], ['13', 'readingOrder'], ['14', 'alternativeText'], ['15', 'longDescription'], ['17', 'MathML'], ['19', 'pageBreakMarkers'],
  ['29', 'structuralNavigation'], ['30', 'ARIA'], ['36', 'displayTransformability'], ['41', 'pageNavigation']
])
const exemptionByCode: ReadonlyMap<string, string> = new Map([['75', 'eaa-microenterprise'], ['76', 'eaa-disproportionate-burden'], ['77', 'eaa-fundamental-alteration']])
const wcagByCode: ReadonlyMap<string, string> = new Map([['80', '2.0'], ['81', '2.1'], ['82', '2.2']])
const levelByCode: ReadonlyMap<string, string> = new Map([['84', 'a'], ['85', 'aa'], ['86', 'aaa']])
/** List 143. */
const hazardByCode: ReadonlyMap<string, string> = new Map([['00', 'none'], ['16', 'noSoundHazard'], ['24', 'unknownFlashingHazard'], ['26', 'unknownMotionSimulationHazard']])

/** `undefined` where nothing is known. */
export function tellAccessibility(features: readonly OnixFeature[] | undefined): ToldAccessibility | undefined {
  if (!features) return undefined
  const codes = features.filter(({type}) => type === '09').map(({value}) => value)
  const wordsOf = (...values: readonly string[]): string | undefined => features.find(({type, value}) => type === '09' && values.includes(value))?.description
  const [exemption] = translate(codes, exemptionByCode)
  const [version] = translate(codes, wcagByCode)
  const [level] = translate(codes, levelByCode)
  const feature = translate(codes, featureByCode)
  const hazard = translate(features.filter(({type}) => type === '12').map(({value}) => value), hazardByCode)
  const [summary, certifiedBy, credential, report] = [wordsOf('00'), wordsOf('90'), wordsOf('88', '89'), wordsOf('94', '96')]
  const certification = {...(certifiedBy !== undefined && {certifiedBy}), ...(credential !== undefined && {credential}), ...(report !== undefined && {report})}
  return {
    ...(codes.includes('04') && version !== undefined && level !== undefined && {conformsTo: `https://www.w3.org/TR/epub-a11y-11#wcag-${version}-${level}`}),
    ...(exemption !== undefined && {exemption}), ...(Object.keys(certification).length > 0 && {certification}),
    ...(codes.includes('52') && {accessModeSufficient: [['textual']]}),
    ...(feature.length > 0 && {feature}), ...(hazard.length > 0 && {hazard}), ...(summary !== undefined && {summary})
  }
}

function translate(codes: readonly string[], words: ReadonlyMap<string, string>): readonly string[] {
  return codes.flatMap((code) => words.get(code) ?? [])
}
