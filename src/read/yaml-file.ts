/** A YAML file checked against its JSON Schema, every complaint at its line and column. */
import {Ajv2020, type AnySchema, type ErrorObject} from 'ajv/dist/2020.js'
import {LineCounter, isMap, isNode, parseDocument, visit, type Document} from 'yaml'
import type {Report} from '../core/diagnostic.ts'
import type {Place} from '../core/model.ts'
import {suggest} from '../core/suggest.ts'

/** A checked file: its value, and the place of any value inside of it. */
export interface YamlFile<T> {
  readonly value: T
  readonly placeOf: (path: readonly (string | number)[]) => Place
}

// verbose: errors then carry the schema around them, which names the keys that are allowed there
const ajv = new Ajv2020({allErrors: true, verbose: true})

/** Reads a configuration file; `undefined` when it cannot be used, which has then been reported. */
export function maybeYamlFile<T>(file: string, text: string, schema: AnySchema, report: Report): YamlFile<T> | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, {version: '1.2', schema: 'core', merge: false, uniqueKeys: true, strict: true, stringKeys: true, prettyErrors: false, lineCounter: lines})
  const placeOf = (path: readonly (string | number)[]): Place => placeAt(document, lines, file, path)
  for (const error of document.errors) {
    const {line, col} = lines.linePos(error.pos[0])
    report('read/yaml', {problem: error.message.split('\n')[0] ?? ''}, {file, line, column: col})
  }
  if (document.errors.length > 0) return undefined
  let alias: Place | undefined
  visit(document, {Alias: (_, {range}) => {
    const start = lines.linePos(range?.[0] ?? 0)
    alias ??= {file, line: start.line, column: start.col}
  }})
  if (alias) {
    report('read/yaml', {problem: 'an alias'}, alias)
    return undefined
  }
  const value = (document.toJS() ?? {}) as T & object // checked on the next line
  const check = ajv.compile(schema)
  if (check(value)) return {value, placeOf}
  for (const error of informative(check.errors ?? [])) complain(error, document, lines, file, report)
  return undefined
}

/** Of the branches of a `oneOf` that all failed, only the deepest complaint helps. */
function informative(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const real = errors.filter((error) => error.keyword !== 'oneOf')
  return real.filter((error) => !((error.keyword === 'type' || error.keyword === 'const') && real.some((other) =>
    other !== error && (other.instancePath.startsWith(`${error.instancePath}/`) ||
      (other.instancePath === error.instancePath && other.keyword !== 'type')))))
}

function complain(error: ErrorObject, document: Document, lines: LineCounter, file: string, report: Report): void {
  const path = error.instancePath.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const where = path.length > 0 ? path.join('.') : 'file'
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params['additionalProperty'])
    const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object)
    report('read/unknown-key', {key, suggestion: suggest(key, known)}, placeAt(document, lines, file, [...path, key], true))
    return
  }
  const expected = error.keyword === 'enum' ? `one of ${(error.params['allowedValues'] as readonly string[]).join(', ')}` : `a value that ${error.message ?? 'fits'}`
  report('read/value', {key: where, expected}, placeAt(document, lines, file, path))
}

function placeAt(document: Document, lines: LineCounter, file: string, path: readonly (string | number)[], key = false): Place {
  const last = path.at(-1)
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  const pair = isMap(parent) ? parent.items.find((item) => isNode(item.key) && String(item.key) === String(last)) : undefined
  const node = key && isNode(pair?.key) ? pair.key : path.length > 0 ? document.getIn(path, true) : document.contents
  const range = isNode(node) ? node.range : undefined
  if (!range) return {file}
  const {line, col} = lines.linePos(range[0])
  return {file, line, column: col}
}
