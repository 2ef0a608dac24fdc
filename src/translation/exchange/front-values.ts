/** Values of front matter set in place: keys, comments, order and the other values stay as they are. */
import {parseDocument, isMap, isScalar, isSeq, stringify, type Pair as YamlPair, type Scalar} from 'yaml'
import {readFrontMatter} from '../../core/front-matter.ts'

interface Header {
  readonly kind: 'yaml' | 'toml'
  /** Offsets of what stands between the fences. */
  readonly from: number
  readonly to: number
}

/** The text with another value of `title`, `description` or `keywords`; `undefined` where it is written in a way that cannot be changed safely. */
export function setFrontValue(text: string, key: string, value: string): string | undefined {
  const header = findHeader(text)
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  if (!header) return readFrontMatter(text).lines > 0 ? undefined : `${/^\uFEFF?/.exec(text)?.[0]}---${lineEnd}${key}: ${writeYaml(value)}${lineEnd}---${lineEnd}${lineEnd}${text.replace(/^\uFEFF/, '')}`
  const inner = text.slice(header.from, header.to)
  const set = header.kind === 'yaml' ? setYaml(inner, key, value, lineEnd) : setToml(inner, key, value)
  return set === undefined ? undefined : `${text.slice(0, header.from)}${set}${text.slice(header.to)}`
}

function findHeader(text: string): Header | undefined {
  const {lines} = readFrontMatter(text)
  if (lines === 0) return undefined
  const offsets = [/^\uFEFF/.test(text) ? 1 : 0]
  for (let at = text.indexOf('\n'); at >= 0 && offsets.length <= lines; at = text.indexOf('\n', at + 1)) offsets.push(at + 1)
  const all = Array.from({length: lines}, (_, at) => text.slice(offsets[at], offsets[at + 1] ?? text.length).trim())
  const first = all.findIndex((line) => line !== '')
  const isFenced = all[first] === '---' || all[first] === '+++'
  const last = /^(?:---|\.\.\.|\+\+\+)$/.test(all.at(-1) ?? '') ? lines - 1 : lines
  return {kind: all[first] === '+++' ? 'toml' : 'yaml', from: offsets[isFenced ? first + 1 : first] ?? 0, to: offsets[last] ?? text.length}
}

function setYaml(source: string, key: string, value: string, lineEnd: string): string | undefined {
  const document = parseDocument(source, {schema: 'failsafe', strict: true, stringKeys: true})
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return setJoined(source, key, value)
  const pair = document.contents?.items.find((each) => isScalar(each.key) && String(each.key.value).toLowerCase() === key) as YamlPair | undefined
  if (!pair) return `${source}${source === '' || source.endsWith('\n') ? '' : lineEnd}${key}: ${writeYaml(value)}${lineEnd}`
  const node = pair.value
  if (isScalar(node) && node.range) {
    const [from, to] = node.range
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
    const blank = /\s$/.test(source.slice(0, from)) || from === 0 ? '' : ' '
    return `${source.slice(0, from)}${blank}${writeYaml(value, node.type)}${isBlock ? lineEnd : ''}${source.slice(to)}`
  }
  if (!isSeq(node) || !node.range || !node.items.every((item) => isScalar(item))) return undefined
  const [from, to] = node.range
  const values = splitValues(value)
  if (node.flow) return `${source.slice(0, from)}[${values.map((each) => writeYaml(each, undefined, true)).join(', ')}]${source.slice(to)}`
  const indent = source.slice(source.lastIndexOf('\n', from - 1) + 1, from)
  if (indent.trim() !== '') return undefined
  const list = values.map((each) => `- ${writeYaml(each)}`).join(`${lineEnd}${indent}`)
  const tail = /\s*$/.exec(source.slice(from, to))?.[0] ?? ''
  return `${source.slice(0, from)}${list}${tail}${source.slice(to)}`
}

/** `title:Words`, which YAML does not take for a key. */
function setJoined(source: string, key: string, value: string): string | undefined {
  const line = new RegExp(`^(${key}:)([^\\s|>[{"'&*].*)$`, 'im')
  return line.test(source) ? source.replace(line, (_, start: string) => `${start} ${writeYaml(value)}`) : undefined
}

function setToml(source: string, key: string, value: string): string | undefined {
  const line = new RegExp(`^([ \\t]*${key}[ \\t]*=[ \\t]*)("(?:[^"\\\\\\n]|\\\\.)*"|'[^'\\n]*'|\\[[^\\]\\n]*\\])([ \\t]*(?:#.*)?)$`, 'im')
  const found = line.exec(source)
  if (!found) return undefined
  const written = found[2]?.startsWith('[') ? `[${splitValues(value).map((each) => JSON.stringify(each)).join(', ')}]` : JSON.stringify(value)
  return source.replace(line, (_, start: string, __: string, end: string) => `${start}${written}${end}`)
}

function splitValues(value: string): readonly string[] {
  return value.split(/[,،、，]/).map((each) => each.trim()).filter(Boolean)
}

/** On one line, quoted where it must be, else as the value before it was. */
function writeYaml(value: string, type?: Scalar['type'] | null, inFlow = false): string {
  const plain = value.replaceAll(/\s*\n\s*/g, ' ')
  const style = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? type : 'PLAIN'
  const written = stringify(inFlow ? [plain] : plain, {lineWidth: 0, defaultStringType: style, ...(inFlow && {collectionStyle: 'flow'})}).trim()
  return inFlow ? written.replace(/^\[\s*|\s*\]$/g, '') : written
}
