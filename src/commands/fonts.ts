/** `fonts`: fetches the fonts of languages before they are needed. */
import {maybeLanguage} from '../core/locale.ts'
import {handOf, maybeFaces, symbolFamilies} from '../core/typefaces.ts'
import {MissingToolError} from '../core/world.ts'
import {maybeFontFolder} from '../world/fonts/places.ts'
import {makeFontSupply} from '../world/fonts/supply.ts'
import {UsageError, type Command} from './command.ts'

export const fonts: Command = async (tags, {sans = false}, {output, signal}) => {
  if (tags.length === 0) throw new UsageError('Expected one language or several: hexapla fonts ja ar')
  const families = new Set<string>(['Noto Serif', ...symbolFamilies])
  for (const tag of tags.flatMap((each) => each.split(','))) {
    const language = maybeLanguage(tag)
    if (language === undefined) throw new UsageError(`Unexpected language ${tag}, expected a tag such as fr or pt-BR`)
    const faces = maybeFaces(handOf(language))
    if (!faces) output.note(`${tag}: Hexapla knows no font for its script\n`)
    else for (const family of sans ? [faces.serif, faces.sans] : [faces.serif]) families.add(family)
  }
  const folder = maybeFontFolder(process.env)
  if (folder === undefined) throw new MissingToolError('Unexpected lack of a folder for fonts, expected one that can be written to; name it with HEXAPLA_FONTS')
  const provide = makeFontSupply({folder, signal, progress: (line) => output.note(`${line}\n`)})
  const missing = await provide([...families])
  for (const {family, package: name, reason} of missing) output.note(`Unexpected lack of ${family} (${name ?? ''}), expected to fetch it: ${reason}\n`)
  output.print(`${[...families].filter((family) => missing.every((each) => each.family !== family)).join(', ')}\n`)
  return missing.length === 0 ? 0 : 3
}
