/** HTML tree → XHTML: well-formed whatever the tree holds. */
import type {Element, Nodes} from 'hast'
import {writeAttributes} from './attributes.ts'
import {escapeText} from './markup.ts'

const namespaces = {
  html: 'http://www.w3.org/1999/xhtml', svg: 'http://www.w3.org/2000/svg', math: 'http://www.w3.org/1998/Math/MathML'
} as const

export type Vocabulary = keyof typeof namespaces

/** What the manifest must say of a document: EPUB 3.3, appendix D.4. */
export interface DocumentFacts {
  svg: boolean
  mathml: boolean
}

interface Surroundings {
  readonly vocabulary: Vocabulary
  readonly tagName: string
}

const voidElements = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
const elementName = /^[A-Za-z_][\w.-]*$/

/** The XHTML of a node, to stand in a `body`. Throws for a node that an earlier stage should have resolved. */
export function serialise(node: Nodes): DocumentFacts & {readonly markup: string} {
  const facts: DocumentFacts = {svg: false, mathml: false}
  const markup = writeNode(node, {vocabulary: 'html', tagName: 'body'}, facts)
  return {...facts, markup}
}

function writeNode(node: Nodes, around: Surroundings, facts: DocumentFacts): string {
  switch (node.type) {
    case 'text': return escapeText(node.value)
    case 'element': return writeElement(node, around, facts)
    case 'root': return writeChildren(node.children, around, facts)
    case 'comment':
    case 'doctype': return ''
    default: throw new Error(`Unexpected \`${node.type}\` node in a finished edition, expected it to be resolved by an earlier stage`)
  }
}

function writeChildren(children: readonly Nodes[], around: Surroundings, facts: DocumentFacts): string {
  let markup = ''
  for (const child of children) markup += writeNode(child, around, facts)
  return markup
}

function writeElement(element: Element, around: Surroundings, facts: DocumentFacts): string {
  const {tagName} = element
  if (tagName === 'template') return ''
  if (!elementName.test(tagName)) return writeChildren(element.children, around, facts)
  const vocabulary = vocabularyOf(tagName, around)
  if (vocabulary === 'svg') facts.svg = true
  if (vocabulary === 'math') facts.mathml = true
  const open = `<${tagName}${vocabulary === around.vocabulary ? '' : declareNamespace(vocabulary)}${writeAttributes(element.properties, vocabulary)}`
  const inner = writeChildren(element.children, {vocabulary, tagName}, facts)
  // A void element has no content; should a tree give it some, it follows rather than gets lost.
  if (vocabulary === 'html' && voidElements.has(tagName)) return `${open}/>${inner}`
  return inner === '' && vocabulary !== 'html' ? `${open}/>` : `${open}>${inner}</${tagName}>`
}

function vocabularyOf(tagName: string, around: Surroundings): Vocabulary {
  if (tagName === 'svg' || tagName === 'math') return tagName
  return around.tagName === 'foreignObject' ? 'html' : around.vocabulary
}

function declareNamespace(vocabulary: Vocabulary): string {
  const own = ` xmlns="${namespaces[vocabulary]}"`
  return vocabulary === 'svg' ? `${own} xmlns:xlink="http://www.w3.org/1999/xlink"` : own
}
