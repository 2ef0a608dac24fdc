/** Synthetic articles, always the same: some 4 KB each with headings, links to one another, keywords, a note, now and then a table; for print lists, code and pictures too. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'

const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi', 'xo', 'zu', 'tran', 'stel', 'grim', 'plor', 'quen']
/** One grey pixel: a cover that needs no browser, whose memory would hide ours. */
const cover = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg=='
/** Words in the vocabulary; index headings are drawn from the first thousandth and up. */
const vocabulary = 6000
const paragraphsOfSection = 2
const sections = 4
/** Different pictures in a book, each shown many times. */
const figures = 24

/** Numbers of a linear congruential generator (Numerical Recipes): no clock, no chance. */
function makeDice(seed: number): (sides: number) => number {
  let state = seed >>> 0
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor(state / 2 ** 32 * sides)
  }
}

function wordAt(number: number): string {
  const base = syllables.length
  return [number % base, Math.floor(number / base) % base, Math.floor(number / base / base) % base].map((at) => syllables[at] ?? '').join('')
}

/** Writes the articles below `folder`, a publication of one language, and returns their paths in order; with `figured` the pictures are to be written too. */
export function writeArticles(folder: string, count: number, figured = false): readonly string[] {
  mkdirSync(join(folder, 'en'), {recursive: true})
  writeFileSync(join(folder, 'publication.yaml'), 'name: scale\nidentifier: https://example.org/scale\ncover: images/cover.png\n')
  mkdirSync(join(folder, 'images'), {recursive: true})
  writeFileSync(join(folder, 'images', 'cover.png'), Buffer.from(cover, 'base64'))
  return Array.from({length: count}, (_, number) => {
    const path = join(folder, 'en', `${nameOf(number)}.md`)
    writeFileSync(path, makeArticle(number, count, figured))
    return path
  })
}

function nameOf(number: number): string {
  return `article-${String(number).padStart(5, '0')}`
}

/** Writes the pictures of figured articles: bars on a ground that changes smoothly, as PNG and as JPEG. */
export async function writeFigures(folder: string): Promise<void> {
  for (let number = 0; number < figures; number++) {
    const roll = makeDice(number + 1)
    const bars = Array.from({length: 12}, (_, at) => `<rect x="${60 + at * 58}" y="${100 + roll(300)}" width="40" height="500" fill="hsl(${roll(360)} 50% 45%)"/>`)
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"><defs><linearGradient id="g"><stop stop-color="#fff"/>' +
      `<stop offset="1" stop-color="hsl(${roll(360)} 40% 80%)"/></linearGradient></defs><rect width="800" height="500" fill="url(#g)"/>${bars.join('')}</svg>`
    await sharp(Buffer.from(drawing)).flatten({background: '#fff'}).toFile(join(folder, 'images', figureName(number)))
  }
}

function figureName(number: number): string {
  return `figure-${number % figures}.${number % 2 === 0 ? 'png' : 'jpg'}`
}

/** The Markdown of one article of `count`; figured ones hold pictures, lists and code besides. */
export function makeArticle(number: number, count: number, figured = false): string {
  const roll = makeDice(number + 1)
  const sentence = (): string => {
    const words = Array.from({length: 8 + roll(10)}, () => wordAt(roll(vocabulary)))
    return `${words.join(' ').replace(/^./, (letter) => letter.toUpperCase())}.`
  }
  const paragraph = (): string => Array.from({length: 4}, sentence).join(' ')
  const link = (): string => {
    const target = roll(count)
    return `See [${wordAt(target)}](${nameOf(target)}.md) and [${wordAt(target + 7)}](${nameOf(roll(count))}.md).`
  }
  const keywords = Array.from({length: 3}, () => `${wordAt(roll(vocabulary))} ${wordAt(roll(40))}`)
  const table = ['| Name | Count | Share |', '|---|---:|---:|', ...Array.from({length: 6}, () => `| ${wordAt(roll(vocabulary))} | ${roll(9999)} | ${roll(100)} % |`)].join('\n')
  const body = Array.from({length: sections}, (_, section) => [
    `## ${wordAt(roll(vocabulary))} ${section + 1}`,
    ...Array.from({length: paragraphsOfSection}, paragraph), link(),
    ...(section === 1 ? [`${sentence()}[^1]`] : []), ...(section === 2 && number % 5 === 0 ? [table] : []), ...(figured ? makeExtras(number, section) : [])
  ].join('\n\n'))
  return `---\ntitle: ${titleOf(number)}\nkeywords: [${keywords.join(', ')}]\n---\n\n` +
    `${body.join('\n\n')}\n\n[^1]: ${sentence()}\n`
}

/** Two words without a number, which could be taken for a page reference; unlike that of any other article. */
function titleOf(number: number): string {
  const round = Math.floor(number / syllables.length ** 3)
  return `${wordAt(number).replace(/^./, (letter) => letter.toUpperCase())} ${wordAt(number + 31 * round + 11)}`
}

function makeExtras(number: number, section: number): readonly string[] {
  const roll = makeDice(number * sections + section + 1)
  const words = (least: number): string => Array.from({length: least + roll(6)}, () => wordAt(roll(vocabulary))).join(' ')
  if (section === 0) return [Array.from({length: 4}, (_, at) => `${number % 2 === 0 ? '-' : `${at + 1}.`} ${words(3)}`).join('\n')]
  if (section === 1 && number % 2 === 0) return [`![${words(2)}](../images/${figureName(number / 2)})`]
  if (section === 3 && number % 3 === 0) return [`\`\`\`\n${Array.from({length: 6}, (_, at) => `${' '.repeat(at % 3 * 2)}${wordAt(roll(vocabulary))}(${roll(99)}, "${wordAt(roll(40))}")`).join('\n')}\n\`\`\``]
  return []
}
