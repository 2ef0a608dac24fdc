// Writes src/indexing/letters.json: the index letters of each locale, from CLDR (cldr-misc-full, Unicode licence).
import {readFileSync, readdirSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'

const root = join(dirname(createRequire(import.meta.url).resolve('cldr-misc-full/package.json')), 'main')
const letters = {}
for (const locale of readdirSync(root).sort()) {
  const set = JSON.parse(readFileSync(join(root, locale, 'characters.json'), 'utf8')).main[locale].characters.index
  const parent = locale.includes('-') ? letters[locale.split('-')[0]] : undefined
  if (set && set !== '[]' && set !== parent) letters[locale] = set
}
writeFileSync(new URL('../src/indexing/letters.json', import.meta.url), `${JSON.stringify(letters, undefined, 1)}\n`)
