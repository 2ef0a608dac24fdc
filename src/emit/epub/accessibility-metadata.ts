/** Accessibility as elements of the package (EPUB Accessibility 1.1 § 2.2 and 4). */
import type {Accessibility} from '../../core/accessibility.ts'
import type {AccessibilityClaim} from '../../core/catalogue.ts'
import type {Language} from '../../core/model.ts'
import {escapeText, tag} from './markup.ts'
import {meta} from './metadata.ts'

/** One element a string; `language` is that of the package. */
export function describeAccessibility({modes, sufficient, features, hazards, summary, claim}: Accessibility, language: Language): readonly string[] {
  return [
    ...modes.map((mode) => meta('schema:accessMode', mode)),
    ...sufficient.map((set) => meta('schema:accessModeSufficient', set.join(','))),
    ...features.map((feature) => meta('schema:accessibilityFeature', feature)),
    ...hazards.map((hazard) => meta('schema:accessibilityHazard', hazard)),
    meta('schema:accessibilitySummary', summary.text, undefined, undefined, summary.language === language ? undefined : summary.language),
    ...describeClaim(claim)
  ]
}

function describeClaim({conformsTo, certifier, credential, examined, report, exemption}: AccessibilityClaim): readonly string[] {
  return [
    ...(conformsTo === undefined ? [] : [tag('meta', {property: 'dcterms:conformsTo', id: 'conformance'}, escapeText(conformsTo))]),
    ...(certifier === undefined ? [] : [
      tag('meta', {property: 'a11y:certifiedBy', id: 'certifier', refines: '#conformance'}, escapeText(certifier)),
      ...(credential === undefined ? [] : [meta('a11y:certifierCredential', credential, '#certifier')]),
      ...(examined === undefined ? [] : [meta('dcterms:date', examined, '#certifier')]),
      ...(report === undefined ? [] : [tag('link', {rel: 'a11y:certifierReport', refines: '#certifier', href: report})])
    ]),
    ...(exemption === undefined ? [] : [meta('a11y:exemption', exemption)])
  ]
}
