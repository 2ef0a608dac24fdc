/** The page of all languages: a card of each edition, in its own language. */
import type {Element} from 'hast'
import {h} from '../../core/hast.ts'
import type {Release, ReleasedEdition} from '../../core/release.ts'
import {hasFeed} from '../opds/feed.ts'
import {linkFrom, overview as page, pathOfPage} from './addresses.ts'
import {describeWork} from './book-data.ts'
import {isPlain, isPolyglot, leadOf, listOffers, nameEdition, nameOffer, orderEditions, showCover} from './editions.ts'
import {firstChoice} from './first-choice.ts'
import {makeHead} from './head.ts'
import {writeDocument} from './markup.ts'
import type {SiteSetting} from './site.ts'
import {voiceOf, type Voice} from './voice.ts'

/** From so many editions on, a line of all languages stands above the cards. */
const many = 7

export function writeOverview(release: Release, setting: SiteSetting): string {
  const editions = orderEditions(release)
  const lead = leadOf(release) ?? editions[0]
  if (!lead) throw new Error('a catalogue of nothing')
  const voice = voiceOf(lead, setting.terms)
  return writeDocument({
    language: voice.language, direction: voice.direction, title: [lead.title, release.publisher].filter((each) => each !== undefined).join(' · '),
    head: makeHead(page, lead, release), json: describeWork(lead, release), style: setting.styles.get('site') ?? '', script: firstChoice,
    body: [
      h('header', {class: 'masthead'},
        release.publisher === undefined ? undefined : h('p', {class: 'publisher'}, release.publisher),
        h('h1', {}, lead.title), lead.subtitle === undefined ? undefined : h('p', {class: 'subtitle'}, lead.subtitle)),
      h('main', {},
        h('h2', {id: 'languages', ...voice.marks}, voice.say('choose-language')),
        editions.length < many ? undefined : listLanguages(editions, voice),
        h('ul', {class: 'editions'}, editions.map((edition) => makeCard(edition, setting)))),
      makeFooter(release, voice)
    ]
  })
}

/** Without heading: the one before says what it is. */
function listLanguages(editions: readonly ReleasedEdition[], {marks, say}: Voice): Element {
  return h('nav', {'aria-label': say('all-languages'), ...marks}, h('ul', {class: 'languages'}, editions.map((edition) => h('li', {},
    h('a', {href: linkFrom(page, pathOfPage(edition)), ...(isPlain(edition) && {hreflang: edition.languages[0]})}, ...nameEdition(edition))))))
}

/** Says for the script which readers it is for, and how they are asked to choose. */
function makeCard(edition: ReleasedEdition, setting: SiteSetting): Element {
  const {direction, title, subtitle, articles, products} = edition
  const voice = voiceOf(edition, setting.terms)
  const {language, marks, say} = voice
  const pages = products.find(({format}) => format === 'pdf')?.pages
  const counts = [...(articles.length === 0 ? [] : [say('count-articles', {articles: articles.length})]), ...(pages === undefined ? [] : [say('count-pages', {pages})])]
  return h('li', {class: 'card', lang: language, dir: direction, ...(isPlain(edition) && {'data-language': language, ...(Object.keys(marks).length === 0 && {'data-choose': say('choose-language')})})},
    showCover(edition, page),
    h('div', {class: 'about'},
      h('p', {class: 'language'}, ...nameEdition(edition)),
      h('h3', {}, h('a', {href: linkFrom(page, pathOfPage(edition))}, title)),
      subtitle === undefined || isPolyglot(edition) ? undefined : h('p', {class: 'subtitle'}, subtitle), // it is the name above
      counts.length === 0 ? undefined : h('p', {class: 'count', ...marks}, counts.join(' · ')),
      h('ul', {class: 'formats', ...marks}, listOffers(edition).map((offer) => offer.product.format === 'handouts' ? undefined : h('li', {},
        h('a', {href: linkFrom(page, offer.product.files[0]?.path ?? ''), type: offer.product.mediaType}, nameOffer(offer, voice)))))))
}

function makeFooter({modified, date = modified, editions}: Release, {say, marks, day}: Voice): Element {
  return h('footer', marks,
    h('p', {}, say('published-on', {date: day(date)})),
    h('ul', {},
      !editions.some(hasFeed) ? undefined : h('li', {}, h('a', {href: 'opds.xml', type: 'application/atom+xml'}, say('subscribe'))),
      h('li', {}, h('a', {href: 'SHA256SUMS', type: 'text/plain'}, say('checksums')))))
}
