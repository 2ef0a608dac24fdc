/** CPU time by step of a build, from the profiles that Node writes of its threads (`--cpu-prof`). */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** What of our code belongs to which step; the innermost frame that is named decides. */
const steps: readonly (readonly [string, RegExp])[] = [
  ['hyphenation dictionaries', /\/src\/world\/hyphenation\/|\/node_modules\/hyphen/],
  ['fonts, coverage', /\/src\/world\/(?:fonts\b|coverage|cmap)|\/src\/emit\/print\/glyphs|\/src\/verify\/fonts|\/src\/emit\/epub\/fonts|\/src\/core\/typefaces/],
  ['typography', /\/src\/core\/typography\//],
  ['read', /\/src\/read\//],
  ['parse', /\/src\/(?:parse\/|world\/parse-)/],
  ['link', /\/src\/link\//],
  ['index', /\/src\/indexing\//],
  ['compose', /\/src\/compose\//],
  ['verify', /\/src\/verify\//],
  ['EPUB', /\/src\/(?:emit\/epub\/|world\/(?:pictures|picture-metadata|plain-cover))/],
  ['print, our side', /\/src\/(?:emit\/|world\/(?:press|usual-press|floats|foot-notes|find-browser|browser|gate|probe))|\/node_modules\/(?:puppeteer|ws\/)/],
  ['start: loading code', /\/node_modules\/(?:tsx|esbuild)\/|node:internal\/(?:modules|main|bootstrap)|\/src\/(?:cli|commands)/]
]
const other = 'other: files, memory, waiting for nothing'

interface Profile {
  readonly nodes: readonly {readonly id: number; readonly callFrame: {readonly functionName: string; readonly url: string}; readonly children?: readonly number[]}[]
  readonly samples: readonly number[]
  /** Microseconds. */
  readonly timeDeltas: readonly number[]
}

/** Seconds by step, in the order of the flow; those that took no time left out. */
export function readProfiles(folder: string): ReadonlyMap<string, number> {
  const seconds = new Map<string, number>([...steps.map(([step]) => step), 'memory', other].map((step) => [step, 0]))
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.cpuprofile'))) {
    const profile = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profile // written by V8
    const stepById = nameSteps(profile)
    profile.samples.forEach((id, at) => {
      const step = stepById.get(id)
      if (step !== undefined) seconds.set(step, (seconds.get(step) ?? 0) + (profile.timeDeltas[at] ?? 0) / 1e6)
    })
  }
  return new Map([...seconds].filter(([, each]) => each > 0))
}

/** The step of each node of the tree of calls; none for what is no work. */
function nameSteps({nodes}: Profile): ReadonlyMap<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const stepById = new Map<number, string>()
  const open = nodes.slice(0, 1).map(({id}) => ({id, around: other}))
  for (let next = open.pop(); next; next = open.pop()) {
    const node = byId.get(next.id)
    if (!node) continue
    const {functionName, url} = node.callFrame
    const own = functionName === '(garbage collector)' ? 'memory' : steps.find(([, pattern]) => pattern.test(url))?.[0] ?? next.around
    if (functionName !== '(idle)') stepById.set(next.id, own)
    for (const id of node.children ?? []) open.push({id, around: own})
  }
  return stepById
}
