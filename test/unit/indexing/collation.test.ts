/** Letter headings and order of an index in each language. */
import {describe, expect, it} from 'vitest'
import {makeIndexOrder} from '../../../src/indexing/collation.ts'

/** Headings in order, each with its letter. */
function arrange(language: string, headings: readonly string[]): string {
  const order = makeIndexOrder(language)
  return headings.map(order.keyOf).sort(order.compare).map((key) => `${order.letterOf(key) ?? '#'}:${key}`).join(' ')
}

describe('the index order of a language', () => {
  it.each([
    ['en', ['The Market', 'an Offer', '3D', 'résumé', 'Rest'], '#:3D M:Market O:Offer R:Rest R:résumé'],
    ['fr', ['Élan', "L'achat", 'œuvre', 'zéro', 'la vente', '« Prix »'], 'A:achat E:Élan O:œuvre P:Prix » V:vente Z:zéro'],
    ['es', ['ñandú', 'nota', 'Ábaco', 'llave', 'chico', 'El precio'], 'A:Ábaco C:chico L:llave N:nota Ñ:ñandú P:precio'],
    ['de', ['Ölpreis', 'Das Angebot', 'Straße', 'Oper', 'über'], 'A:Angebot O:Ölpreis O:Oper S:Straße U:über'],
    ['pt-BR', ['Água', 'O preço'], 'A:Água P:preço'],
    ['cs', ['chata', 'cena', 'čas', 'hora', 'ibis'], 'C:cena Č:čas H:hora Ch:chata I:ibis'],
    ['hu', ['csere', 'cukor', 'szó', 'sor', 'zsák', 'zár'], 'C:cukor Cs:csere S:sor Sz:szó Z:zár Zs:zsák'],
    ['sv', ['Ångström', 'Ära', 'Zon', 'Öl'], 'Z:Zon Å:Ångström Ä:Ära Ö:Öl'],
    ['tr', ['ıssız', 'iş', 'çay'], 'Ç:çay I:ıssız İ:iş'],
    ['ru', ['Ёлка', 'еда', 'Яблоко', 'CRM', 'École'], 'Е:еда Е:Ёлка Я:Яблоко C:CRM E:École'],
    ['el', ['ωμέγα', 'Άλφα'], 'Α:Άλφα Ω:ωμέγα'],
    ['ar', ['المبيعات', 'الهاتف', 'والدة', 'بالون', 'CRM'], 'ب:بالون م:مبيعات ه:هاتف و:والدة C:CRM'],
    ['he', ['מכירות', 'לקוח'], 'ל:לקוח מ:מכירות'],
    ['hi', ['बिक्री', 'ग्राहक', 'अंदर', 'CRM'], 'अ:अंदर ग:ग्राहक ब:बिक्री C:CRM'],
    ['th', ['แผน', 'เก้าอี้', 'การขาย', 'ไทย', 'CRM'], 'ก:การขาย ก:เก้าอี้ ท:ไทย ผ:แผน C:CRM'],
    ['ko', ['할인', '고객', '까치', '영업', 'CRM'], 'ㄱ:고객 ㄱ:까치 ㅇ:영업 ㅎ:할인 C:CRM'],
    ['ja', ['カタカナ', 'えいぎょう', 'がいきん', 'っ', '営業', 'CRM'], 'C:CRM あ:えいぎょう か:がいきん か:カタカナ た:っ 漢字:営業'],
    ['zh-Hans', ['销售', '客户', '阿', 'CRM'], 'A:阿 K:客户 X:销售 C:CRM'],
    ['zh-CN', ['销售'], 'X:销售'],
    ['zh-Hant', ['銷售', '客戶', '一'], '1畫:一 9畫:客戶 15畫:銷售'],
    ['zh-TW', ['銷售'], '15畫:銷售'],
    ['la', ['amor', 'Ōra'], 'A:amor O:Ōra']
  ])('%s', (language, headings, expected) => expect(arrange(language, headings)).toBe(expected))

  it('passes over punctuation, and keeps a heading that is nothing else', () => {
    const {keyOf, letterOf} = makeIndexOrder('en')
    expect(['.NET', '“Deal”', '$', 'A', 'The', ''].map(keyOf)).toEqual(['NET', 'Deal”', '$', 'A', 'The', ''])
    expect(['$', '9', '', '😀'].map(letterOf)).toEqual([undefined, undefined, undefined, undefined])
  })

  it('gives a heading of its own to a script without letters of ours', () => expect(makeIndexOrder('en').letterOf('яблоко')).toBe('Я'))
  it('orders numbers by value', () => expect(arrange('en', ['10 rules', '9 rules'])).toBe('#:9 rules #:10 rules'))
})
