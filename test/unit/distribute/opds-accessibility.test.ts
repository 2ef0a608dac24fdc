import {describe, expect, it} from 'vitest'
import type {Accessibility} from '../../../src/core/accessibility.ts'
import {listOnixAccessibility} from '../../../src/core/onix.ts'
import {tellAccessibility} from '../../../src/distribute/opds/accessibility.ts'

const accessibility: Accessibility = {
  modes: ['textual', 'visual'], sufficient: [['textual', 'visual'], ['textual']], hazards: ['none'],
  features: ['ARIA', 'alternativeText', 'displayTransformability', 'index', 'longDescription', 'MathML', 'pageBreakMarkers', 'pageNavigation', 'readingOrder', 'structuralNavigation', 'tableOfContents'],
  summary: {text: 'All can be heard.', language: 'en'}, isSelfCertified: false, marksLanguages: true, hasLandmarks: true,
  claim: {conformsTo: 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA', certifier: 'Meadow Press', credential: 'Badge', examined: '2026-11-01', report: 'https://a.example/report', exemption: 'eaa-microenterprise'}
}

describe('accessibility in feeds', () => {
  it('says what the codes of ONIX said', () => {
    const told = tellAccessibility(listOnixAccessibility(accessibility))
    expect({...told, feature: [...told?.feature ?? []].sort()}).toEqual({
      conformsTo: 'https://www.w3.org/TR/epub-a11y-11#wcag-2.2-aa', exemption: 'eaa-microenterprise', accessModeSufficient: [['textual']],
      certification: {certifiedBy: 'Meadow Press', credential: 'Badge', report: 'https://a.example/report'}, hazard: ['none'], summary: 'All can be heard.', feature: [...accessibility.features].sort()
    })
  })

  it('claims nothing that is not known', () => {
    const unsure = {...accessibility, hazards: ['unknown'], claim: {}, sufficient: [['textual', 'visual']], features: []} as const
    expect(tellAccessibility(listOnixAccessibility(unsure))).toEqual({hazard: ['unknownFlashingHazard', 'unknownMotionSimulationHazard', 'noSoundHazard'], summary: 'All can be heard.'})
    expect(tellAccessibility(undefined)).toBeUndefined()
  })
})
