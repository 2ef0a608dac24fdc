/** Ghostscript, where it is installed: a PDF's colours become four inks; black and greys stay black ink. */
import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {sha256} from '../core/digest.ts'
import type {SeparationJob} from '../core/world.ts'
import {MissingToolError} from '../core/world.ts'

/**
 * Without dates and ids of the day the same file gives the same bytes; pictures keep their pixels. Not -dBlackText: it makes
 * light type on dark black as well, and greys become black ink alone without it.
 */
const flags = [
  '-q', '-dSAFER', '-dBATCH', '-dNOPAUSE', '-sDEVICE=pdfwrite', '-dCompatibilityLevel=1.6', '-sColorConversionStrategy=CMYK', '-dProcessColorModel=/DeviceCMYK',
  '-dOmitInfoDate=true', '-dOmitID=true', '-dOmitXMP=true', '-dCompressStreams=false', '-dWriteXRefStm=false', '-dWriteObjStms=false', '-dAutoRotatePages=/None',
  '-dDownsampleColorImages=false', '-dDownsampleGrayImages=false', '-dDownsampleMonoImages=false'
]

/** Pictures are coded anew; in a quality at which that is not seen. */
const pictureQuality = '<</QFactor 0.15 /Blend 1 /ColorTransform 1 /HSamples [1 1 1 1] /VSamples [1 1 1 1]>>'

const names = process.platform === 'win32' ? ['gswin64c', 'gswin32c'] : ['gs']

/** The PDF in CMYK. Throws `MissingToolError` without Ghostscript, and what Ghostscript says when it fails. */
export async function separatePdf(job: SeparationJob, signal: AbortSignal): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'hexapla-plates-'))
  const [from, to, facts, xmp, profile] = ['in.pdf', 'out.pdf', 'facts.ps', 'facts.xmp', 'inks.icc'].map((name) => join(folder, name)) as [string, string, string, string, string]
  try {
    await writeFile(from, job.pdf)
    await writeFile(xmp, job.xmp)
    if (job.profile) await writeFile(profile, job.profile)
    await writeFile(facts, writeFacts(job, {xmp, profile}), 'latin1')
    const goal = job.profile ? [`-sOutputICCProfile=${profile}`, `--permit-file-read=${profile}`] : []
    await runFirst(names, [...flags, ...goal, `--permit-file-read=${xmp}`, `-sOutputFile=${to}`, '-f', facts, from], signal)
    return identify(await readFile(to))
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** What Ghostscript puts into the file besides its pages, in PostScript (pdfmark). */
function writeFacts({language, rightToLeft, profile, intent}: SeparationJob, paths: {readonly xmp: string; readonly profile: string}): string {
  const stream = (name: string, path: string, entries: string): readonly string[] => [
    `[/_objdef {${name}} /type /stream /OBJ pdfmark`, `[{${name}} <<${entries}>> /PUT pdfmark`, `[{${name}} (${path.replace(/[\\()]/g, '\\$&')}) (r) file /PUT pdfmark`
  ]
  const intents = profile && intent !== undefined ? ` /OutputIntents [<<${intent} /DestOutputProfile {inks}>>]` : ''
  const preferences = `<</DisplayDocTitle true /PrintScaling /None${rightToLeft ? ' /Direction /R2L' : ''}>>`
  return [
    `<</ColorACSImageDict ${pictureQuality} /GrayACSImageDict ${pictureQuality}>> setdistillerparams`,
    ...stream('facts', paths.xmp, '/Type /Metadata /Subtype /XML'), ...(intents === '' ? [] : stream('inks', paths.profile, '/N 4')),
    `[{Catalog} <</Lang (${language.replace(/[^A-Za-z0-9-]/g, '')}) /ViewerPreferences ${preferences} /Metadata {facts}${intents}>> /PUT pdfmark`, '[/Trapped /False /DOCINFO pdfmark', ''
  ].join('\n')
}

/** Ghostscript's own /ID would be another every day; nothing but the address of the table stands behind the trailer. */
function identify(pdf: Buffer): Uint8Array {
  const trailer = pdf.lastIndexOf('trailer')
  const end = pdf.indexOf('>>', trailer)
  if (trailer < 0 || end < 0) throw new Error('Ghostscript failed: its file has no trailer')
  const id = sha256(pdf).slice(0, 32)
  return new Uint8Array(Buffer.concat([pdf.subarray(0, end), Buffer.from(`/ID [<${id}> <${id}>]\n`, 'latin1'), pdf.subarray(end)]))
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
