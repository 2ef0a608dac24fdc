/** Soft hyphens for a browser that divides no words: in the page to be printed, exactly where its style sheets ask for division. */
import type {Page} from 'puppeteer'
import {maybeDivided} from './divide.ts'

/**
 * Calls `visit(language, word)` for each word that stands whole in a text with `hyphens: auto`, and puts what it gives in the place
 * of the word. Left alone: addresses and file names, words that the author divides, words whose letters go on in another element.
 * Ours; the page itself runs no scripts.
 */
const walkWords = `(visit) => {
  const styles = new Map()
  const styleOf = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element)
  const blockOf = (element) => { while (element && styleOf(element).display.startsWith('inline')) element = element.parentElement; return element }
  const isLetter = (text, at) => /[\\p{L}\\p{M}]/u.test(text.at(at) ?? '')
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) texts.push(walker.currentNode)
  const blocks = texts.map(({parentElement}) => blockOf(parentElement))
  const ends = texts.map(({data}) => [isLetter(data, 0), isLetter(data, -1)])
  for (const [at, node] of texts.entries()) {
    if (node.data.length < 6 || styleOf(node.parentElement).hyphens !== 'auto') continue
    const language = node.parentElement.closest('[lang]')?.lang ?? ''
    const joinsBefore = blocks[at - 1] === blocks[at] && ends[at - 1]?.[1] && ends[at][0]
    const joinsAfter = blocks[at + 1] === blocks[at] && ends[at][1] && ends[at + 1]?.[0]
    const length = node.data.length
    const set = node.data.replace(/\\S+/gu, (token, from) => /[@/\\\\_\\d\\u00ad]|\\p{L}[.:]\\p{L}/u.test(token) ? token : token.replace(/[\\p{L}\\p{M}]{6,}/gu, (word, within) => {
      const start = from + within
      if ((start === 0 && joinsBefore) || (start + word.length === length && joinsAfter)) return word
      return visit(language, word)
    }))
    if (set !== node.data) node.data = set
  }
}`

/** Sets them. What they do to the text of the PDF, the merge undoes. */
export async function setSoftHyphens(page: Page): Promise<void> {
  const found = await page.evaluate(`(() => {
    const words = new Map();
    (${walkWords})((language, word) => { words.set(language, (words.get(language) ?? new Set()).add(word)); return word })
    return [...words].map(([language, list]) => [language, [...list]])
  })()`) as readonly (readonly [language: string, words: readonly string[]])[]
  const divided = found.map(([language, words]) => [language, words.flatMap((word) => {
    const parts = maybeDivided(word, language)
    return parts === undefined ? [] : [[word, parts]]
  })])
  await page.evaluate(`(() => {
    const words = new Map(${JSON.stringify(divided)}.map(([language, list]) => [language, new Map(list)]));
    (${walkWords})((language, word) => words.get(language)?.get(word) ?? word)
  })()`)
}
