/** Numbers, amounts and units of a translation: those of its source, in its own figures and signs. */
import type {Report} from '../../core/diagnostic.ts'
import type {Block} from '../../core/translation.ts'
import type {Pair} from '../pair.ts'
import {findMismatches, type Mismatch} from './accounts.ts'
import {listFigures, type Figure} from './figures.ts'
import {nameOf, placeOf} from './places.ts'
import {proseOf} from './prose.ts'

/** Below that a block may answer to another one, whose numbers are others. */
const sure = 0.5
/** Up to that a number is often a word. */
const spelled = 12
/** Words and signs that stand for powers of ten: the digits beside them are others in a language that counts otherwise. */
const magnitudes = /[万萬億亿兆千百만억조천백]|\b(?:hundred|thousand|million|billion|trillion|dozen|mil|millones|millón|milhões|milhão|milliers?|millions?|milliards?|tausend|Millionen?|Milliarden?|mila|milioni|miliardi)\b|тыс|млн|млрд|миллион|миллиард|ألف|مليون|مليار|हज़ार|हजार|लाख|करोड़|हज़ार|ล้าน|พัน|หมื่น|แสน/iu
const clock = /\b\d{1,2}(?::\d\d)?\s?[ap]\.?m\b|\d{1,2}\s?(?:Uhr|h)\b|[时時点點시]/iu
/** Words of calendars that count years from another one. */
const eras = /[令平昭]和|平成|昭和|民國|民国|พ\.\s?ศ|هـ|ه\.\s?ش|م\./u

export function checkNumbers(pair: Pair, report: Report): void {
  if (isLocalised(pair)) return
  const figuresByBlock = new Map<Block, readonly Figure[]>()
  const figuresOf = (block: Block): readonly Figure[] => {
    const figures = figuresByBlock.get(block) ?? listFigures(isProse(block) ? proseOf(block) : '')
    figuresByBlock.set(block, figures)
    return figures
  }
  const find = (block: Block, text: string): Figure | undefined => figuresOf(block).find((figure) => figure.text === text)
  const {source: {article: ours}, target: {article: theirs}} = pair
  const isSame = (one: string, other: string): boolean => isSameFigure(listFigures(one)[0], listFigures(other)[0])
  for (const mismatch of findMismatches(pair, {list: (block) => figuresOf(block).map(({text}) => text), isSame})) {
    const {source: missing, target: added, between: [source, target]} = mismatch
    const figure = missing && find(missing.block, missing.text)
    if (!missing || !figure || !isTelling(figure, mismatch)) continue
    report('parity/number', {expected: missing.text, found: added?.text, at: nameOf(ours, source, missing.text)}, placeOf(theirs, target, added?.text))
  }
  for (const {source, target} of pair.beads) {
    const [one, other] = [pair.source.blocks?.[source[0]], pair.target.blocks?.[target[0]]]
    if (!one || !other || source[1] - source[0] !== 1 || target[1] - target[0] !== 1) continue
    for (const [mine, your] of findUnits(figuresOf(one), figuresOf(other))) {
      report('parity/unit', {expected: `${mine.text} ${mine.unit}`, found: `${your.text} ${your.unit}`, at: nameOf(ours, one, mine.text)}, placeOf(theirs, other, your.text))
    }
  }
}

/** Whether the examples are in the money of another country: then their numbers are others, or by chance the same. */
function isLocalised({source, target}: Pair): boolean {
  const currencies = ({blocks = []}: Pair['source']): readonly string[] => blocks.flatMap((block) => listFigures(isProse(block) ? proseOf(block) : '').flatMap(({unit}) => unit !== undefined && /[€$£¥₹]/.test(unit) ? [unit] : []))
  const [ours, theirs] = [currencies(source), new Set(currencies(target))]
  return ours.length > 0 && !ours.some((unit) => theirs.has(unit))
}

function isProse({kind}: Block): boolean {
  return !['code', 'math', 'html'].includes(kind)
}

function isSameFigure(one: Figure | undefined, other: Figure | undefined): boolean {
  return one !== undefined && other !== undefined && [...one.readings].some((reading) => other.readings.has(reading))
}

/** Whether a lost number is a fault, and not another way to say it. */
function isTelling({text, digits, unit}: Figure, {confidence, target: other, between: [source, target]}: Mismatch): boolean {
  const [ours, theirs] = [proseOf(source), proseOf(target)]
  if (confidence < sure || magnitudes.test(ours) || magnitudes.test(theirs) || eras.test(theirs)) return false
  if (Number(digits) <= spelled && !unit && !/\P{Nd}/u.test(text)) return false
  if (!other && !unit && Number(digits) <= 100 && (Number(digits) <= 24 || Number(digits) % 5 === 0) && !/\P{Nd}/u.test(text)) return false // thirty, ninety
  if (Number(digits) <= 24 && (clock.test(ours) || clock.test(theirs))) return false
  if (target.code.some((code) => code.includes(text))) return false
  const all = listFigures(theirs)
  const joined = all.map((figure) => figure.digits).join('')
  if (digits.length > 3 && joined.includes(digits)) return false // 1 234 with a plain space
  return !(/^\d{4}$/.test(text) && all.some((figure) => isOtherYear(Number(digits), figure)))
}

/** `1990` as `90`, in the Buddhist era, in Iran's calendar. */
function isOtherYear(year: number, {digits}: Figure): boolean {
  const other = Number(digits)
  return year % 100 === other || [543, -543, -621, -622, -1911].includes(other - year)
}

/** Numbers that both sides have, with units that cannot be the same. */
function findUnits(ours: readonly Figure[], theirs: readonly Figure[]): readonly (readonly [Figure, Figure])[] {
  return ours.flatMap((figure) => {
    const same = theirs.filter((other) => isSameFigure(figure, other))
    const [only] = same
    const isOnly = same.length === 1 && ours.filter((other) => isSameFigure(figure, other)).length === 1
    return isOnly && only && figure.unit !== undefined && only.unit !== undefined && figure.unit !== only.unit ? [[figure, only] as const] : []
  })
}
