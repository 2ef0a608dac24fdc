/** The files of an edition for its readers: what each is for, how large it is and how long. */
import type {Element} from 'hast'
import {h} from '../../core/hast.ts'
import {linkFrom} from './addresses.ts'
import type {EditionContext} from './edition-page.ts'
import {listOffers, nameOffer, type Offer} from './editions.ts'

/** None where nothing is for readers. */
export function listDownloads(context: EditionContext): Element | undefined {
  const {edition, prefix, voice: {say, marks}} = context
  const offers = listOffers(edition)
  if (offers.length === 0) return undefined
  return h('section', {class: 'downloads', 'aria-labelledby': `${prefix}download`},
    h('h2', {id: `${prefix}download`, ...marks}, say('download')),
    h('ul', {...marks}, offers.map((offer) => offer.product.format === 'handouts' ? showHandouts(offer, context) : showProduct(offer, context))))
}

function showProduct(offer: Offer, {edition, voice}: EditionContext): Element {
  const {pages, files: [file], mediaType} = offer.product
  return h('li', {}, h('a', {class: 'offer', href: linkFrom(edition, file?.path ?? ''), type: mediaType},
    h('strong', {}, nameOffer(offer, voice)), ' ',
    h('span', {class: 'size'}, [...(pages === undefined ? [] : [voice.say('count-pages', {pages})]), voice.size(file?.size ?? 0)].join(' · '))))
}

/** Those of single articles stand beside their articles; those of sets are called by their files' names. */
function showHandouts(offer: Offer, {edition, voice, prefix}: EditionContext): Element {
  const single = new Set(edition.articles.flatMap(({handout}) => handout ?? []))
  const sets = offer.product.files.filter(({path}) => !single.has(path))
  const name = h('strong', {}, nameOffer(offer, voice))
  return h('li', {class: 'handouts'}, h('div', {class: 'offer'},
    sets.length < offer.product.files.length ? h('a', {href: `#${prefix}articles`}, name) : name,
    sets.length === 0 ? undefined : h('ul', {}, sets.map(({path, size}) => h('li', {},
      h('a', {href: linkFrom(edition, path), type: offer.product.mediaType}, h('bdi', {lang: voice.language}, path.replace(/^.*\/|\.[^./]*$/g, ''))), ' ', h('span', {class: 'size'}, voice.size(size)))))))
}
