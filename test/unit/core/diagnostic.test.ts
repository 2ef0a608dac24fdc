/** The table of diagnostics, their order, their text. */
import {describe, expect, it} from 'vitest'
import {codes, makeDiagnostic, makeLedger, maybeSeverity, sortDiagnostics} from '../../../src/core/diagnostic.ts'
import {formatDiagnostic, formatDiagnostics, formatJson, formatSummary} from '../../../src/reporter.ts'
import {applySilences} from '../../../src/silence.ts'

const at = (file: string, line?: number, column?: number) => makeDiagnostic('read/encoding', {file}, {file, ...(line !== undefined && {line}), ...(column !== undefined && {column})})

describe('diagnostics', () => {
  it('have codes of the form stage/problem', () => {
    for (const code of codes) expect(code).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z0-9]+)*$/)
    expect([maybeSeverity('read/yaml'), maybeSeverity('link/dangling'), maybeSeverity('toString'), maybeSeverity('')]).toEqual(['fatal', 'warning', undefined, undefined])
  })

  it('are collected with their sentence and facts', () => {
    const {list, report} = makeLedger()
    report('read/trim', {trim: 'A9'}, {file: 'publication.yaml', line: 2})
    expect(list).toEqual([{code: 'read/trim', severity: 'fatal', facts: {trim: 'A9'}, message: expect.stringContaining('`A9`'), place: {file: 'publication.yaml', line: 2}}])
  })

  it('are sorted by place, code points not locale, and told once', () => {
    const list = [at('b', 10), at('b', 9, 2), at('é'), at('a', 3), at('Z'), at('b', 9, 1), at('a'), at('a', 3)]
    expect(sortDiagnostics(list).map(({place}) => [place?.file, place?.line, place?.column].join(':'))).toEqual(['Z::', 'a::', 'a:3:', 'b:9:1', 'b:9:2', 'b:10:', 'é::'])
    expect(sortDiagnostics([...list].reverse())).toEqual(sortDiagnostics(list))
    expect(sortDiagnostics([makeDiagnostic('read/no-terms', {language: 'mi'}), makeDiagnostic('read/no-terms', {language: 'la'})])).toHaveLength(2)
  })

  it('are one line each; a thousand alike do not hide one other', () => {
    expect(formatDiagnostic(at('a', 3, 4))).toMatch(/^a:3:4: warning: .* \(read\/encoding\)$/)
    expect(formatDiagnostic(makeDiagnostic('read/no-terms', {language: 'mi'}))).toMatch(/^publication: warning: /)
    expect(formatDiagnostic(makeDiagnostic('read/trim', {trim: 'x'}))).toContain(': error: ')
    const text = formatDiagnostics([...Array.from({length: 30}, (_, n) => at('a', n)), makeDiagnostic('read/trim', {trim: 'x'})], 20)
    expect(text.trimEnd().split('\n')).toHaveLength(22)
    expect(text).toContain('… and 10 more of read/encoding')
  })

  it('and results are JSON for machines, a table for people', () => {
    const made = {language: 'fr', articles: 2, working: 3, dangling: 1, sizes: [1_234_567], published: false, products: [{format: 'pdf' as const, language: 'fr', path: 'fr/b.pdf', pages: 12, links: 9}]}
    expect(JSON.parse(formatJson({made: [made], diagnostics: [at('a')], misconfigured: false}))).toMatchObject({products: [{language: 'fr'}], diagnostics: [{code: 'read/encoding'}]})
    expect(formatSummary([made])).toMatch(/\(not published\) fr\/b\.pdf +12 +2 +3 working, 1 dangling +9 +1\.2 MB/)
    expect(formatSummary([{...made, products: [], sizes: []}])).toBe('fr: 2 articles, links between articles: 3 working, 1 dangling\n')
    expect(formatSummary([])).toBe('')
  })

  it('are silenced only when they are warnings', () => {
    const silence = {code: 'read/trim', place: {file: 'publication.yaml'}}
    expect(applySilences([makeDiagnostic('read/trim', {trim: 'x'})], [silence])).toHaveLength(1)
    expect(applySilences([], [silence], true).map(({code}) => code)).toEqual(['read/unused-silence'])
    expect(applySilences([at('a')], [{...silence, code: 'read/encoding'}], true)).toEqual([])
  })
})
