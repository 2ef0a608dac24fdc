/** Ghostscript, where it is installed: a PDF's colours become four inks; black and greys stay black ink. */
import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SeparationJob} from '../core/world.ts'
import {MissingToolError} from '../core/world.ts'

/**
 * Without dates and ids of the day the same file gives the same bytes; pictures keep their pixels. Not -dBlackText: it makes
 * light type on dark black as well, and greys become black ink alone without it.
 */
const flags = [
  '-q', '-dSAFER', '-dBATCH', '-dNOPAUSE', '-sDEVICE=pdfwrite', '-dCompatibilityLevel=1.7', '-sColorConversionStrategy=CMYK', '-dProcessColorModel=/DeviceCMYK',
  '-dOmitInfoDate=true', '-dOmitID=true', '-dOmitXMP=true', '-dAutoRotatePages=/None',
  '-dDownsampleColorImages=false', '-dDownsampleGrayImages=false', '-dDownsampleMonoImages=false'
]

const names = process.platform === 'win32' ? ['gswin64c', 'gswin32c'] : ['gs']

/** The PDF in CMYK. Throws `MissingToolError` without Ghostscript, and what Ghostscript says when it fails. */
export async function separatePdf({pdf, language, rightToLeft}: SeparationJob, signal: AbortSignal): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'hexapla-plates-'))
  try {
    const [from, to] = [join(folder, 'in.pdf'), join(folder, 'out.pdf')]
    await writeFile(from, pdf)
    const catalog = `[{Catalog} <</Lang (${language.replace(/[^A-Za-z0-9-]/g, '')}) /ViewerPreferences <</DisplayDocTitle true /PrintScaling /None${rightToLeft ? ' /Direction /R2L' : ''}>>>> /PUT pdfmark`
    await runFirst(names, [...flags, `-sOutputFile=${to}`, '-c', catalog, '-f', from], signal)
    return new Uint8Array(await readFile(to))
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** The first of these programs that is there. */
async function runFirst([name, ...others]: readonly string[], parameters: readonly string[], signal: AbortSignal): Promise<void> {
  if (name === undefined) throw new MissingToolError('Unexpected lack of Ghostscript, expected it to print in CMYK. To mend it: install Ghostscript (on Debian: apt install ghostscript), or set `colour: rgb` under `print`')
  const failure = await new Promise<{readonly code: unknown; readonly said: string} | undefined>((resolve) => {
    execFile(name, parameters, {signal, maxBuffer: 2 ** 20}, (error, _, said) => { resolve(error ? {code: error.code, said: said.trim().slice(0, 500) || error.message} : undefined) })
  })
  signal.throwIfAborted()
  if (failure?.code === 'ENOENT') return runFirst(others, parameters, signal)
  if (failure) throw new Error(`Ghostscript failed: ${failure.said}`)
}
