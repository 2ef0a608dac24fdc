/** The QR code of an address (ISO/IEC 18004) as a drawing. */
import {toSVG} from 'bwip-js/node'
import type {Element} from 'hast'
import {h} from '../../core/hast.ts'

/** White that readers ask for around it, in modules, and the library's units of a module. */
const [quietZone, unit] = [4, 2]

/** A drawing without a size of its own; `words` say what it is to those who cannot see it. */
export function drawCode(address: string, words: string): Element {
  const options = {bcid: 'qrcode', text: address, eclevel: 'M', scale: 1} // the types know only what all symbols have
  const svg = toSVG(options)
  const size = Number(/viewBox="0 0 (\d+) \d+"/.exec(svg)?.[1] ?? 0)
  const margin = quietZone * unit
  const paths = [...svg.matchAll(/<path [^>]*d="([^"]*)"/g)].map(([, d = '']) => h('path', {d, fill: '#000'}))
  return h('svg', {role: 'img', ariaLabel: words, viewBox: `${-margin} ${-margin} ${size + margin * 2} ${size + margin * 2}`, shapeRendering: 'crispEdges'}, paths)
}
