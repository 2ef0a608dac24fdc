/** Addresses on the web as EPUB wants them: valid URL strings (WHATWG URL § 4.3), where browsers take anything. */

/** Neither a URL code point nor the sign of a percent-encoding. */
const foreign = /%(?![0-9A-Fa-f]{2})|[^\w!$%&'()*+,\-./:;=?@~\u00a0-\u{10fffd}]/gu

/** The address with what is not allowed percent-encoded, or `undefined` when no browser could follow it. */
export function maybeWebAddress(href: string): string | undefined {
  const address = href.toWellFormed().trim()
  const parts = /^(https?:\/\/)([^/?#\\]*)(.*)$/isu.exec(address)
  if (!parts) return URL.canParse(address) ? encodeRest(address) : undefined
  const [, scheme = '', authority = '', rest = ''] = parts
  if (!URL.canParse(`${scheme}${authority}`)) return undefined
  const host = /^[\w.:@~[\]-]+$/.test(authority) ? authority : new URL(`${scheme}${authority}`).host
  return `${scheme}${host}${encodeRest(rest.replace(/^\\/, '/'))}` // browsers take a backslash for what it is meant to be
}

/** A second `#` is part of the fragment, where it may not stand as it is. */
function encodeRest(rest: string): string {
  const [path = '', ...fragment] = rest.split('#')
  const encode = (text: string): string => text.replace(foreign, encodeURIComponent)
  return fragment.length === 0 ? encode(path) : `${encode(path)}#${encode(fragment.join('#'))}`
}
