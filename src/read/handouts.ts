/** Handouts from what the publisher wrote under `handouts`: a list of sets, or sets among other settings. */
import type {Report} from '../core/diagnostic.ts'
import type {HandoutSet, HandoutSetup} from '../core/handouts.ts'
import type {Place, Slug} from '../core/model.ts'
import {suggest} from '../core/suggest.ts'

interface HandoutSetSpec {
  readonly name: string
  readonly title?: string
  readonly articles?: readonly string[]
  readonly keyword?: string | readonly string[]
  readonly fit?: number
}

interface HandoutSettings {
  readonly paper?: 'A4' | 'Letter'
  readonly 'font-size'?: number
  readonly fit?: number
  readonly address?: string
  readonly sets?: readonly HandoutSetSpec[]
}

export type HandoutsSpec = readonly HandoutSetSpec[] | HandoutSettings

type PlaceOf = (...path: readonly (string | number)[]) => Place

/** Millimetres: ISO 216, ANSI. */
const papers = {A4: {name: 'A4', width: 210, height: 297}, Letter: {name: 'Letter', width: 215.9, height: 279.4}} as const

/** The setup, every default applied; `usual` is the address where the publisher gives none for handouts, `slugs` are those of any language, and an unknown one is reported. */
export function makeHandoutSetup(spec: HandoutsSpec, usual: string | undefined, slugs: ReadonlySet<Slug>, placeOf: PlaceOf, report: Report): HandoutSetup {
  const settings: HandoutSettings = isList(spec) ? {sets: spec} : spec
  const placeOfSet: PlaceOf = (...path) => isList(spec) ? placeOf('handouts', ...path) : placeOf('handouts', 'sets', ...path)
  const address = settings.address ?? usual
  return {
    paper: papers[settings.paper ?? 'A4'], fontSize: settings['font-size'] ?? 11,
    sets: makeSets(settings.sets ?? [], slugs, placeOfSet, report),
    ...(settings.fit !== undefined && {fit: settings.fit}),
    ...(address !== undefined && {address})
  }
}

function isList(spec: HandoutsSpec): spec is readonly HandoutSetSpec[] {
  return Array.isArray(spec)
}

function makeSets(specs: readonly HandoutSetSpec[], slugs: ReadonlySet<Slug>, placeOf: PlaceOf, report: Report): readonly HandoutSet[] {
  const seen = new Set<string>()
  return specs.flatMap(({name, title, articles: written = [], keyword = [], fit}, at): readonly HandoutSet[] => {
    const articles = written.map((slug) => slug.normalize('NFC')) // as manuscripts are named
    articles.forEach((slug, n) => {
      if (!slugs.has(slug)) report('read/unknown-article', {slug, suggestion: suggest(slug, [...slugs])}, placeOf(at, 'articles', n))
    })
    if (seen.has(name.toLowerCase())) {
      report('read/value', {key: 'handouts.name', expected: 'a name that no other handout has'}, placeOf(at, 'name'))
      return []
    }
    seen.add(name.toLowerCase())
    return [{
      name, articles, keywords: typeof keyword === 'string' ? [keyword] : keyword, place: placeOf(at),
      ...(title !== undefined && {title}), ...(fit !== undefined && {fit})
    }]
  })
}
