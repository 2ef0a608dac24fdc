/** Identifiers that products can hold: ASCII, XML names, one for each place of an edition, the same at each build. */
import {sha256} from '../core/digest.ts'
import type {Id, Slug} from '../core/model.ts'

/** A maker of ids that never gives the same one twice; capitals do not distinguish, since file names may not. */
export function makeIdMaker(): (wanted: string) => Id {
  const used = new Set<string>()
  return (wanted) => {
    let id = wanted
    for (let n = 2; used.has(id.toLowerCase()); n++) id = `${wanted}-${n}`
    used.add(id.toLowerCase())
    return id
  }
}

/** The wanted id of an article: its slug where that is ASCII, else what is ASCII of it with a hash of the whole. */
export function nameArticle(slug: Slug): string {
  return `a-${asciiName(slug)}`
}

/** The wanted id of a place within an article. */
export function namePlace(article: Id, anchor: string): string {
  return `${article}.${asciiName(anchor)}`
}

function asciiName(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')
  if (plain === text.replaceAll('_', '-') && plain.length <= 60) return plain
  return [plain.slice(0, 40), sha256(text).slice(0, 8)].filter(Boolean).join('-')
}
