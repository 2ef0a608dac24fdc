/** Synthetic articles, always the same: some 4 KB each with headings, links to one another, keywords, a note, now and then a table. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi', 'xo', 'zu', 'tran', 'stel', 'grim', 'plor', 'quen']
/** One grey pixel: a cover that needs no browser, whose memory would hide ours. */
const cover = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg=='
/** Words in the vocabulary; index headings are drawn from the first thousandth and up. */
const vocabulary = 6000
const paragraphsOfSection = 2
const sections = 4

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

/** Writes the articles below `folder`, a publication of one language, and returns their paths in order. */
export function writeArticles(folder: string, count: number): readonly string[] {
  mkdirSync(join(folder, 'en'), {recursive: true})
  writeFileSync(join(folder, 'publication.yaml'), 'name: scale\nidentifier: https://example.org/scale\ncover: images/cover.png\n')
  mkdirSync(join(folder, 'images'), {recursive: true})
  writeFileSync(join(folder, 'images', 'cover.png'), Buffer.from(cover, 'base64'))
  return Array.from({length: count}, (_, number) => {
    const path = join(folder, 'en', `${nameOf(number)}.md`)
    writeFileSync(path, makeArticle(number, count))
    return path
  })
}

function nameOf(number: number): string {
  return `article-${String(number).padStart(5, '0')}`
}

/** The Markdown of one article of `count`. */
export function makeArticle(number: number, count: number): string {
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
    ...(section === 1 ? [`${sentence()}[^1]`] : []), ...(section === 2 && number % 5 === 0 ? [table] : [])
  ].join('\n\n'))
  return `---\ntitle: ${wordAt(number).replace(/^./, (letter) => letter.toUpperCase())} ${number + 1}\nkeywords: [${keywords.join(', ')}]\n---\n\n` +
    `${body.join('\n\n')}\n\n[^1]: ${sentence()}\n`
}
