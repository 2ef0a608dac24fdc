/** The words on the spine: which way they run, and how large they can be. */
import type {EditionSpec} from '../../core/model.ts'
import type {Jacket} from '../../core/paper.ts'

export type SpineDirection = 'down' | 'up' | 'upright'

/**
 * Where spines are read from the foot upward: most of the continent of Europe and Latin America. Elsewhere they run down, as
 * ISO 6357 and ANSI/NISO Z39.41 have it, and the title can be read when the book lies on its back.
 */
const upward = new Set([
  'fr', 'es', 'ca', 'gl', 'eu', 'oc', 'it', 'ro', 'de', 'lb', 'pl', 'cs', 'sk', 'hu', 'sl', 'hr', 'bs', 'sr', 'mk', 'sq', 'bg', 'el', 'ru', 'uk', 'be', 'lt', 'lv', 'pt-PT'
])
/** Scripts that are set from top to bottom, letter under letter. */
const uprightScripts = new Set(['Jpan', 'Hans', 'Hant', 'Kore'])

export function directSpine({language, spineText}: Pick<EditionSpec, 'language' | 'spineText'>, script: string): SpineDirection {
  if (uprightScripts.has(script)) return 'upright'
  const {language: name, region} = new Intl.Locale(language).maximize()
  return spineText ?? (upward.has(name) || upward.has(`${name}-${region}`) ? 'up' : 'down')
}

export interface SpineLine {
  /** Type size in millimetres. */
  readonly size: number
  readonly names: boolean
  readonly publisher: boolean
}

/** Points at most and at least, as millimetres. */
const [most, least] = [6.3, 2.3]

/** The largest line that fits a spine of this width and height (mm), fewer words rather than tiny ones; nothing where even the title has no room. */
export function maybeSpineLine({title, names, publisher}: Jacket['spineWords'], width: number, height: number): SpineLine | undefined {
  const room = height - 24
  const widest = Math.min(most, (width - 2) * 0.72)
  const gap = 1.4
  const choices = [
    {names: true, publisher: true, length: title + names + publisher * 0.78 + gap * 3}, {names: true, publisher: false, length: title + names + gap},
    {names: false, publisher: false, length: title}
  ]
  for (const {length, ...shown} of choices) {
    const size = Math.min(widest, room / length)
    if (size >= Math.min(widest, 3)) return {size: round(size), ...shown}
  }
  const size = Math.min(widest, room / title)
  return size >= Math.min(widest, least) ? {size: round(size), names: false, publisher: false} : undefined
}

function round(value: number): number {
  return Math.floor(value * 100) / 100
}
