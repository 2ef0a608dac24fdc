/** What the press was given for a book, kept in a folder: the HTML of each part, its pictures, and how it is printed. */
import {readFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Resource} from '../../src/core/resources.ts'
import type {PrintJob} from '../../src/core/world.ts'

export interface StoredJob extends Omit<PrintJob, 'html' | 'pictures' | 'tagged'> {
  /** Its HTML. */
  readonly file: string
  /** Addresses, which are paths in the folder too, and what is there. */
  readonly pictures: readonly (readonly [string, Resource['mediaType']])[]
}

export const jobList = 'jobs.json'

/** The jobs in a folder, with tags as in the finished book. */
export function readJobs(folder: string): readonly PrintJob[] {
  const stored = JSON.parse(readFileSync(join(folder, jobList), 'utf8')) as readonly StoredJob[] // written by collect-jobs.ts
  return stored.map(({file, pictures, ...settings}) => ({
    ...settings, tagged: true, html: readFileSync(join(folder, file), 'utf8'),
    pictures: new Map(pictures.map(([path, mediaType]) => [path, {path, mediaType, hash: path, load: () => readFile(join(folder, path))}]))
  }))
}
