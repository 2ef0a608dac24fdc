/** Paths as authors write them, within the publication's folder. */

/** The path that `relative` means in `file`, or `undefined` when it leaves the publication's folder. */
export function resolvePath(file: string, relative: string): string | undefined {
  const steps = relative.startsWith('/') ? [] : file.split('/').slice(0, -1)
  for (const step of relative.split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return undefined
  }
  return steps.join('/')
}
