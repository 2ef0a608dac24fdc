/** The page of each diagnostic, kept beside the test that provokes it. */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {packageFolder} from './package.ts'

/** Markdown: what the code means, why it matters, how to mend it. */
export async function readExplanation(code: string): Promise<string> {
  return readFile(join(packageFolder, 'test', 'diagnostics', code, 'README.md'), 'utf8')
}
