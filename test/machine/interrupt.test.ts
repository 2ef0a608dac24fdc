/** Ctrl-C and kill -9 in the middle of a build: former books stay whole, nothing is left running or lying about. */
import {execFileSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {describe, expect, it} from 'vitest'
import {listProducts} from '../support/closing-files.ts'
import {runHexapla, startHexapla} from '../support/run-hexapla.ts'
import {listFiles, makeFolders, writeFiles} from '../support/temporary.ts'

const makeFolder = makeFolders()
const former = {'dist/en/book-en.epub': 'former', 'dist/en/book-en.pdf': 'former', 'dist/fr/book-fr.epub': 'former', 'dist/fr/book-fr.pdf': 'former'}
const english = {'book/en/market.md': '# Market\n\nSellers and buyers meet here.\n'}

/** Whether each former book holds what it held. */
function areFormerWhole(cwd: string): boolean {
  return Object.entries(former).every(([path, text]) => readFileSync(join(cwd, path), 'utf8') === text)
}

/** Commands of running processes that a build of this process id has started, whoever is their parent now. */
function listBrowsers(pid: number | undefined): readonly string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8')
      return command.includes(`hexapla-profile-${pid}-`) ? [command] : []
    } catch { // gone meanwhile
      return []
    }
  })
}

async function until(isTrue: () => boolean, patience: number): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await wait(20)) if (isTrue()) return true
  return isTrue()
}

describe.runIf(process.platform !== 'win32')('an interrupted build', () => {
  it.each([['SIGINT', 130], ['SIGTERM', 143]] as const)('ends at once at %s with %i, and leaves all as it was', async (signal, expected) => {
    const cwd = makeFolder()
    writeFiles(cwd, {...former, ...english, 'book/fr/marche.md': `# Marché\n\n${'!['.repeat(4000)}a${'](u)'.repeat(4000)}\n`})
    const {child, says, ended} = startHexapla(['build', 'book', '--format', 'epub', '--no-cache'], {cwd, env: {HEXAPLA_PARSE_SECONDS: '300'}})
    await says('fr: 1 manuscripts')
    expect(listFiles(join(cwd, 'dist')).filter((path) => /^\.hexapla-staging-.*book-en\.epub$/.test(path))).toHaveLength(1)
    const killed = performance.now()
    child.kill(signal)
    const {status, stdout} = await ended
    expect(performance.now() - killed).toBeLessThan(20_000) // the manuscript alone would take a minute and more
    expect({status, stdout, whole: areFormerWhole(cwd), files: listFiles(cwd).filter((path) => path.startsWith('dist/'))})
      .toEqual({status: expected, stdout: '', whole: true, files: Object.keys(former)})
    expect(readdirSync(join(cwd, 'dist'))).toEqual(['en', 'fr'])
  })
})

describe.runIf(existsSync('/proc/self/cmdline'))('kill -9 while pages are printed', () => {
  it('leaves former books whole and no browser behind; the next build is sound', async () => {
    const cwd = makeFolder()
    writeFiles(cwd, {...former, ...english, 'book/fr/marche.md': '# Marché\n\nOn y vend et on y achète.\n'})
    const {child, says, ended} = startHexapla(['build', 'book', '--no-cache'], {cwd})
    await says('fr: printing, pass 1')
    expect(await until(() => listBrowsers(child.pid).length > 0, 60_000)).toBe(true)
    child.kill('SIGKILL')
    await ended
    expect(areFormerWhole(cwd)).toBe(true)
    expect(await until(() => listBrowsers(child.pid).length === 0, 30_000)).toBe(true)

    const {status, stderr} = await runHexapla(['build', 'book', '--no-cache'], {cwd})
    expect(stderr).not.toMatch(/error|warning/)
    expect({status, files: listProducts(listFiles(join(cwd, 'dist')))}).toEqual({status: 0, files: ['book-concordance.csv', ...['en', 'fr'].flatMap((language) =>
      ['-cover.jpg', '-thumbnail.jpg', '.epub', '.pdf'].map((ending) => `${language}/book-${language}${ending}`))]})
    for (const language of ['en', 'fr']) expect(execFileSync('pdfinfo', [join(cwd, `dist/${language}/book-${language}.pdf`)], {encoding: 'utf8'})).toMatch(/Pages: +\d/)
    expect(readdirSync(join(cwd, 'dist')).filter((name) => name.startsWith('.'))).toEqual([])
  })
})
