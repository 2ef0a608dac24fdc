/** Finishes files for a printing house: registration colour, standard, and four inks where they are asked for. */
import type {PressColour, PrintSetup} from '../../core/paper.ts'
import type {World} from '../../core/world.ts'
import {describeIntent, finishSheets, type SheetFacts, type SheetPage} from '../imposition/pdf-sheets.ts'
import type {PdfWriter} from '../print/pdf-writer.ts'
import {makeXmp} from '../print/xmp.ts'

/** The colour `Marks`, which is on every plate: of four inks, or of the only one. */
export function writeRegistration(colour: PressColour): string {
  const [space, none, all] = colour === 'black' || colour === 'grey' ? ['DeviceGray', '1', '0'] : ['DeviceCMYK', '0 0 0 0', '1 1 1 1']
  return `\n/ColorSpace <</Marks [/Separation /All /${space} <</FunctionType 2 /Domain [0 1] /C0 [${none}] /C1 [${all}] /N 1>>]>>`
}

/** Whether press file and cover are to keep PDF/X-4. */
export function keepsStandard({conformance}: PrintSetup): boolean {
  return conformance.includes('pdf-x-4')
}

/** What the file is printed with; the profile is that of the inks, where one was given. */
export interface Inks {
  readonly colour: PressColour
  readonly profile: Uint8Array | undefined
}

/** The whole file; in four inks it goes through another program. */
export async function finishInks(pages: readonly SheetPage[], facts: SheetFacts, {colour, profile}: Inks, writer: PdfWriter, world: World): Promise<Uint8Array> {
  const pdf = finishSheets(pages, facts, writer)
  if (colour !== 'cmyk') return pdf
  return world.separate({
    pdf, language: facts.language, rightToLeft: facts.direction === 'rtl', xmp: makeXmp(facts),
    ...(profile && {profile}), ...(facts.output && {intent: describeIntent(facts.output)})
  })
}
