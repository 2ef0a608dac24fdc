/** `status` on a real repository, as a publisher uses it: history, records, renames, clones without history, folders without git. */
import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {delimiter, dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {beforeAll, describe, expect, it} from 'vitest'
import {runHexapla, type Run} from '../support/run-hexapla.ts'
import {makeFolders, writeFiles} from '../support/temporary.ts'

const makeFolder = makeFolders()
const environment = {GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org', GIT_CONFIG_GLOBAL: '/dev/null'}
let repository = ''

function git(...args: readonly string[]): string {
  return execFileSync('git', args, {cwd: repository, encoding: 'utf8', env: {...process.env, ...environment}})
}

function commit(date: string): void {
  git('add', '-A')
  execFileSync('git', ['commit', '-qm', date], {cwd: repository, env: {...process.env, ...environment, GIT_AUTHOR_DATE: `${date}T12:00:00Z`, GIT_COMMITTER_DATE: `${date}T12:00:00Z`}})
}

function write(files: Readonly<Record<string, string>>): void {
  writeFiles(repository, files)
}

async function statusOf(folder: string, ...args: readonly string[]): Promise<Run & {readonly found: Found}> {
  const run = await runHexapla(['status', folder, '--json', ...args])
  return {...run, found: JSON.parse(run.stdout) as Found}
}

interface Found {
  readonly matrix: readonly {readonly slug: string; readonly translations: readonly {readonly language: string; readonly state: string; readonly basis?: {readonly kind: string; readonly date?: string}; readonly changes: readonly {readonly kind: string; readonly former?: string}[]}[]}[]
  readonly written: readonly string[]
  readonly diagnostics: readonly {readonly code: string; readonly message: string}[]
}

function states({matrix}: Found): Readonly<Record<string, string>> {
  return Object.fromEntries(matrix.flatMap(({slug, translations}) => translations.map(({language, state}) => [`${language}/${slug}`, state])))
}

beforeAll(() => {
  repository = makeFolder()
  git('init', '-q')
  write({
    'book/publication.yaml': 'source-language: en\n', 'notes.txt': 'not of the book\n',
    'book/en/honey.md': '# Honey\n\nBees make honey in summer.\n\nThey sleep in winter.\n', 'book/fr/honey.md': '# Le miel\n\nLes abeilles font le miel en été.\n\nElles dorment en hiver.\n',
    'book/en/wax comb.md': '# Wax\n\nIt burns slowly.\n', 'book/fr/wax comb.md': '# La cire\n\nElle brûle lentement.\n', 'book/en/salt.md': '# Salt\n\nFrom the sea.\n', 'book/fr/salt.md': '# Sel\n\nDe la mer.\n'
  })
  commit('2026-01-05')
  write({'book/en/honey.md': '# Honey\n\nBees make honey all summer long.\n\nThey sleep in winter.\n'})
  commit('2026-02-01')
  write({'book/fr/salt.md': '# Le sel\n\nDe la mer.\n'})
  git('mv', 'book/en/wax comb.md', 'book/en/wax.md')
  commit('2026-03-01')
})

describe('a repository', () => {
  it('seeds what is not recorded, and knows the former text', async () => {
    const {found, status} = await statusOf(join(repository, 'book'))
    expect(status).toBe(0)
    expect(states(found)).toEqual({'fr/honey': 'behind', 'fr/salt': 'current', 'fr/wax': 'missing', 'fr/wax comb': 'orphan'})
    expect(found.matrix[0]?.translations[0]).toMatchObject({basis: {kind: 'history', date: '2026-01-05'}, changes: [{kind: 'changed', former: 'Bees make honey in summer.'}]})
  })

  it('tells what a source was renamed to', async () => {
    const {found} = await statusOf(join(repository, 'book'))
    expect(found.diagnostics.map(({message}) => message).join()).toContain('which is called `wax` there now')
  })

  it('follows a file through its renames', async () => {
    const copy = makeFolder()
    cpSync(repository, copy, {recursive: true})
    renameSync(join(copy, 'book/fr/wax comb.md'), join(copy, 'book/fr/wax.md'))
    execFileSync('git', ['add', '-A'], {cwd: copy})
    execFileSync('git', ['commit', '-qm', 'renamed'], {cwd: copy, env: {...process.env, ...environment}})
    const {found} = await statusOf(join(copy, 'book'))
    expect(found.matrix.find(({slug}) => slug === 'wax')?.translations[0]).toMatchObject({state: 'current', basis: {date: '2026-01-05'}})
  })

  it('gets records, which then speak for themselves', async () => {
    const copy = makeFolder()
    cpSync(repository, copy, {recursive: true})
    const accepted = await runHexapla(['status', join(copy, 'book'), '--accept', 'honey'])
    expect(accepted.stdout).toMatch(/^wrote fr\/translation\/honey\.beads\n/)
    expect(readFileSync(join(copy, 'book/fr/translation/honey.beads'), 'utf8')).toContain(`revision ${git('log', '-1', '--format=%H', '--', 'book/en/honey.md').trim()}\n`)
    writeFileSync(join(copy, 'book/en/honey.md'), '# Honey\n\nBees make honey all summer long.\n\nThey sleep in autumn.\n')
    const {found} = await statusOf(join(copy, 'book'))
    expect(found.matrix[0]?.translations[0]).toMatchObject({state: 'behind', basis: {kind: 'record'}, changes: [{kind: 'changed', former: 'They sleep in winter.'}]})
  })

  it('that is a shallow clone says only what it knows', async () => {
    const clone = join(makeFolder(), 'clone')
    git('clone', '-q', '--depth', '1', pathToFileURL(repository).href, clone)
    const {found, status} = await statusOf(join(clone, 'book'))
    expect([status, states(found)]).toEqual([0, {'fr/honey': 'unrecorded', 'fr/salt': 'unrecorded', 'fr/wax': 'missing', 'fr/wax comb': 'orphan'}])
  })

  it('runs no program that its own settings name', async () => {
    const copy = makeFolder()
    cpSync(repository, copy, {recursive: true})
    const mark = join(copy, 'mark')
    for (const name of ['core.fsmonitor', 'core.pager', 'diff.external', 'gpg.program', 'core.sshCommand', 'filter.x.clean', 'diff.x.textconv']) {
      execFileSync('git', ['config', name, `touch '${mark}-${name}'; false`], {cwd: copy})
    }
    execFileSync('git', ['config', 'log.showSignature', 'true'], {cwd: copy})
    writeFileSync(join(copy, 'book/.gitattributes'), '*.md filter=x diff=x\n')
    const {found} = await statusOf(join(copy, 'book'))
    expect(states(found)['fr/honey']).toBe('behind')
    expect(execFileSync('ls', [copy], {encoding: 'utf8'})).not.toContain('mark')
  })
})

describe('without a repository', () => {
  it.each(['no git', 'an empty one', 'no program of that name'])('there is a status all the same: %s', async (kind) => {
    const folder = makeFolder()
    mkdirSync(join(folder, 'book'))
    cpSync(join(repository, 'book'), join(folder, 'book'), {recursive: true})
    if (kind === 'an empty one') execFileSync('git', ['init', '-q'], {cwd: folder})
    const path = kind === 'no program of that name' ? dirname(process.execPath).split(delimiter).filter((each) => !each.endsWith('/usr/bin')).join(delimiter) : process.env['PATH']
    const run = await runHexapla(['status', join(folder, 'book'), '--json'], {env: {PATH: path}})
    expect([run.status, states(JSON.parse(run.stdout) as Found)['fr/honey']]).toEqual([0, 'unrecorded'])
    rmSync(folder, {recursive: true})
  })
})

describe('the command', () => {
  it('fails below a threshold, says where, and not above it', async () => {
    const low = await runHexapla(['status', join(repository, 'book'), '--fail-under', '99'])
    expect([low.status, low.stderr]).toEqual([1, expect.stringContaining('less than 99 % of the words are translated in fr (')])
    expect((await runHexapla(['status', join(repository, 'book'), '--fail-under', '10'])).status).toBe(0)
  })

  it.each([[['--fail-under', 'many'], 'Unexpected --fail-under many'], [['--accept', ''], 'Expected articles to accept'], [['--lang', 'f r'], 'Unexpected language f r'], [['other'], 'Unexpected argument other']])('with %j ends with 2', async (args, said) => {
    const run = await runHexapla(['status', join(repository, 'book'), ...args])
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining(said)])
  })

  it('writes a page, or says why not', async () => {
    const file = join(makeFolder(), 'status.html')
    expect((await runHexapla(['status', join(repository, 'book'), '--html', file])).stdout).toContain(`wrote ${file}\n`)
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>[^]*<\/html>\n$/)
    const failed = await runHexapla(['status', join(repository, 'book'), '--html', join(file, 'x.html')])
    expect([failed.status, failed.stderr]).toEqual([1, expect.stringContaining('that cannot be written')])
  })
})
