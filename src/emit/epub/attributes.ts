/** Properties of a tree → XML attributes. */
import type {Properties} from 'hast'
import {find, html, svg} from 'property-information'
import {escapeAttribute} from './markup.ts'
import type {Vocabulary} from './xhtml.ts'

interface Attribute {
  /** Absent for a name that would break the document. */
  readonly name?: string
  readonly separator: string
  readonly boolean: boolean
}

/** Attributes with a blank before each, none twice. `lang` is written for HTML and for XML, as EPUB 3.3 § 6.1.3.1 asks. */
export function writeAttributes(properties: Properties, vocabulary: Vocabulary): string {
  let attributes = ''
  for (const key in properties) {
    const value = properties[key]
    if (value === undefined || value === null || value === false || Number.isNaN(value)) continue
    const {name, separator, boolean} = attributeOf(key, vocabulary)
    if (name === undefined || attributes.includes(` ${name}="`)) continue
    const text = value === true ? (boolean ? '' : 'true') : escapeAttribute(Array.isArray(value) ? value.join(separator) : String(value))
    attributes += name === 'xml:lang' && vocabulary === 'html' ? ` lang="${text}" xml:lang="${text}"` : ` ${name}="${text}"`
  }
  return attributes
}

const known: Readonly<Record<Vocabulary, Map<string, Attribute>>> = {html: new Map(), svg: new Map(), math: new Map()}

/** The same property comes back thousands of times, and looking it up costs more than writing it. */
function attributeOf(key: string, vocabulary: Vocabulary): Attribute {
  const before = known[vocabulary].get(key)
  if (before) return before
  const found = find(vocabulary === 'svg' ? svg : html, key)
  const name = found.attribute === 'lang' ? 'xml:lang' : found.attribute
  const attribute: Attribute = {
    ...(isWritable(name, vocabulary) && {name}),
    separator: found.commaSeparated || found.commaOrSpaceSeparated ? ', ' : ' ',
    boolean: found.boolean || found.overloadedBoolean
  }
  known[vocabulary].set(key, attribute)
  return attribute
}

/** A name of XML, with no prefix but those that our documents declare; `xlink` exists inside drawings alone. */
function isWritable(name: string, vocabulary: Vocabulary): boolean {
  if (name === 'xmlns' || name.startsWith('xlink:') && vocabulary !== 'svg') return false
  return /^(?:epub:|xlink:|xml:)?[A-Za-z_][\w.-]*$/.test(name)
}
