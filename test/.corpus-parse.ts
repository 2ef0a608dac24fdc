import {readFileSync, readdirSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseManuscript} from '../src/parse/manuscript.ts'
import {termNames} from '../src/core/terms.ts'
import {toHtml} from 'hast-util-to-html'
const words = Object.fromEntries(termNames.map(n => [n, n])) as any
const [,, root, lang = 'en', max = '9999', dollar = '', out] = process.argv
const files: string[] = []
const go = (d: string) => { for (const e of readdirSync(d).sort()) { const p = join(d, e); statSync(p).isDirectory() ? go(p) : /\.(md|markdown|txt)$/.test(p) && files.push(p) } }
go(root!)
const step = Math.max(1, Math.floor(files.length / Number(max)))
const pick = files.filter((_, i) => i % step === 0)
const texts = pick.map(f => readFileSync(f, 'utf8'))
const settings = {singleDollarMath: dollar === '$', terms: {language: 'en', words}}
const codes = new Map<string, number>(), samples = new Map<string, string[]>()
let bytes = 0, html = ''
const slow: [number, string, number][] = []
const t0 = process.cpuUsage(); const w0 = performance.now()
const trees = texts.map((text, i) => {
  bytes += text.length
  const a = performance.now()
  const r = parseManuscript({file: pick[i]!, language: lang, slug: 'x/' + i, text}, settings)
  slow.push([performance.now() - a, pick[i]!, text.length])
  for (const d of r.diagnostics) { codes.set(d.code, (codes.get(d.code) ?? 0) + 1); const s = samples.get(d.code) ?? []; s.push(`${d.place?.file.replace(root!, '')}:${d.place?.line ?? ''} ${d.message.slice(0, 110)}`); samples.set(d.code, s) }
  return r.article
})
const cpu = process.cpuUsage(t0)
console.log(root, pick.length, 'files', (bytes / 1024).toFixed(0), 'KB', (performance.now() - w0).toFixed(0), 'ms wall', ((cpu.user + cpu.system) / 1000).toFixed(0), 'ms cpu', ((cpu.user + cpu.system) / 1000 / (bytes / 1024)).toFixed(2), 'ms/KB')
console.log(slow.sort((a, b) => b[0] - a[0]).slice(0, 4).map(s => `${s[0].toFixed(0)}ms ${s[1].slice(-50)} ${s[2]}`).join(' | '))
console.log(codes)
for (const [c, s] of samples) console.log(c + '\n   ' + s.filter((_, i) => i % Math.max(1, Math.floor(s.length / 4)) === 0).slice(0, 5).join('\n   '))
console.log('json MB', (JSON.stringify(trees).length / 1e6).toFixed(1))
if (out) {
  const show = (n: any): any => { const children = n.children?.map(show)
    if (n.type === 'reference') return {type: 'element', tagName: 'a', properties: {href: 'https://x.invalid/'}, children}
    if (n.type === 'indexMark') return {type: 'element', tagName: 'span', properties: {}, children}
    if (n.tagName === 'img') return {type: 'element', tagName: 'span', properties: {title: n.properties.alt}, children: []}
    if (n.tagName === 'a') return {...n, properties: {...n.properties, href: n.properties.href?.startsWith('http') ? 'https://x.invalid/' : n.properties.role ? '#x' : 'mailto:x@x.org', id: undefined}, children}
    if (n.properties?.id) return {...n, properties: {...n.properties, id: undefined}, children}
    return children ? {...n, children} : n }
  html = trees.map((a, i) => `<!-- ${pick[i]!.replaceAll('--', '')} -->\n<section><h1 id="${i ? 'n' + i : 'x'}">${i}</h1>${toHtml(show(a.tree), {closeSelfClosing: true, characterReferences: {useNamedReferences: false}, allowDangerousCharacters: false}).replace(/(<\/(?:p|h\d|li|ul|tr|div|figure|aside|section|pre)>)/g,'$1\n')}</section>`).join('\n')
  html = html.replace(/="[^"]*"/g, m => m.replaceAll('<', '&lt;')).replace(/ reversed(?=[ >])/g, ' reversed="reversed"').replaceAll('<table><thead></thead>', '<table>')
  writeFileSync(out, `<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>\n${html}\n</body></html>`)
}
