import {readFileSync} from 'node:fs'
import {parseManuscript} from '/work/main/src/parse/manuscript.ts'
import {termNames} from '/work/main/src/core/terms.ts'
import {toHtml} from 'hast-util-to-html'
const words = Object.fromEntries(termNames.map(n => [n, n])) as any
const text = process.argv[2] === '-' ? readFileSync(0, 'utf8') : readFileSync(process.argv[2]!, 'utf8')
const {article, diagnostics} = parseManuscript({file: 'x/a-b.md', language: process.argv[3] ?? 'en', slug: 'a-b', text}, {singleDollarMath: process.argv[4] === '$', terms: {language: 'en', words}})
const show = (n: any): any => n.type === 'reference' ? {type:'element',tagName:'REF',properties:{href:n.url},children:n.children.map(show)} : n.type==='indexMark'?{type:'element',tagName:'IDX',properties:{entry:n.entry.join('|'),see:n.see},children:n.children.map(show)} : n.children ? {...n, children:n.children.map(show)} : n
const {tree, ...rest} = article
console.log(rest); console.log(toHtml(show(tree)).replace(/(<\/(?:p|h\d|li|ul|tr|div|figure|aside|section|pre)>)/g,'$1\n')); for (const d of diagnostics) console.log(d.severity, d.code, d.place?.line, d.place?.column, d.message)
