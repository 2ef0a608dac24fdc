import {describe, expect, it} from 'vitest'
import {readFrontMatter, readSlug} from '../../../src/core/front-matter.ts'
import {tryParse} from './support.ts'

describe('front matter', () => {
  it('reads every key', () => {
    const {article, codes} = tryParse([
      '---', 'title: Cold calling', 'description: Calls &#39;out of the blue&#39;', 'keywords: [one, {term: Two, sort-as: too}, ""]', 'order: 3', 'draft: true',
      'aliases: [a, b]', 'author: Ann Lee', 'translators:', '  - name: Bo', 'lang: ar', 'sort-as: calling', '---', 'Text.'
    ].join('\n'))
    expect(codes).toEqual([])
    expect(article).toMatchObject({
      title: 'Cold calling', description: "Calls 'out of the blue'", keywords: [{term: 'one'}, {term: 'Two', sortAs: 'too'}], order: 3, draft: true,
      aliases: ['a', 'b'], authors: ['Ann Lee'], translators: ['Bo'], textLanguage: 'ar', direction: 'rtl', sortAs: 'calling'
    })
  })

  it.each([
    ['a byte order mark', '\uFEFF---\ntitle: X\n---\nBody'],
    ['CRLF', '---\r\ntitle: X\r\n---\r\nBody'],
    ['blanks behind the fence', '---  \ntitle: X\n--- \nBody'],
    ['a blank line before it', '\n---\ntitle: X\n---\nBody'],
    ['no opening fence', 'title: X\n---\nBody'],
    ['capitalised keys', '---\nTitle: X\n---\nBody'],
    ['TOML', '+++\ntitle = "X"\ndate = 2020-01-01\n[extra]\na = 1\n+++\nBody']
  ])('tolerates %s', (_, text) => {
    const {article, html, codes} = tryParse(text)
    expect({title: article.title, html, codes}).toEqual({title: 'X', html: '<p>Body</p>', codes: []})
  })

  it('reads a title without the blank after the colon and says so', () => {
    const {article, places} = tryParse('---\ntitle:While-loop\n---\nBody')
    expect(article.title).toBe('While-loop')
    expect(places).toEqual(['joined-key 2:7'])
  })

  it.each([
    ['1.10', '1.10'], ['1984', '1984'], ['"true"', 'true'], ['yes', 'yes'], ['2024-03-10', '2024-03-10'], ['"<blink>"', '<blink>'],
    ['"`code` and **bold**"', 'code and bold'], ['"[a](b) snake_case_word 2 * 3"', 'a snake_case_word 2 * 3'], ['"A &amp; B"', 'A & B']
  ])('title %s is the text %s', (written, title) => expect(tryParse(`---\ntitle: ${written}\n---\n`).article.title).toBe(title))

  it('splits comma strings and drops empty entries', () => {
    expect(tryParse('---\ntitle: X\nkeywords: Business,Small Business\n---\n').article.keywords).toEqual([{term: 'Business'}, {term: 'Small Business'}])
    expect(tryParse('---\ntitle: X\ntags: ["x", "", ""]\n---\n').article.keywords).toEqual([{term: 'x'}])
  })

  it('salvages the title of broken YAML, keeps the body and blames the line', () => {
    const {article, html, places} = tryParse('---\ntitle: Foo: Bar\nother: [\n---\nBody')
    expect(article.title).toBe('Foo: Bar')
    expect(html).toBe('<p>Body</p>')
    expect(places).toEqual(['broken-front-matter 2:8'])
  })

  it.each([
    ['aliases of YAML', '---\ntitle: X\na: &a [1]\nb: *a\n---\nBody'],
    ['a forbidden key', '---\ntitle: X\n__proto__: 1\n---\nBody'],
    ['deep nesting', `---\ntitle: X\na: ${'['.repeat(40)}\n---\nBody`],
    ['deep blocks', `---\ntitle: X\na: ${'\n- '.repeat(1)}${'- '.repeat(3000)}x\n---\nBody`],
    ['too many bytes', `---\ntitle: X\na: ${'x'.repeat(20_000)}\n---\nBody`],
    ['no closing fence', '---\ntitle: X\n\nBody'],
    ['a duplicate key', '---\ntitle: X\ntitle: Y\n---\nBody'],
    ['broken TOML', '+++\ntitle = "X"\nfoo = = 1\n+++\nBody']
  ])('refuses %s with one warning, keeping title and body', (_, text) => {
    const {article, html, codes} = tryParse(text)
    expect({title: article.title, html, codes}).toEqual({title: 'X', html: '<p>Body</p>', codes: ['parse/broken-front-matter']})
  })

  it('never runs code and takes other fences as text', () => {
    const {html, codes} = tryParse('---js\nprocess.exit(1)\n---\nBody')
    expect(html).toContain('process.exit(1)')
    expect(codes).toEqual(['parse/missing-title'])
  })

  it('takes thematic breaks for what they are', () => {
    expect(readFrontMatter('---\nJust words.\n---\nMore').entries).toEqual([])
    expect(tryParse('---\n\nWords here\n\n---\n\nMore').html).toBe('<hr></hr><p>Words here</p><hr></hr><p>More</p>')
  })

  it('takes a second-level heading for what it is', () => {
    expect(tryParse('Something new: here\n---\nBody').html).toBe('<h2 id="something-new-here">Something new: here</h2><p>Body</p>')
  })

  it('suggests the key that was meant and is silent about others', () => {
    const {found} = tryParse('---\ntitle: X\nkeywrods: a\nlayout: post\nms.date: 1\ndate: 2020\n---\n')
    expect(found.map(({message, place}) => [message.slice(0, 63), place?.line])).toEqual([['Unexpected key "keywrods" in front matter, expected "keywords"?', 3]])
  })

  it('blames wrong values at their place', () => {
    const {places, article} = tryParse('---\ntitle: [A, B]\norder: first\ndraft: maybe\nlang: xx-invalid-yy\ndir: up\n---\n')
    expect(places).toEqual(['wrong-value 2:1', 'wrong-value 3:1', 'wrong-value 4:1', 'wrong-value 5:1', 'wrong-value 6:1'])
    expect(article).toMatchObject({title: 'A', draft: false})
  })

  it('finds an explicit slug cheaply', () => {
    expect(readSlug('---\ntitle: X\nslug: cold-calling\n---\n')).toBe('cold-calling')
    expect(readSlug('+++\nslug = "a"\n+++\n')).toBe('a')
    expect(readSlug('---\ntitle: X\n---\nslug: in-body')).toBeUndefined()
  })
})
