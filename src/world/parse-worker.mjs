/** Entry of a parse worker: teaches its thread TypeScript, then goes on in parse-worker.ts. */
import {register} from 'tsx/esm/api'

register()
await import('./parse-worker.ts')
