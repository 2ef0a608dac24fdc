/** Whether a file that says to be PDF/X-4 has what that standard asks beyond what is asked of every file (ISO 15930-7). */
import {itemsOf, maybeDictionary, nameOf, numberOf, readStream, textOf, valueOf, type PDFObject} from './document.ts'
import type {Check, Inspected} from './report.ts'
import {namePages, pagesWhere} from './words.ts'

/** What is wrong, and what is right. */
type Fault = readonly [found: string, expected: string]

export const checkStandard: Check = (inspected, report) => {
  const {standard} = inspected
  if (!standard?.startsWith('PDF/X-4')) return {said: standard === undefined ? 'no PDF/X' : `says to be ${standard}`, note: true}
  const profile = maybeProfile(inspected)
  const faults = [...listFileFaults(inspected), ...listProfileFaults(profile), ...listColourFaults(inspected, profile)]
  for (const [found, expected] of faults) report('preflight/standard', {standard, found, expected})
  return {said: `says to be ${standard}, ${faults.length === 0 ? 'which nothing here refutes' : 'which is refuted'}`}
}

/** Elements of the metadata that must be there, each in either of the ways in which XMP writes a value. */
const elements = ['xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate', 'xmpMM:DocumentID', 'xmpMM:VersionID', 'xmpMM:RenditionClass', 'dc:title']

function listFileFaults({pdf: {version, identified, catalog, information}, pages}: Inspected): readonly Fault[] {
  const xmp = readStream(valueOf(catalog, 'Metadata'))
  const missing = elements.filter((element) => !new RegExp(`[< ]${element}[ >=]`).test(xmp))
  const trapped = nameOf(valueOf(information, 'Trapped')) ?? /pdf:Trapped(?:>|=["'])(\w+)/.exec(xmp)?.[1]
  const bare = pagesWhere(pages, ({boxes: {trim}}) => trim === undefined)
  return [
    ...(version > '1.6' ? [[`PDF ${version}`, 'PDF 1.6 at most'] as const] : []),
    ...(identified ? [] : [['file without /ID', 'one'] as const]),
    ...(missing.length > 0 ? [[`metadata without ${missing.join(', ')}`, 'all of XMP that it asks for'] as const] : []),
    ...(trapped === 'True' || trapped === 'False' ? [] : [[`value ${trapped ?? 'none'} of Trapped`, 'True or False'] as const]),
    ...(bare.length > 0 ? [[`lack of a TrimBox on ${namePages(bare)}`, 'one on every page'] as const] : [])
  ]
}

interface Profile {
  readonly stream: PDFObject | undefined
  readonly isNamed: boolean
}

/** Of the only output intent for print. */
function maybeProfile({pdf: {catalog}}: Inspected): Profile | undefined {
  const intents = itemsOf(valueOf(catalog, 'OutputIntents')).map(maybeDictionary).filter((intent) => nameOf(valueOf(intent, 'S')) === 'GTS_PDFX')
  const [only] = intents
  return intents.length === 1 ? {stream: valueOf(only, 'DestOutputProfile'), isNamed: Boolean(textOf(valueOf(only, 'OutputConditionIdentifier')))} : undefined
}

const componentsBySpace: ReadonlyMap<string, number> = new Map([['GRAY', 1], ['RGB ', 3], ['CMYK', 4]])

function listProfileFaults(profile: Profile | undefined): readonly Fault[] {
  if (!profile) return [['number of output intents for print', 'exactly one']]
  const icc = readStream(profile.stream)
  const [kind, space] = [icc.slice(12, 16), spaceOf(profile)]
  return [
    ...(profile.isNamed ? [] : [['output intent without OutputConditionIdentifier', 'a name of the printing condition'] as const]),
    ...(kind === 'prtr' ? [] : [[icc === '' ? 'output intent without a profile' : `profile of class ${kind}`, 'the ICC profile of a printing condition (prtr)'] as const]),
    ...(icc === '' || componentsBySpace.get(space) === numberOf(valueOf(maybeDictionary(profile.stream), 'N')) ? [] : [[`number of inks that is not that of the profile (${space.trim()})`, 'the same'] as const])
  ]
}

function spaceOf(profile: Profile | undefined): string {
  return readStream(profile?.stream).slice(16, 20)
}

/** Colours of a device must be those of the output intent. */
function listColourFaults({pages}: Inspected, profile: Profile | undefined): readonly Fault[] {
  const space = spaceOf(profile)
  const [light, inks] = [pagesWhere(pages, ({colours}) => colours.has('rgb')), pagesWhere(pages, ({colours}) => colours.has('cmyk'))]
  return [
    ...(light.length > 0 && space !== 'RGB ' ? [[`RGB without a profile on ${namePages(light)}`, 'colours that a profile explains'] as const] : []),
    ...(inks.length > 0 && space !== 'CMYK' ? [[`CMYK on ${namePages(inks)} beside a profile for ${space.trim() || 'nothing'}`, 'a profile for CMYK'] as const] : [])
  ]
}
