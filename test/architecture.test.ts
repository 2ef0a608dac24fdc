/** Who may import whom, who owns which package, and what no source may hold: the laws of the architecture, on the real tree. */
import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'

const stages = ['read', 'parse', 'link', 'indexing', 'translation', 'concordance', 'compose', 'emit', 'verify', 'distribute']
const layers: Readonly<Record<string, readonly string[]>> = {
  core: [], ...Object.fromEntries(stages.map((stage) => [stage, ['core']])), world: ['core'], 'silence.ts': ['core'],
  editions: ['core', ...stages], 'products.ts': ['core', ...stages], release: ['core', ...stages], 'errata.ts': ['core', ...stages], 'publish.ts': ['core', ...stages],
  'build.ts': ['core', 'silence.ts', 'editions', 'products.ts', 'release', 'errata.ts', ...stages],
  'status.ts': ['core', 'silence.ts', 'editions', ...stages], exchange: ['core', 'editions', ...stages], 'reporter.ts': ['core', 'build.ts'], 'proof.ts': ['core', 'read', 'indexing'],
  commands: ['core', 'build.ts', 'release', 'reporter.ts', 'proof.ts', 'status.ts', 'exchange', 'errata.ts', 'publish.ts', 'translation', 'verify', 'distribute', 'world'], 'cli.ts': ['core', 'commands', 'world']
}

/** The only folders or files that may import what the pattern matches. */
const owners: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:node:fs|node:child_process|node:worker_threads|puppeteer)(?:\/|$)/, /^world\//],
  [/^(?:@aws-sdk|@smithy)\//, /^world\/targets\//],
  [/^sharp$/, /^world\/(?:pictures|plain-cover)\.ts$/],
  [/^(?:bwip-js|isbn3)(?:\/|$)/, /^emit\/(?:jacket|handouts)\//],
  [/^@cantoo\/pdf-lib/, /^verify\/preflight\/document\.ts$/],
  [/^subset-font$/, /^world\/fonts\//],
  [/^epub-gen-memory/, /^emit\/epub\/container\.ts$/],
  [/^(?:remark-|rehype-raw|micromark)/, /^parse\//],
  [/^rehype-stringify/, /^emit\/print\//],
  [/^unified/, /^(?:parse|emit\/print)\//] // the serialiser of print is a rehype plugin
]

const banned: readonly (readonly [string, RegExp, RegExp])[] = [
  ['a default export', /^export default |^export \{[^}]*\bas default\b/m, /^$/],
  ['the clock or chance', /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\b|\brandomUUID\b|\bperformance\.now\(/, /^(?:world|commands)\//]
]

/** What breaks the laws in sources given by their path below src. */
function findBreaches(sources: ReadonlyMap<string, string>): readonly string[] {
  return [...sources].flatMap(([path, source]) => [
    ...[...source.matchAll(/(?:^|[^.\w])(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, target = '']) => judgeImport(path, target)),
    ...banned.flatMap(([what, pattern, allowed]) => pattern.test(source) && !allowed.test(path) ? [`${path} holds ${what}`] : []),
    ...(/(?:^|\/)index\.ts$/.test(path) ? [`${path} is a barrel`] : []),
    ...(source.trimEnd().split('\n').length > 300 ? [`${path} is longer than 300 lines`] : [])
  ])
}

function judgeImport(path: string, target: string): readonly string[] {
  const breach = [`${path} imports ${target}`]
  if (!target.startsWith('.')) return owners.some(([name, owner]) => name.test(target) && !owner.test(path)) ? breach : []
  const [layer = ''] = path.split('/')
  const [other = ''] = new URL(target, `file:///${path}`).pathname.slice(1).split('/')
  return other === layer || layers[layer]?.includes(other) ? [] : breach
}

describe('architecture', () => {
  it('holds in the whole tree', () => {
    const paths = readdirSync('src', {recursive: true, encoding: 'utf8'}).filter((path) => /\.m?[jt]s$/.test(path))
    expect(paths.length).toBeGreaterThan(50)
    expect(findBreaches(new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(`src/${path}`, 'utf8')])))).toEqual([])
  })

  it.each([
    ['read/a.ts', "import {x} from '../parse/b.ts'"], ['core/a.ts', "import type {X} from '../read/b.ts'"], ['world/a.ts', "await import('../parse/b.ts')"],
    ['compose/a.ts', "import {readFile} from 'node:fs/promises'"], ['emit/print/a.ts', "import puppeteer from 'puppeteer'"], ['emit/epub/a.ts', "import sharp from 'sharp'"], ['emit/epub/a.ts', "import {EPub} from 'epub-gen-memory'"],
    ['link/a.ts', "import 'remark-parse'"], ['emit/epub/a.ts', "import rehypeStringify from 'rehype-stringify'"], ['build.ts', "import {x} from './world/node-world.ts'"],
    ['cli.ts', "import {build} from './build.ts'"], ['read/index.ts', ''], ['parse/a.ts', 'export default 1'], ['read/a.ts', 'const now = new Date()'],
    ['emit/a.ts', 'const id = crypto.randomUUID()'], ['stray.ts', "import {x} from './core/x.ts'"], ['read/long.ts', '\n'.repeat(300) + 'x']
  ])('finds what is planted in %s: %s', (path, source) => expect(findBreaches(new Map([[path, source]]))).toHaveLength(1))
})
