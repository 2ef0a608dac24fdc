/** Parcels as TMX 1.4b, the memory of translation tools, and back: only what is translated, and not behind. */
import type {Element} from 'xast'
import {maybeLanguage} from '../../core/locale.ts'
import {ExchangeFault, type Parcel, type Received, type ReceivedUnit} from './unit.ts'
import {childrenOf, descendantsOf, element, formatXml, isXmlText, lineOf, localName, nest, readXml, wordsOf} from './xml.ts'
import {readTokens, type Token} from './tokens.ts'

export function formatTmx({name, source, target, units}: Parcel): string {
  const header = element('header', {
    creationtool: 'Hexapla', creationtoolversion: '1', segtype: 'block', 'o-tmf': 'Markdown', adminlang: 'en', srclang: source, datatype: 'markdown', 'o-encoding': 'UTF-8'
  }, [element('note', {}, [name])])
  const told = units.flatMap((unit) => unit.target === undefined || unit.behind || !isXmlText(`${unit.source}${unit.target}`) ? [] : [nest('tu', {tuid: unit.id}, [
    element('prop', {type: 'x-hexapla-kind'}, [unit.kind]), element('prop', {type: 'x-hexapla-translation'}, [unit.stand]),
    formatVersion(source, unit.source), formatVersion(target, unit.target)
  ], 2)])
  return formatXml(nest('tmx', {version: '1.4'}, [header, nest('body', {}, told, 1)]))
}

function formatVersion(language: string, text: string): Element {
  let last = 0
  const toNodes = (tokens: readonly Token[]): readonly (Element | string)[] => tokens.flatMap((token): readonly (Element | string)[] => {
    if (token.type === 'text') return [token.text]
    if (token.type === 'mark') return [element('ph', {x: String(++last)}, [token.text])]
    const i = String(++last)
    return [element('bpt', {i, x: i}, [token.start]), ...toNodes(token.children), element('ept', {i}, [token.end])]
  })
  return element('tuv', {'xml:lang': language}, [element('seg', {}, toNodes(readTokens(text)))])
}

/** What a memory has for each of its languages but the source's. Throws `ExchangeFault`. */
export function parseTmx(bytes: Uint8Array, file: string): readonly Received[] {
  const root = readXml(bytes)
  if (localName(root) !== 'tmx') throw new ExchangeFault(`element <${root.name}>, expected <tmx>`, lineOf(root))
  const header = childrenOf(root, 'header')[0]
  const common = maybeLanguage(header?.attributes['srclang'] ?? '')
  const byPair = new Map<string, {source: string; target: string; units: ReceivedUnit[]}>()
  for (const tu of descendantsOf(root, 'tu')) {
    const versions = childrenOf(tu, 'tuv').map((tuv) => ({language: maybeLanguage(tuv.attributes['xml:lang'] ?? tuv.attributes['lang'] ?? ''), tuv}))
    const source = maybeLanguage(tu.attributes['srclang'] ?? '') ?? common ?? versions[0]?.language
    const from = versions.find(({language}) => language === source)
    if (source === undefined || !from) continue
    for (const {language, tuv} of versions) {
      if (language === undefined || language === source) continue
      const own = byPair.get(`${source} ${language}`) ?? {source, target: language, units: []}
      own.units.push(receive(tu, segmentOf(from.tuv), segmentOf(tuv), file))
      byPair.set(`${source} ${language}`, own)
    }
  }
  return [...byPair.values()]
}

function receive(tu: Element, source: string, target: string, file: string): ReceivedUnit {
  const stand = childrenOf(tu, 'prop').find(({attributes}) => attributes['type'] === 'x-hexapla-translation')
  const id = tu.attributes['tuid']
  return {source, target, open: target === '', place: {file, line: lineOf(tu)}, ...(id && stand && {id}), ...(stand && {stand: wordsOf(stand)})}
}

function segmentOf(tuv: Element): string {
  const seg = childrenOf(tuv, 'seg')[0]
  return seg ? wordsOf(seg) : ''
}
