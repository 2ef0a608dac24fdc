/** Reading a whole publication: which files are articles, under which slug, in which language, with which pictures and words. */
import {describe, expect, it} from 'vitest'
import {readSources} from '../../../src/read/sources.ts'
import {makeLedger} from '../../../src/core/diagnostic.ts'
import {makeIccProfile} from '../../support/icc-profile.ts'
import {makeMemoryWorld, type MemoryOptions} from '../../support/memory-world.ts'

async function read(files: Readonly<Record<string, string | Uint8Array>>, options: MemoryOptions = {}) {
  const {list, report} = makeLedger()
  const sources = await readSources(makeMemoryWorld(files, options), 'my_first book', report)
  return {
    sources, codes: list.map(({code}) => code), found: list,
    names: sources.manuscripts.map(({language, slug}) => `${language}:${slug}`), languages: sources.publication.editions.map(({language}) => language)
  }
}

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="4" height="4"/></svg>'

describe('a publication without configuration', () => {
  it('has every default', async () => {
    const {sources, codes} = await read({'en/a.md': '# A'})
    expect(codes).toEqual([])
    expect(sources.publication).toMatchObject({
      name: 'my-first-book', spine: [], formats: ['epub', 'pdf'], singleDollarMath: false, silences: [], page: {width: 148, height: 210, fontSize: 10},
      editions: [{language: 'en', direction: 'ltr', title: 'My first book', contributors: [], isbn: {}}]
    })
    expect(sources.publication.identifier).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect([...sources.templates.keys()]).toEqual(expect.arrayContaining(['article', 'index', 'title-page']))
    expect([...sources.styles.keys()]).toEqual(expect.arrayContaining(['base', 'epub', 'print', 'scripts/Arab']))
  })

  it('finds languages by the names of folders', async () => {
    const {languages, codes} = await read({'pt-br/a.md': 'x', 'zh_TW/a.md': 'x', 'zh-cn/a.md': 'x', 'FR/a.md': 'x', 'zh-Hans/a.md': 'x', 'ar/a.md': 'x'})
    expect(languages).toEqual(['ar', 'fr', 'pt-BR', 'zh-CN', 'zh-Hans', 'zh-TW'])
    expect(codes).toEqual([])
  })

  it('tells what stands elsewhere, and leaves alone what is no manuscript', async () => {
    const {found, names} = await read({
      'en/a.md': 'x', 'drafts/a.md': 'x', 'drafts/b.md': 'x', 'notes.md': 'x', 'README.md': 'x', 'LICENSE.txt': 'x', 'images/credits.md': 'x', 'en/table.csv': 'x', 'templates/x.md': 'x'
    })
    expect(found.map(({code, place}) => [code, place?.file])).toEqual([['read/unknown-folder', 'drafts/a.md'], ['read/outside-language', 'notes.md']])
    expect(names).toEqual(['en:a'])
  })

  it('cannot be empty', async () => expect((await read({'README.md': 'x'})).codes).toEqual(['read/no-manuscripts']))
})

describe('slugs', () => {
  it('are the name of the file, of the folder of an index, or what front matter says', async () => {
    const {names} = await read({'en/one.md': 'x', 'en/sub/two.markdown': 'x', 'en/three/index.md': 'x', 'en/four/_index.txt': 'x', 'en/index.md': 'x', 'en/five.md': '---\nslug: fünf\n---\nx'})
    expect(names.sort()).toEqual(['en:four', 'en:fünf', 'en:index', 'en:one', 'en:three', 'en:two'])
  })

  it('are paths in every language where one language has two of them', async () => {
    const {names, codes} = await read({'en/x/a.md': '1', 'en/y/a.md': '2', 'fr/x/a.md': '3', 'en/z/b/index.md': '4', 'en/b.md': '5'})
    expect(names.sort()).toEqual(['en:b', 'en:x/a', 'en:y/a', 'en:z/b', 'fr:x/a'])
    expect(codes).toEqual([])
  })

  it('belong to the first file when nothing tells two apart', async () => {
    const {names, found} = await read({'en/a.md': '1', 'en/a.txt': '2'})
    expect(names).toEqual(['en:a'])
    expect(found.map(({code, facts, place}) => [code, facts['other'], place?.file])).toEqual([['read/same-slug', 'en/a.md', 'en/a.txt']])
  })

  it('hold no halves of characters, of which no address can be made', async () => {
    expect((await read({'en/a.md': '---\nslug: "\\ud800x"\n---\nx'})).names).toEqual(['en:\uFFFDx'])
  })

  it('have one normal form', async () => expect((await read({['en/caf\u0065\u0301.md']: 'x'})).names).toEqual(['en:café']))
})

describe('files', () => {
  it('that are links or devices are refused', async () => {
    const {found, names} = await read({'en/a.md': 'x'}, {refused: {'en/b.md': 'link', 'images/pipe.png': 'special'}})
    expect(found.map(({code, facts}) => [code, facts['reason']])).toEqual([['read/refused-file', 'symbolic link'], ['read/refused-file', 'special file']])
    expect(names).toEqual(['en:a'])
  })

  it('that are not UTF-8 are read all the same', async () => {
    const {sources, codes} = await read({'en/a.md': Uint8Array.of(0x63, 0x61, 0x66, 0xe9), 'en/b.md': Uint8Array.of(0xef, 0xbb, 0xbf, 0x62), 'en/c.md': 'honest \uFFFD'})
    expect(codes).toEqual(['read/encoding'])
    expect(sources.manuscripts.map(({text}) => text)).toEqual(['caf\uFFFD', 'b', 'honest \uFFFD'])
  })

  it('that vanish are reported', async () => {
    const world = {...makeMemoryWorld({'en/a.md': 'x'}), list: async () => [{path: 'en/a.md', size: 1}, {path: 'en/b.md', size: 1}]}
    const {list, report} = makeLedger()
    await readSources(world, 'x', report)
    expect(list.map(({code, place}) => [code, place?.file])).toEqual([['read/unreadable', 'en/b.md']])
  })
})

describe('pictures', () => {
  it('are known by their content, measured, hashed and loaded', async () => {
    const gif = Uint8Array.of(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 3, 0, 2, 0, 0, 0, 0)
    const {sources, codes} = await read({'en/a.md': 'x', 'images/a.png': gif, 'images/b.svg': drawing, 'images/c.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'})
    expect(codes).toEqual([])
    expect([...sources.resources.values()].map(({path, mediaType, width, height}) => [path, mediaType, width, height])).toEqual([
      ['images/a.png', 'image/gif', 3, 2], ['images/b.svg', 'image/svg+xml', 40, 20], ['images/c.svg', 'image/svg+xml', undefined, undefined]])
    expect(await sources.resources.get('images/a.png')?.load()).toEqual(gif)
    expect(sources.resources.get('images/a.png')?.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('that are none, broken or too large are reported', async () => {
    const {found, sources} = await read({
      'en/a.md': 'x', 'images/a.png': 'words', 'images/b.svg': '<svg viewBox="0 0 1 1"><g></svg>', 'images/c.svg': '<svg viewBox="0 0 99999 99999"/>', 'images/d.jpg': '', 'images/e.svg': '<!DOCTYPE svg [<!ENTITY x "y">]><svg viewBox="0 0 9 9">&x;</svg>'
    })
    expect(found.map(({code, place}) => [code, place?.file])).toEqual(['a.png', 'b.svg', 'c.svg', 'd.jpg', 'e.svg'].map((name) => ['read/picture', `images/${name}`]))
    expect(sources.resources.size).toBe(0)
  })

  it('lose what is unsafe', async () => {
    const {found, sources} = await read({'en/a.md': 'x', 'images/a.svg': drawing.replace('<rect', '<script>1</script><rect onload="1"')})
    expect(found.map(({code, facts}) => [code, facts['parts']])).toEqual([['read/picture-unsafe', '<script>, attribute onload']])
    expect(new TextDecoder().decode(await sources.resources.get('images/a.svg')?.load())).not.toMatch(/script|onload/)
  })
})

describe('templates, styles and terms of the publisher', () => {
  it('stand in place of ours', async () => {
    const {sources, codes} = await read({'en/a.md': 'x', 'templates/colophon.html': '<section></section>', 'styles/print.css': 'p{}', 'styles/scripts/Latn.css': 'q{}'})
    expect(codes).toEqual([])
    expect(sources.templates.get('colophon')?.tree.children).toHaveLength(1)
    expect([sources.styles.get('print'), sources.styles.get('scripts/Latn')]).toEqual(['p{}', 'q{}'])
    expect(sources.styles.get('base')?.length).toBeGreaterThan(100)
  })

  it('load nothing', async () => {
    const css = '@import "x.css";a{b:url(http://x/y)}c{d:url( \'data:image/png;base64,AA\' )}e{f:url("#g")}h{i:url(j.png)}'
    const {sources, found} = await read({'en/a.md': 'x', 'styles/print.css': css})
    expect(found.map(({code, facts}) => [code, facts['reference']])).toEqual([
      ['read/style-reference', '@import "x.css";'], ['read/style-reference', 'url(http://x/y)'], ['read/style-reference', 'url(j.png)']])
    expect(sources.styles.get('print')).toBe('a{b:none}c{d:url( \'data:image/png;base64,AA\' )}e{f:url("#g")}h{i:none}')
  })

  it('fall back on nearer languages, then on English', async () => {
    const {sources, codes} = await read({'zh-TW/a.md': 'x', 'fr-CA/a.md': 'x', 'en-GB/a.md': 'x', 'mi/a.md': 'x'})
    expect(codes).toEqual(['read/no-terms'])
    expect(sources.terms.get('zh-TW')?.words.contents).toBe((await read({'zh-Hant/a.md': 'x'})).sources.terms.get('zh-Hant')?.words.contents)
    expect([sources.terms.get('fr-CA')?.words.contents, sources.terms.get('en-GB')?.words.contents, sources.terms.get('mi')?.words.contents]).toEqual(['Table des matières', 'Contents', 'Contents'])
  })

  it('are completed from English where a term is missing, unknown or broken', async () => {
    const {sources, found} = await read({'mi/a.md': 'x', 'templates/terms/mi.yaml': 'contents: Ihirangi\nindx: x\nindex: "{index"\npublished-by: "{name}"\ncolophon-text: "{articles, plural, one {#} other {{count}}}"\ncover: "{x}"\n'})
    const told = found.filter(({code}) => code !== 'read/term-missing')
    expect(told.map(({code, facts, place}) => [code, facts['term'], place?.line])).toEqual([
      ['read/term-unknown', 'indx', 2], ['read/term-pattern', 'index', 3], ['read/term-pattern', 'published-by', 4], ['read/term-pattern', 'colophon-text', 5], ['read/term-pattern', 'cover', 6]])
    expect(sources.terms.get('mi')?.words).toMatchObject({contents: 'Ihirangi', index: 'Index', 'published-by': 'Published by {publisher}'})
  })

  it('must be YAML', async () => {
    const {found} = await read({'mi/a.md': 'x', 'templates/terms/mi.yaml': 'contents: [\n'})
    expect(found[0]?.code).toBe('read/yaml')
  })

  it('are complete in our own house', async () => {
    const {recallHouse} = await import('../../support/memory-world.ts')
    const languages = [...(await recallHouse('templates')).keys()].flatMap((path) => /^terms\/(.+)\.yaml$/.exec(path)?.[1] ?? [])
    expect((await read(Object.fromEntries(languages.map((language) => [`${language}/a.md`, 'x'])))).codes).toEqual([])
  })
})

describe('profiles of printing conditions', () => {
  it('are read where the configuration names them, and are otherwise left alone', async () => {
    const files = {'en/a.md': '# A', 'inks/a.icc': makeIccProfile(), 'inks/b.icc': makeIccProfile(), 'publication.yaml': 'print: {profile: inks/a.icc}\n'}
    const world = makeMemoryWorld(files)
    const opened: string[] = []
    const {list, report} = makeLedger()
    const {publication} = await readSources({...world, read: (path) => { opened.push(path); return world.read(path) }}, 'book', report)
    expect(list).toEqual([])
    expect(publication.print.output.press).toMatchObject({path: 'inks/a.icc', name: 'Test paper'})
    expect(opened.filter((path) => path.endsWith('.icc'))).toEqual(['inks/a.icc'])
  })

  it('are missed where they cannot be read', async () => {
    const {codes} = await read({'en/a.md': '# A', 'publication.yaml': 'print: {profile: inks/a.icc}\n'}, {refused: {'inks/a.icc': 'link'}})
    expect(codes).toEqual(['read/refused-file', 'read/profile'])
  })
})
