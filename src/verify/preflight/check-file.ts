/** Checks of the file as a whole: version, protection, standard, what acts in it, title and language. */
import {itemsOf, keysOf, maybeDictionary, nameOf, textOf, readStream, valueOf, type OpenPdf} from './document.ts'
import type {Check} from './report.ts'
import {namePages, pagesWhere} from './words.ts'

export const checkVersion: Check = ({pdf: {version}}) => ({said: `PDF ${version}`})

export const checkEncryption: Check = ({pdf: {encrypted}}, report) => {
  if (encrypted) report('preflight/encrypted', {})
  return {said: encrypted ? 'protected' : 'none'}
}

/** What the file claims to be, in its metadata or in its document information (ISO 15930). */
export function findStandard({catalog, information}: OpenPdf): string | undefined {
  const xmp = readStream(valueOf(catalog, 'Metadata'))
  return textOf(valueOf(information, 'GTS_PDFXConformance')) ?? textOf(valueOf(information, 'GTS_PDFXVersion')) ??
    /GTS_PDFXVersion(?:>|=["'])(PDF\/X[^<"']*)/.exec(xmp)?.[1]
}

export const checkIntent: Check = ({pdf: {catalog}}) => {
  const intents = itemsOf(valueOf(catalog, 'OutputIntents')).map(maybeDictionary)
  const named = intents.map((intent) => textOf(valueOf(intent, 'OutputConditionIdentifier')) ?? textOf(valueOf(intent, 'OutputCondition')) ?? 'nameless')
  return {said: named.length === 0 ? 'none' : named.join(', '), note: named.length === 0}
}

const acting = new Set(['Widget', 'Movie', 'Sound', 'Screen', 'RichMedia', '3D', 'FileAttachment'])

export const checkActions: Check = ({pdf: {catalog}, pages}, report) => {
  const names = maybeDictionary(valueOf(catalog, 'Names'))
  const found = [
    ...(itemsOf(valueOf(maybeDictionary(valueOf(catalog, 'AcroForm')), 'Fields')).length > 0 ? ['form'] : []),
    ...(valueOf(names, 'JavaScript') !== undefined || isScript(catalog) ? ['JavaScript'] : []),
    ...(valueOf(names, 'EmbeddedFiles') !== undefined ? ['attached files'] : []),
    ...new Set(pages.flatMap(({annotations}) => annotations.filter((kind) => acting.has(kind) && kind !== 'Widget')))
  ]
  for (const each of found) report('preflight/active', {found: each})
  return {said: found.length === 0 ? 'none' : found.join(', ')}
}

function isScript(catalog: OpenPdf['catalog']): boolean {
  const action = maybeDictionary(valueOf(catalog, 'OpenAction'))
  return nameOf(valueOf(action, 'S')) === 'JavaScript' || keysOf(maybeDictionary(valueOf(catalog, 'AA'))).length > 0
}

export const checkAnnotations: Check = ({pages, isForPress}, report) => {
  const annotated = pagesWhere(pages, ({annotations}) => annotations.some((kind) => !acting.has(kind)))
  const kinds = [...new Set(pages.flatMap(({annotations}) => annotations.filter((kind) => !acting.has(kind))))].sort().join(', ')
  if (annotated.length > 0 && isForPress) report('preflight/annotation', {kinds, pages: namePages(annotated)})
  return {said: annotated.length === 0 ? 'none' : `${kinds} on ${annotated.length} pages`, note: annotated.length > 0}
}

export const checkTitle: Check = ({pdf: {catalog, information}}, report) => {
  const title = textOf(valueOf(information, 'Title')) ?? /<dc:title>.*?<rdf:li[^>]*>([^<]+)/s.exec(readStream(valueOf(catalog, 'Metadata')))?.[1]
  if (title === undefined || title.trim() === '') report('preflight/title', {})
  return {said: title === undefined || title.trim() === '' ? 'none' : `“${title}”`}
}

export const checkLanguage: Check = ({pdf: {catalog}}, report) => {
  const language = textOf(valueOf(catalog, 'Lang'))
  if (!language) report('preflight/language', {})
  return {said: language || 'none'}
}
