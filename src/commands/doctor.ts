/** `doctor`: each tool and font found, what is missing, what that costs, how to mend it. */
import {examine, type Finding} from '../world/doctor.ts'
import type {Command} from './command.ts'

export const doctor: Command = async (_, values, {output, signal}) => {
  const findings = await examine({browser: values.browser, signal})
  if (values.json) {
    output.print(`${JSON.stringify(findings, undefined, 2)}\n`)
    return statusOf(findings)
  }
  const width = Math.max(...findings.map(({tool}) => tool.length))
  for (const {tool, found, later = false, path, version, without, remedy} of findings) {
    const detail = found || later ? [version, path].filter(Boolean).join('  ') : `missing: ${without ?? ''}`
    output.print(`${found ? '✓' : later ? '·' : '✗'} ${tool.padEnd(width)}  ${detail}\n`)
    if (!found && !later && remedy !== undefined) output.print(`  ${' '.repeat(width)}  mend: ${remedy}\n`)
  }
  return statusOf(findings)
}

/** Without Node or a browser no printed book can be made; all else costs less. */
function statusOf(findings: readonly Finding[]): number {
  return findings.some(({tool, found}) => !found && (tool === 'Node' || tool === 'browser')) ? 3 : 0
}
