/** The page of an edition: what the book is, its files, its other languages, its articles. */
import type {Element} from 'hast'
import type {Role} from '../../core/contributors.ts'
import {h} from '../../core/hast.ts'
import {listNames} from '../../core/locale.ts'
import type {Release, ReleasedEdition} from '../../core/release.ts'
import type {TermName} from '../../core/terms.ts'
import {hasFeed} from '../opds/feed.ts'
import {addressOfFile, addressOfPage, linkFrom, overview, pathOfPage} from './addresses.ts'
import {listArticles} from './articles.ts'
import {describeEdition} from './book-data.ts'
import {listDownloads} from './downloads.ts'
import {isPlain, isPolyglot, listOffers, nameEdition, nameOffer, orderEditions, showCover} from './editions.ts'
import {makeHead} from './head.ts'
import {writeDocument} from './markup.ts'
import {prefixFor} from './own-ids.ts'
import type {FurtherLink, SiteSetting} from './site.ts'
import {voiceOf, type Voice} from './voice.ts'

/** What the parts of the page share. */
export interface EditionContext {
  readonly edition: ReleasedEdition
  readonly release: Release
  readonly voice: Voice
  /** Before every identifier that is not a slug's. */
  readonly prefix: string
  readonly further: readonly FurtherLink[]
}

export function writeEditionPage(edition: ReleasedEdition, release: Release, {terms, styles, further}: SiteSetting): string {
  const voice = voiceOf(edition, terms)
  const context: EditionContext = {edition, release, voice, prefix: prefixFor(edition), further: further?.get(edition.tag) ?? []}
  return writeDocument({
    language: voice.language, direction: voice.direction, title: [edition.title, edition.subtitle, release.publisher].filter((each) => each !== undefined).join(' · '),
    head: makeHead(edition, edition, release), json: describeEdition(edition, release), style: styles.get('site') ?? '',
    body: [
      h('header', {class: 'bar'},
        release.publisher === undefined ? undefined : h('p', {class: 'publisher'}, release.publisher),
        release.editions.length < 2 ? undefined : h('p', {class: 'up', ...voice.marks}, h('a', {href: linkFrom(edition, pathOfPage(overview)), rel: ['up']}, voice.say('all-languages')))),
      h('main', {class: 'book'}, makeTitle(context), h('aside', {class: 'side'}, ...makeSide(context)), listArticles(context)),
      ...makeFooter(context)
    ]
  })
}

function makeTitle(context: EditionContext): Element {
  const {edition, voice} = context
  return h('div', {class: 'title'},
    showCover(edition, edition),
    h('div', {class: 'about'},
      isPolyglot(edition) ? undefined : h('p', {class: 'language'}, ...nameEdition(edition)),
      h('h1', {}, edition.title),
      edition.subtitle === undefined ? undefined : h('p', {class: 'subtitle'}, edition.subtitle),
      ...listContributors(context),
      edition.description === undefined ? undefined : h('p', {class: 'description'}, edition.description),
      edition.articles.length === 0 ? undefined : h('p', {class: 'count', ...voice.marks}, voice.say('count-articles', {articles: edition.articles.length})),
      listDownloads(context)))
}

const termByRole: Readonly<Record<Role, TermName>> = {author: 'by-author', contributor: 'by-author', editor: 'edited-by', translator: 'translated-by', illustrator: 'illustrated-by'}

function listContributors({edition: {contributors}, voice}: EditionContext): readonly Element[] {
  const roles = [...new Set(contributors.map(({role}) => role))]
  return roles.map((role) => h('p', {class: 'byline', ...voice.marks},
    voice.say(termByRole[role], {names: listNames(voice.language, contributors.filter((each) => each.role === role).map(({name}) => name))})))
}

/** Beside the articles: other languages, how it can be read, who answers for it. */
function makeSide({edition, release, voice, prefix, further}: EditionContext): readonly (Element | undefined)[] {
  const {say, marks, day} = voice
  const section = (term: TermName, ...content: readonly (Element | undefined)[]): Element =>
    h('section', {'aria-labelledby': prefix + term}, h('h2', {id: prefix + term, ...marks}, say(term)), ...content)
  const isbns = listOffers(edition).flatMap((offer) => offer.product.isbn === undefined ? [] : [say('isbn', {number: offer.product.isbn, format: nameOffer(offer, voice)})])
  const feed = addressOfFile(release, `${edition.tag}/opds.xml`, edition)
  return [
    release.editions.length < 2 ? undefined : section('all-languages', listLanguages(edition, release)),
    edition.accessibility === undefined ? undefined : section('accessibility', h('p', {}, edition.accessibility)),
    section('imprint',
      release.publisher === undefined ? undefined : h('p', marks, say('published-by', {publisher: release.publisher})),
      h('p', marks, say('published-on', {date: day(release.date ?? release.modified)})),
      ...isbns.map((isbn) => h('p', marks, isbn)),
      edition.rights === undefined ? undefined : h('p', {}, edition.rights)),
    h('ul', {class: 'links', ...marks},
      ...further.map(({term, path}) => h('li', {}, h('a', {href: linkFrom(edition, path)}, say(term)))),
      !hasFeed(edition) ? undefined : h('li', {}, h('a', {href: linkFrom(edition, `${edition.tag}/opds.xml`), type: 'application/atom+xml'}, say('subscribe')),
        release.address === undefined ? undefined : h('span', {class: 'address', dir: 'ltr', translate: 'no'}, feed)),
      h('li', {}, h('a', {href: linkFrom(edition, 'SHA256SUMS'), type: 'text/plain'}, say('checksums'))))
  ]
}

/** Where each leads is said in the language that it leads to. */
function listLanguages(edition: ReleasedEdition, release: Release): Element {
  return h('ul', {class: 'languages'}, orderEditions(release).map((each) => h('li', {},
    h('a', {href: linkFrom(edition, pathOfPage(each)), ...(isPlain(each) && {hreflang: each.languages[0]}), ...(each === edition && {'aria-current': 'page'})}, ...nameEdition(each)))))
}

/** On paper the page says where it is to be found. */
function makeFooter({edition, release}: EditionContext): readonly Element[] {
  return release.address === undefined ? [] : [h('footer', {class: 'place'}, h('p', {class: 'address', dir: 'ltr', translate: 'no'}, addressOfPage(release, edition, edition)))]
}
