/** One edition in two languages: both prepared as always, their articles paired and aligned. */
import {prefixOf, renameParts} from '../compose/bilingual-ids.ts'
import {composeEdition} from '../compose/edition.ts'
import type {Pairing} from '../core/bilingual.ts'
import type {Report} from '../core/diagnostic.ts'
import type {Edition, EditionSpec, Language, Parsed, Slug, Sources} from '../core/model.ts'
import {recordPath} from '../core/sidecar.ts'
import type {Bead} from '../core/translation.ts'
import type {World} from '../core/world.ts'
import {prepareEdition, shareFormer, type EditionSetting} from './edition.ts'
import {parseLanguage} from './parsing.ts'
import {pairArticles} from '../translation/pair.ts'

/** The edition, complete but for its folios. What one of the two lacks stands alone in the other. */
export async function makeBilingualEdition(spec: EditionSpec, pairing: Pairing, setting: EditionSetting, world: World, report: Report): Promise<Edition> {
  const {sources} = setting
  const [first, second] = [await prepareEdition(pairing.first, setting, world, report), await prepareEdition(pairing.second, setting, world, report)]
  const beadsBySlug = await alignAll(pairing.first.language, pairing.second.language, sources, world)
  return composeEdition({...first, spec, ...shareFormer(spec, setting), second: {parts: renameParts(second, prefixOf(pairing.second.language)), beadsBySlug}}, sources, report)
}

/** Beads of the articles that both languages have, from the first to the second, whichever was translated from which. */
async function alignAll(first: Language, second: Language, sources: Sources, world: World): Promise<ReadonlyMap<Slug, readonly Bead[]>> {
  const others = new Map((await parseLanguage(second, sources, world)).map((each) => [each.article.slug, each]))
  const pairs = (await parseLanguage(first, sources, world)).flatMap((one) => {
    const other = others.get(one.article.slug)
    return other ? [[one.article.slug, alignPair(one, other, sources)] as const] : []
  })
  return new Map(pairs)
}

/** The record of a translation is one with its source; two translations of one source are aligned anew. */
function alignPair(first: Parsed, second: Parsed, {records, publication: {sourceLanguage}}: Sources): readonly Bead[] {
  if (second.article.language !== sourceLanguage) return pairArticles(first, second, first.article.language === sourceLanguage ? records.get(recordPath(second.article)) : undefined).beads
  return pairArticles(second, first, records.get(recordPath(first.article))).beads.map(({source, target, confidence}) => ({source: target, target: source, confidence}))
}
