/** Links and pictures of a translation: the same targets as in its source. */
import type {Report} from '../../core/diagnostic.ts'
import type {Pair} from '../pair.ts'
import {findMismatches} from './accounts.ts'
import {makeAddressTest} from './addresses.ts'
import type {Languages} from './check.ts'
import {nameOf, placeOf} from './places.ts'

/** Anchors are not compared: headings have their names from words. */
export function checkLinks(pair: Pair, {source, target}: Languages, report: Report): void {
  const {source: {article: ours}, target: {article: theirs}} = pair
  const isSame = makeAddressTest(source, target)
  for (const {source: missing, target: added, between} of findMismatches(pair, {list: ({links}) => links.filter((url) => !url.startsWith('#')), isSame})) {
    const place = placeOf(theirs, between[1], added?.text)
    const at = nameOf(ours, between[0], missing?.text)
    if (missing) report('parity/link', {expected: missing.text, found: added?.text, at}, place)
    else if (added) report('parity/added-link', {url: added.text, at}, place)
  }
}

/** A picture may be the source's or its sibling in the language: `hive.png`, `hive.fr.png`, `fr/hive.png`. */
export function checkPictures(pair: Pair, {source, target}: Languages, report: Report): void {
  const {source: {article: ours}, target: {article: theirs}} = pair
  const isSameAddress = makeAddressTest(source, target)
  const isSame = (one: string, other: string): boolean => isSameAddress(trimPicture(one, source), trimPicture(other, target))
  for (const {source: missing, target: added, between} of findMismatches(pair, {list: ({pictures}) => pictures, isSame})) {
    if (!missing) continue
    report('parity/picture', {expected: missing.text, found: added?.text, at: nameOf(ours, between[0], missing.text)}, placeOf(theirs, between[1], added?.text))
  }
}

/** Without extension and without the language at the end of the name. */
function trimPicture(url: string, language: string): string {
  const name = url.replace(/\.(?:png|jpe?g|gif|webp|svg)(?=$|[?#])/i, '')
  const tags = [language, language.split('-')[0] ?? language].map((each) => each.replaceAll('-', '[-_]')).join('|')
  return name.replace(new RegExp(`[._-](?:${tags})$`, 'i'), '')
}
