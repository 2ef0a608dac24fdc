/** What a server of S3, or the network before it, complains of. */

/** The object is not there. */
export function isMissing(error: unknown): boolean {
  return nameOf(error) === 'NoSuchKey' || (nameOf(error) !== 'NoSuchBucket' && statusOf(error) === 404)
}

/** A condition did not hold: somebody else wrote it first. */
export function isThereAlready(error: unknown): boolean {
  return statusOf(error) === 412 || statusOf(error) === 409
}

const sentences: ReadonlyMap<string, string> = new Map([
  ['NoSuchBucket', 'there is no such bucket'], ['InvalidAccessKeyId', 'the server does not know the access key'], ['SignatureDoesNotMatch', 'the secret key does not belong to the access key'],
  ['AccessDenied', 'these credentials do not allow it'], ['ExpiredToken', 'the credentials have expired'], ['CredentialsProviderError', 'no credentials were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'],
  ['PermanentRedirect', 'the bucket lies in another region: set AWS_REGION'], ['AuthorizationHeaderMalformed', 'the bucket lies in another region: set AWS_REGION'], ['SlowDown', 'the server asks for patience'],
  ['ECONNREFUSED', 'nobody answers there'], ['ENOTFOUND', 'no machine of that name is known'], ['EAI_AGAIN', 'names cannot be looked up'], ['ECONNRESET', 'the connection broke'], ['EPIPE', 'the connection broke'],
  ['ETIMEDOUT', 'no answer in time'], ['TimeoutError', 'no answer in time'], ['QuotaExceeded', 'no room is left'], ['XMinioStorageFull', 'no room is left'], ['InsufficientStorage', 'no room is left']
])

/** Completes "Unexpected answer (…)". */
export function describeS3Error(error: unknown, endpoint: string | undefined): string {
  const name = nameOf(error)
  const sentence = sentences.get(name) ?? (/region is missing/i.test(String(error)) ? 'no region is given: set AWS_REGION' : undefined)
  const status = statusOf(error)
  const said = error instanceof Error ? error.message.split('\n')[0] ?? '' : String(error)
  return `${name}${status === undefined ? '' : ` ${status}`}: ${sentence ?? (said || 'no reason is given')}${endpoint === undefined ? '' : `, at ${endpoint}`}`.replaceAll(/[\0-\x1f\x7f]/g, ' ')
}

function statusOf(error: unknown): number | undefined {
  const metadata = typeof error === 'object' && error !== null && '$metadata' in error ? error.$metadata as {readonly httpStatusCode?: number} : undefined // of every error of the SDK
  return metadata?.httpStatusCode
}

/** The server's name for it, or the system's. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Error'
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError && error.errors.length > 0) return nameOf(error.errors[0])
  return error.name === 'Error' && error.cause !== undefined ? nameOf(error.cause) : error.name
}
