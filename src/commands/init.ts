/** `init`: a small publication in two languages that builds at once. */
import {copyStarter} from '../world/starter.ts'
import {UsageError, type Command} from './command.ts'

export const init: Command = async ([folder, ...rest], _, {output}) => {
  if (folder === undefined || rest.length > 0) throw new UsageError('Expected one folder to make: hexapla init my-book')
  const made = await copyStarter(folder)
  if (made === 'exists') throw new UsageError(`Unexpected files in ${folder}, expected a folder that is empty or not there yet`)
  output.print(`Made ${folder} with ${made.length} files. Now:\n\n  hexapla build ${folder} --out ${folder}/dist\n`)
  return 0
}
