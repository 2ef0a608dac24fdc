/** What can be seen to be wrong with a page: too wide, too faint, missing; measured in the document that is shown. */
import {night} from './engine.ts'

type Colour = readonly [red: number, green: number, blue: number, alpha: number]

export interface TextSize {
  readonly where: string
  /** CSS pixels. */
  readonly size: number
  readonly line: number
}

/** `p.authors “Hexapla Press”`. */
const describe = (element: Element): string => `${[element.localName, ...Array.from(element.classList)].join('.')} “${(element.textContent ?? '').trim().slice(0, 30)}”`
const styleOf = (element: Element): CSSStyleDeclaration => (element.ownerDocument.defaultView ?? window).getComputedStyle(element)

/** Elements that have text of their own. */
function listTexts(document: Document): readonly Element[] {
  return Array.from(document.body.querySelectorAll('*')).filter((element) =>
    Array.from(element.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) && element.getClientRects().length > 0)
}

/** What is wider than the window in a document set as one column; what scrolls within itself is not. */
export function findOverflow(document: Document): readonly string[] {
  const {clientWidth, scrollWidth} = document.documentElement
  const wide = Array.from(document.body.querySelectorAll('*')).filter((element) => {
    const {left, right, width} = element.getBoundingClientRect()
    return width > 0 && (left < -1 || right > clientWidth + 1) && !isScrolled(element.parentElement)
  })
  return scrollWidth > clientWidth + 1 || wide.length > 0 ? [`${scrollWidth} of ${clientWidth} px: ${wide.slice(0, 3).map(describe).join(', ')}`] : []
}

function isScrolled(element: Element | null): boolean {
  if (!element || element.localName === 'body') return false
  return /auto|scroll|hidden/.test(styleOf(element).overflowX) || isScrolled(element.parentElement)
}

export function findBrokenPictures(document: Document): readonly string[] {
  return Array.from(document.images).filter((image) => image.complete && image.naturalWidth === 0).map((image) => image.alt)
}

/** Sizes of the letters and of their lines; what stands above or below a line takes no room in it. */
export function listTextSizes(document: Document): readonly TextSize[] {
  return listTexts(document).filter((element) => !element.closest('sup, sub, rt')).map((element) => {
    const {fontSize, lineHeight} = styleOf(element)
    const size = Number.parseFloat(fontSize)
    return {where: describe(element), size, line: lineHeight === 'normal' ? size * 1.2 : Number.parseFloat(lineHeight)}
  })
}

/** Text whose contrast with what lies behind it is below 4.5 at night (WCAG 2.2, 1.4.3), opacities counted. */
export function findFaintText(document: Document): readonly string[] {
  return listTexts(document).flatMap((element) => {
    const [ink, paper] = coloursOf(element)
    const contrast = contrastOf(ink, paper)
    return contrast < 4.5 ? [`${describe(element)} ${contrast.toFixed(1)}`] : []
  })
}

/** Colour of the text and of its ground, as they come out on the screen. */
function coloursOf(element: Element): readonly [Colour, Colour] {
  const around: Element[] = []
  for (let at: Element | null = element; at; at = at.parentElement) around.unshift(at)
  let ground = parseColour(night.paper)
  let opacity = 1
  for (const ancestor of around) {
    const style = styleOf(ancestor)
    opacity *= Number(style.opacity)
    ground = blend(parseColour(style.backgroundColor), ground, opacity)
  }
  return [blend(parseColour(styleOf(element).color), ground, opacity), ground]
}

function parseColour(text: string): Colour {
  if (text.startsWith('#')) return [...[1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16)), 1] as unknown as Colour
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
  return [red, green, blue, alpha]
}

function blend([red, green, blue, alpha]: Colour, [r, g, b]: Colour, opacity: number): Colour {
  const part = alpha * opacity
  const mix = (over: number, under: number): number => over * part + under * (1 - part)
  return [mix(red, r), mix(green, g), mix(blue, b), 1]
}

function contrastOf(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => channel / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
