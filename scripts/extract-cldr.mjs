// Writes what we take from CLDR (cldr-misc-full, Unicode licence): src/indexing/letters.json, the index letters of each locale,
// and src/core/typography/quotes.json, its quotation marks: opening and closing, then those within.
import {readFileSync, readdirSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'

const root = join(dirname(createRequire(import.meta.url).resolve('cldr-misc-full/package.json')), 'main')
const [letters, quotes] = [{}, {}]
for (const locale of readdirSync(root).sort()) {
  const read = (name) => JSON.parse(readFileSync(join(root, locale, `${name}.json`), 'utf8')).main[locale]
  const put = (table, value) => {
    if (value !== undefined && value !== table[locale.split('-')[0]]) table[locale] = value
  }
  const {index} = read('characters').characters
  if (index !== '[]') put(letters, index)
  const {quotationStart, quotationEnd, alternateQuotationStart, alternateQuotationEnd} = read('delimiters').delimiters
  put(quotes, [quotationStart, quotationEnd, alternateQuotationStart, alternateQuotationEnd].join(' '))
}
const write = (path, table) => writeFileSync(new URL(`../src/${path}`, import.meta.url), `${JSON.stringify(table, undefined, 1)}\n`)
write('indexing/letters.json', letters)
write('core/typography/quotes.json', quotes)
