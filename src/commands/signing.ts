/** `--sign`: the publisher's key, which signs the sums of what is published. */
import {makeComment, signSums} from '../distribute/manifest/signature.ts'
import {openSigningKey} from '../distribute/manifest/signing-key.ts'
import type {Sign} from '../release/close.ts'
import {isWithin, maybeGivenFile} from '../world/given-file.ts'
import {UsageError} from './command.ts'

/** What signs with the key file, which must lie in none of the `folders`: what is there may be published. */
export async function openSigner(file: string, folders: readonly string[]): Promise<Sign> {
  const content = await maybeGivenFile(file)
  if (!content) throw new UsageError(`Unexpected key file ${file}, expected one that exists`)
  for (const folder of folders) {
    if (await isWithin(file, folder)) throw new UsageError(`Unexpected key file ${file} in ${folder}, expected it elsewhere: what lies there may be published`)
  }
  const key = openSigningKey(content, process.env['HEXAPLA_SIGNING_PASSWORD'])
  if ('problem' in key) throw new UsageError(`Unexpected ${key.problem}`)
  return (sums, release) => signSums(sums, key, makeComment(release))
}
