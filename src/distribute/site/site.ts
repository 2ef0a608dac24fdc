/** The catalogue: a page of all languages, one of each edition, and a map of them for search engines. */
import type {Language} from '../../core/model.ts'
import type {Release} from '../../core/release.ts'
import type {TermName, Terms} from '../../core/terms.ts'
import {pathOfPage} from './addresses.ts'
import {writeEditionPage} from './edition-page.ts'
import {writeOverview} from './overview.ts'
import {writeSitemap} from './sitemap.ts'

/** Another page about an edition, such as its errata. */
export interface FurtherLink {
  readonly term: TermName
  /** Path below the output folder. */
  readonly path: string
}

export interface SiteSetting {
  /** Words for the language of every edition; `en`, else any, stands in. */
  readonly terms: ReadonlyMap<Language, Terms>
  /** The house's style sheets by name; `site` is the catalogue's. */
  readonly styles: ReadonlyMap<string, string>
  /** By tag of the edition. */
  readonly further?: ReadonlyMap<string, readonly FurtherLink[]>
}

/** The pages by their path below the output folder; none of an empty release. */
export function makeSite(release: Release, setting: SiteSetting): ReadonlyMap<string, string> {
  if (release.editions.length === 0) return new Map()
  return new Map([
    ['index.html', writeOverview(release, setting)],
    ...release.editions.map((edition) => [pathOfPage(edition), writeEditionPage(edition, release, setting)] as const),
    ...writeSitemap(release)
  ])
}
