import {describe, expect, it} from 'vitest'
import {htmlOf, tryParse} from './support.ts'

describe('titles', () => {
  it('drops a first heading that repeats the title', () => {
    expect(tryParse('---\ntitle: Inside sales\n---\n\n# Inside  Sales!\n## More').html).toBe('<h2 id="more">More</h2>')
  })

  it('keeps another first heading', () => {
    expect(htmlOf('# Other\n## More')).toBe('<h2 id="other">Other</h2><h3 id="more">More</h3>')
  })

  it('takes the first heading as title where front matter has none', () => {
    const {article, html, codes} = tryParse('# Cold *calling*\n\nText.')
    expect({title: article.title, html, codes}).toEqual({title: 'Cold calling', html: '<p>Text.</p>', codes: []})
  })

  it('makes the slug readable as a last resort', () => {
    const {article, codes} = tryParse('Text.', {slug: 'a/cold-calling'})
    expect([article.title, codes]).toEqual(['Cold calling', ['parse/missing-title']])
  })

  it('keeps index marks of a dropped heading', () => {
    expect(tryParse('---\ntitle: Sales\n---\n# :index[Sales]\n\nText.').html).toBe('<p><mark-index entry="Sales"></mark-index>Text.</p>')
  })

  it('survives an empty file and one with front matter only', () => {
    expect(tryParse('')).toMatchObject({html: '', article: {title: 'Cold calling', words: 0}})
    expect(tryParse('---\ntitle: X\n---')).toMatchObject({html: '', codes: []})
  })
})

describe('headings', () => {
  it('start at the second level and never skip one', () => {
    expect(htmlOf('### a\n###### b\n##### c\n## d\n#### e')).toBe(
      '<h2 id="a">a</h2><h3 id="b">b</h3><h3 id="c">c</h3><h2 id="d">d</h2><h3 id="e">e</h3>')
  })

  it('have ids of their own: explicit, else from their words', () => {
    expect(htmlOf('## Same\n## Same\n## Other {#mine}\n## Une idée\n## React {/*anchor*/}\n## Hexo [#spot]\n## ???')).toBe(
      '<h2 id="same">Same</h2><h2 id="same-1">Same</h2><h2 id="mine">Other</h2><h2 id="une-idée">Une idée</h2>' +
      '<h2 id="anchor">React</h2><h2 id="spot">Hexo</h2><h2 id="section">???</h2>')
  })

  it('that are empty go', () => expect(htmlOf('##\n\n## <b></b>\n\nText')).toBe('<p>Text</p>'))

  it('keep their level in code and quotations', () => {
    expect(htmlOf('```\n# x {/*y*/}\n```\n> # q')).toBe('<pre><code># x {/*y*/}\n</code></pre><blockquote><h2 id="q">q</h2></blockquote>')
  })

  it('take no number of a note into their id', () => {
    expect(htmlOf('## Title[^1]\n\n[^1]: Note.')).toContain('<h2 id="title">')
  })
})
