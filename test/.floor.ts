import {readFileSync, readdirSync} from 'node:fs'
import remarkParse from 'remark-parse'; import remarkGfm from 'remark-gfm'; import {unified} from 'unified'
const root='/work/shared/corpora/fcc-guide/en'
const files=readdirSync(root).filter(f=>f.endsWith('.md')).filter((_,i)=>i%4===0)
const t=files.map(f=>readFileSync(root+'/'+f,'utf8')); const p=unified().use(remarkParse).use(remarkGfm).freeze()
const c=process.cpuUsage(); for(const x of t)p.parse(x); const u=process.cpuUsage(c); console.log('floor', ((u.user+u.system)/1000/(t.join('').length/1024)).toFixed(2),'ms/KB')
