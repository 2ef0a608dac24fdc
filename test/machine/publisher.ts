/** Child of the kill test: publishes generation after generation of three books until it is killed. */
import {asIs} from '../support/as-is.ts'
import {openOutput} from '../../src/world/publication-output.ts'

const [, , out = ''] = process.argv
for (let generation = 0; ; generation = (generation + 1) % 256) {
  const output = openOutput(out, {signal: new AbortController().signal})
  for (const language of ['ar', 'fr', 'ja']) await output.stage(`${language}/book.pdf`, new Uint8Array(3_000_000).fill(generation))
  await output.publish(asIs)
  await output.close()
  if (generation === 0) console.log('published')
}
