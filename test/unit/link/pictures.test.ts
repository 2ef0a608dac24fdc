/** Pictures: found, outside, missing, remote. */
import type {Element, ElementContent} from 'hast'
import {describe, expect, it} from 'vitest'
import {h, textOf} from '../../../src/core/hast.ts'
import type {Resource} from '../../../src/core/resources.ts'
import {linkArticles} from '../../../src/link/articles.ts'
import {makeArticle, makePublication, makeReference, makeTerms, tryStage} from '../../support/articles.ts'

function makeResource(path: string): Resource {
  return {path, mediaType: 'image/png', width: 40, height: 30, hash: '0', load: async () => new Uint8Array()}
}

const paths = ['images/Price list.png', 'en/near.png', 'en/sub/deep.png', 'images/café.png']
const resources = new Map([...paths, 'images/tôt.png'.normalize('NFD')].map((path) => [path, makeResource(path)]))

const position = {start: {line: 4, column: 1, offset: 0}, end: {line: 4, column: 9, offset: 0}}

function resolve(src: string, properties: Element['properties'] = {}, wrap = (image: Element): ElementContent => image) {
  const image: Element = {...h('img', {src, alt: 'Two bars', ...properties}), position}
  const article = makeArticle('a', [wrap(image)], {file: 'en/sub/a.md'})
  const terms = {...makeTerms(), words: {...makeTerms().words, 'image-missing': 'Missing: {alternative}', 'image-remote': 'On the web: {alternative}'}}
  const settings = {publication: makePublication(), language: 'en', languagesByName: new Map(), resources, terms}
  const {result, codes, found} = tryStage((report) => linkArticles([article], settings, report))
  return {element: result.articles[0]?.tree.children[0] as Element, codes, found}
}

describe('pictures', () => {
  it.each([
    ['../../images/Price%20list.png', 'images/Price list.png'], ['/images/Price list.png', 'images/Price list.png'], ['images/Price list.png', 'images/Price list.png'],
    ['deep.png', 'en/sub/deep.png'], ['./deep.png?v=2#x', 'en/sub/deep.png'], ['../near.png', 'en/near.png'], ['near.png', 'en/near.png'],
    ['/images/cafe\u0301.png', 'images/café.png'], ['/images/t\u00F4t.png', 'images/to\u0302t.png']
  ])('%s is %s', (src, path) => {
    const {element, codes} = resolve(src)
    expect(codes).toEqual([])
    expect(element.properties).toEqual({src: path, alt: 'Two bars', width: 40, height: 30})
  })

  it('keep the width that the author gave', () => expect(resolve('deep.png', {width: 20}).element.properties).toMatchObject({width: 20}))

  it.each([
    ['../../../secret.png', 'link/outside-picture'], ['gone.png', 'link/missing-picture'], ['%E0%A4%A.png', 'link/missing-picture'], ['', 'link/missing-picture'],
    ['constructor', 'link/missing-picture'], ['https://x.example/a.png', 'link/remote-picture'], ['//x.example/a.png', 'link/remote-picture'], ['file:///etc/passwd', 'link/remote-picture']
  ])('%s is %s and becomes words', (src, code) => {
    const {element, codes, found} = resolve(src)
    expect(codes).toEqual([code])
    expect(found[0]?.place).toEqual({file: 'en/sub/a.md', line: 4, column: 1})
    expect(element.tagName).not.toBe('img')
    expect(textOf(element)).toContain('Two bars')
  })

  it('lead to what is on the web, if it is on the web', () => {
    expect(resolve('//x.example/a.png').element.properties['href']).toBe('https://x.example/a.png')
    expect(resolve('ftp://x.example/a.png').element.tagName).toBe('span')
  })

  it('on the web are no links within links', () => {
    const {element} = resolve('https://x.example/a.png', {}, (image) => ({...makeReference('#'), children: [image]}))
    expect([element.tagName, element.children.map((child) => child.type === 'element' ? child.tagName : child.type)]).toEqual(['a', ['span']])
  })

  it('suggest a file whose name differs in case or marks', () => expect(resolve('price_list.PNG').found[0]?.facts['suggestion']).toBe('images/Price list.png'))
  it('are called by their file where they have no alternative', () => expect(textOf(resolve('x/gone.png', {alt: ''}).element)).toBe('Missing: gone.png'))
})
