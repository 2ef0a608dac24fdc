/**
 * How many links between blocks the aligner finds and how many it makes up, against marks made by hand.
 * `npx tsx test/bench/alignment.ts <folder>` takes a publication (`--source=en`) with `<language>/<slug>.gold` beside some of its manuscripts: a line
 * `12 = 14` for each block at line 12 of the source that the block at line 14 answers, `12 ? 14` where both views are fair. `--verbose` shows what is wrong;
 * `--time` measures two long texts instead, and every pair of the folder; `--damage` pairs of the folder whose blocks answer each other one by one, damaged.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Bead, Block} from '../../src/core/translation.ts'
import {parseManuscript} from '../../src/parse/manuscript.ts'
import {alignBlocks} from '../../src/translation/align.ts'
import {makeTerms} from '../support/articles.ts'
import {damagePair} from './damaged-texts.ts'

interface Tally {
  blocks: number
  articles: number
  found: number
  right: number
  wanted: number
  /** Beads with a wrong link, or without one that was marked; those that the aligner doubts itself; doubted ones in all. */
  wrong: number
  doubtedWrong: number
  doubted: number
}

const args = process.argv.slice(2)
const [folder = ''] = args.filter((arg) => !arg.startsWith('--'))
const source = /--source=(\S+)/.exec(args.join(' '))?.[1] ?? 'en'
const verbose = args.includes('--verbose')
if (args.includes('--time')) measureTime()
else if (args.includes('--damage')) measureDamaged()
else measureAccuracy()

function measureAccuracy(): void {
  console.log('pair      articles  blocks  links   found  precision   recall       F1   wrong beads, of them below 0.5   beads below 0.5')
  const all = makeTally()
  for (const language of listLanguages()) {
    const tally = makeTally()
    for (const file of readdirSync(join(folder, language)).filter((name) => name.endsWith('.gold')).sort()) judge(language, file.slice(0, -5), tally)
    if (tally.articles > 0) show(`${source}–${language}`, tally)
    for (const key of Object.keys(all) as (keyof Tally)[]) all[key] += tally[key]
  }
  show('all', all)
}

function judge(language: string, slug: string, tally: Tally): void {
  const [a, b] = [readBlocks(source, slug), readBlocks(language, slug)]
  const marks = readFileSync(join(folder, language, `${slug}.gold`), 'utf8').trim().split('\n').map((line) => line.split(' '))
  const [sure, fair] = ['=', '?'].map((sign) => new Set(marks.filter((mark) => mark[1] === sign).map(([from, , to]) => `${from} ${to}`))) as [Set<string>, Set<string>]
  const beads = alignBlocks(a, b)
  const found = beads.flatMap((bead) => linksOf(bead, a, b))
  const missed = new Set([...sure].filter((link) => !found.includes(link)))
  for (const bead of beads) {
    const links = linksOf(bead, a, b)
    const isWrong = links.some((link) => !sure.has(link) && !fair.has(link)) || (links.length === 0 && [...missed].some((link) => isOf(link, bead, a, b)))
    if (bead.confidence < 0.5) tally.doubted++
    if (!isWrong) continue
    tally.wrong++
    if (bead.confidence < 0.5) tally.doubtedWrong++
    if (verbose) console.log(`${language}/${slug}`, bead.confidence.toFixed(2), show2(a, bead.source), '|', show2(b, bead.target))
  }
  tally.articles++
  tally.blocks += a.length
  tally.wanted += sure.size
  tally.found += found.filter((link) => !fair.has(link)).length
  tally.right += found.filter((link) => sure.has(link)).length
}

/** The same for damaged pairs: kinds equal on both sides before, so that their blocks answer each other. */
function measureDamaged(): void {
  console.log('pair      articles  blocks  links   found  precision   recall       F1   wrong beads, of them below 0.5   beads below 0.5')
  const all = makeTally()
  for (const language of listLanguages()) {
    const tally = makeTally()
    for (const [seed, [slug, a, b]] of listPairs(language).entries()) {
      if (a.map(({kind}) => kind).join() !== b.map(({kind}) => kind).join()) continue
      const {source, target, links} = damagePair(a, b, seed)
      judgeDamaged(`${language}/${slug}`, source, target, links, tally)
    }
    show(`${source}–${language}`, tally)
    for (const key of Object.keys(all) as (keyof Tally)[]) all[key] += tally[key]
  }
  show('all', all)
}

function judgeDamaged(name: string, a: readonly Block[], b: readonly Block[], links: ReadonlySet<string>, tally: Tally): void {
  const missed = new Set(links)
  const beads = alignBlocks(a, b).map(({source: [from, to], target: [start, end], confidence}) => {
    const found = Array.from({length: to - from}, (_, i) => Array.from({length: end - start}, (_, j) => `${from + i} ${start + j}`)).flat()
    for (const link of found) missed.delete(link)
    return {found, confidence, source: [from, to] as const, target: [start, end] as const}
  })
  for (const {found, confidence, source, target} of beads) {
    const isLost = found.length === 0 && [...missed].some((link) => Number(link.split(' ')[0]) === source[0] && source[1] > source[0] || Number(link.split(' ')[1]) === target[0] && target[1] > target[0])
    const isWrong = isLost || found.some((link) => !links.has(link))
    if (isWrong && verbose) console.log(name, confidence.toFixed(2), show2(a, source), '|', show2(b, target))
    tally.wrong += Number(isWrong)
    tally.doubted += Number(confidence < 0.5)
    tally.doubtedWrong += Number(isWrong && confidence < 0.5)
    tally.found += found.length
    tally.right += found.filter((link) => links.has(link)).length
  }
  tally.articles++
  tally.blocks += a.length
  tally.wanted += links.size
}

function linksOf({source: [from, to], target: [start, end]}: Bead, a: readonly Block[], b: readonly Block[]): readonly string[] {
  return a.slice(from, to).flatMap((one) => b.slice(start, end).map((other) => `${one.line} ${other.line}`))
}

/** Whether a missed link begins or ends in a bead of one side. */
function isOf(link: string, {source, target}: Bead, a: readonly Block[], b: readonly Block[]): boolean {
  const [from, to] = link.split(' ').map(Number)
  return a.slice(...source).some(({line}) => line === from) || b.slice(...target).some(({line}) => line === to)
}

function show2(blocks: readonly Block[], range: Bead['source']): string {
  return blocks.slice(...range).map(({line, kind, words, code}) => `${line} ${kind} ${(words || code.join(' ')).slice(0, 40)}`).join(' + ') || '—'
}

function show(name: string, {blocks, articles, wanted, found, right, wrong, doubtedWrong, doubted}: Tally): void {
  const percent = (part: number, whole: number): string => `${(100 * part / Math.max(1, whole)).toFixed(1)} %`.padStart(8)
  console.log(`${name.padEnd(9)} ${String(articles).padStart(8)} ${String(blocks).padStart(7)} ${String(wanted).padStart(6)} ${String(found).padStart(7)}   ${percent(right, found)} ${percent(right, wanted)} ${percent(2 * right, found + wanted)}   ${String(wrong).padStart(11)} ${String(doubtedWrong).padStart(18)} ${String(doubted).padStart(20)}`)
}

function makeTally(): Tally {
  return {blocks: 0, articles: 0, found: 0, right: 0, wanted: 0, wrong: 0, doubtedWrong: 0, doubted: 0}
}

function listLanguages(): readonly string[] {
  return readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isDirectory() && entry.name !== source).map(({name}) => name).sort()
}

function readBlocks(language: string, slug: string): readonly Block[] {
  const file = `${language}/${slug}.md`
  return parseManuscript({file, language, slug, text: readFileSync(join(folder, file), 'utf8')}, {singleDollarMath: false, typography: false, terms: makeTerms(), blocks: true}).blocks ?? []
}

function measureTime(): void {
  const words = (at: number, language: number): Block => {
    const text = `${'word '.repeat(3 + at * 7919 % 60)}${language}${at}`
    return {kind: at % 9 === 0 ? 'heading2' : 'paragraph', line: at + 1, column: 1, span: [at, at + 1], markdown: text, words: text, hash: `${language}${at}`, links: at % 5 === 0 ? [`/page-${at}`] : [], pictures: [], code: [], numbers: at % 7 === 0 ? [String(at)] : [], notes: []}
  }
  const long = [0, 1].map((language) => Array.from({length: 2000}, (_, at) => words(at, language))) as [Block[], Block[]]
  clock('2,000 × 2,000 blocks', () => alignBlocks(long[0], long[1]))
  clock('2,000 × 1,500 blocks, 500 in the middle missing', () => alignBlocks(long[0], [...long[1].slice(0, 700), ...long[1].slice(1200)]))
  clock('2,000 × 1,500 blocks without any signal', () => alignBlocks(long[0].map(strip), [...long[1].slice(0, 700), ...long[1].slice(1200)].map(strip)))
  clock('2,000 × 2,000 blocks without any signal', () => alignBlocks(long[0].map(strip), long[1].map(strip)))
  const pairs = folder === '' ? [] : listLanguages().flatMap(listPairs)
  if (pairs.length > 0) clock(`${pairs.length} pairs of the folder, ${pairs.reduce((sum, [, a]) => sum + a.length, 0)} blocks`, () => pairs.map(([, a, b]) => alignBlocks(a, b)))
}

function listPairs(language: string): readonly (readonly [slug: string, a: readonly Block[], b: readonly Block[]])[] {
  return readdirSync(join(folder, language)).sort().flatMap((name) => {
    const slug = name.replace(/\.md$/, '')
    return name.endsWith('.md') && existsSync(join(folder, source, name)) ? [[slug, readBlocks(source, slug), readBlocks(language, slug)] as const] : []
  })
}

function strip(block: Block): Block {
  return {...block, links: [], numbers: [], words: block.words.replaceAll(/\d/g, 'x')}
}

function clock(name: string, run: () => unknown): void {
  run()
  const [before, used] = [performance.now(), process.cpuUsage()]
  run()
  const [elapsed, {user}] = [performance.now() - before, process.cpuUsage(used)]
  console.log(`${name.padEnd(50)} ${Math.round(elapsed)} ms, ${Math.round(user / 1000)} ms of the processor`)
}
