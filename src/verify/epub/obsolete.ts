/** Markup that HTML gave up (HTML Living Standard § 16.2), and that e-readers may show wrongly or not at all. */
import {isKnown} from './content-model.ts'
import type {Reading} from './document.ts'
import type {XmlElement} from './xml.ts'

const elements = new Set([
  'acronym', 'applet', 'basefont', 'bgsound', 'big', 'blink', 'center', 'dir', 'font', 'frame', 'frameset', 'isindex', 'keygen', 'listing', 'marquee',
  'multicol', 'nextid', 'nobr', 'noembed', 'noframes', 'plaintext', 'rb', 'rtc', 'spacer', 'strike', 'tt', 'xmp'
])
const anywhere = new Set(['bgcolor', 'align', 'valign', 'hspace', 'vspace', 'cellpadding', 'cellspacing', 'nowrap', 'noshade', 'clear', 'alink', 'vlink', 'bordercolor', 'marginwidth', 'marginheight', 'longdesc'])
const byElement: Readonly<Record<string, readonly string[]>> = {
  a: ['name', 'charset', 'coords', 'rev', 'shape'], img: ['border', 'name'], table: ['border', 'frame', 'rules', 'summary', 'width'],
  td: ['width', 'height', 'axis', 'abbr'], th: ['width', 'height', 'axis'], col: ['width'], hr: ['size', 'width', 'color'], ul: ['type', 'compact'],
  li: ['type'], pre: ['width'], body: ['text', 'link', 'background'], html: ['version'], head: ['profile'], br: ['clear'], iframe: ['frameborder', 'scrolling']
}

export function checkObsolete({book, document}: Reading, {local, attributes, at}: XmlElement): void {
  if (elements.has(local)) book.tell('verify/obsolete', {found: `element \`${local}\``}, document.path, at)
  else if (!isKnown(local)) book.tell('verify/unknown-element', {element: local}, document.path, at)
  if (attributes.size === 0) return
  for (const key of attributes.keys()) {
    if (!anywhere.has(key) && !byElement[local]?.includes(key)) continue
    if (key === 'border' && local === 'table' && /^1?$/.test(attributes.get(key) ?? '')) continue // EPUB still takes it
    book.tell('verify/obsolete', {found: `attribute \`${key}\` of \`${local}\``}, document.path, at)
  }
}
