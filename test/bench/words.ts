/**
 * How many words of printed books readers of text give back, in order: poppler's, as whoever searches or copies has it, and our own.
 * `npm run bench:words` takes the page of many languages, `-- <folder>…` others; `--lang=ar,hi` some languages only.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import {build} from '../../src/build.ts'
import type {Edition} from '../../src/core/model.ts'
import {makeNodeWorld} from '../../src/world/node-world.ts'
import {composeAll} from '../support/compose-all.ts'
import {readFolder} from '../support/read-folder.ts'
import {countWordsBack} from '../support/words-back.ts'

const args = process.argv.slice(2)
const folders = args.filter((arg) => !arg.startsWith('--'))
const languages = /--lang=(\S+)/.exec(args.join(' '))?.[1]?.split(',')
const verbose = args.includes('--verbose')

for (const folder of folders.length > 0 ? folders : ['test/languages/manuscripts']) await benchWords(resolve(folder))

async function benchWords(folder: string): Promise<void> {
  console.log(`\n${basename(folder)}\nlanguage    words  poppler  our reader`)
  const files = new Map([...readFolder(folder)].filter(([path]) => !languages || !path.includes('/') || languages.includes(path.split('/')[0] ?? '')))
  for (const edition of (await composeAll(files)).editions) await showEdition(edition, folder)
}

async function showEdition(edition: Edition, folder: string): Promise<void> {
  const {language} = edition.spec
  const out = mkdtempSync(join(tmpdir(), 'hexapla-words-'))
  const world = makeNodeWorld({folder, out, signal: new AbortController().signal, progress: () => undefined})
  try {
    const {made} = await build(world, {folderName: basename(folder), strict: false, drafts: false, formats: ['pdf'], languages: [language]})
    const path = made[0]?.published ? made[0].products[0]?.path : undefined
    if (path === undefined) return console.log(`${language.padEnd(10)} no book`)
    const {words, poppler, own, lost} = countWordsBack(edition, join(out, path))
    const share = (found: number): string => `${(100 * found / words).toFixed(2)} %`.padStart(9)
    console.log(`${language.padEnd(10)} ${String(words).padStart(6)} ${share(poppler)}  ${share(own)}`)
    if (verbose) for (const [who, which] of Object.entries(lost)) if (which.length > 0) console.log(`  ${who}: ${which.join(', ')}`)
  } finally {
    await world.close()
    rmSync(out, {recursive: true, force: true})
  }
}
