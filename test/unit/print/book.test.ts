import {describe, expect, it} from 'vitest'
import {PressError, type Press} from '../../../src/core/world.ts'
import {verifyPrint} from '../../../src/verify/print.ts'
import {makeSampleEdition} from '../../support/edition.ts'
import {printWith} from '../../support/print.ts'
import {makeSkiaPress} from '../../support/skia-pdf.ts'

const edition = makeSampleEdition('fr', {articles: 6})

describe('emitPrint', () => {
  it('prints twice when nothing moves: once to measure, once with numbers and tags; then the margins', async () => {
    const press = makeSkiaPress()
    const {product, codes} = await printWith(press)
    expect(codes).toEqual([])
    expect(press.jobs.map(({tagged}) => tagged)).toEqual([false, false, true, true, false])
    expect(product.path).toBe('fr/small-shop-fr.pdf')
    expect(product.pages).toBe(6 + 10)
    expect([product.folios.get('contents'), product.folios.get('part-meeting'), product.folios.get('inside-sales')]).toEqual(['v', '1', '2'])
  })

  it('prints only those chunks again that changed', async () => {
    const press = makeSkiaPress((_, html) => /href="urn:x:[^"]*">0</.test(html) && html.includes('class="contents"') ? 2 : 1)
    await printWith(press, edition, 2)
    expect(press.jobs.length).toBeLessThanOrEqual(2 * 6 + 1)
  })

  it('finds the same numbers whatever the chunks', async () => {
    const lengthOf = (id: string): number => id.length % 3 + 1
    const whole = await printWith(makeSkiaPress(lengthOf))
    for (const size of [1, 2, 3, 5]) {
      const cut = await printWith(makeSkiaPress(lengthOf), edition, size)
      expect(cut.codes).toEqual([])
      expect([...cut.product.folios].sort()).toEqual([...whole.product.folios].sort())
      expect(cut.product.pages).toBe(whole.product.pages)
    }
  })

  it('gives up on numbers that never settle', async () => {
    const press = makeSkiaPress((id, html) => id === 'part-meeting' ? 1 : html.includes('>p. 3<') && id === 'inside-sales' ? 2 : 1)
    const {product, codes} = await printWith(press)
    expect(codes).toEqual(['print/unsettled'])
    expect(product.content.length).toBe(0)
  })

  it('refuses a book that the browser shrank', async () => {
    const {codes} = await printWith(makeSkiaPress(() => 1, {scale: 2.083}))
    expect(codes).toEqual(['print/shrunk', 'print/shrunk'])
  })

  it('reports a browser that died, and nothing else that goes wrong', async () => {
    const dead = {...makeSkiaPress(), print: async () => { throw new PressError('killed') }}
    expect((await printWith(dead)).codes).toEqual(['print/press-failed', 'print/press-failed'])
    const odd = {...makeSkiaPress(), print: async () => { throw new TypeError('bug') }}
    await expect(printWith(odd)).rejects.toThrow('bug')
  })
})

describe('verifyPrint', () => {
  const verified = async (change: (made: Awaited<ReturnType<typeof printWith>>) => Parameters<typeof verifyPrint>) => {
    const made = await printWith(makeSkiaPress())
    verifyPrint(...change(made))
    return [...new Set(made.list.map(({code}) => code))]
  }

  it('is silent about a sound book', async () => {
    expect(await verified(({product, report}) => [product, edition, product.folios, report])).toEqual([])
  })

  it('finds a number that emit reckoned wrong', async () => {
    expect(await verified(({product, report}) => [product, edition, new Map([...product.folios, ['index', '3']]), report])).toEqual(['print/folio-wrong'])
  })

  it('finds a number that was printed wrong', async () => {
    const wrong: Press = {...makeSkiaPress(), print: (job) => makeSkiaPress().print({...job, html: job.html.replace(/(href="#?(?:urn:x:)?cold-calling">)\d+</, '$17<')})}
    const made = await printWith(wrong)
    verifyPrint(made.product, edition, made.product.folios, made.report)
    expect(made.list.map(({message}) => message).join()).toContain('“7” printed for “cold-calling”, expected 4')
  })

  it('finds links that lead nowhere', async () => {
    expect(await verified(({product, report}) => {
      const content = Buffer.from(Buffer.from(product.content).toString('latin1').replace(/\/Dest \/index\b/, '/Dest /indeX'), 'latin1')
      return [{...product, content}, edition, product.folios, report]
    })).toContain('print/link-dead')
  })

  it('refuses what is no PDF', async () => {
    expect(await verified(({product, report}) => [{...product, content: product.content.slice(0, -9)}, edition, product.folios, report])).toEqual(['print/unsound'])
  })
})
