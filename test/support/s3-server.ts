/** A server of S3 on loopback, seen through a gate that counts what passes and can hold it up. */
import {once} from 'node:events'
import {createServer, request, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import S3rver from '@20minutes/s3rver'

/** A request that has been answered. */
export interface Passed {
  readonly method: string
  /** Key within the bucket. */
  readonly key: string
  /** Bytes of its body. */
  readonly bytes: number
  readonly status: number
  /** The key from which it was copied. */
  readonly copyOf?: string
}

export interface S3Server {
  readonly endpoint: string
  readonly passed: Passed[]
  /** Called before a request goes on; a number is the status that it gets instead. */
  before?: (request: {readonly method: string; readonly key: string; readonly copyOf?: string}) => Promise<number | undefined> | number | undefined
  readonly close: () => Promise<void>
}

export const bucket = 'books'
/** The key that the server knows. */
export const credentials = {AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER', AWS_REGION: 'us-east-1', AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null'}

export async function startS3(folder: string): Promise<S3Server> {
  const setting = {port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{name: bucket, configs: []}]}
  const server = new S3rver(setting)
  const lister = new S3rver({...setting, allowMismatchedSignatures: true}) // a path that ends with a slash, as the client signs it for lists, is not understood by the other one
  const [{port}, {port: listPort}] = [await server.run(), await lister.run()]
  const passed: Passed[] = []
  const gate = createServer((incoming, answer) => void pass(incoming, answer, new URL(incoming.url ?? '', 'http://x').pathname === `/${bucket}/` ? listPort : port, state).catch(() => answer.destroy()))
  await once(gate.listen(0, '127.0.0.1'), 'listening')
  const state: S3Server = {
    endpoint: `http://127.0.0.1:${(gate.address() as AddressInfo).port}`, passed,
    close: async () => {
      await closeAll(gate)
      await Promise.all([server.close(), lister.close()])
    }
  }
  return state
}

async function closeAll(gate: Server): Promise<void> {
  gate.closeAllConnections()
  await new Promise((resolve) => gate.close(resolve))
}

async function pass(incoming: IncomingMessage, answer: ServerResponse, port: number, state: S3Server): Promise<void> {
  const {method = '', url = '', headers} = incoming
  const key = decodeURIComponent(new URL(url, 'http://x').pathname).replace(`/${bucket}/`, '')
  const source = headers['x-amz-copy-source']
  const copy = source === undefined ? {} : {copyOf: decodeURIComponent(String(source)).replace(`${bucket}/`, '')}
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const refused = await state.before?.({method, key, ...copy})
  if (refused !== undefined) return void answer.writeHead(refused, {'content-type': 'application/xml'}).end(`<Error><Code>${refused === 507 ? 'QuotaExceeded' : refused === 403 ? 'AccessDenied' : 'InternalError'}</Code></Error>`)
  const forward = request({port, host: '127.0.0.1', method, path: url, headers})
  forward.end(body)
  const [response] = await once(forward, 'response') as [IncomingMessage]
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part as Buffer)
  state.passed.push({method, key, bytes: body.length, status: response.statusCode ?? 0, ...copy})
  answer.writeHead(response.statusCode ?? 500, response.headers).end(Buffer.concat(parts))
}
