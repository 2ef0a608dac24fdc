/** What keeps its own order in a text that runs from right to left. */
import {describe, expect, it} from 'vitest'
import {h} from '../../../src/core/hast.ts'
import {isolateNumbers} from '../../../src/parse/isolates.ts'
import {htmlOf} from './support.ts'

const isolated = (text: string, language = 'ar'): readonly string[] => [...htmlOf(text, {language}).matchAll(/<bdi dir="ltr">(.*?)<\/bdi>/g)].map(([, words = '']) => words)

describe('isolateNumbers', () => {
  it.each([
    ['المسافة 12 km إلى هناك.', ['12 km']], ['اتصل بالرقم +33 1 42 68 53 00 الآن.', ['+33 1 42 68 53 00']], ['هاتف 050-123-4567', ['050-123-4567']], ['الحرارة -5 °C أو -5', ['-5 °C', '-5']],
    ['لغة C++ ولغة C#.', ['C++', 'C#']], ['في 2026-11-22', ['2026-11-22']], ['عدد 10 000 نسخة', ['10 000']], ['السرعة 90 km/h؟', ['90 km/h']], ['الملف /etc/hosts هنا', ['/etc/hosts']], ['استعمل --help هنا', ['--help']],
    ['العدد ١٢ ٣٤ ٥٦', ['١٢ ٣٤ ٥٦']]
  ])('isolates in %s', (text, found) => expect(isolated(text)).toEqual(found))

  it('isolates addresses without what ends the sentence', () => {
    expect(isolated('راجع ftp://example.org/a/.')).toEqual(['ftp://example.org/a/'])
    expect(htmlOf('ראו https://example.org/a/b.', {language: 'he'})).toMatch(/<a href="https:\/\/example.org\/a\/b" dir="ltr" translate="no">https:\/\/example<wbr><\/wbr>.org<wbr><\/wbr>\/a\/b<\/a>\./)
    expect(htmlOf('اكتب إلى a.b@example.org.', {language: 'ar'})).toContain('dir="ltr">a.b@example.org</a>.')
    expect(htmlOf('راجع [الموقع](https://example.org/).', {language: 'ar'})).not.toContain('dir=')
  })

  it('takes no time for texts without end', () => {
    const start = performance.now()
    for (const text of ['(1', 'a.', '1.', 'a', '12 ', '/.', '1-', 'a@', '+1']) isolateNumbers(h('p', {}, `نص ${text.repeat(30_000)}`), 'rtl')
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('leaves alone what the algorithm sets right, code, and what runs from left to right', () => {
    for (const text of ['عام 2026، الساعة 9:30، 3.14', 'صفحة 10-12', 'في Microsoft Office 365 كذلك', '`12 km`', 'نص :span[12 km]{lang=en} نص', '١٢ كم']) expect(isolated(text)).toEqual([])
    expect(isolated('A distance of 12 km', 'en')).toEqual([])
    expect(isolated('Distance :span[المسافة 12 km]{lang=ar}', 'en')).toEqual([])
  })
})
