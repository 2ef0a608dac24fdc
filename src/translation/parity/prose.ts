/** The words of a block that are a translator's: without code, addresses, placeholders. */
import type {Block} from '../../core/translation.ts'

/** `{name}`, `{{name}}`, `${name}`, `%s`, `%(name)s`, `%1$d`, `{% tag …%}`, `:name:`: filled in by a machine. */
const placeholder = /\{%.*?%\}|\$?\{\{?\s*[\w.-]+\s*\}?\}|%(?:\d+\$|\([\w.-]+\))?[sdif@](?![\p{L}\p{N}])/gu

/** Placeholders of the prose as written; of a template's tag its name. */
export function listPlaceholders(block: Block): readonly string[] {
  if (block.kind === 'code' || block.kind === 'math' || block.kind === 'html') return []
  return (withoutCode(block).match(placeholder) ?? []).map((each) => /^\{%-?\s*(\w+)/.exec(each)?.[1] ?? each.replaceAll(/\s+/g, '')).filter((each) => !/%[di]$/.test(each) || /^%/.test(each))
}

/** What is left of the words is prose, or names. */
export function proseOf(block: Block): string {
  return withoutCode(block).replaceAll(placeholder, ' ').replaceAll(/\b[a-z][a-z\d+.-]*:\/\/\S+|\b[\w.+-]+@[\w-]+\.[\w.]+|\bwww\.\S+/gi, ' ')
}

function withoutCode({words, code}: Block): string {
  return code.reduce((text, each) => each === '' ? text : text.replace(each.replaceAll(/\s+/g, ' ').trim(), ' '), words)
}
