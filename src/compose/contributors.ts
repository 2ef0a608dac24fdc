/** Who wrote and translated single articles, for the metadata of the book. */
import type {Contributor} from '../core/contributors.ts'
import type {Article, EditionSpec} from '../core/model.ts'

/** Authors and translators of the articles who are not among the edition's own contributors; each once for each thing done, in order of appearance. */
export function listArticleContributors(articles: readonly Article[], {contributors}: EditionSpec): readonly Contributor[] {
  const named = new Set(contributors.map(({name}) => plain(name)))
  const found = new Map<string, Contributor>()
  const add = (name: string, role: Contributor['role']): void => {
    const key = `${role} ${plain(name)}`
    if (plain(name) !== '' && !named.has(plain(name)) && !found.has(key)) found.set(key, {name: name.trim(), role})
  }
  for (const {authors, translators} of articles) {
    for (const name of authors) add(name, 'author')
    for (const name of translators) add(name, 'translator')
  }
  return [...found.values()]
}

/** One name in two spellings of its blanks and accents is one person. */
function plain(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}
