/** Accessibility as ONIX for Books says it: features of the product, by the W3C crosswalk of accessibility metadata. */
import type {Accessibility, AccessibilityFeature, AccessibilityHazard} from './accessibility.ts'

/** A `ProductFormFeature` of ONIX 3.0 and 3.1. */
export interface OnixFeature {
  /** List 79: `09` for accessibility, `12` for hazards. */
  readonly type: '09' | '12'
  /** List 196, or list 143 for hazards. */
  readonly value: string
  readonly description?: string
}

/** List 196; what has no code there is left out. */
const codeByFeature: Readonly<Record<AccessibilityFeature, string | undefined>> = {
  tableOfContents: '11', index: '12', readingOrder: '13', alternativeText: '14', longDescription: '15', MathML: '17', pageBreakMarkers: '19',
  structuralNavigation: '29', ARIA: '30', displayTransformability: '36', pageNavigation: '41', horizontalWriting: undefined, rubyAnnotations: undefined
}

/** List 143: no hazard; or flashing and motion unknown, and no sound. */
const codesByHazard: Readonly<Record<AccessibilityHazard, readonly string[]>> = {none: ['00'], unknown: ['24', '26', '16']}

const codeByWcag: ReadonlyMap<string, string> = new Map([['2.0', '80'], ['2.1', '81'], ['2.2', '82'], ['A', '84'], ['AA', '85'], ['AAA', '86']])
const codeByExemption: ReadonlyMap<string, string> = new Map([
  ['eaa-microenterprise', '75'], ['eaa-disproportionate-burden', '76'], ['eaa-fundamental-alteration', '77']
])

/** The features in the order of their codes, then the hazards. */
export function listOnixAccessibility(accessibility: Accessibility): readonly OnixFeature[] {
  const {features, hazards, sufficient, summary, marksLanguages, hasLandmarks} = accessibility
  const codes = [
    ...features.flatMap((feature) => codeByFeature[feature] ?? []),
    ...(marksLanguages ? ['22'] : []),
    ...(hasLandmarks ? ['32'] : []),
    ...(sufficient.some((modes) => modes.length === 1 && modes[0] === 'textual') ? ['52'] : [])
  ].map((value): OnixFeature => ({type: '09', value}))
  const told = [{type: '09', value: '00', description: summary.text} as const, ...codes, ...listClaims(accessibility)]
  return [...told.sort((a, b) => a.value < b.value ? -1 : 1), ...hazards.flatMap((hazard) => codesByHazard[hazard]).map((value): OnixFeature => ({type: '12', value}))]
}

function listClaims({claim, isSelfCertified}: Accessibility): readonly OnixFeature[] {
  const {conformsTo, certifier, credential, examined, report, exemption} = claim
  const [, version, level] = /WCAG (2\.\d) Level (A{1,3})$/.exec(conformsTo ?? '') ?? []
  const said: readonly (readonly [value: string | undefined, description?: string | undefined])[] = [
    ...(conformsTo === undefined ? [] : [['04'], [codeByWcag.get(version ?? '')], [codeByWcag.get(level ?? '')]] as const),
    ...(credential === undefined ? [] : [[/^https?:/.test(credential) ? '89' : '88', credential]] as const),
    ...(certifier === undefined ? [] : [['90', certifier]] as const),
    ...(examined === undefined ? [] : [['91', examined.replaceAll('-', '')]] as const),
    ...(report === undefined ? [] : [[isSelfCertified ? '96' : '94', report]] as const),
    ...(exemption === undefined ? [] : [[codeByExemption.get(exemption)]] as const)
  ]
  return said.flatMap(([value, description]) => value === undefined ? [] : [{type: '09', value, ...(description !== undefined && {description})}])
}
