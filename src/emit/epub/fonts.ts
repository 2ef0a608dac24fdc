/** Fonts that an e-book takes along: cut down to the characters used, for the scripts that reading systems commonly have no good font for. */
import type {ElementContent} from 'hast'
import type {Report} from '../../core/diagnostic.ts'
import {classesOf, h, isElement, walkElements} from '../../core/hast.ts'
import {commaOf, maybeLanguage} from '../../core/locale.ts'
import type {Division, Edition, Language} from '../../core/model.ts'
import {sayTerm} from '../../core/terms.ts'
import {describeMissing, handOf, isWrittenIn, maybeFaces, type EmbeddedFont, type ScriptFaces} from '../../core/typefaces.ts'
import type {FontCut, World} from '../../core/world.ts'

/** A script whose font goes along, the languages that are set in it, and what they say with it. */
interface Wish {
  readonly faces: ScriptFaces
  readonly family: string
  /** Phrases; none for the edition's own. */
  readonly languages: readonly Language[]
  readonly text: string
}

interface Embedded {
  readonly font: EmbeddedFont
  readonly rule: string
  readonly notice: string
}

const cuts = [{weight: 400, style: 'normal'}, {weight: 700, style: 'normal'}, {weight: 400, style: 'italic'}] as const

/** The edition with its fonts, told in the style sheets and named, with their copyright, in the colophon. Fonts that cannot be had are reported and left out. */
export async function embedFonts(edition: Edition, world: World, report: Report): Promise<Edition> {
  const wishes = listWishes(edition)
  const missing = await world.provideFonts([...new Set(wishes.map(({family}) => family))])
  if (missing.length > 0) report('epub/no-fonts', describeMissing(edition.spec.language, missing))
  const embedded: Embedded[] = []
  const rules: string[] = []
  for (const wish of wishes) {
    const made = (await Promise.all(cuts.map((cut) => embedCut(wish, cut, world)))).flatMap((each) => each ?? [])
    if (made.length === 0) continue
    embedded.push(...made)
    rules.push(`${selectorOf(wish)} { font-family: "${wish.family}", serif; }`)
  }
  return embedded.length === 0 ? edition : withFonts(edition, embedded, rules)
}

/** The edition's own script, and those of phrases that readers commonly lack. */
function listWishes(edition: Edition): readonly Wish[] {
  const {spec: {language, embeddedFonts}, publication: {typesetting: {typeface}}, divisions} = edition
  if (embeddedFonts === 'none') return []
  const own = handOf(language)
  const languagesByHand = new Map<string, Language[]>([[own, []]])
  for (const {tree} of divisions) {
    walkElements(tree, ({properties: {lang}}) => {
      if (typeof lang !== 'string' || maybeLanguage(lang) !== lang || handOf(lang) === own) return
      const languages = languagesByHand.get(handOf(lang)) ?? []
      if (!languages.includes(lang)) languagesByHand.set(handOf(lang), [...languages, lang].sort())
    })
  }
  return [...languagesByHand].flatMap(([hand, languages]): readonly Wish[] => {
    const faces = maybeFaces(hand)
    if (!faces || faces.embedded === undefined && (embeddedFonts === 'auto' || hand !== own)) return []
    return [{faces, family: faces[typeface], languages, text: gatherText(divisions, faces)}]
  })
}

/** Letters of the script, signs of no script, and digits: what else there is the reader's own font shows. */
function gatherText(divisions: readonly Division[], faces: ScriptFaces): string {
  const used = new Set<string>()
  const add = (node: ElementContent): void => {
    if (node.type === 'text') for (const character of node.value) used.add(character)
    if (node.type === 'element') node.children.forEach(add)
  }
  for (const {tree} of divisions) add(tree)
  const always = [...' 0123456789.,:;!?()\u00a0\u2010\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u25cc\u200c\u200d']
  return [...new Set([...always, ...used])].filter((character) => isWrittenIn(faces, character) || /[\p{scx=Common}\p{scx=Inherited}]/u.test(character)).sort().join('')
}

async function embedCut({family, text}: Wish, cut: Omit<FontCut, 'family'>, world: World): Promise<Embedded | undefined> {
  const subset = await world.subsetFont({family, ...cut}, text)
  if (!subset) return undefined
  const {content, copyright} = subset
  const file = `fonts/${family.toLowerCase().replaceAll(' ', '-')}-${cut.weight}${cut.style === 'italic' ? '-italic' : ''}.ttf`
  const rule = `@font-face { font-family: "${family}"; font-weight: ${cut.weight === 700 ? 'bold' : 'normal'}; font-style: ${cut.style}; src: url(${file}); }`
  return {font: {file, content}, rule, notice: `${family} (${[copyright, 'SIL Open Font License 1.1'].filter(Boolean).join('; ')})`}
}

/** The body alone, so that the reader's own choice comes first. */
function selectorOf({languages}: Wish): string {
  return languages.length === 0 ? 'body' : languages.map((language) => `[lang="${language}"]`).join(', ')
}

function withFonts(edition: Edition, embedded: readonly Embedded[], rules: readonly string[]): Edition {
  const {styles, divisions, terms} = edition
  const css = [...embedded.map(({rule}) => rule), ...rules].join('\n')
  const notices = [...new Set(embedded.map(({notice}) => notice))].flatMap((notice, at) => [...at > 0 ? [commaOf(edition.script)] : [], h('bdi', {lang: 'en', dir: 'ltr'}, notice)])
  const [before = '', after = ''] = sayTerm(terms, 'embedded-fonts', {fonts: '\ufffc'}).split('\ufffc')
  return {
    ...edition,
    fonts: embedded.map(({font}) => font),
    styles: {...styles, epub: `${css}\n${styles.epub}`, kepub: `${css}\n${styles.kepub}`},
    divisions: divisions.map((division) => division.kind !== 'colophon' ? division
      : {...division, tree: {...division.tree, children: [...division.tree.children, h('p', {className: ['fonts']}, before, ...notices, after)]}})
  }
}

/** The edition as before: its fonts and the line about them left out. */
export function withoutFonts({fonts: _, ...edition}: Edition): Edition {
  const isLine = (node: ElementContent): boolean => isElement(node) && classesOf(node).includes('fonts')
  return {
    ...edition,
    divisions: edition.divisions.map((division) => division.kind !== 'colophon' ? division
      : {...division, tree: {...division.tree, children: division.tree.children.filter((node) => !isLine(node))}})
  }
}
