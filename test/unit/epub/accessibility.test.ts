/** What a book says of its accessibility: in the package, and in the codes of ONIX. */
import type {ElementContent} from 'hast'
import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {h} from '../../../src/core/hast.ts'
import type {Division, Edition} from '../../../src/core/model.ts'
import {listOnixAccessibility, type OnixFeature} from '../../../src/core/onix.ts'
import {assessAccessibility} from '../../../src/emit/epub/accessibility.ts'
import {describeAccessibility} from '../../../src/emit/epub/accessibility-metadata.ts'
import {makeDivision, makeSampleEdition} from '../../support/edition.ts'

const en = makeSampleEdition('en')
const ar = makeSampleEdition('ar')
const conformsTo = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA'

interface Tried {
  readonly lines: readonly string[]
  readonly codes: readonly string[]
  /** `09:11`, without descriptions. */
  readonly onix: readonly string[]
}

function attempt(edition: Edition, isPaged = false): Tried {
  const {list, report} = makeLedger()
  const accessibility = assessAccessibility(edition, isPaged, report)
  return {
    lines: describeAccessibility(accessibility, edition.spec.language), codes: list.map(({code}) => code),
    onix: listOnixAccessibility(accessibility).map(({type, value}) => `${type}:${value}`)
  }
}

function holding(children: readonly ElementContent[], more: Partial<Edition> = {}, kind: Division['kind'] = 'article'): Edition {
  return {...en, divisions: [makeDivision('one', children, kind)], ...more}
}

const values = ({lines}: Tried, property: string): readonly string[] =>
  lines.flatMap((line) => new RegExp(`property="schema:${property}"[^>]*>([^<]*)<`).exec(line)?.[1] ?? [])

describe('features', () => {
  it('are those that every book of ours has, and no more', () => {
    const plain = attempt(holding(['text'].map((value): ElementContent => ({type: 'text', value}))))
    expect(values(plain, 'accessibilityFeature')).toEqual(['tableOfContents', 'readingOrder', 'displayTransformability', 'ARIA', 'structuralNavigation'])
    expect([values(plain, 'accessMode'), values(plain, 'accessModeSufficient'), values(plain, 'accessibilityHazard')]).toEqual([['textual'], ['textual'], ['none']])
    expect(plain.onix).toEqual(['09:00', '09:11', '09:13', '09:29', '09:30', '09:32', '09:36', '09:52', '12:00'])
  })

  it('include what the content has', () => {
    const rich = attempt(en, true)
    expect(values(rich, 'accessibilityFeature')).toEqual(expect.arrayContaining(['index', 'alternativeText', 'MathML', 'pageNavigation', 'pageBreakMarkers']))
    expect(values(rich, 'accessModeSufficient')).toEqual(['textual,visual', 'textual'])
    expect(rich.onix).toEqual(expect.arrayContaining(['09:12', '09:14', '09:17', '09:19', '09:41']))
  })

  it('are not claimed where the content lacks them', () => {
    const lacking = attempt(holding([h('h1', {}, 'One'), h('h3', {}, 'Three'), h('img', {src: 'a', alt: ''}), h('img', {src: 'b', alt: 'B'})]))
    expect(values(lacking, 'accessibilityFeature')).not.toEqual(expect.arrayContaining(['alternativeText']))
    expect(values(lacking, 'accessibilityFeature')).not.toEqual(expect.arrayContaining(['structuralNavigation']))
    expect(values(lacking, 'accessModeSufficient')).toEqual(['textual,visual'])
    expect(lacking.onix).not.toEqual(expect.arrayContaining(['09:52']))
    expect(lacking.codes).toEqual([])
  })

  it('tell of readings, of long descriptions and of scripts that know two directions of lines', () => {
    const children = [h('ruby', {}, '蜂', h('rt', {}, 'はち')), h('figure', {}, h('img', {src: 'a', alt: 'A'}), h('aside', {className: ['long-description']}, h('p', {}, 'All of it.')))]
    expect(values(attempt(holding(children, {script: 'Jpan'})), 'accessibilityFeature')).toEqual(expect.arrayContaining(['rubyAnnotations', 'longDescription', 'horizontalWriting']))
    expect(attempt(holding(children)).onix).toContain('09:15')
  })

  it('tell of passages marked as of another language', () => {
    expect(attempt(holding([h('i', {lang: 'la'}, 'et cetera'), h('i', {lang: 'en'}, 'and so on')])).onix).toContain('09:22')
    expect(attempt(holding([h('i', {lang: 'en'}, 'and so on')])).onix).not.toContain('09:22')
  })
})

describe('a cover', () => {
  it('does not make a book visual: it tells nothing that the title page does not', () => {
    const covered = attempt(holding([h('img', {src: 'cover', alt: 'Cover'})], {}, 'cover'))
    expect(values(covered, 'accessMode')).toEqual(['textual'])
    expect(values(covered, 'accessibilityFeature')).not.toContain('alternativeText')
  })
})

describe('hazards', () => {
  it('are unknown where something moves, since nobody has looked', () => {
    const [picture] = [...en.resources.values()]
    if (!picture) throw new Error('the sample has a picture')
    const moving = attempt({...en, resources: new Map([['a.gif', {...picture, moves: true}]])})
    expect(values(moving, 'accessibilityHazard')).toEqual(['unknown'])
    expect(moving.onix.slice(-3)).toEqual(['12:24', '12:26', '12:16'])
    expect(values(attempt({...en, styles: {...en.styles, epub: '@keyframes blink { to { opacity: 0 } }'}}), 'accessibilityHazard')).toEqual(['unknown'])
  })
})

describe('the summary', () => {
  it('names its language where it is not the book’s', () => {
    expect(attempt({...ar, terms: en.terms}).lines.find((line) => line.includes('Summary')))
      .toBe('<meta property="schema:accessibilitySummary" xml:lang="en">Text and headings can be read. All pictures are described. Formulas are MathML.</meta>')
  })
})

describe('the claim', () => {
  const accessibility = {conformsTo, certifier: 'A. Checker', credential: 'C', examined: '2026-11-21', report: 'https://example.org/r', exemption: 'eaa-microenterprise'}
  const claiming = (edition: Edition): Edition => ({...edition, spec: {...edition.spec, accessibility}})

  it('says what the publisher answers for', () => {
    const {lines, codes, onix} = attempt(claiming(holding([h('h1', {}, 'One')])))
    expect(lines.slice(-6)).toEqual([
      `<meta property="dcterms:conformsTo" id="conformance">${conformsTo}</meta>`,
      '<meta property="a11y:certifiedBy" id="certifier" refines="#conformance">A. Checker</meta>',
      '<meta refines="#certifier" property="a11y:certifierCredential">C</meta>', '<meta refines="#certifier" property="dcterms:date">2026-11-21</meta>',
      '<link rel="a11y:certifierReport" refines="#certifier" href="https://example.org/r"/>', '<meta property="a11y:exemption">eaa-microenterprise</meta>'
    ])
    expect(codes).toEqual([])
    expect(onix).toEqual(expect.arrayContaining(['09:04', '09:82', '09:85', '09:88', '09:90', '09:91', '09:94', '09:75']))
    expect(attempt(holding([])).lines.join('')).not.toMatch(/conformsTo|a11y:/)
  })

  it.each([
    [[h('img', {src: 'a', alt: ' '})]], [[h('table', {}, h('tr', {}, h('td', {}, '1')))]], [[h('h1', {}, 'One'), h('h3', {}, 'Three')]]
  ])('is left out where the book refutes it', (children) => {
    const {lines, codes, onix} = attempt(claiming(holding(children)))
    expect(lines.filter((line) => /conformsTo|a11y:/.test(line))).toEqual(['<meta property="a11y:exemption">eaa-microenterprise</meta>'])
    expect(codes).toEqual(['epub/claim-refuted'])
    expect(onix.filter((code) => /09:(?:04|8\d|9\d)/.test(code))).toEqual([])
  })

  it('tells a book examined by its own publisher from one examined by others', () => {
    const found = (publisher: string): readonly OnixFeature[] =>
      listOnixAccessibility(assessAccessibility(claiming(holding([], {publication: {...en.publication, publisher}})), false, () => undefined))
    const reports = (publisher: string): readonly string[] => found(publisher).filter(({value}) => /^9[456]$/.test(value)).map(({value}) => value)
    expect([reports('Hive Press'), reports('A. Checker')]).toEqual([['94'], ['96']])
    expect(found('').find(({value}) => value === '91')).toEqual({type: '09', value: '91', description: '20261121'})
  })
})
