/** Properties of a tree → XML attributes. */
import type {Properties} from 'hast'
import {find, html, svg} from 'property-information'
import {escapeAttribute} from './markup.ts'
import type {Vocabulary} from './xhtml.ts'

interface Attribute {
  readonly name: string
  readonly separator: string
  readonly boolean: boolean
}

/** Prefixes that our documents declare; any other one, or a name that is not XML, would break the document. */
const attributeName = /^(?:epub:|xlink:|xml:)?[A-Za-z_][\w.-]*$/

/** Attributes with a blank before each, none twice. `lang` is written for HTML and for XML (EPUB 3.3 § 6.1.3.1). */
export function writeAttributes(properties: Properties, vocabulary: Vocabulary): string {
  let attributes = ''
  for (const key in properties) {
    const value = properties[key]
    if (value === undefined || value === null || value === false || Number.isNaN(value)) continue
    const {name, separator, boolean} = attributeOf(key, vocabulary)
    if (!isWritable(name, vocabulary) || attributes.includes(` ${name}="`)) continue
    const text = value === true ? (boolean ? '' : 'true') : escapeAttribute(Array.isArray(value) ? value.join(separator) : String(value))
    attributes += name === 'xml:lang' ? writeLanguage(text, vocabulary) : ` ${name}="${text}"`
  }
  return attributes
}

function writeLanguage(tag: string, vocabulary: Vocabulary): string {
  return vocabulary === 'html' ? ` lang="${tag}" xml:lang="${tag}"` : ` xml:lang="${tag}"`
}

/** Namespaces are declared by the serialiser alone; `xlink` exists inside drawings alone. */
function isWritable(name: string, vocabulary: Vocabulary): boolean {
  return attributeName.test(name) && name !== 'xmlns' && (vocabulary === 'svg' || !name.startsWith('xlink:'))
}

const known = {html: new Map<string, Attribute>(), svg: new Map<string, Attribute>()}

/** The same property comes back thousands of times, and looking it up costs more than writing it. */
function attributeOf(key: string, vocabulary: Vocabulary): Attribute {
  const schema = vocabulary === 'svg' ? 'svg' : 'html'
  const before = known[schema].get(key)
  if (before) return before
  const found = find(schema === 'svg' ? svg : html, key)
  const attribute: Attribute = {
    name: found.attribute === 'lang' ? 'xml:lang' : found.attribute,
    separator: found.commaSeparated || found.commaOrSpaceSeparated ? ', ' : ' ',
    boolean: found.boolean || found.overloadedBoolean
  }
  known[schema].set(key, attribute)
  return attribute
}
