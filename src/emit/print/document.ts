/** Makes of a chunk the HTML document that the browser prints: a pure function of chunk and layout. */
import type {Element, ElementContent} from 'hast'
import {classesOf, h, replaceNodes, walk} from '../../core/hast.ts'
import type {Edition, Id, NavPoint} from '../../core/model.ts'
import type {Chunk} from './chunks.ts'
import {setFolio, type FolioSetting} from './folios.ts'
import {stringifyDocument} from './html.ts'
import type {ChunkLayout, Layout} from './layout.ts'
import {withGutter} from './measure.ts'
import {beginsOnVerso, makeTrimCss} from './page.ts'
import {pictureUrl} from './pictures.ts'
import {fitFormula, fitOrTurnTable, fitTable, roomOf} from './fitting.ts'
import {divideCode} from './code-lines.ts'
import {placeInFirstLine} from './vertical.ts'
import {repeatHead} from './index-heads.ts'

/** Marks a link into another chunk; the merge makes a destination of it. */
export const farScheme = 'urn:x:'

export interface Sheet {
  readonly html: string
  readonly pageRanges?: string
  readonly tagged: boolean
}

/** What is the same in every document of one edition. */
export interface DocumentSetting {
  readonly edition: Edition
  /** Ids that need a destination: links, folios and outline lead to them. */
  readonly targets: ReadonlySet<Id>
}

/** Ids that something in the edition leads to, and every division. */
export function findTargets(edition: Edition): ReadonlySet<Id> {
  const targets = new Set<Id>()
  const addPoints = (points: readonly NavPoint[]): void => points.forEach(({id, children}) => {
    targets.add(id)
    addPoints(children)
  })
  addPoints(edition.contents)
  for (const division of edition.divisions) {
    targets.add(division.id)
    walk(division.tree, (node) => {
      if (node.type === 'folio') node.targets.forEach((id) => targets.add(id))
      if (node.type !== 'element') return
      const href = node.properties['href']
      if (typeof href === 'string' && href.startsWith('#')) targets.add(href.slice(1))
    })
  }
  return targets
}

/** The document of a chunk; a draft only shows where things stand and goes without tags. */
export function makeSheet(setting: DocumentSetting, chunk: Chunk, layout: Layout, place: number, draft: boolean): Sheet {
  const {edition} = setting
  const chunkLayout = layout.chunks[place]
  if (!chunkLayout) throw new Error(`Unexpected chunk ${place} without a layout`)
  const dummy = !draft && beginsOnVerso(chunkLayout)
  const html = stringifyDocument({
    ...edition.spec, isVertical: edition.spec.writing === 'vertical', css: [edition.styles.pdf, makeTrimCss(withGutter(edition.publication.page, layout.gutter), edition.spec.writing === 'vertical')],
    children: [dummy ? makeVacat() : undefined, ...makeBody(setting, chunk, layout, chunkLayout), makeDestinations([...chunk.ids].filter((id) => setting.targets.has(id)))]
  })
  return {html, tagged: !draft, ...(dummy && {pageRanges: '2-'})}
}

/** What a column has of the width of the text; bilingual-print.css leaves as much between the two. */
const columnShare = 0.47

function makeBody({edition, targets}: DocumentSetting, chunk: Chunk, layout: Layout, chunkLayout: ChunkLayout): readonly Element[] {
  const hrefOf = (id: Id): string => chunk.ids.has(id) ? `#${id}` : `${farScheme}${id}`
  const setting: FolioSetting = {layout, terms: edition.terms, script: edition.script, ...(edition.second && {second: edition.second}), direction: edition.spec.direction, isVertical: edition.spec.writing === 'vertical', hrefOf}
  const room = roomOf(withGutter(edition.publication.page, layout.gutter)) * (edition.spec.pairing?.layout === 'columns' ? columnShare : 1)
  const fit = edition.publication.typesetting.tables === 'turn' ? fitOrTurnTable : fitTable
  const notesAtFoot = edition.publication.typesetting.notes === 'foot'
  const replace = (node: ElementContent): readonly ElementContent[] | undefined => {
    if (node.type === 'folio') return setFolio(node, setting)
    if (node.type !== 'element') return undefined
    if (node.tagName === 'table') return [fit(replaceNodes(node, replace), room)]
    if (node.tagName === 'pre') return [divideCode(replaceNodes(node, replace), room)]
    if (node.tagName === 'li' && node.properties['epub:type'] === 'index-entry') return [repeatHead(replaceNodes(node, replace))]
    if (node.tagName === 'math') return [fitFormula(node, room)]
    const properties = rewriteAddress(node, hrefOf, edition)
    return properties && [{...replaceNodes(node, replace), properties}]
  }
  const sections = chunk.divisions.flatMap((division) => {
    const tree = replaceNodes(division.tree, replace)
    const opening = chunk.openings.get(division.id) === 'run-on' ? 'runs-on' : 'opens'
    const section = {...tree, properties: {...tree.properties, className: [...classesOf(tree), ...notesAtFoot && !layout.endNoted.has(division.id) ? ['notes-at-foot'] : [], opening]}}
    const placed = setting.isVertical ? placeInFirstLine(section, targets) : section
    return chunkLayout.vacats.has(division.id) ? [makeVacat(), placed] : [placed]
  })
  return chunkLayout.closing ? [...sections, makeVacat()] : sections
}

function rewriteAddress(node: Element, hrefOf: (id: Id) => string, edition: Edition): Element['properties'] | undefined {
  const {href, src} = node.properties
  if (typeof href === 'string' && href.startsWith('#')) return {...node.properties, href: hrefOf(href.slice(1))}
  if (node.tagName !== 'img' || typeof src !== 'string') return undefined
  const resource = edition.resources.get(src)
  return resource && {...node.properties, src: pictureUrl(resource)}
}

/** A page with nothing on it. */
function makeVacat(): Element {
  return h('div', {className: ['vacat']})
}

/** The browser writes a destination only for ids that some link leads to, seen or not. */
export function makeDestinations(ids: readonly Id[]): Element {
  return h('nav', {hidden: true}, ids.map((id) => h('a', {href: `#${id}`})))
}
