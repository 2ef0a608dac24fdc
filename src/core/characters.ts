/** Characters as messages name them: code point and script; and which run from right to left. */

/** Letters that run from right to left, within the brackets of a pattern. */
export const rightToLeftLetters = ['Hebrew', 'Arabic', 'Syriac', 'Thaana', 'Nko', 'Adlam'].map((script) => String.raw`\p{Script=${script}}`).join('')

/** ISO 15924 codes that Unicode gives as property of characters; codes that this ICU does not know yet are passed over. */
const codes = ('Latn Grek Cyrl Armn Hebr Arab Syrc Thaa Nkoo Samr Mand Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Tibt Mymr Geor Hang Ethi Cher Cans Ogam Runr ' +
  'Tglg Hano Buhd Tagb Khmr Mong Limb Tale Talu Bugi Lana Bali Sund Batk Lepc Olck Hira Kana Bopo Hani Yiii Lisu Vaii Bamu Sylo Phag Saur Kali Rjng Java Cham Tavt Mtei Glag Copt ' +
  'Tfng Brai Goth Perm Ital Xpeo Ugar Dsrt Shaw Osma Osge Elba Aghb Lina Linb Cprt Armi Palm Nbat Hatr Phnx Lydi Mero Merc Khar Sarb Narb Mani Avst Prti Phli Phlp Orkh Hung Rohg ' +
  'Yezi Sogo Sogd Chrs Elym Brah Kthi Sora Cakm Mahj Shrd Khoj Mult Sind Gran Newa Tirh Sidd Modi Takr Ahom Dogr Wara Diak Nand Zanb Soyo Pauc Bhks Marc Gonm Gong Maka Xsux Egyp ' +
  'Hluw Mroo Bass Hmng Medf Plrd Tang Nshu Kits Dupl Sgnw Nagm Kawi Hmnp Wcho Toto Tnsa Vith Ougr Cpmn Adlm').split(' ')

const names = new Intl.DisplayNames('en', {type: 'script'})

/** `U+16A0`. */
export function nameCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

/** The script of a character in English, “Runic”; what it is where it belongs to none. */
export function nameScript(character: string): string {
  if (/\p{Co}/u.test(character)) return 'for private use'
  if (/\p{Cn}/u.test(character)) return 'not a character of Unicode yet'
  const code = codes.find((each) => isOfScript(character, each))
  if (code !== undefined) return names.of(code) ?? code
  return /\p{Extended_Pictographic}/u.test(character) ? 'a pictograph' : 'a sign of no script'
}

function isOfScript(character: string, code: string): boolean {
  try {
    return new RegExp(`\\p{Script=${code}}`, 'u').test(character)
  } catch {
    return false
  }
}

/** What shows nothing: blanks, controls, joiners, variation selectors, tags. */
const invisible = /[\s\p{Cc}\p{Cf}\p{Zs}\p{Default_Ignorable_Code_Point}]/u

/** Whether fonts that have some code points can show a character: a letter that they lack is put together from its parts, if they have those (as HarfBuzz does). */
export function makeGlyphTest({has}: {readonly has: (codePoint: number) => boolean}): (codePoint: number) => boolean {
  const known = new Map<number, boolean>()
  const test = (codePoint: number): boolean => {
    const character = String.fromCodePoint(codePoint)
    if (invisible.test(character)) return true
    const parts = [...character.normalize('NFD')].map((part) => part.codePointAt(0) ?? 0)
    return parts[0] !== codePoint && parts.every(has) || codePoint === 0x2011 && has(0x2010)
  }
  return (codePoint) => {
    if (has(codePoint)) return true
    const before = known.get(codePoint)
    if (before !== undefined) return before
    const shown = test(codePoint)
    known.set(codePoint, shown)
    return shown
  }
}
