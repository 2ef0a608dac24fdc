/** The edition as documents of a bearable size, and the ways into them. */
import type {Edition} from '../../core/model.ts'
import {breakContents} from './long-contents.ts'
import {makeNavigation, pointsOf} from './navigation.ts'
import type {PageBreak} from './page-breaks.ts'
import {locateDivisions, type Places} from './places.ts'
import {splitDivision} from './split.ts'
import type {Limits} from './units.ts'

export interface Arrangement {
  /** Its divisions are the documents. */
  readonly edition: Edition
  readonly places: Places
  readonly breaks: readonly PageBreak[]
  /** Markup of the navigation document. */
  readonly navigation: string
}

/**
 * Divisions cut where they exceed the limits. The navigation document must be one file (EPUB 3.3 § 7.3): when it is too long
 * to be read, or is not to be, the composed contents stand in its place in the reading order.
 */
export function arrangeEdition(whole: Edition, breaks: readonly PageBreak[], limits: Limits, isNavigationRead = true): Arrangement {
  const split = splitDivision(whole, limits)
  const divisions = whole.divisions.flatMap((division) => division.kind === 'contents' ? [division] : split(division))
  const edition: Edition = {...whole, contents: pointsOf(whole), divisions}
  const places = locateDivisions(edition)
  const navigation = makeNavigation(edition, places, breaks)
  if (!places.contents || isNavigationRead && Buffer.byteLength(navigation) <= limits.size) return {edition, places, breaks, navigation}
  const unfolded = {...edition, divisions: divisions.flatMap((division) => division.kind === 'contents' ? split(breakContents(division, breaks)) : [division])}
  const all = locateDivisions(unfolded, false)
  const moved = breaks.map((each) => ({...each, inContents: false}))
  return {edition: unfolded, places: all, breaks: moved, navigation: makeNavigation(unfolded, all, moved)}
}
