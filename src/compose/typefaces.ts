/** Chooses the typefaces of an edition by what it says, sees that they are at hand, and names them to its style sheets. */
import type {ElementContent, Root} from 'hast'
import {makeGlyphTest} from '../core/characters.ts'
import type {Report} from '../core/diagnostic.ts'
import {isEbook} from '../core/formats.ts'
import type {Edition, Format} from '../core/model.ts'
import {describeMissing, facesFor, handOf, maybeFaces, scriptFaces, symbolFamilies, type Typeface} from '../core/typefaces.ts'
import type {MissingFont, World} from '../core/world.ts'
import {listLanguages} from './phrases.ts'

type Node = Root | ElementContent

/** Code points. */
interface Characters {
  readonly text: ReadonlySet<number>
  readonly code: ReadonlySet<number>
}

interface Choice {
  /** In the order in which they are asked for a character, all of them at hand. */
  readonly text: readonly string[]
  readonly code: readonly string[]
  readonly missing: readonly MissingFont[]
}

/** The edition with its typefaces in all style sheets that the press sees. Families that cannot be had are reported: fatal where a book cannot be printed without. */
export async function setTypefaces(edition: Edition, formats: readonly Format[], world: World, report: Report): Promise<Edition> {
  const printed = !formats.every(isEbook)
  if (formats.length === 0 || !printed && (edition.cover?.picture || !edition.cover)) return edition // nothing is typeset
  const {language} = edition.spec
  const {typeface} = edition.publication.typesetting
  const hands = [handOf(language), ...printed ? listLanguages(edition.divisions).map(handOf) : []]
  const named = printed ? scriptFaces.flatMap(({serif, sans}) => [serif, sans]).filter((family) => isNamed(family, edition.styles.pdf)) : []
  const choice = await chooseFamilies(hands, named, gatherCharacters(edition, printed), typeface, world)
  const own = maybeFaces(handOf(language))?.[typeface]
  reportMissing(choice.missing, own, printed, edition, report)
  return withFaces(edition, choice, writeFaces(choice, own, [...new Set(hands)], typeface))
}

/** Characters of what is to be printed, or else of the cover alone. */
function gatherCharacters({divisions, cover, jacket}: Edition, printed: boolean): Characters {
  const [text, code] = [new Set<number>(), new Set<number>()]
  const add = (node: Node, into: Set<number>): void => {
    if (node.type === 'text') for (const character of node.value) into.add(character.codePointAt(0) ?? 0)
    if (!('children' in node)) return
    const inner = node.type === 'element' && ['pre', 'code', 'kbd', 'samp'].includes(node.tagName) ? code : into
    for (const child of node.children) if (child.type !== 'doctype') add(child, inner)
  }
  if (cover && !cover.picture) add(cover.tree, text)
  if (printed) for (const {tree} of divisions) add(tree, text)
  if (printed && jacket) add(jacket.tree, text)
  return {text, code}
}

/** A style sheet of the publisher's may ask for a family of the house. */
function isNamed(family: string, css: string): boolean {
  return new RegExp(`${family}(?=\\s*["',;}])`).test(css)
}

async function chooseFamilies(hands: readonly string[], named: readonly string[], characters: Characters, typeface: Typeface, world: World): Promise<Choice> {
  const latin = typeface === 'sans' ? 'Noto Sans' : 'Noto Serif'
  const first = hands.flatMap((hand) => maybeFaces(hand)?.[typeface] ?? [])
  const missing = new Map<string, MissingFont>()
  const complete = async (start: readonly string[], wanted: ReadonlySet<number>, kind: Typeface): Promise<readonly string[]> => {
    const asked = new Set(start)
    let added = start
    while (added.length > 0) {
      for (const each of await world.provideFonts(added)) missing.set(each.family, each)
      const isShown = makeGlyphTest(await world.coverage([...asked, ...symbolFamilies]))
      const next = new Set<string>()
      for (const codePoint of wanted) {
        if (isShown(codePoint)) continue
        const family = facesFor(String.fromCodePoint(codePoint)).map((faces) => faces[kind]).find((each) => !asked.has(each))
        if (family !== undefined) next.add(family)
      }
      added = [...next].sort()
      for (const family of added) asked.add(family)
    }
    return [...asked].filter((family) => !missing.has(family))
  }
  const text = await complete([...new Set([latin, ...first, ...named, ...symbolFamilies])], characters.text, typeface)
  const code = await complete(['Noto Sans Mono', 'Noto Sans Math'], characters.code, 'sans')
  return {text, code, missing: [...missing.values()]}
}

function reportMissing(missing: readonly MissingFont[], own: string | undefined, printed: boolean, {spec: {language}}: Edition, report: Report): void {
  if (missing.length === 0) return
  const facts = describeMissing(language, missing)
  if (!printed) report('epub/no-fonts', facts)
  else if (missing.some(({family}) => family === own)) report('print/no-fonts', facts)
  else report('print/fewer-fonts', facts)
}

/** Custom properties for the style sheets: `--book`, `--others` behind its own typeface, `--mono` for code, `--faces-…` for phrases in other scripts. */
function writeFaces({text, code}: Choice, own: string | undefined, hands: readonly string[], typeface: Typeface): string {
  const isPlain = (family: string): boolean => !symbolFamilies.includes(family)
  const symbols = text.filter((family) => !isPlain(family))
  const others = [...text.filter(isPlain), ...symbols]
  const book = own !== undefined && text.includes(own) && own !== others[0] ? `"${own}",var(--others)` : 'var(--others)'
  const phrases = hands.flatMap((hand) => {
    const family = maybeFaces(hand)?.[typeface]
    return family !== undefined && text.includes(family) ? [`--faces-${hand}:"${family}"`] : []
  })
  return `:root{${[`--others:${quoteAll(others)},${typeface === 'sans' ? 'sans-serif' : 'serif'}`, `--book:${book}`, `--mono:${quoteAll(code.filter((family) => family !== 'Noto Sans Math'))},var(--book)`, ...phrases].join(';')}}`
}

function quoteAll(families: readonly string[]): string {
  return families.map((family) => `"${family}"`).join(',')
}

/** Before all others, so that a style sheet of the publisher's may say otherwise. */
function withFaces(edition: Edition, {text, code}: Choice, css: string): Edition {
  const {styles, cover, jacket} = edition
  const put = (style: string): string => `${css}\n${style}`
  return {
    ...edition,
    families: [...new Set([...text, ...code])],
    styles: {...styles, pdf: put(styles.pdf), 'large-print': put(styles['large-print'])},
    ...(cover && {cover: {...cover, style: put(cover.style)}}),
    ...(jacket && {jacket: {...jacket, style: put(jacket.style)}})
  }
}
