/** The command line as a user types it: what it prints, what it makes, with which status it ends. */
import {mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {packageVersion} from '../../src/world/package.ts'
import {listProducts} from '../support/closing-files.ts'
import {packageFolder, runHexapla} from '../support/run-hexapla.ts'
import {listFiles, makeFolders, writeFiles} from '../support/temporary.ts'

const makeFolder = makeFolders()
const sound = {
  'book/en/barter.md': '---\ntitle: Barter\n---\n\nGoods are given for goods at the [market](market.md).\n',
  'book/en/market.md': '---\ntitle: Market\n---\n\nSellers and buyers meet here for [barter](barter.md).\n'
}

/** A folder in which these files lie. */
function place(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder()
  writeFiles(folder, files)
  return folder
}

describe('help', () => {
  it('is printed, with every command and option', async () => {
    const {status, stdout, stderr} = await runHexapla(['--help'])
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    for (const word of ['init', 'build', 'check', 'doctor', 'fonts', 'explain', 'proof', 'status', 'diff', '--fail-under', '--accept', '--html', '--out', '--lang', '--format', '--strict', '--draft', '--json', '--browser']) expect(stdout).toContain(word)
  })

  it('is not needed to know the version', async () => {
    expect(await runHexapla(['--version'])).toEqual({status: 0, stdout: `${packageVersion(packageFolder)}\n`, stderr: ''})
  })
})

describe('a wrong command line ends with 2 and says what was expected', () => {
  it.each([
    [[], 'Expected a command'],
    [['bild'], 'Unexpected command bild, expected init, build, check, verify, diff, publish, status, translation, doctor, fonts, explain, proof'],
    [['proof'], 'Expected one language or several'], [['proof', 'gibberish'], 'Unexpected language gibberish'],
    [['build', '--colour'], "Unknown option '--colour'"],
    [['build', '--out'], '--out'],
    [['build', 'starter', 'manuscripts'], 'Unexpected argument manuscripts, expected one folder'],
    [['build', 'starter', '--format', 'mobi'], 'Unexpected format mobi, expected epub, kepub, kindle, pdf'],
    [['build', 'starter', '--lang', 'f r'], 'Unexpected language f r, expected a tag such as fr or pt-BR'],
    [['build', 'starter', '--lang', 'de', '--format', 'epub'], 'Unexpected language `de`, expected one of this publication: en, fr'],
    [['build', 'no-such-folder'], 'no-such-folder, expected one that exists'],
    [['init'], 'Expected one folder to make'],
    [['explain', 'link/dangeling'], 'Unexpected code link/dangeling, did you mean link/dangling?'],
    [['explain', 'gibberish'], 'Unexpected code gibberish, expected one that hexapla explain lists']
  ])('%j', async (args, said) => {
    const out = join(makeFolder(), 'out')
    const {status, stderr} = await runHexapla(args[0] === 'build' && !args.includes('--out') ? [...args, '--out', out] : args)
    expect(stderr).toContain(said)
    expect({status, made: listFiles(out)}).toEqual({status: 2, made: []})
  })

  it.each([
    ['title: Bees\npage: {trim: [a5\n', /^publication\.yaml:\d+:\d+: error: .+\(read\/yaml\)$/m],
    ['title: Bees\nspin: []\n', /^publication\.yaml:2:1: error: .*spin.*spine.*\(read\/unknown-key\)$/m]
  ])('a broken publication.yaml is such a one: %j', async (text, said) => {
    const cwd = place({...sound, 'book/publication.yaml': text})
    const {status, stderr} = await runHexapla(['build', 'book', '--format', 'epub'], {cwd})
    expect(stderr).toMatch(said)
    expect({status, made: listFiles(join(cwd, 'dist'))}).toEqual({status: 2, made: []})
  })
})

describe('explain', () => {
  it('prints the page of a code', async () => {
    const {status, stdout} = await runHexapla(['explain', 'link/dangling'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^# link\/dangling\n/)
  })

  it('lists all codes', async () => expect((await runHexapla(['explain'])).stdout.split('\n')).toContain('parse/limit-exceeded'))
})

describe('build', () => {
  it('ends with 0 and a table when all is sound', async () => {
    const cwd = place(sound)
    const {status, stdout, stderr} = await runHexapla(['build', 'book', '--format', 'epub'], {cwd})
    const lines = stderr.replace(/^Printing without the browser’s sandbox.*\n/m, '') // the cover's browser says so where we are root
    expect({status, lines}).toEqual({status: 0, lines: 'en: 2 manuscripts\nen: epub\n'})
    expect(stdout).toMatch(/^product +pages +articles +links between articles +links in all +size\nen\/book-en\.epub +– +2 +2 working, 0 dangling +\d+ +\d+ kB\n0 errors, 0 warnings, [\d.]+ s\n$/)
    expect(listFiles(join(cwd, 'dist'))).toEqual([
      'SHA256SUMS', 'en/book-en-cover.jpg', 'en/book-en-thumbnail.jpg', 'en/book-en.epub', 'en/index.html', 'en/opds.json', 'en/opds.xml', 'index.html', 'manifest.json', 'opds.json', 'opds.xml'
    ])
  })

  it('warns of a dangling link and publishes; with --strict it publishes nothing', async () => {
    const cwd = place({...sound, 'book/en/market.md': '---\ntitle: Market\n---\n\nSee [the fair](fair.md).\n', 'dist/en/book-en.epub': 'former'})
    const strict = await runHexapla(['build', 'book', '--format', 'epub', '--strict'], {cwd})
    expect(strict.stderr).toMatch(/^en\/market\.md:5:5: warning: .*`fair\.md`.*\(link\/dangling\)$/m)
    expect([strict.status, listFiles(join(cwd, 'dist')), readFileSync(join(cwd, 'dist/en/book-en.epub'), 'utf8')]).toEqual([1, ['en/book-en.epub'], 'former'])
    const usual = await runHexapla(['build', 'book', '--format', 'epub'], {cwd})
    expect(usual.stdout).toContain('1 working, 1 dangling')
    expect([usual.status, readFileSync(join(cwd, 'dist/en/book-en.epub')).toString('latin1', 0, 2)]).toEqual([0, 'PK'])
  })

  it('gives JSON on demand, and nothing else on standard output', async () => {
    const cwd = place({...sound, 'book/en/market.md': '---\ntitle: Market\n---\n\nSee [the fair](fair.md).\n'})
    const {status, stdout} = await runHexapla(['build', 'book', '--format', 'epub', '--json'], {cwd})
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      products: [{language: 'en', articles: 2, working: 1, dangling: 1, published: true, products: [{
        format: 'epub', path: 'en/book-en.epub', companions: ['en/book-en-cover.jpg', 'en/book-en-thumbnail.jpg'],
        accessibility: {modes: ['textual'], hazards: ['none']}, onix: expect.arrayContaining([{type: '09', value: '11'}, {type: '12', value: '00'}]) as unknown
      }]}],
      diagnostics: [{code: 'link/dangling', severity: 'warning', place: {file: 'en/market.md', line: 5, column: 5}, facts: {url: 'fair.md'}}]
    })
  })

  it('leaves drafts out; --draft includes them', async () => {
    const cwd = place({...sound, 'book/en/fair.md': '---\ntitle: Fair\ndraft: true\n---\n\nOnce a year.\n'})
    const articles = async (...more: readonly string[]): Promise<unknown> =>
      (JSON.parse((await runHexapla(['check', 'book', '--json', ...more], {cwd})).stdout) as {products: readonly {articles: number}[]}).products[0]?.articles
    expect([await articles(), await articles('--draft')]).toEqual([2, 3])
  })

  it('without the browser that is named ends with 3 and tells the remedy', async () => {
    const cwd = place(sound)
    for (const [args, env, name] of [[['--browser', '/nonexistent'], {}, '--browser'], [[], {HEXAPLA_BROWSER: '/nonexistent'}, 'HEXAPLA_BROWSER']] as const) {
      const {status, stderr} = await runHexapla(['build', 'book', ...args], {cwd, env})
      expect(stderr).toMatch(new RegExp(`^hexapla: Unexpected browser /nonexistent that does not run, named by ${name}; .*To mend it: correct the path`, 'm'))
      expect({status, made: listFiles(join(cwd, 'dist'))}).toEqual({status: 3, made: []})
    }
  })
})

describe('check', () => {
  it('needs no browser and makes no file', async () => {
    const cwd = place(sound)
    const {status, stdout, stderr} = await runHexapla(['check', 'book'], {cwd, env: {HEXAPLA_BROWSER: '/nonexistent', PATH: '/nonexistent'}})
    expect({status, stderr}).toEqual({status: 0, stderr: 'en: 2 manuscripts\n'})
    expect(stdout).toMatch(/^en: 2 articles, links between articles: 2 working, 0 dangling\n0 errors, 0 warnings/)
    expect(listFiles(cwd)).toEqual(Object.keys(sound))
  })
})

describe('init', () => {
  it('makes a publication that builds without a single message', async () => {
    const cwd = makeFolder()
    expect((await runHexapla(['init', 'my-book'], {cwd})).status).toBe(0)
    const {status, stdout} = await runHexapla(['build', 'my-book', '--format', 'epub', '--out', 'my-book/dist', '--json'], {cwd})
    expect({status, diagnostics: (JSON.parse(stdout) as {diagnostics: unknown}).diagnostics}).toEqual({status: 0, diagnostics: []})
    expect(listProducts(listFiles(join(cwd, 'my-book/dist')))).toEqual(['en', 'fr'].flatMap((language) => ['-cover.jpg', '-thumbnail.jpg', '.epub'].map((ending) => `${language}/my-book-${language}${ending}`)).concat('my-book-concordance.csv'))
  })

  it('touches no folder that holds something', async () => {
    const cwd = place({'full/notes.txt': 'mine'})
    mkdirSync(join(cwd, 'empty'))
    const {status, stderr} = await runHexapla(['init', 'full'], {cwd})
    expect(stderr).toContain('Unexpected files in full, expected a folder that is empty or not there yet')
    expect({status, files: listFiles(cwd)}).toEqual({status: 2, files: ['full/notes.txt']})
    expect((await runHexapla(['init', 'empty'], {cwd})).status).toBe(0)
  })
})
