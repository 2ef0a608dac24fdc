/** Letter headings and order of an index in each language. */
import {describe, expect, it} from 'vitest'
import {lettersOf, makeIndexOrder} from '../../../src/indexing/collation.ts'
import {makeIndex} from '../../../src/indexing/entries.ts'

/** The whole index of headings given in disorder, as `L: one, two | M: three`; `heading=reading` gives a `sort-as`. */
function arrange(language: string, headings: string): string {
  const items = headings.split('; ').map((each) => {
    const [heading = '', reading] = each.split('=')
    return {path: [heading], locator: heading, ...(reading !== undefined && {sortAs: [reading]})}
  })
  const groups = makeIndex(items, language, '#', () => undefined)
  return groups.map(({heading, entries}) => `${heading}: ${entries.map((entry) => entry.heading).join(', ')}`).join(' | ')
}

describe('the index of a language', () => {
  it.each([
    ['en', 'résumé; The Market; Rest; 3D; an Offer; €', '#: €, 3D | M: The Market | O: an Offer | R: Rest, résumé'],
    ['fr', "zéro; Élan; « Prix »; œuvre; L'achat; la vente", "A: L'achat | E: Élan | O: œuvre | P: « Prix » | V: la vente | Z: zéro"],
    ['fr-CA', 'côté; coté; côte; cote', 'C: cote, côte, coté, côté'],
    ['es', 'nota; ¿Qué?; ñandú; llave; lugar; El precio; chico; cosa; Ábaco', 'A: Ábaco | C: chico, cosa | L: llave, lugar | N: nota | Ñ: ñandú | P: El precio | Q: ¿Qué?'],
    ['de', 'Oper; über; Straße; Ölpreis; Das Angebot; Strasse; Eine Frage', 'A: Das Angebot | F: Eine Frage | O: Ölpreis, Oper | S: Strasse, Straße | U: über'],
    ['pt-BR', 'preço; Água; O cliente; coração', 'A: Água | C: O cliente, coração | P: preço'],
    ['it', "uva; L'offerta; Gli sconti; Un’idea", "I: Un’idea | O: L'offerta | S: Gli sconti | U: uva"],
    ['nl', 'zee; De markt; ijs; het huis; ’t Hof', 'H: ’t Hof, het huis | I: ijs | M: De markt | Z: zee'],
    ['ca', 'zona; L’àpat; Els clients; ça', 'A: L’àpat | C: ça, Els clients | Z: zona'],
    ['cs', 'ibis; hora; chata; čas; cena; ulice; řád; rok', 'C: cena | Č: čas | H: hora | Ch: chata | I: ibis | R: rok | Ř: řád | U: ulice'],
    ['sk', 'chata; cena; hora; čaj; auto; ísť', 'A: auto | C: cena | Č: čaj | H: hora | Ch: chata | I: ísť'],
    ['hu', 'zsák; A kert; sor; szó; dzseki; dom; dzéta; csere; Az ár; cukor; gyár; gáz; zár', 'A: Az ár | C: cukor | Cs: csere | D: dom | Dz: dzéta | Dzs: dzseki | G: gáz | Gy: gyár | K: A kert | S: sor | Sz: szó | Z: zár | Zs: zsák'],
    ['pl', 'zero; łąka; lato; źródło; żaba; ćma; cena', 'C: cena | Ć: ćma | L: lato | Ł: łąka | Z: zero | Ź: źródło | Ż: żaba'],
    ['ro', 'țară; tabel; șah; sat; înalt; ie', 'I: ie | Î: înalt | S: sat | Ș: șah | T: tabel | Ț: țară'],
    ['hr', 'njega; nos; ljeto; luk; đak; džep; duga; ćup; čaj', 'Č: čaj | Ć: ćup | D: duga | Dž: džep | Đ: đak | L: luk | Lj: ljeto | N: nos | Nj: njega'],
    ['sr', 'Џеп; Шах; љето; лук; CRM', 'Л: лук | Љ: љето | Џ: Џеп | Ш: Шах | C: CRM'],
    ['sr-Latn', 'ljeto; luk; džep; Лена', 'Dž: džep | L: luk | Lj: ljeto | Л: Лена'],
    ['lt', 'jis; ypatinga; įmonė; imti; zona', 'I: įmonė, imti, ypatinga | J: jis | Z: zona'],
    ['et', 'vaba; õun; tuba; žanr; ülo; zebra', 'Z: zebra | Ž: žanr | T: tuba | V: vaba | Õ: õun | Ü: ülo'],
    ['sv', 'Öl; Ära; Den stora; Zon; Ångström', 'S: Den stora | Z: Zon | Å: Ångström | Ä: Ära | Ö: Öl'],
    ['da', 'ål; øl; Det nye; zoo; æble', 'N: Det nye | Z: zoo | Æ: æble | Ø: øl | Å: ål'],
    ['nb', 'åpning; ørret; ærlig; zoo', 'Z: zoo | Æ: ærlig | Ø: ørret | Å: åpning'],
    ['tr', 'iş; çay; ıssız; cam; şeker; su', 'C: cam | Ç: çay | I: ıssız | İ: iş | S: su | Ş: şeker'],
    ['vi', 'đá; da; ăn; an; âm', 'A: an | Ă: ăn | Â: âm | D: da | Đ: đá'],
    ['ru', 'Яблоко; еда; CRM; Ёлка; École; ель', 'Е: еда, Ёлка, ель | Я: Яблоко | C: CRM | E: École'],
    ['uk', 'гора; ґанок; дім; їжа; ілюзія; яр', 'Г: гора | Ґ: ґанок | Д: дім | І: ілюзія | Ї: їжа | Я: яр'],
    ['bg', 'ютия; щат; ъгъл; API', 'Щ: щат | Ъ: ъгъл | Ю: ютия | A: API'],
    ['el', 'ωμέγα; CRM; Η αγορά; Άλφα; ο κήπος', 'Α: Η αγορά, Άλφα | Κ: ο κήπος | Ω: ωμέγα | C: CRM'],
    ['ar', 'الهاتف; CRM; التزام; والدة; المبيعات; بالون; إدارة; الله; اللهجة', 'ا: إدارة, التزام, الله | ب: بالون | ل: اللهجة | م: المبيعات | ه: الهاتف | و: والدة | C: CRM'],
    ['fa', 'گل; ابر; پول; CRM; ژاله; آب; کتاب', 'آ: آب | ا: ابر | پ: پول | ژ: ژاله | ک: کتاب | گ: گل | C: CRM'],
    ['ur', 'ٹماٹر; تار; CRM; آب; ابر; یاد', 'ا: ابر, آب | ت: تار | ٹ: ٹماٹر | ی: یاد | C: CRM'],
    ['he', 'מכירות; CRM; לקוח; ״ארץ״', 'א: ״ארץ״ | ל: לקוח | מ: מכירות | C: CRM'],
    ['hi', 'CRM; बिक्री; ऑनलाइन; अंदर; क्षमा; ग्राहक; क़लम', 'अ: अंदर | ऑ: ऑनलाइन | क: क़लम, क्षमा | ग: ग्राहक | ब: बिक्री | C: CRM'],
    ['mr', 'ज्ञान; ळ; ॲप; क्षमा; हवा; अंक; CRM', 'ॲ: ॲप | अ: अंक | ह: हवा | ळ: ळ | क्ष: क्षमा | ज्ञ: ज्ञान | C: CRM'],
    ['bn', 'খবর; ক্ষমা; কর; CRM', 'ক: কর | ক্ষ: ক্ষমা | খ: খবর | C: CRM'],
    ['gu', 'ખબર; અંક; આજ; અક્ષર; કર', 'અ: અંક, અક્ષર | આ: આજ | ક: કર | ખ: ખબર'],
    ['ta', 'ஜப்பான்; பணம்; ப்ரியா; CRM; நகரம்; ஸ்ரீ; அறம்', 'அ: அறம் | ந: நகரம் | ப: ப்ரியா, பணம் | ஜ: ஜப்பான் | ஸ: ஸ்ரீ | C: CRM'],
    ['th', 'แผน; CRM; ไทย; เกม; การขาย', 'ก: การขาย, เกม | ท: ไทย | ผ: แผน | C: CRM'],
    ['lo', 'ໄທ; ຫາ; ຫມາ; ເກມ; ກາ', 'ກ: ກາ, ເກມ | ທ: ໄທ | ຫ: ຫມາ, ຫາ'],
    ['ko', '할인; CRM; 까치; 營業; 고객; 經濟; Лена', 'ㄱ: 經濟, 고객, 까치 | ㅇ: 營業 | ㅎ: 할인 | C: CRM | Л: Лена'],
    ['ja', '学習; がいきん; CRM; 営業=えいぎょう; カタカナ; っ; ヴァイオリン', 'C: CRM | あ: ヴァイオリン, 営業 | か: がいきん, カタカナ | た: っ | 漢字: 学習'],
    ['zh-Hans', '销售; 长期; CRM; 客户; 行业; 一个; 3D; 《书》; 会计; 阿; 不是; A股; 重庆', '#: 3D | A: 阿, A股 | B: 不是 | C: 长期, 重庆, CRM | H: 行业 | K: 客户, 会计 | S: 《书》 | X: 销售 | Y: 一个'],
    ['zh-CN', '乱; 绿色; 轮; 路; 略', 'L: 路, 绿色, 乱, 略, 轮'],
    ['zh-Hant', 'CRM; 銷售; 客戶; 一', '1畫: 一 | 9畫: 客戶 | 15畫: 銷售 | C: CRM'],
    ['zh-TW', '銷售', '15畫: 銷售'],
    ['yue', '銷售; 一', '1畫: 一 | 15畫: 銷售'],
    ['la', 'Ōra; amor', 'A: amor | O: Ōra']
  ])('%s', (language, headings, expected) => expect(arrange(language, headings)).toBe(expected))
})

describe('sorting keys', () => {
  it('pass over punctuation, and keep a heading that is nothing else', () => {
    const {keyOf, letterOf} = makeIndexOrder('en')
    expect(['.NET', '“Deal”', '$', 'A', 'The', ''].map((heading) => keyOf(heading))).toEqual(['NET', 'Deal”', '$', 'A', 'The', ''])
    expect(['$', '9', '', '😀'].map(letterOf)).toEqual([undefined, undefined, undefined, undefined])
  })

  it('pass over an article before a space that does not break', () => expect(makeIndexOrder('hu').keyOf('A\u00A0kert')).toBe('kert'))

  it('are what the author says, articles and all', () => {
    expect(arrange('es', 'La Paz=La Paz; La Rioja; nata')).toBe('L: La Paz | N: nata | R: La Rioja')
    expect(arrange('en', 'The Who=')).toBe('W: The Who')
  })

  it('read Chinese as the author says, in letters or by another word', () => {
    expect(arrange('zh-Hans', '还款=huán kuǎn; 率先=shuai4 xian1; 黄河; 花; 曾先生=增先生')).toBe('H: 花, 还款, 黄河 | S: 率先 | Z: 曾先生')
    expect(arrange('zh-Hans', '女; 怒; 暖=nuǎn; 旅=lǚ; 路=lù; 绿=lv4')).toBe('L: 路, 旅, 绿 | N: 怒, 女, 暖')
  })
  it('order numbers by value', () => expect(arrange('en', '10 rules; 9 rules')).toBe('#: 9 rules, 10 rules'))
  it('give a heading of its own to a script without letters of ours', () => expect(makeIndexOrder('en').letterOf('яблоко')).toBe('Я'))
})

it('letters of a language are in order and begin words', () => {
  expect(lettersOf('es').join('')).toBe('ABCDEFGHIJKLMNÑOPQRSTUVWXYZ')
  expect([lettersOf('mr')[0], lettersOf('zh-Hans')[0], lettersOf('zh-Hant')[1], lettersOf('pa-Arab').length]).toEqual(['ॲ', 'A', '2畫', 0])
})
