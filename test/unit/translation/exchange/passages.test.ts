/** Passages without the marks of what they stand in, their tokens, and values of front matter. */
import {describe, expect, it} from 'vitest'
import {setFrontValue} from '../../../../src/translation/exchange/front-values.ts'
import {maybeDamage} from '../../../../src/translation/exchange/markup.ts'
import {openPassage} from '../../../../src/translation/exchange/passages.ts'
import {readTokens, textOf, type Token} from '../../../../src/translation/exchange/tokens.ts'

describe('a passage', () => {
  const open = (text: string, from: string, isHeading = false): ReturnType<typeof openPassage> => openPassage(text, [text.indexOf(from), text.trimEnd().length], isHeading)
  it.each([
    ['a heading', '## Words {#id}\n', '## ', true, 'Words', 'Mots', '## Mots {#id}'],
    ['a heading with a line below', 'Words\n=====\n', 'Words', true, 'Words', 'Mots', 'Mots\n====='],
    ['a quotation', '> one\n> two\n', 'one', false, 'one\ntwo', 'un\n\ndeux', 'un\n>\n> deux'],
    ['an item', '- one\n  two\n', 'one', false, 'one\ntwo', 'un\ndeux', 'un\n  deux'],
    ['a task', '- [ ] one\n  two\n', 'one', false, 'one\ntwo', 'un\ndeux', 'un\n  deux'],
    ['a note', '[^1]: one\n    two\n', 'one', false, 'one\ntwo', 'un\ndeux', 'un\n    deux'],
    ['a lazy line', '> one\ntwo\n', 'one', false, 'one\ntwo', 'un\ndeux', 'un\n> deux'],
    ['lines of Windows', '- one\r\n  two\r\n', 'one', false, 'one\ntwo', 'un\ndeux', 'un\r\n  deux']
  ])('of %s', (_, text, from, isHeading, words, other, written) => {
    const passage = open(text, from, isHeading)
    expect(passage.text).toBe(words)
    expect(passage.write(other)).toBe(written)
    if (!text.includes('two\n') || !text.startsWith('> one\ntwo')) expect(passage.write(words)).toBe(text.slice(text.indexOf(from)).trimEnd())
  })
})

describe('tokens', () => {
  const show = (tokens: readonly Token[]): string => tokens.map((token) => token.type === 'text' ? token.text : token.type === 'mark' ? `<${token.kind}>` : `<${token.kind}:${show(token.children)}>`).join('')
  it.each([
    ['See [the `hive`](/hive "A (b)") and ![a jar](jar.png).', 'See <link:the <code>> and <picture:a jar>.'],
    ['A note[^1], {name}, %s, {{ x }}, {% tag a %}, 50 % des', 'A note<note>, <placeholder>, <placeholder>, <placeholder>, <placeholder>, 50 % des'],
    ['<b>Bold</b> <https://example.org> https://example.org/a.', '<html>Bold<html> <address> <address>.'],
    ['[words][name] and [words] and \\[no](x) and `open', '<link:words> and [words] and \\[no](x) and `open'],
    [':index[honey]{entry="Honey"} :span[miel]{lang=fr}', '<span:honey>{entry="Honey"} <span:miel>'],
    ['``a ` b`` and `c', '<code> and `c']
  ])('of %s', (text, shown) => {
    expect(show(readTokens(text))).toBe(shown)
    expect(readTokens(text).map(textOf).join('')).toBe(text)
  })
  it('of hostile text come back whole, soon', () => {
    for (const text of ['['.repeat(5000), '`'.repeat(5000), '![('.repeat(2000), '{{'.repeat(5000), '<a '.repeat(3000), ':a['.repeat(3000)]) expect(readTokens(text).map(textOf).join('')).toBe(text)
  })
})

describe('damage', () => {
  const languages = {source: 'en', target: 'fr'}
  it('is what was lost, and what has come in', () => {
    expect(maybeDamage('See [honey](/honey) `x`[^1].', 'Voir [le miel](/fr/honey) `x`[^1].', languages)).toBeUndefined()
    expect(maybeDamage('See [honey](/honey).', 'Voir [le miel] (/honey).', languages)?.lost).toEqual(['/honey'])
    expect(maybeDamage('Set `lid`.', 'Mettre « lid ».', languages)?.lost).toEqual(['`lid`'])
    expect(maybeDamage('Words.', 'Mots[^2].', languages)?.added).toEqual(['[^2]'])
    expect(maybeDamage('Dear {name}', 'Cher {nom}', languages)).toEqual({lost: ['{name}'], added: ['{nom}']})
  })
})

describe('a value of front matter', () => {
  it.each([
    ['---\n# a\ntitle: A # b\norder: 1\n---\n\nX', 'title', 'B', '---\n# a\ntitle: B # b\norder: 1\n---\n\nX'],
    ['---\ntitle: "A"\n---\n', 'title', 'B: c', '---\ntitle: "B: c"\n---\n'],
    ['---\ntitle: A\n---\n', 'title', 'B: c', '---\ntitle: "B: c"\n---\n'],
    ['---\ndescription: >\n  A\n  b\ntitle: T\n---\n', 'description', 'C', '---\ndescription: C\ntitle: T\n---\n'],
    ['---\nkeywords: [a, b]\n---\n', 'keywords', 'c, d: e', '---\nkeywords: [c, "d: e"]\n---\n'],
    ['---\nkeywords:\n  - a\n  - b\ntitle: T\n---\n', 'keywords', 'c, d, e', '---\nkeywords:\n  - c\n  - d\n  - e\ntitle: T\n---\n'],
    ['---\ntitle:A\n---\n', 'title', 'B', '---\ntitle: B\n---\n'],
    ['+++\ntitle = "A" # b\nkeywords = ["a"]\n+++\n', 'keywords', 'b, c', '+++\ntitle = "A" # b\nkeywords = ["b", "c"]\n+++\n'],
    ['---\ntitle: A\n---\n', 'description', 'B', '---\ntitle: A\ndescription: B\n---\n'],
    ['# A\n', 'title', 'B', '---\ntitle: B\n---\n\n# A\n'],
    ['---\r\ntitle: A\r\n---\r\n', 'title', 'B', '---\r\ntitle: B\r\n---\r\n']
  ])('%j', (text, key, value, expected) => expect(setFrontValue(text, key, value)).toBe(expected))
  it('is left alone where it is no text', () => expect(setFrontValue('---\nkeywords:\n  - {term: a}\n---\n', 'keywords', 'b')).toBeUndefined())
})
