/** Parcels as gettext's PO, and back: one entry a passage, in Markdown. */
import {maybeLanguage} from '../../core/locale.ts'
import {readEntries, type PoEntry} from './po-entries.ts'
import {ExchangeFault, type ExchangeUnit, type Parcel, type Received} from './unit.ts'

/** What msgfmt -c asks for stands in the header. */
export function formatPo({name, source, target, modified, units}: Parcel): string {
  const date = `${new Date(modified * 1000).toISOString().slice(0, 16).replace('T', ' ')}+0000`
  const header = [
    `Project-Id-Version: ${name.replaceAll(/\s+/g, ' ')}`, `POT-Creation-Date: ${date}`, `PO-Revision-Date: ${date}`, 'Last-Translator: ', 'Language-Team: ', `Language: ${target.replaceAll('-', '_')}`,
    'MIME-Version: 1.0', 'Content-Type: text/plain; charset=UTF-8', 'Content-Transfer-Encoding: 8bit', `X-Source-Language: ${source}`, 'X-Generator: Hexapla', ''
  ].join('\n')
  return `${[`msgid ""\nmsgstr ${quote(header)}\n`, ...units.map(formatEntry)].join('\n')}`
}

function formatEntry({id, kind, source, target = '', behind, former, place, stand}: ExchangeUnit): string {
  return [
    `#. ${kind}`, `#. translation ${stand}`, `#: ${/\s/.test(place.file) ? `\u2068${place.file}\u2069` : place.file}${place.line === undefined ? '' : `:${place.line}`}`, ...behind ? ['#, fuzzy'] : [],
    ...behind && former !== undefined ? [...quote(former).split('\n').map((line, at) => at === 0 ? `#| msgid ${line}` : `#| ${line}`)] : [],
    `msgctxt ${quote(id)}`, `msgid ${quote(source)}`, `msgstr ${quote(target)}`, ''
  ].join('\n')
}

/** A string as PO writes it, one line of its own for each line of the text. */
function quote(text: string): string {
  const lines = text.split(/(?<=\n)/).map((line) => `"${line.replaceAll(/["\\]/g, '\\$&').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll(/[\0-\x1f\x7f]/g, escapeControl)}"`)
  return lines.length > 1 ? ['""', ...lines].join('\n') : lines[0] ?? '""'
}

function escapeControl(sign: string): string {
  return `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`
}

/** Throws `ExchangeFault` for a file that is not sound. */
export function parsePo(bytes: Uint8Array, file: string): Received {
  const plain = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const [, charset = 'utf-8'] = /Content-Type:[^"]*charset=([\w-]+)/i.exec(plain) ?? []
  const entries = readEntries(decode(bytes, charset))
  const header = entries.find(({context, id}) => context === undefined && id === '')
  const fields = new Map(header?.text.split('\n').map((line) => [line.slice(0, line.indexOf(':')).trim().toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const))
  const target = maybeLanguage(fields.get('language')?.replace('@', '-') ?? '')
  if (target === undefined) throw new ExchangeFault('header without a language, expected a line such as `Language: fr`', header?.line ?? 1)
  const source = maybeLanguage(fields.get('x-source-language') ?? '')
  return {target, ...(source !== undefined && {source}), units: entries.filter((entry) => entry !== header).map((entry) => receive(entry, file))}
}

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset, {fatal: true}).decode(bytes)
  } catch {
    throw new ExchangeFault(`bytes that are not ${charset}, expected the charset that the header names`, 1)
  }
}

function receive({context, id, text, flags, comments, line}: PoEntry, file: string): Received['units'][number] {
  const stand = comments.map((comment) => /^translation (\S+)$/.exec(comment)?.[1]).find((each) => each !== undefined)
  return {source: id, target: text, open: text === '' || flags.includes('fuzzy'), ...(text !== '' && !flags.includes('fuzzy') && {confirmed: true}), place: {file, line}, ...(context !== undefined && {id: context}), ...(stand !== undefined && {stand})}
}
