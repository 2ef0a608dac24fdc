/** The map of all pages for search engines, each with its other languages (sitemaps.org, protocol 0.9). */
import type {Release} from '../../core/release.ts'
import {addressOfPage, overview, type Page} from './addresses.ts'
import {listAlternates} from './head.ts'
import {escapeMarkup} from './markup.ts'

/** What the protocol lets one file hold. */
export interface SitemapLimits {
  readonly addresses: number
  /** Bytes. */
  readonly size: number
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** `sitemap.xml`; where one file cannot hold all, an index of that name and the files. None without the address of the catalogue. */
export function writeSitemap(release: Release, limits: SitemapLimits = {addresses: 50_000, size: 50_000_000}): ReadonlyMap<string, string> {
  const {address} = release
  if (address === undefined) return new Map()
  const alternates = writeAlternates(release)
  const pages: readonly Page[] = [overview, ...release.editions]
  const maps = divide(pages.map((page) => writePage(page, listAlternates(release, page).length > 0 ? alternates : '', release)), limits)
    .map((entries) => `${head}<urlset ${namespaces} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('')}</urlset>\n`)
  if (maps.length === 1 && maps[0] !== undefined) return new Map([['sitemap.xml', maps[0]]])
  const entries = maps.map((_, at) => `<sitemap><loc>${escapeMarkup(`${address}sitemap-${at + 1}.xml`)}</loc><lastmod>${release.modified}</lastmod></sitemap>\n`)
  return new Map([['sitemap.xml', `${head}<sitemapindex ${namespaces}>\n${entries.join('')}</sitemapindex>\n`], ...maps.map((map, at) => [`sitemap-${at + 1}.xml`, map] as const)])
}

/** The same for all pages that have any. */
function writeAlternates(release: Release): string {
  return listAlternates(release, overview).map(({language, page}) => `<xhtml:link rel="alternate" hreflang="${escapeMarkup(language)}" href="${escapeMarkup(addressOfPage(release, page, overview))}"/>\n`).join('')
}

function writePage(page: Page, alternates: string, release: Release): string {
  return `<url><loc>${escapeMarkup(addressOfPage(release, page, page))}</loc><lastmod>${release.modified}</lastmod>\n${alternates}</url>\n`
}

/** In order, as many in each as the limits let; room is left for what stands around them. */
function divide(entries: readonly string[], {addresses, size}: SitemapLimits): readonly (readonly string[])[] {
  const maps: string[][] = [[]]
  let length = 0
  for (const entry of entries) {
    const last = maps.at(-1) ?? []
    const bytes = Buffer.byteLength(entry)
    if (last.length > 0 && (last.length === addresses || length + bytes > size - 300)) {
      maps.push([entry])
      length = bytes
    } else {
      last.push(entry)
      length += bytes
    }
  }
  return maps
}
