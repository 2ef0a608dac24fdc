import {describe, expect, it} from 'vitest'
import type {FormerEdition} from '../../../src/core/changes.ts'
import {digestOf} from '../../../src/core/digest.ts'
import {isElement, textOf, walk, walkElements} from '../../../src/core/hast.ts'
import type {Division} from '../../../src/core/model.ts'
import {makeRelease} from '../../support/release.ts'
import {composeAll} from '../../support/compose-all.ts'

const manuscripts = {honey: '---\ntitle: Honey\n---\n\nBees make honey.', swarm: '---\ntitle: Swarms\n---\n\nBees leave.', wax: '---\ntitle: Wax\n---\n\nBees sweat wax.'}
const files = new Map([['publication.yaml', 'page: {numerals: latin}'], ...Object.entries(manuscripts).map(([slug, text]): [string, string] => [`en/${slug}.md`, text])])

/** `slug` as it is today, `slug:text` with another text; folios from 5. */
function makeFormer(...words: readonly string[]): FormerEdition {
  const [edition] = makeRelease().editions
  if (!edition) throw new Error('no edition')
  const articles = words.map((word, at) => {
    const [slug = '', text] = word.split(':')
    const title = (slug[0] ?? '').toUpperCase() + slug.slice(1)
    const digest = text === undefined ? digestOf({title: slug === 'swarm' ? 'Swarms' : title, text: manuscripts[slug as keyof typeof manuscripts] ?? ''}) : text
    return {slug, title, digest, keywords: [], words: 3, page: String(5 + at)}
  })
  return {date: '2026-11-21', edition: {...edition, articles}}
}

const compose = async (former?: FormerEdition): Promise<readonly Division[]> => {
  const {editions: [edition], diagnostics} = await composeAll(files, former ? {former} : {})
  expect(diagnostics).toEqual([])
  return edition?.divisions ?? []
}

function wordsOf(division: Division | undefined): string {
  return division ? textOf(division.tree).replace(/\s+/g, ' ').trim() : ''
}

describe('what is new', () => {
  it('stands before the colophon and tells of what came, changed and went, with the pages of the former printing', async () => {
    const divisions = await compose(makeFormer('honey:other', 'forage:gone', 'swarm'))
    expect(divisions.slice(-2).map(({kind, matter}) => `${kind} ${matter}`)).toEqual(['whats-new back', 'colophon back'])
    const division = divisions.at(-2)
    expect(wordsOf(division)).toBe('What is new in this editionCompared with the edition of November 21, 2026.New articlesWaxChanged articlesHoney (formerly p. 5)Articles no longer includedForage (formerly p. 6)')
    const links: unknown[] = []
    const folios: unknown[] = []
    if (division) walkElements(division.tree, (element) => { if (isElement(element, 'a')) links.push(element.properties['href']) })
    if (division) walk(division.tree, (node) => { if (node.type === 'folio') folios.push(...node.targets) })
    expect(links).toEqual(['#a-wax', '#a-honey'])
    expect(folios).toEqual(['a-wax', 'a-honey'])
  })

  it('is listed in contents and outline', async () => {
    const {editions: [edition]} = await composeAll(files, {former: makeFormer('honey')})
    expect(edition?.contents.map(({title}) => title)).toContain('What is new in this edition')
    expect(wordsOf(edition?.divisions.find(({kind}) => kind === 'contents'))).toContain('What is new in this edition')
  })

  it.each([
    ['there is no former edition', undefined], ['the former edition had no articles', makeFormer()], ['nothing changed', makeFormer('honey', 'swarm', 'wax')], ['only the order changed', makeFormer('wax', 'honey', 'swarm')]
  ])('is not there where %s', async (_, former) => expect((await compose(former)).some(({kind}) => kind === 'whats-new')).toBe(false))
})
