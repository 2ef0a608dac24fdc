/** Before anything is printed: characters of an edition that no house font has. */
import {makeGlyphTest, nameCodePoint, nameScript} from '../../core/characters.ts'
import type {Report} from '../../core/diagnostic.ts'
import {walk} from '../../core/hast.ts'
import type {Edition, Manuscript, Place} from '../../core/model.ts'
import type {Coverage} from '../../core/world.ts'

interface Find {
  readonly character: string
  count: number
  /** The manuscript that it was first met in. */
  file: string | undefined
}

/** Warns of each such character once, where it first stands in a manuscript. Text alternatives are not printed. */
export function checkGlyphs({divisions, spec: {language}}: Edition, manuscripts: readonly Manuscript[], coverage: Coverage, report: Report): void {
  const finds = new Map<number, Find>()
  const shown = makeGlyphTest(coverage)
  for (const {tree, file} of divisions) {
    walk(tree, (node) => {
      if (node.type === 'text') gather(node.value, file, shown, finds)
    })
  }
  const own = manuscripts.filter((manuscript) => manuscript.language === language)
  for (const [codePoint, {character, count, file}] of finds) {
    report('print/no-glyph', {character: displayed(character), codePoint: nameCodePoint(codePoint), script: nameScript(character), count}, maybePlace(character, file, own))
  }
}

function gather(text: string, file: string | undefined, isShown: (codePoint: number) => boolean, finds: Map<number, Find>): void {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 127) continue
    const codePoint = text.codePointAt(at) ?? 0
    if (codePoint > 0xffff) at++
    if (isShown(codePoint)) continue
    const known = finds.get(codePoint)
    if (!known) finds.set(codePoint, {character: String.fromCodePoint(codePoint), count: 1, file})
    else {
      known.count++
      known.file ??= file
    }
  }
}

/** Marks on the circle that stands for a letter; nothing for what has no shape that all know. */
function displayed(character: string): string {
  if (/[\p{Co}\p{Cn}]/u.test(character)) return ''
  return /\p{M}/u.test(character) ? `\u25cc${character}` : character
}

/** Where the character is written: in that file, else in any; written by its number it has a file only. */
function maybePlace(character: string, file: string | undefined, manuscripts: readonly Manuscript[]): Place | undefined {
  const first = manuscripts.find((manuscript) => manuscript.file === file)
  const found = [...first ? [first] : [], ...manuscripts].find(({text}) => text.includes(character))
  if (!found) return file === undefined ? undefined : {file}
  const before = found.text.slice(0, found.text.indexOf(character)).split('\n')
  return {file: found.file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1}
}
