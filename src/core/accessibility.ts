/** What a book offers to those who cannot see, hear or hold it: found out once, told to reading systems and to shops. */
import type {AccessibilityClaim} from './catalogue.ts'
import type {Language} from './model.ts'

/** Senses that take in what a book holds (Schema.org Accessibility Properties for Discoverability Vocabulary, as are the next two). */
export type AccessMode = 'textual' | 'visual'

export type AccessibilityFeature =
  | 'ARIA' | 'alternativeText' | 'displayTransformability' | 'horizontalWriting' | 'index' | 'longDescription' | 'MathML' | 'pageBreakMarkers'
  | 'pageNavigation' | 'readingOrder' | 'rubyAnnotations' | 'structuralNavigation' | 'tableOfContents'

export type AccessibilityHazard = 'none' | 'unknown'

export interface Accessibility {
  readonly modes: readonly AccessMode[]
  /** Each set of senses is enough for the whole book. */
  readonly sufficient: readonly (readonly AccessMode[])[]
  readonly features: readonly AccessibilityFeature[]
  readonly hazards: readonly AccessibilityHazard[]
  /** The same in words, for readers. */
  readonly summary: {readonly text: string; readonly language: Language}
  /** What the publisher answers for; without what the book itself refutes. */
  readonly claim: AccessibilityClaim
  /** The publisher itself has examined the book, and nobody else. */
  readonly isSelfCertified: boolean
  /** Words of other languages are marked as such. */
  readonly marksLanguages: boolean
  /** It lists its landmarks. */
  readonly hasLandmarks: boolean
}
