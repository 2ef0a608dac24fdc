/** Where links and bookmarks of any PDF lead: by name, by explicit destination, by an action. */
import {
  inheritedOf, itemsOf, keysOf, maybeDictionary, nameOf, numbersOf, PDFArray, textOf, valueOf, type OpenPdf, type PDFDict, type PDFObject
} from '../../src/verify/preflight/document.ts'

export interface Landing {
  readonly page: number
  /** Empty where the destination has none. */
  readonly name: string
}

export interface PdfLink {
  readonly page: number
  /** Points, `top` and `bottom` from the top of the page. */
  readonly area: {readonly left: number; readonly right: number; readonly top: number; readonly bottom: number}
  readonly landing: Landing | undefined
}

export interface Compass {
  /** Links to places in the file, dead ones too; those to addresses are left out. */
  readonly listLinks: () => readonly PdfLink[]
  readonly listBookmarks: () => readonly {readonly title: string; readonly landing: Landing | undefined}[]
}

export function makeCompass({catalog, pages}: OpenPdf): Compass {
  const placeByPage = new Map(pages.map((page, place) => [page, place]))
  const named = listNamed(catalog)
  const land = (destination: PDFObject | undefined, name = ''): Landing | undefined => {
    const key = nameOf(destination) ?? textOf(destination)
    if (key !== undefined) return name === '' ? land(named.get(key), key) : undefined
    if (!(destination instanceof PDFArray)) return destination ? land(valueOf(maybeDictionary(destination), 'D'), name || ' ') : undefined
    const page = maybeDictionary(itemsOf(destination)[0])
    const place = page && placeByPage.get(page)
    return place === undefined ? undefined : {page: place, name}
  }
  const landOf = (dictionary: PDFDict): Landing | undefined => land(valueOf(dictionary, 'Dest') ?? valueOf(actionOf(dictionary), 'D'))
  return {
    listLinks: () => pages.flatMap((page, place) => itemsOf(valueOf(page, 'Annots')).flatMap((item): readonly PdfLink[] => {
      const annotation = maybeDictionary(item)
      if (!annotation || nameOf(valueOf(annotation, 'Subtype')) !== 'Link' || !leadsInside(annotation)) return []
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbersOf(valueOf(annotation, 'Rect'))
      const height = numbersOf(inheritedOf(page, 'CropBox') ?? inheritedOf(page, 'MediaBox'))[3] ?? 0
      return [{page: place, area: {left: Math.min(x1, x2), right: Math.max(x1, x2), top: height - Math.max(y1, y2), bottom: height - Math.min(y1, y2)}, landing: landOf(annotation)}]
    })),
    listBookmarks: () => listItems(maybeDictionary(valueOf(catalog, 'Outlines'))).map((item) => ({title: textOf(valueOf(item, 'Title')) ?? '', landing: landOf(item)}))
  }
}

function actionOf(dictionary: PDFDict): PDFDict | undefined {
  return maybeDictionary(valueOf(dictionary, 'A'))
}

function leadsInside(annotation: PDFDict): boolean {
  return valueOf(annotation, 'Dest') !== undefined || nameOf(valueOf(actionOf(annotation), 'S')) === 'GoTo'
}

/** Destinations by name: of the catalogue's dictionary (PDF 1.1) and of its name tree (ISO 32000-2, 12.3.2.4). */
function listNamed(catalog: PDFDict): ReadonlyMap<string, PDFObject> {
  const named = new Map<string, PDFObject>()
  const old = maybeDictionary(valueOf(catalog, 'Dests'))
  for (const key of keysOf(old)) {
    const value = valueOf(old, key)
    if (value) named.set(key, value)
  }
  const open = [maybeDictionary(valueOf(maybeDictionary(valueOf(catalog, 'Names')), 'Dests'))]
  for (let node = open.pop(); node; node = open.pop()) {
    const rows = itemsOf(valueOf(node, 'Names'))
    rows.forEach((key, at) => {
      const [name, value] = [textOf(key), rows[at + 1]]
      if (at % 2 === 0 && name !== undefined && value) named.set(name, value)
    })
    open.push(...itemsOf(valueOf(node, 'Kids')).map(maybeDictionary))
  }
  return named
}

/** All items of an outline. */
function listItems(outlines: PDFDict | undefined): readonly PDFDict[] {
  const items = new Set<PDFDict>()
  const open = [maybeDictionary(valueOf(outlines, 'First'))]
  while (open.length > 0) {
    const item = open.pop()
    if (!item || items.has(item)) continue
    items.add(item)
    open.push(maybeDictionary(valueOf(item, 'Next')), maybeDictionary(valueOf(item, 'First')))
  }
  return [...items]
}
