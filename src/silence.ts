/** Warnings that the publisher knows of and accepts. */
import {makeDiagnostic, type Diagnostic, type Silence} from './core/diagnostic.ts'

/** Warnings of commands that judge no edition: a build never has them, and their silences are not in vain. */
const ofOtherCommands = new Set(['translation/orphan'])

/** The diagnostics without the silenced ones; with `complete`, a silence that silences nothing is itself a warning. */
export function applySilences(diagnostics: readonly Diagnostic[], silences: readonly Silence[], complete = false): readonly Diagnostic[] {
  const used = new Set<Silence>()
  const heard = diagnostics.filter((diagnostic) => {
    const silence = silences.find((each) => isSilenced(diagnostic, each))
    if (silence) used.add(silence)
    return silence === undefined
  })
  const unused = complete ? silences.filter((silence) => !used.has(silence) && !ofOtherCommands.has(silence.code)) : []
  return [...heard, ...unused.map(({code, place}) => makeDiagnostic('read/unused-silence', {code}, place))]
}

function isSilenced({code, severity, place}: Diagnostic, silence: Silence): boolean {
  if (code !== silence.code || severity !== 'warning') return false
  const {file} = silence
  return file === undefined || place?.file === file || (place?.file.startsWith(file.replace(/\/*$/, '/')) ?? false)
}
