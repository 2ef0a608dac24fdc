import {describe, expect, it} from 'vitest'
import {colourLinks, markArtifacts} from '../../../src/emit/print/pdf-content.ts'

const join = (...lines: readonly string[]): string => lines.join('\n')
const marked = ['/P <</MCID 0 >>BDC', 'BT', '/F4 10 Tf', '<0001> Tj', 'ET', '0 0 9 1 re', 'f', 'EMC']

describe('markArtifacts', () => {
  it('marks text, paths and pictures outside of the structure, and nothing else', () => {
    expect(markArtifacts(join('q', ...marked, 'BT', '<0002> Tj', 'ET', '1 1 m', '2 2 l', 'S', '/X5 Do', 'Q'))).toBe(join(
      'q', ...marked, '/Artifact BMC', 'BT', '<0002> Tj', 'ET', 'EMC', '/Artifact BMC', '1 1 m', '2 2 l', 'S', 'EMC', '/Artifact BMC', '/X5 Do', 'EMC', 'Q'))
  })

  it('leaves clips, what is marked within a text, and what is an artifact already', () => {
    const content = join('0 0 9 9 re', '0 0 9 9 re', 'W* n', 'BT', '/P <</MCID 1 >>BDC', '<0001> Tj', 'EMC', 'ET', '/Artifact <</Type /Pagination>> BDC', '/X5 Do', 'EMC')
    expect(markArtifacts(content)).toBe(content)
  })
})

describe('colourLinks', () => {
  const colour = [0.1, 0.2, 0.3] as const

  it('colours the black text of links and gives the colour back', () => {
    expect(colourLinks(join('0 0 0 RG 0 0 0 rg', ...marked, '/P <</MCID 1 >>BDC', 'EMC'), new Set([0]), colour)).toBe(join(
      '0 0 0 RG 0 0 0 rg', marked[0] ?? '', '0.1 0.2 0.3 rg', ...marked.slice(1, -1), '0 0 0 rg', 'EMC', '/P <</MCID 1 >>BDC', 'EMC'))
  })

  it('leaves other colours within a link, and follows saved states', () => {
    const open = '/P <</MCID 0 >>BDC'
    expect(colourLinks(join(open, 'q', '1 0 0 rg', 'f', 'Q', 'f', '0 0 0 rg', 'f', 'EMC'), new Set([0]), colour)).toBe(join(
      open, '0.1 0.2 0.3 rg', 'q', '1 0 0 rg', 'f', 'Q', '0.1 0.2 0.3 rg', 'f', '0.1 0.2 0.3 rg', 'f', '0 0 0 rg', 'EMC'))
  })
})
