/** Files for translators, judged by others: gettext, an XML parser, and the constraints of XLIFF 2.0 and TMX 1.4b that a parser does not know. */
import {spawnSync} from 'node:child_process'
import {SaxesParser} from 'saxes'
import {describe, expect, it} from 'vitest'
import {exportTranslations, importTranslations} from '../../src/exchange/exchange.ts'
import type {ExchangeFormat} from '../../src/translation/exchange/formats.ts'
import {makeMemoryWorld} from '../support/memory-world.ts'
import {readFolder} from '../support/read-folder.ts'

const sample = Object.fromEntries(readFolder('manuscripts'))

async function send(format: ExchangeFormat): Promise<readonly {readonly name: string; readonly text: string}[]> {
  return (await exportTranslations(makeMemoryWorld(sample), {folderName: 'sample', format, drafts: true, languages: ['fr', 'ar', 'ja', 'it']})).files
}

interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly path: readonly string[]
}

/** Throws for what is not well formed. */
function readTags(text: string): readonly Tag[] {
  const tags: Tag[] = []
  const open: string[] = []
  const parser = new SaxesParser({xmlns: false})
  parser.on('error', (error) => { throw error })
  parser.on('opentag', ({name, attributes}) => {
    tags.push({name, attributes: {...attributes}, path: [...open]})
    open.push(name)
  })
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  return tags
}

describe('the sample publication', () => {
  it('is sound PO', async () => {
    for (const {name, text} of await send('po')) {
      const {status, stderr} = spawnSync('msgfmt', ['-c', '-v', '-o', '/dev/null', '-'], {input: text})
      expect(`${name} ${status} ${String(stderr)}`).toMatch(/ 0 \d+ (?:translated|fuzzy|untranslated)/)
      expect(String(stderr)).not.toContain('warning')
    }
  })
  it('is sound XLIFF 2.0', async () => {
    for (const {text} of await send('xliff')) {
      const tags = readTags(text)
      const unitIds = tags.filter(({name}) => name === 'unit').map(({attributes}) => attributes['id'] ?? '')
      expect(new Set(unitIds).size).toBe(unitIds.length)
      expect(unitIds.every((id) => /^[\w.:-]+$/.test(id))).toBe(true)
      let [data, seen] = [new Set<string>(), new Set<string>()]
      for (const {name, attributes, path} of tags) {
        if (name === 'unit') data = new Set()
        if (name === 'data') data.add(attributes['id'] ?? '')
        if (name === 'source' || name === 'target') seen = new Set()
        if (name === 'ph' || name === 'pc') {
          expect(path.includes('source') || path.includes('target')).toBe(true)
          expect(seen.has(attributes['id'] ?? '')).toBe(false)
          seen.add(attributes['id'] ?? '')
          for (const key of name === 'ph' ? ['dataRef'] : ['dataRefStart', 'dataRefEnd']) expect(data.has(attributes[key] ?? '')).toBe(true)
        }
        if (name === 'segment') expect(attributes['state']).toMatch(/^(?:initial|translated)$/)
      }
    }
  })
  it('is sound TMX 1.4b', async () => {
    for (const {text} of await send('tmx')) {
      const tags = readTags(text)
      const ids = tags.filter(({name}) => name === 'tu').map(({attributes}) => attributes['tuid'])
      expect(new Set(ids).size).toBe(ids.length)
      expect(tags.filter(({name}) => name === 'seg')).toHaveLength(ids.length * 2)
      expect(Object.keys(tags.find(({name}) => name === 'header')?.attributes ?? {}).sort()).toEqual(['adminlang', 'creationtool', 'creationtoolversion', 'datatype', 'o-encoding', 'o-tmf', 'segtype', 'srclang'])
    }
  })
  it.each(['po', 'xliff', 'tmx'] as const)('comes back by %s as it was', async (format) => {
    const files = (await send(format)).map(({name, text}) => ({name, content: new TextEncoder().encode(text)}))
    const imported = await importTranslations(makeMemoryWorld(sample), {folderName: 'sample', force: true, files})
    expect(imported.kept).toEqual([])
    expect(imported.unchanged).toBeGreaterThan(300)
  })
})
