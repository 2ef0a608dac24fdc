/** Feeds of a release for reading apps: OPDS 2.0 (JSON) and OPDS 1.2 (Atom), of all languages and of each. */
import type {Release} from '../../core/release.ts'
import {formatAtomFeed} from './atom.ts'
import {listFeeds, type FeedSetting} from './feed.ts'
import {formatJsonFeed} from './json.ts'

/** Their text by path: `opds.json`, `opds.xml`, `fr/opds.json`, …; none where nothing is to be read. */
export function makeFeeds(release: Release, setting: FeedSetting): ReadonlyMap<string, string> {
  return new Map(listFeeds(release, setting).flatMap((feed) => [
    [`${feed.folder}opds.json`, formatJsonFeed(feed, release, setting)], [`${feed.folder}opds.xml`, formatAtomFeed(feed, release, setting)]
  ]))
}
