/** A finished EPUB of ours, opened again: what must hold for every EPUB, and that it is the edition which was to be made. */
import {makeLedger, type Diagnostic, type Report} from '../core/diagnostic.ts'
import {progressionOf} from '../core/locale.ts'
import type {Division, Edition, Place} from '../core/model.ts'
import type {Product} from '../core/product.ts'
import {inspectEpub, type Inspection} from './epub/inspect.ts'
import {languageOf} from './epub/package.ts'
import {verifyPageList} from './page-list.ts'

/**
 * Reports whatever is unsound and returns the number of links that lead to a place inside the book. With the printed book of
 * the same edition, the page list is compared with it. What is merely advice to the author was said of the manuscript before.
 */
export function verifyEpub(product: Product, edition: Edition, report: Report, print?: Uint8Array): number {
  const {list, report: note} = makeLedger()
  const inspection = inspectEpub(product.content, product.path, note)
  const documentByDivision = inspection ? locate(edition.divisions, inspection) : new Map<Division, string>()
  const blame = makeBlame(product, documentByDivision)
  for (const diagnostic of list) pass(diagnostic, product, blame, report)
  if (!inspection) return 0
  checkPackage(inspection, edition, report)
  checkDocuments(inspection, edition, report)
  for (const division of edition.divisions) {
    if (division.kind !== 'contents' && !documentByDivision.has(division)) report('epub/missing-article', {title: division.title}, placeOf(division))
  }
  if (print) verifyPageList({edition, navigation: inspection.navigation, documents: listIds(inspection)}, print, report)
  return inspection.links
}

/** A problem of a document is a problem of the manuscript that it was made from, where there is one. */
function makeBlame({path}: Product, documentByDivision: ReadonlyMap<Division, string>): (place: Place | undefined) => Place | undefined {
  const divisionByFile = new Map(Array.from(documentByDivision, ([division, file]) => [`${path}/${file}`, division]))
  return (place) => placeOf(divisionByFile.get(place?.file ?? '')) ?? place
}

/** Books of others may run scripts and carry stray files; ours may not. */
function pass({code, facts, severity, place}: Diagnostic, {path}: Product, blame: ReturnType<typeof makeBlame>, report: Report): void {
  const document = (place?.file ?? '').slice(path.length + 1)
  if (code === 'verify/active-content') report('epub/active-content', {document, found: String(facts['found'])}, blame(place))
  else if (code === 'verify/undeclared') report('epub/unsound-package', {found: `undeclared ${document}`, expected: 'every file in the manifest'})
  else if (severity !== 'warning') report(code, facts as never, blame(place)) // the facts were typed by the code where it was reported
}

function checkPackage({pack, links}: Inspection, {spec, graph}: Edition, report: Report): void {
  const progression = pack.spineAttributes?.get('page-progression-direction')
  const expected = progressionOf(spec)
  if (progression !== expected) report('epub/unsound-package', {found: `page progression ${progression ?? 'without direction'}`, expected})
  const language = languageOf(pack)
  if (language !== spec.language) report('epub/unsound-package', {found: `language ${language ?? 'that is not said'}`, expected: spec.language})
  if (links < graph.working) report('epub/unsound-package', {found: `number of ${links} working links`, expected: `at least ${graph.working}, those between articles`})
}

function checkDocuments({documents, pack}: Inspection, {spec}: Edition, report: Report): void {
  for (const [path, {root, isWhole}] of documents) {
    if (!isWhole || pack.itemByPath.get(path)?.mediaType !== 'application/xhtml+xml') continue
    const complain = (found: string, expected: string): void => report('epub/unsound-document', {document: path, found, expected})
    for (const language of new Set([root.lang, root.xmlLang])) if (language !== spec.language) complain(`language ${language ?? 'that is not said'}`, spec.language)
    if (root.dir !== spec.direction) complain(`direction ${root.dir ?? 'that is not said'}`, spec.direction)
  }
}

/** The document of the spine that holds each division. */
function locate(divisions: readonly Division[], {order, documents}: Inspection): ReadonlyMap<Division, string> {
  const fileById = new Map<string, string>()
  for (const file of order) {
    for (const id of documents.get(file)?.ids.keys() ?? []) fileById.set(id, file)
  }
  return new Map(divisions.flatMap((division) => {
    const file = fileById.get(division.id)
    return file === undefined ? [] : [[division, file]]
  }))
}

/** As the navigation document names them, which lies beside them. */
function listIds({order, documents, pack}: Inspection): readonly {readonly file: string; readonly ids: readonly string[]}[] {
  const folder = pack.path.slice(0, pack.path.lastIndexOf('/') + 1)
  return order.map((path) => ({file: path.startsWith(folder) ? path.slice(folder.length) : path, ids: [...documents.get(path)?.ids.keys() ?? []]}))
}

function placeOf(division: Division | undefined): Place | undefined {
  return division?.file === undefined ? undefined : {file: division.file}
}
