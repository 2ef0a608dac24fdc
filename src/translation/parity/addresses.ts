/** Whether two addresses lead to the same, each in its language. */
import type {Language} from '../../core/model.ts'

interface Address {
  readonly host: string
  /** Steps of the path, folders of languages left out. */
  readonly path: readonly string[]
  readonly query: string
  /** The languages that it names, in host or path. */
  readonly languages: readonly string[]
}

/** A tag that stands for a language in hosts and paths: `fr`, `pt-br`, `zh_CN`; by form alone, for `/de/` is a folder like any other otherwise. */
const tag = /^[a-z]{2,3}(?:[-_](?:[a-z]{2}|[a-z]{4}))?$/i

/** Whether an address of a translation is the source's, or its counterpart in the languages given: `/fr/honey.html`, `https://fr.example.org/miel`. */
export function makeAddressTest(source: Language, target: Language): (source: string, target: string) => boolean {
  const languages = new Set([source, target].flatMap((language) => [language.toLowerCase(), language.split('-')[0] ?? '']))
  return (ours, theirs) => {
    if (ours === theirs) return true
    const [one, other] = [readAddress(ours, languages), readAddress(theirs, languages)]
    const isLocal = one.languages.length > 0 && other.languages.some((language) => !one.languages.includes(language)) // each has words of its own there
    if (one.host !== '' && other.host !== '' && one.host !== other.host) return isLocal && isTail(one.host.split('.'), other.host.split('.'))
    return isLocal || ((one.query === other.query || one.query === '' || other.query === '') && isTail(one.path, other.path))
  }
}

/** Whether one path is the end of the other, as `../honey` and `/bees/honey` are. */
function isTail(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length === 0 ? long.length === 0 : short.every((step, at) => step === long[long.length - short.length + at])
}

function readAddress(url: string, languages: ReadonlySet<string>): Address {
  const [, scheme, host = '', rest = ''] = /^(?:(\w[\w+.-]*:)?\/\/([^/?#]*))?(.*)$/s.exec(url) ?? []
  if (scheme === undefined && /^(?:mailto|tel):/i.test(url)) return {host: '', path: [url.toLowerCase()], query: '', languages: []}
  const [, path = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(rest) ?? []
  const labels = host.toLowerCase().replace(/^www\./, '').split('.')
  const steps = decode(path).split('/').filter((step) => step !== '' && step !== '.' && step !== '..')
  const isTag = (step: string): boolean => languages.has(step.toLowerCase().replace('_', '-')) || (tag.test(step) && languages.has(step.slice(0, 2).toLowerCase()))
  const hostTags = labels.length > 2 ? labels.slice(0, 1).filter(isTag) : []
  const pathTags = steps.filter(isTag)
  return {
    host: labels.slice(hostTags.length).join('.'), query: query === '?' ? '' : query.replace(/\b(?:hl|lang|locale|language)=[\w-]+&?/g, '').replace(/[?&]$/, ''),
    path: trimPath(steps.filter((step) => !isTag(step))), languages: [...hostTags, ...pathTags].map((each) => each.slice(0, 2).toLowerCase())
  }
}

/** Without extension and index; as the file's system does not tell cases apart, neither does a link. */
function trimPath(steps: readonly string[]): readonly string[] {
  const last = steps.at(-1)?.replace(/\.(?:md|markdown|html?|xhtml)$/i, '')
  if (last === undefined) return []
  return [...steps.slice(0, -1), ...(/^_?index$|^readme$/i.test(last) ? [] : [last])].map((step) => step.toLowerCase().normalize('NFC'))
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
