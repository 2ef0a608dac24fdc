/** A passage of a manuscript as a translator sees it, without the marks of what it stands in, and set back among them. */

export interface Passage {
  /** Without marks of quotes, lists and headings; lines end with `\n`. */
  readonly text: string
  /** The Markdown that goes to the passage's place when it says something else. */
  readonly write: (text: string) => string
}

/** `## ` before a heading. */
const headingMark = /^#{1,6}[ \t]+/
/** What closes a heading: its id, more signs, a line below it. */
const headingEnd = /(?:[ \t]*(?:\{#[^\s{}]+\}|\{\/\*[^*]*\*\/\}|\[#[^\]\s]+\]))?(?:[ \t]+#+)?[ \t]*$|[ \t]*\n[ \t>]*(?:=+|-+)[ \t]*$/

/** The passage that stands in a text from one offset to another. */
export function openPassage(text: string, [from, to]: readonly [number, number], isHeading: boolean): Passage {
  const lead = text.slice(text.lastIndexOf('\n', from - 1) + 1, from).replace(/^\uFEFF/, '')
  const hanging = hangingOf(lead)
  const raw = text.slice(from, to).replaceAll('\r\n', '\n')
  const [start = ''] = isHeading ? headingMark.exec(raw) ?? [] : []
  const [end = ''] = (isHeading ? headingEnd : /\s*$/).exec(raw.slice(start.length)) ?? []
  const inner = raw.slice(start.length, raw.length - end.length)
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  return {
    text: inner.split('\n').map((line, at) => at === 0 ? line : stripLead(line, hanging)).join('\n'),
    write: (words) => {
      const lines = (isHeading ? words.replaceAll(/\s*\n\s*/g, ' ') : words).split('\n')
      const set = lines.map((line, at) => at === 0 ? line : line === '' ? hanging.trimEnd() : `${hanging}${line}`).join('\n')
      return `${start}${set}${end}`.replaceAll('\n', lineEnd)
    }
  }
}

/** What the second line of a passage begins with whose first one has `lead` before it. */
function hangingOf(lead: string): string {
  const note = /^(.*?)\[\^[^\]\s]+\]:[ \t]*$/.exec(lead)
  if (note) return `${hangingOf(note[1] ?? '')}    `
  return lead.replace(/\[[ xX]\][ \t]+$/, '').replaceAll(/[^>\s]/g, ' ')
}

/** A line without what the passage's lines begin with; of a line that lacks some of that, without what it has. */
function stripLead(line: string, hanging: string): string {
  let at = 0
  while (at < hanging.length && at < line.length && (hanging[at] === '>' ? line[at] === '>' : /[ \t]/.test(line[at] ?? ''))) at++
  return line.slice(at)
}
