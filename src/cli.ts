/** Arguments in, exit status out: 0 sound, 1 problems, 2 usage or configuration, 3 missing tool, 130 interrupted. */
import {parseArgs} from 'node:util'
import {UsageError, type Command, type Output} from './commands/command.ts'
import {MissingToolError} from './core/world.ts'
import {packageFolder, packageVersion} from './world/package.ts'

/** Each is loaded when it is called: most need few of the libraries. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['init', async () => (await import('./commands/init.ts')).init],
  ['build', async () => (await import('./commands/build.ts')).build(true)],
  ['check', async () => (await import('./commands/build.ts')).build(false)],
  ['verify', async () => (await import('./commands/verify.ts')).verify],
  ['diff', async () => (await import('./commands/diff.ts')).diff],
  ['publish', async () => (await import('./commands/publish.ts')).publish],
  ['status', async () => (await import('./commands/status.ts')).status],
  ['translation', async () => (await import('./commands/translation.ts')).translation],
  ['doctor', async () => (await import('./commands/doctor.ts')).doctor],
  ['fonts', async () => (await import('./commands/fonts.ts')).fonts],
  ['explain', async () => (await import('./commands/explain.ts')).explain],
  ['proof', async () => (await import('./commands/proof.ts')).proof]
])

const version = packageVersion(packageFolder)

const help = `hexapla ${version}: articles in Markdown become books in every language

  hexapla init <folder>       a small publication in two languages, ready to build
  hexapla build [<folder>]    EPUB and print PDF of each language (folder: manuscripts, else this one)
  hexapla check [<folder>]    the same without making books: no browser, no Java, seconds
  hexapla verify <files>      whether finished EPUBs and PDFs, by anyone, are sound: what is wrong, where, how to mend it
  hexapla verify <folder>     whether an output folder is what was published: manifest, sums, signature (with --key), every byte
  hexapla diff <old> <new>    what changed from one release to the next: articles, pages, passages (folders made by build, or a manifest.json); exit status 1 where anything did
  hexapla publish [<folder>]  sends an output folder (dist) to where readers fetch it, only what changed, former states kept: --to <target>
  hexapla status [<folder>]   where every translation stands: current, behind, missing; what its source says now that it does not
  hexapla translation export  files for translators, one a language: --format po, xliff or tmx (in translation, or --out)
  hexapla translation import <files>  takes them back into the manuscripts, or begins those that are missing
  hexapla doctor              the tools and fonts found, what is missing, what that costs, how to mend it
  hexapla explain <code>      what a message means and how to mend it
  hexapla fonts <languages>   fetches the fonts of languages now, for builds without a network later
  hexapla proof <languages>   a page in each language for a native reader to sign off: words, marks, divisions, digits, letters (in proofs, or --out)

  --out <folder>      where the books go: <out>/<language>/<name>-<language>.epub (default: dist)
  --lang <tags>       only these languages: --lang fr,ja; two in one book: --lang fr+es
  --format <formats>  only these formats, of epub, kepub, kindle, pdf, screen, large-print, press, cover, booklet, handouts: --format epub,pdf
  --articles <slugs>  one handout of these articles; again for another: --articles honey,forage --articles swarm
  --keyword <word>    one handout of the articles with this keyword; again for another
  --html <file>       with hexapla status: as a page, with all passages to translate side by side; with hexapla diff: as a page, with all passages that changed
  --fail-under <n>    with hexapla status: exit status 1 where fewer percents of the words are translated
  --accept <slugs>    with hexapla status: records that the translations of these articles say what their source says now; all for all
  --key <key>         with hexapla verify and publish: the signature must be by this public key of minisign, a file or its second line
  --to <target>       with hexapla publish: a folder, user@host:path, rsync://host/module/path, s3://bucket/prefix
  --endpoint <url>    with hexapla publish: an S3 server other than Amazon's (also: AWS_ENDPOINT_URL)
  --keep <n>          with hexapla publish: of former states only so many are kept there (default: all)
  --dry-run           with hexapla publish: says what would be sent, replaced and removed
  --force             with hexapla publish: to a place that holds something else; with hexapla translation import: takes passages that were changed on both sides, begins editions in new languages; with export: writes over files
  --sign <file>       signs what is published with a secret key of minisign (also: HEXAPLA_SIGNING_KEY; its password: HEXAPLA_SIGNING_PASSWORD)
  --strict            treat warnings as errors: nothing is published while there are any
  --sans              with hexapla fonts: the sans typefaces too, which code in a script and typeface: sans need
  --draft             include articles marked as drafts
  --json              result and messages as JSON on standard output
  --verbose           every message, however many are alike
  --browser <path>    the Chrome or Chromium to print with (also: HEXAPLA_BROWSER)
  --no-cache          make everything anew (HEXAPLA_CACHE names another folder for it)
  --help, --version

Exit status: 0 sound, 1 problems found, 2 usage or configuration, 3 a tool is missing, 130 interrupted.
`

const options = {
  out: {type: 'string'}, lang: {type: 'string', multiple: true}, format: {type: 'string', multiple: true}, articles: {type: 'string', multiple: true}, keyword: {type: 'string', multiple: true}, browser: {type: 'string'},
  html: {type: 'string'}, 'fail-under': {type: 'string'}, accept: {type: 'string', multiple: true}, sign: {type: 'string'}, key: {type: 'string'}, to: {type: 'string'}, keep: {type: 'string'}, endpoint: {type: 'string'}, 'dry-run': {type: 'boolean'}, force: {type: 'boolean'}, strict: {type: 'boolean'}, sans: {type: 'boolean'}, draft: {type: 'boolean'}, json: {type: 'boolean'}, verbose: {type: 'boolean'}, 'no-cache': {type: 'boolean'},
  help: {type: 'boolean', short: 'h'}, version: {type: 'boolean', short: 'v'}
} as const

/** Runs one command line; the result is the exit status. */
export async function main(argv: readonly string[]): Promise<number> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => { // `hexapla doctor | head`: whoever reads has seen enough
    if (error.code === 'EPIPE') process.exit(0)
  })
  const output: Output = {print: (text) => void process.stdout.write(text), note: (text) => void process.stderr.write(text)}
  try {
    const {values, positionals} = parseArgs({args: [...argv], options, allowPositionals: true})
    if (values.version) return say(output, `${version}\n`)
    const [name, ...rest] = positionals
    if (values.help || name === 'help') return say(output, help)
    const load = commands.get(name ?? '')
    if (!load) throw new UsageError(name === undefined ? 'Expected a command' : `Unexpected command ${name}, expected ${[...commands.keys()].join(', ')}`)
    return await interruptible(async (signal) => (await load())(rest, values, {output, signal}))
  } catch (error) {
    return fail(error, output)
  }
}

/** The first Ctrl-C asks for a clean end, the second ends at once. */
async function interruptible(run: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const controller = new AbortController()
  let status: number | undefined
  const interrupt = (signal: NodeJS.Signals): void => {
    const code = signal === 'SIGTERM' ? 143 : 130
    if (status !== undefined) process.exit(code)
    status = code
    controller.abort(new Error('Interrupted'))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt)
  try {
    const result = await run(controller.signal)
    return status ?? result
  } catch (error) {
    if (status === undefined) throw error
    return status
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, interrupt)
  }
}

function say({print}: Output, text: string): number {
  print(text)
  return 0
}

function fail(error: unknown, {note}: Output): number {
  if (error instanceof UsageError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) {
    note(`hexapla: ${error.message}\nhexapla --help tells how it is used.\n`)
    return 2
  }
  if (error instanceof MissingToolError) {
    note(`hexapla: ${error.message}\n`)
    return 3
  }
  if (error instanceof Error && (error.name === 'OutputError' || error.name === 'KeepError')) {
    note(`hexapla: ${error.message}\n`)
    return 1
  }
  note(`hexapla: this is a fault of hexapla itself, please report it with the lines below.\n${error instanceof Error ? error.stack : String(error)}\n`)
  return 70
}
