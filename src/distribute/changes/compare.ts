/** Two releases of a publication, edition by edition: what was added, removed, changed. */
import {compareArticles, dateOf, type Changes, type EditionChanges, type FormatChanges, type ReleaseState} from '../../core/changes.ts'
import type {Language} from '../../core/model.ts'
import type {Release, ReleasedEdition, ReleasedProduct} from '../../core/release.ts'

/** What a reader of the former release finds otherwise in the new one. */
export function compareReleases(former: Release, release: Release): Changes {
  const formerByTag = new Map(former.editions.map((edition) => [edition.tag, edition]))
  const tags = new Set(release.editions.map(({tag}) => tag))
  const [before, after] = [listLanguages(former), listLanguages(release)]
  return {
    name: release.name, former: stateOf(former), now: stateOf(release),
    languages: {added: after.filter((language) => !before.includes(language)), removed: before.filter((language) => !after.includes(language))},
    editions: [
      ...release.editions.map((edition) => compareEditions(formerByTag.get(edition.tag), edition)),
      ...former.editions.filter(({tag}) => !tags.has(tag)).map((edition) => compareEditions(edition, undefined))
    ]
  }
}

/** Whether the new release gives its readers the same files. */
export function isSame({editions}: Changes): boolean {
  return editions.every(({kind}) => kind === 'same')
}

function stateOf(release: Release): ReleaseState {
  const {revision} = release
  return {date: dateOf(release), ...(revision && {revision})}
}

function listLanguages({editions}: Release): readonly Language[] {
  return [...new Set(editions.flatMap(({languages}) => languages))]
}

/** One edition; a side that it did not have, or has no more, is absent. */
export function compareEditions(former: ReleasedEdition | undefined, edition: ReleasedEdition | undefined): EditionChanges {
  const {tag, languages, direction, title} = edition ?? former as ReleasedEdition // one of the two is there
  const articles = compareArticles(former?.articles ?? [], edition?.articles ?? [])
  const formats = compareProducts(former?.products ?? [], edition?.products ?? [])
  const isOther = articles.length > 0 || former?.title !== edition?.title || Object.values(formats).some((list: FormatChanges[keyof FormatChanges]) => list.length > 0)
  return {
    tag, languages, direction, title, articles, formats,
    kind: !former ? 'new' : !edition ? 'removed' : isOther ? 'changed' : 'same',
    unchanged: (edition?.articles.length ?? 0) - articles.filter(({kind}) => kind !== 'removed').length,
    ...(former && former.title !== title && {formerTitle: former.title})
  }
}

function compareProducts(former: readonly ReleasedProduct[], now: readonly ReleasedProduct[]): FormatChanges {
  const formerByFormat = new Map(former.map((product) => [product.format, product]))
  const formats = new Set(now.map(({format}) => format))
  return {
    added: now.filter(({format}) => !formerByFormat.has(format)).map(({format}) => format),
    removed: former.filter(({format}) => !formats.has(format)).map(({format}) => format),
    changed: now.filter((product) => {
      const other = formerByFormat.get(product.format)
      return other !== undefined && fingerprint(other) !== fingerprint(product)
    }).map(({format}) => format)
  }
}

function fingerprint({files}: ReleasedProduct): string {
  return files.map(({path, sha256}) => `${path}\0${sha256}`).sort().join('\n')
}
