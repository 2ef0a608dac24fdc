/** The concordance of pages as a table: an article a line, its place in every edition. */
import type {Shelved} from '../core/concordance.ts'
import type {Slug} from '../core/model.ts'

/** CSV (RFC 4180) in UTF-8 with a mark of order, which spreadsheets need to see it: the slug, then title, page and document for each edition. */
export function writeConcordance(editions: readonly Shelved[]): string {
  const slugs = [...new Set(editions.flatMap(({articles}) => articles.map(({slug}) => slug)))]
  const head = ['article', ...editions.flatMap(({spec: {language}}) => [`${language} title`, `${language} page`, `${language} document`])]
  const bySlug = editions.map((edition) => new Map(edition.articles.map((article) => [article.slug, article])))
  const row = (slug: Slug): readonly string[] => [slug, ...editions.flatMap(({placeById, documentById}, at) => {
    const article = bySlug[at]?.get(slug)
    return article ? [article.title, placeById.get(article.id)?.label ?? '', documentById.get(article.id) ?? ''] : ['', '', '']
  })]
  return `\uFEFF${[head, ...slugs.map(row)].map((cells) => `${cells.map(quote).join(',')}\r\n`).join('')}`
}

/** A cell that a spreadsheet would take for a formula is text. */
function quote(cell: string): string {
  const plain = /^[=+@\t\r-]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
