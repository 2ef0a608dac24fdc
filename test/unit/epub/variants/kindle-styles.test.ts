import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {fitStyles} from '../../../../src/emit/epub/variants/kindle-styles.ts'

const flat = (css: string): string => fitStyles(css).replaceAll('\n', ' ').trim()

describe('fitStyles', () => {
  it.each([
    ['keeps what is known', 'p { margin: 0 0 1em; text-indent: 0 }', 'p { margin: 0 0 1em; text-indent: 0 }'],
    ['drops limits of size and positions', 'img { max-width: 100%; min-height: 1em; position: absolute; top: 0; height: auto }', 'img { height: auto }'],
    ['drops lengths of the window and keeps what they are added to', 'section { padding-top: 4em; padding-top: 22vh }', 'section { padding-top: 4em }'],
    ['drops negative lengths', 'li { text-indent: -1em; margin: 0 -.5em; padding: 0 }', 'li { padding: 0 }'],
    ['drops variables and what uses them', ':root { --line: 1.6rem } h1 { line-height: var(--line); margin: 0 }', 'h1 { margin: 0 }'],
    ['drops logical sides', 'li { padding: 0 0 0 1em; padding-inline: 1em 0; text-align: start }', 'li { padding: 0 0 0 1em }'],
    ['drops at-rules with all that they hold', '@charset "x}"; @media (max-width: 30em) { table { display: block } } @page { @top-left { content: "{" } } p { margin: 0 }', 'p { margin: 0 }'],
    ['drops selectors of what is not in the text', 'p::before, p:nth-child(2), p { margin: 0 }', 'p { margin: 0 }'],
    ['leaves body text to the reader', 'body { font-size: 1.1em; line-height: 1.5; text-align: justify; hyphens: auto }', 'body { hyphens: auto }'],
    ['is not misled by strings, brackets and comments', 'a[title="};{"], b { /* } */ quotes: ";" "}"; margin: 0 }', 'a[title="};{"], b { quotes: ";" "}"; margin: 0 }'],
    ['knows that a hyphen makes no negative number', 'p { -webkit-hyphens: auto; font-family: "Noto-1 Sans", x-1 }', 'p { -webkit-hyphens: auto; font-family: "Noto-1 Sans", x-1 }'],
    ['bears a sheet that ends too early', 'p { margin: 0; } h1 { margin: 1em', 'p { margin: 0 } h1 { margin: 1em }']
  ])('%s', (_, css, fitted) => expect(flat(css)).toBe(fitted))

  it('has nothing to take from what it gave', () => {
    for (const name of ['base', 'epub', 'kindle', 'scripts/Arab', 'scripts/Jpan', 'scripts/square', 'scripts/upright', 'scripts/hanging', 'scripts/Latn']) {
      const once = fitStyles(readFileSync(new URL(`../../../../styles/${name}.css`, import.meta.url), 'utf8'))
      expect(fitStyles(once)).toBe(once)
    }
  })

  it('loses nothing of the sheet made for Kindle', () => {
    const css = readFileSync(new URL('../../../../styles/kindle.css', import.meta.url), 'utf8')
    expect(fitStyles(css).match(/[^:]+:/g)?.length).toBe(css.replace(/\/\*[^]*?\*\//g, '').match(/[^:]+:/g)?.length)
  })

  it('ends for any text', () => fc.assert(fc.property(fc.array(fc.constantFrom('{', '}', ';', '"', "'", '(', ')', '[', '\\', '@media', 'p', 'a:b', '/*', '*/', ' ')).map((parts) => parts.join('')), (css) => {
    expect(typeof fitStyles(css)).toBe('string')
  })))
})
