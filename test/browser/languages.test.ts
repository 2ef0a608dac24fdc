/** Phrases and blocks in other languages, printed: each in the fonts that its readers know, its letters whole, its words divided by its own patterns. */
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'hexapla-languages-'))
const out = join(folder, 'out')
const world = makeNodeWorld({folder, out, cache: false, signal: new AbortController().signal, progress: () => undefined})
afterAll(async () => {
  await world.close()
  rmSync(folder, {recursive: true, force: true})
})

const joined = ['می\u200cخواهم', 'क्\u200dष', '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}']
const german = 'Wirtschaftswissenschaften '.repeat(30)
const text = `---
title: Langues
---
Le même signe : :span[直]{lang=ja}, :span[直]{lang=zh-Hans}, :span[直]{lang=zh-HK}, :span[直]{lang=ko}.

:span[${joined[0]}]{lang=fa}, *:span[${joined[1]}]{lang=hi}*, ${joined[2]}.

:span[${german}]{lang=de}

::: {lang=ar}
كلمة *مهمة*
:::
`

it('phrases in other languages keep their fonts, letters and breaks', async () => {
  mkdirSync(join(folder, 'fr'))
  writeFileSync(join(folder, 'fr', 'langues.md'), text)
  writeFileSync(join(folder, 'publication.yaml'), 'name: langues\n')
  const {diagnostics} = await build(world, {folderName: 'book', strict: false, drafts: false, formats: ['pdf']})
  expect(diagnostics.map(({message}) => message)).toEqual([])
  const file = join(out, 'fr', 'langues-fr.pdf')
  const run = (tool: string, ...words: readonly string[]): string => execFileSync(tool, words, {encoding: 'utf8'})
  const fonts = run('pdffonts', file)
  for (const font of ['NotoSerifJP-Regular', 'NotoSerifSC-Regular', 'NotoSerifTC-Regular', 'NotoSerifKR-Regular', 'NotoSerifDevanagari-Bold', 'NotoNaskhArabic-Bold']) expect(fonts).toContain(font)
  expect(fonts).not.toContain('Type 3')
  const paper = run('pdftotext', '-raw', file, '-')
  for (const word of joined.slice(1)) expect(paper.replace(/\s/g, '')).toContain(word)
  expect([...paper.matchAll(/\u200c/g)]).toHaveLength(1)
  const divided = [...paper.matchAll(/(\p{L}+)\u2010\n/gu)].map(([, word]) => word)
  expect(divided.length).toBeGreaterThan(2)
  for (const word of divided) expect(['Wirt', 'Wirtschafts', 'Wirtschaftswis', 'Wirtschaftswissen', 'Wirtschaftswissenschaf']).toContain(word)
})
