/** What we use of a package without types. */
declare module '@20minutes/s3rver' {
  export default class S3rver {
    constructor(options: {port: number; address: string; silent: boolean; allowMismatchedSignatures?: boolean; directory: string; configureBuckets: {name: string; configs: string[]}[]})
    run(): Promise<{address: string; port: number}>
    close(): Promise<void>
  }
}
