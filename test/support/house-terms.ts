/** The house's words of some languages. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Language} from '../../src/core/model.ts'
import type {Terms} from '../../src/core/terms.ts'
import {readTerms} from '../../src/read/terms.ts'

export function readHouseTerms(...languages: readonly Language[]): ReadonlyMap<Language, Terms> {
  const files = new Map(['en', ...languages].map((language) => [`terms/${language}.yaml`, readFileSync(join(import.meta.dirname, '../../templates/terms', `${language}.yaml`), 'utf8')]))
  return readTerms({house: files, all: files}, languages, () => undefined)
}
