/** Books with one fault each, of the kinds that validators pass or that only a reader meets. */
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'

export type Spoiler = (markup: string, path: string) => string

/** The book with its text files changed. */
export function spoil(epub: Uint8Array, change: Spoiler): Uint8Array {
  const files = Object.entries(unzipSync(epub)).map(([path, bytes]): readonly [string, Uint8Array] =>
    [path, /\.(?:xhtml|opf|css)$/.test(path) ? strToU8(change(strFromU8(bytes), path)) : bytes])
  return zipSync(Object.fromEntries(files.map(([path, bytes]) => [path, [bytes, {level: path === 'mimetype' ? 0 : 6}]])))
}

export const loseDirection: Spoiler = (markup) => markup.replaceAll(/ (?:dir|page-progression-direction)="rtl"/g, '')

export const loseLanguage: Spoiler = (markup) => markup.replaceAll(/ (?:xml:)?lang="[^"]*"/g, '').replace(/<dc:language>[^<]*/, '<dc:language>und')

/** The first entry of the contents with a fragment leads nowhere. */
export const breakContents: Spoiler = (markup, path) => path.endsWith('nav.xhtml') ? markup.replace(/(<a href="a-[^"#]*#)[^"]*/, '$1nowhere') : markup

/** Each entry of the page list leads to the page before. */
export function shiftPages(markup: string, path: string): string {
  if (!path.endsWith('nav.xhtml')) return markup
  let before = ''
  return markup.replaceAll(/href="([^"]*#page-[^"]*)"/g, (whole, address: string) => {
    const shifted = before === '' ? whole : `href="${before}"`
    before = address
    return shifted
  })
}

export const loseLink: Spoiler = (markup, path) => path.endsWith('a-customer.xhtml') ? markup.replace(/<a href="a-[^"]*">([^<]*)<\/a>/, '$1') : markup

/** Calls of notes lead to the head of the article. */
export const breakNotes: Spoiler = (markup) => markup.replaceAll(/(<a class="note-call"[^>]*href=")[^"]*/g, '$1#')

const intoArticle = (words: string): Spoiler => (markup, path) => path.endsWith('a-customer.xhtml') ? markup.replace('</header>', `</header>${words}`) : markup

export const addScript: Spoiler = intoArticle('<script>document.title = "mine"</script>')
export const addRemotePicture: Spoiler = intoArticle('<p><img src="https://example.com/eye.png" alt="eye"/></p>')
export const addWideBox: Spoiler = intoArticle('<div style="width: 3000px">wide</div>')
export const stackLines: Spoiler = intoArticle('<p style="line-height: 20px">close</p>')
export const inkBlack: Spoiler = (markup, path) => path.endsWith('.css') ? `${markup}\np { color: #000 }` : markup
export const bareDrawings: Spoiler = (markup, path) => path.endsWith('.css') ? `${markup}\nimg { background: none }` : markup
