/** `doctor`: each tool and font found, what is missing, what that costs, how to mend it. */
import {examine} from '../world/doctor.ts'
import type {Command} from './command.ts'

export const doctor: Command = async (_, values, {output}) => {
  const findings = await examine({browser: values.browser})
  if (values.json) {
    output.print(`${JSON.stringify(findings, undefined, 2)}\n`)
    return findings.some(({found, required}) => required && !found) ? 3 : 0
  }
  const width = Math.max(...findings.map(({tool}) => tool.length))
  for (const {tool, found, path, version, without, remedy} of findings) {
    const detail = found ? [version, path].filter(Boolean).join('  ') : `missing: ${without ?? ''}`
    output.print(`${found ? '✓' : '✗'} ${tool.padEnd(width)}  ${detail}\n`)
    if (!found && remedy !== undefined) output.print(`  ${' '.repeat(width)}  mend: ${remedy}\n`)
  }
  return findings.some(({found, required}) => required && !found) ? 3 : 0
}
