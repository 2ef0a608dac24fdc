/** What a place lacks and has too much; what a name of a place means; and what is told of files. */
import {describe, expect, it} from 'vitest'
import type {Release, ReleasedFile} from '../../../src/core/release.ts'
import {freshnessOf, isGuide, listMediaTypes} from '../../../src/distribute/publishing/outgoing.ts'
import {listForeign, planPublishing, readArchiveIndex, writeArchiveIndex, type Plan, type Situation} from '../../../src/distribute/publishing/plan.ts'
import {maybeTargetKind} from '../../../src/world/targets/open-target.ts'
import {makeRelease, makeReleasedFile} from '../../support/release.ts'

function file(path: string, letter: string, size = 10): ReleasedFile {
  return {path, size, sha256: letter.repeat(64)}
}

const records = (letter: string): readonly ReleasedFile[] => [file('manifest.json', letter), file('SHA256SUMS', letter)]
const releaseOf = (files: readonly ReleasedFile[]): Release => makeRelease({files, editions: []})
const stored = (files: readonly ReleasedFile[]): Situation['stored'] => files.map(({path, size}) => ({path, size}))

/** A plan for `next` where `former` stands as its manifest says. */
function plan(former: readonly ReleasedFile[] | undefined, next: readonly ReleasedFile[], more: Partial<Situation> = {}): Plan {
  return planPublishing({
    files: next, records: records('2'), ...(former && {former: {release: releaseOf(former), records: records('1')}}), stored: former ? stored([...former, ...records('1')]) : [],
    doubtful: [], archived: [], keep: Infinity, ...more
  })
}

const pathsOf = (files: readonly {readonly path: string}[]): readonly string[] => files.map(({path}) => path)
const [a, b, c] = [file('a.pdf', 'a'), file('b.pdf', 'b'), file('c.pdf', 'c')]

describe('a plan', () => {
  it('sends all to an empty place', () => {
    const made = plan(undefined, [a, b])
    expect({...made, files: pathsOf(made.files), records: pathsOf(made.records)}).toEqual({
      files: ['a.pdf', 'b.pdf'], records: ['manifest.json', 'SHA256SUMS'], removed: [], unchanged: [], added: [a, b], replaced: [], archived: [], dropped: [], pruned: []
    })
  })

  it('sends what changed, removes what is gone, and keeps both', () => {
    const made = plan([a, b, c], [a, {...b, sha256: 'd'.repeat(64)}])
    expect([made.unchanged, made.replaced, made.removed].map(pathsOf)).toEqual([['a.pdf'], ['b.pdf'], ['c.pdf']])
    expect(made.archive).toEqual({folder: `editions/0123456789ab-${'1'.repeat(12)}`, paths: ['b.pdf', 'manifest.json', 'SHA256SUMS', 'c.pdf']})
    expect(made.archived).toEqual([{id: `0123456789ab-${'1'.repeat(12)}`, modified: '2026-11-21T00:00:00Z', revision: '0123456789abcdef0123456789abcdef01234567'}])
  })

  it('does nothing where nothing changed', () => {
    const made = plan([a, b], [a, b], {records: records('1')})
    expect([made.files, made.records, made.removed, made.archive, made.archived]).toEqual([[], [], [], undefined, []])
  })

  it('sends anew what is missing there, cut off, or doubtful; that is no new state', () => {
    const made = plan([a, b, c], [a, b, c], {records: records('1'), stored: [{path: 'b.pdf', size: 3}, ...stored([c, ...records('1')])], doubtful: ['c.pdf', 'stray.pdf']})
    expect([pathsOf(made.added), pathsOf(made.replaced), made.archive]).toEqual([['a.pdf'], ['b.pdf', 'c.pdf'], undefined])
    expect(pathsOf(made.records)).toEqual(['manifest.json', 'SHA256SUMS'])
  })

  it('removes what an interrupted run put there', () => {
    expect(plan([a], [a], {doubtful: ['stray.pdf'], stored: stored([a, file('stray.pdf', 'e'), ...records('1')])}).removed).toEqual([{path: 'stray.pdf', size: 10}])
  })

  it('does not keep a file twice: what stands in its place is no longer the former one', () => {
    const folder = `editions/0123456789ab-${'1'.repeat(12)}`
    const made = plan([a, b], [c], {doubtful: ['a.pdf'], stored: stored([a, b, file(`${folder}/a.pdf`, 'a'), ...records('1')])})
    expect(made.archive?.paths).toEqual(['manifest.json', 'SHA256SUMS', 'b.pdf'])
  })

  it('removes a signature that the new release has not', () => {
    const signed = file('SHA256SUMS.minisig', '9')
    expect(pathsOf(plan([a], [a], {former: {release: releaseOf([a]), records: [...records('1'), signed]}, stored: stored([a, ...records('1'), signed])}).removed)).toEqual(['SHA256SUMS.minisig'])
  })

  it('removes a signature of whatever stood there: it would be of other sums', () => {
    const signature = {path: 'SHA256SUMS.minisig', size: 300}
    expect(plan(undefined, [a], {stored: [signature]}).removed).toEqual([signature])
    expect(plan(undefined, [a], {stored: [signature], records: [...records('2'), file('SHA256SUMS.minisig', '9')]}).removed).toEqual([])
  })

  it('drops the oldest kept states', () => {
    const archived = [{id: 'new', modified: '2'}, {id: 'old', modified: '1'}]
    const made = plan([a], [b], {archived, keep: 2, stored: stored([a, ...records('1'), file('editions/new/a.pdf', 'a'), file('editions/old/a.pdf', 'a'), file('editions/old/manifest.json', 'a'), file('editions/older/a.pdf', 'a')])})
    expect(made.archived.map(({id}) => id)).toEqual([`0123456789ab-${'1'.repeat(12)}`, 'new'])
    expect(made.pruned).toEqual(['editions/old/a.pdf', 'editions/old/manifest.json'])
    expect(made.dropped.map(({id}) => id)).toEqual(['old'])
    const none = plan([a], [b], {keep: 0})
    expect([none.archive, none.archived, none.dropped]).toEqual([undefined, [], []])
  })

  it('lists a state again that was published again, for older ones lean on where it was; its files stay as long as one of the two', () => {
    const [twice, other, first] = [{id: `0123456789ab-${'1'.repeat(12)}`, modified: '2026-11-21T00:00:00Z'}, {id: 'other', modified: '2'}, {id: 'first', modified: '1'}]
    const more = {archived: [other, twice, first], stored: stored([a, ...records('1'), file(`editions/${twice.id}/b.pdf`, 'b'), file('editions/first/a.pdf', 'a')])}
    expect(plan([a], [b], more).archived.map(({id}) => id)).toEqual([twice.id, 'other', twice.id, 'first'])
    expect(plan([a], [b], {...more, keep: 2})).toMatchObject({archived: [{id: twice.id}, {id: 'other'}], dropped: [{id: 'first'}], pruned: ['editions/first/a.pdf']})
    expect(plan([a], [b], {...more, archived: [twice, first]}).archived.map(({id}) => id)).toEqual([twice.id, 'first']) // noted by a run that was interrupted
  })

  it('names a state without revision by its manifest alone', () => {
    const {revision: _, ...release} = releaseOf([a])
    expect(plan([a], [b], {former: {release, records: records('1')}}).archive?.folder).toBe(`editions/${'1'.repeat(12)}`)
  })
})

describe('the index of kept states', () => {
  it('is read back, and hostile ones are nothing', () => {
    const editions = [{id: 'a-1', modified: '2026-11-21T00:00:00Z', revision: 'a'}]
    expect(readArchiveIndex(writeArchiveIndex(editions))).toEqual(editions)
    for (const text of ['', '{', 'null', '[]', '{"editions": 1}', '{"editions": [null, 1, {"id": "../x", "modified": "1"}, {"id": "x"}]}']) expect(readArchiveIndex(Buffer.from(text))).toEqual([])
    expect(readArchiveIndex(undefined)).toEqual([])
  })
})

it('what is at work there is not foreign', () => {
  expect(listForeign(stored([file('.hexapla-publishing', 'a'), file('.hexapla-staging/1', 'a'), file('fr/.hexapla-staging/x.pdf', 'a'), file('index.php', 'a')]))).toEqual([{path: 'index.php', size: 10}])
})

describe('what servers tell', () => {
  it.each([
    ['en/bees-en.epub', 'application/epub+zip', 300], ['en/bees-en-cover.jpg', 'image/jpeg', 300], ['x.csv', 'text/csv; charset=utf-8', 300], ['fr/index.html', 'text/html; charset=utf-8', 0], ['fr/opds.json', 'application/opds+json', 0],
    ['opds.xml', 'application/atom+xml;profile=opds-catalog', 0], ['onix.xml', 'application/xml', 0], ['manifest.json', 'application/json', 0], ['SHA256SUMS', 'text/plain; charset=utf-8', 0], ['odd', 'application/octet-stream', 300]
  ])('%s: %s for %i s', (path, type, seconds) => {
    expect(listMediaTypes(makeRelease())(path)).toBe(type)
    expect(freshnessOf(path)).toBe(seconds)
  })

  it('takes the release by its word', () => {
    const release = makeRelease()
    const [edition] = release.editions
    if (!edition) throw new Error('no edition')
    const odd = {...edition, products: [{format: 'epub', mediaType: 'application/x-odd', files: [makeReleasedFile('en/odd.epub')], identifier: 'urn:x:y'} as const]}
    expect(listMediaTypes({...release, editions: [odd]})('en/odd.epub')).toBe('application/x-odd')
    expect(isGuide('en/SHA256SUMS')).toBe(false)
  })
})

describe('the name of a place', () => {
  it.each([
    ['s3://books', {kind: 's3', bucket: 'books', prefix: ''}], ['s3://books/', {kind: 's3', bucket: 'books', prefix: ''}], ['s3://my.books-1/a/b', {kind: 's3', bucket: 'my.books-1', prefix: 'a/b/'}], ['s3://books/a//', {kind: 's3', bucket: 'books', prefix: 'a/'}],
    ['me@example.org:www/books', {kind: 'rsync', address: 'me@example.org:www/books'}], ['web:/srv/books', {kind: 'rsync', address: 'web:/srv/books'}], ['[::1]:books', {kind: 'rsync', address: '[::1]:books'}], ['rsync://example.org:873/books/a', {kind: 'rsync', address: 'rsync://example.org:873/books/a'}]
  ])('%s', (name, kind) => expect(maybeTargetKind(name)).toEqual(kind))

  it.each(['web', './a:b', '/srv/books', '../x', 'C:\\books', '-oProxyCommand=x:y'])('%s is a folder', (name) => expect(maybeTargetKind(name)?.kind).toBe('folder'))
  it.each(['', 'ftp://x/y', 's3://BAD_', 's3://', 's3://books/../other', 'rsync://host', 'rsync:///x', 'host::module/x', 'https://example.org/'])('%s is none that we know', (name) => expect(maybeTargetKind(name)).toBeUndefined())
})
