/** An EPUB as epub-gen-memory makes it by default: `<chapters.json> <out.epub>`. */
import {readFileSync, writeFileSync} from 'node:fs'
import {EPub} from 'epub-gen-memory'

const [chapters = '', out = ''] = process.argv.slice(2)
const content = JSON.parse(readFileSync(chapters, 'utf8')) as {title: string; content: string}[] // written by the benchmark
writeFileSync(out, await new EPub({title: 'Scale'}, content).genEpub())
