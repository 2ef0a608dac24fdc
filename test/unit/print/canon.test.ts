import {describe, expect, it} from 'vitest'
import {mergePdf, type BookFacts} from '../../../src/emit/print/pdf-merge.ts'
import {readPdf} from '../../../src/emit/print/pdf-reader.ts'

const facts: BookFacts = {
  title: 'T', authors: [], description: undefined, language: 'en', direction: 'ltr', identifier: 'urn:uuid:1', modified: 0, numbering: {frontPages: 0}, outline: [], width: 148, height: 210,
  nameById: new Map([['there', 'The place']])
}

/** A tagged page with a link, whose rectangles and the numbers of whose table cells are given: objects in the order of the array. */
function makePrint(rectangles: readonly string[], cells: readonly [first: string, second: string]): Uint8Array {
  const content = '/P <</MCID 0 >>BDC\n0 0 1 1 re\nf\nEMC\n'
  const [page, tree, dests, link, head, headB, cell, document, root, parents, ids] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
  const annotations = rectangles.map((_, at) => 14 + at)
  const catalog = 14 + rectangles.length
  const objects = [
    '<</Title (T)>>', `<</Length ${content.length}>> stream\n${content}\nendstream`,
    `<</Type /Page\n/Resources <<>>\n/MediaBox [0 0 420 594.95996]\n/Annots [${annotations.map((n) => `${n} 0 R`).join(' ')}]\n/Contents 2 0 R\n/StructParents 0\n/Parent ${tree} 0 R>>`,
    `<</Type /Pages\n/Count 1\n/Kids [${page} 0 R]>>`, `<</there [${page} 0 R /XYZ 6 582.2 0]>>`,
    `<</Type /StructElem\n/S /Link\n/P ${document} 0 R\n/Pg ${page} 0 R\n/K [0 ${annotations.map((n) => `<</Type /OBJR\n/Obj ${n} 0 R\n/Pg ${page} 0 R>>`).join(' ')}]>>`,
    `<</Type /StructElem\n/S /TH\n/ID (${cells[0]})\n/P ${document} 0 R>>`, `<</Type /StructElem\n/S /TH\n/ID (${cells[1]})\n/P ${document} 0 R>>`,
    `<</Type /StructElem\n/S /TD\n/A <</O /Table\n/Headers [${[...cells].sort().map((node) => `(${node})`).join(' ')}]>>\n/P ${document} 0 R>>`,
    `<</Type /StructElem\n/S /Document\n/P ${root} 0 R\n/K [${link} 0 R ${head} 0 R ${headB} 0 R ${cell} 0 R]>>`,
    `<</Type /StructTreeRoot\n/K ${document} 0 R\n/ParentTreeNextKey ${annotations.length + 1}\n/ParentTree ${parents} 0 R\n/IDTree ${ids} 0 R>>`,
    `<</Nums [${[0, ...annotations.map((_, at) => at + 1)].map((key) => `${key} ${link} 0 R`).join(' ')}]>>`,
    `<</Names [${[[cells[0], head] as const, [cells[1], headB] as const].sort().map(([node, n]) => `(${node}) ${n} 0 R`).join(' ')}]>>`,
    ...rectangles.map((rectangle, at) => `<</Type /Annot\n/Subtype /Link\n/F 4\n/Rect [${rectangle}]\n/Dest /there\n/StructParent ${at + 1}>>`),
    `<</Type /Catalog\n/Pages ${tree} 0 R\n/Dests ${dests} 0 R\n/StructTreeRoot ${root} 0 R>>`
  ]
  let file = '%PDF-1.4\n'
  const rows = objects.map((body, at) => {
    const row = `${String(file.length).padStart(10, '0')} 00000 n \n`
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return row
  })
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${objects.length + 1}\n/Root ${catalog} 0 R\n/Info 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

const merge = (rectangles: readonly string[], cells: readonly [string, string] = ['node00000001', 'node00000002'], more: Partial<BookFacts> = {}): string =>
  Buffer.from(mergePdf([makePrint(rectangles, cells)], {...facts, ...more}).bytes).toString('latin1')

describe('the form of a merged print', () => {
  const whole = merge(['154.78125 485.45996 175.03125 499.70996'])

  it('is the same whether the browser divided a link on one line or not', () => {
    expect(merge(['154.78125 485.45996 164.53125 499.70996', '164.53125 485.45996 175.03125 499.70996'])).toBe(whole)
    expect(merge(['164.53125 485.45996 175.03125 499.70996', '154.78125 485.45996 164.53125 499.70996'])).toBe(whole)
    expect(merge(['154.78125 485.45996 160 499.70996', '160 485.45996 170 499.70996', '170 485.45996 175.03125 499.70996'])).toBe(whole)
    expect(whole).toContain('/Rect [154.78125 485.45996 175.03125 499.70996]')
  })

  it('leaves a link on two lines two rectangles, and those that do not touch', () => {
    expect(merge(['100 485 164 499', '20 470 60 484']).match(/\/Type \/Annot\n/g)).toHaveLength(2)
    expect(merge(['100 485 164 499', '165 485 180 499']).match(/\/Type \/Annot\n/g)).toHaveLength(2)
  })

  it('joins what stands above one another in vertical lines only', () => {
    const divided = ['100 400 112 450', '100 300 112 400']
    expect(merge(divided).match(/\/Type \/Annot\n/g)).toHaveLength(2)
    expect(merge(divided, undefined, {isVertical: true})).toContain('/Rect [100 300 112 450]')
    expect(merge(['100 400 112 450', '88 400 100 450'], undefined, {isVertical: true}).match(/\/Type \/Annot\n/g)).toHaveLength(2)
  })

  it('does not depend on the ids that the browser happened to give', () => {
    expect(merge(['154.78125 485.45996 175.03125 499.70996'], ['node00000099', 'node00000012'])).toBe(whole)
    expect(whole).toContain('/Headers [(p0000n000000) (p0000n000001)]')
  })

  it('has no holes: every object and every key of the parent tree is there', () => {
    const pdf = readPdf(Buffer.from(merge(['1 1 2 2', '2 1 3 2', '3 9 4 10']), 'latin1'))
    expect(pdf.starts.slice(1).every((start) => start > 0)).toBe(true)
    const keys = [...pdf.bytes.toString('latin1').matchAll(/\/StructParents? (\d+)/g)].map(([, key]) => Number(key)).sort()
    expect(keys).toEqual([0, 1, 2])
    expect(pdf.bytes.toString('latin1')).toContain('/ParentTreeNextKey 3')
  })

  it('says where each link leads', () => {
    expect(whole).toContain('<</Type /Annot\n/Contents (The place)\n/Subtype /Link')
  })
})
