/** The one door to the outside: files, workers, the browser, the cache and the output folder. */
import type {Manuscript, Parsed, ParseSettings} from './model.ts'
import type {Resource} from './resources.ts'
import type {Cover, EncodedPicture, PictureLimits} from './pictures.ts'

/** A file of the publication's folder, path with forward slashes relative to it. */
export interface Listed {
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** Neither a regular file nor readable inside the folder: a symbolic link, a device, a socket. */
  readonly refused?: 'link' | 'special'
}

export type HouseFolder = 'templates' | 'styles'

/** HTML to be typeset. */
export interface PrintJob {
  /** A whole document, as text. */
  readonly html: string
  /** Pictures by the relative URL under which the HTML names them. */
  readonly pictures: ReadonlyMap<string, Resource>
  /** Structure tags for assistive technology; a quarter slower. */
  readonly tagged: boolean
  /** Blocks (a CSS selector) below which room is left up to a whole line, so that the lines of all pages stand at the same heights. */
  readonly rhythm?: string
  /** In vertical lines: blocks (a CSS selector) with horizontal ones; those that are larger than a page get the class `long`. */
  readonly horizontal?: string
  /** What may stand elsewhere or otherwise than in its place. */
  readonly floats?: Floats
  /** Articles (a CSS selector) whose notes go to the foot of the page that calls them; those of an article where that cannot be done well stay at its end. */
  readonly footNotes?: string
  /** Articles in two languages (a CSS selector) whose first sides go to one page and whose second sides to the next one, as much on each. */
  readonly facing?: string
  /** Pages to keep, `2-` leaves out the first. */
  readonly pageRanges?: string
}

/** Children of articles, by CSS selectors. */
export interface Floats {
  /** Tables that are turned by 90° where they fit better so. */
  readonly tables?: string
  /** Figures that go to the next page without the text behind them. */
  readonly figures?: string
}

/** HTML to be shown once, as large as it says. */
export interface PictureJob {
  readonly html: string
  readonly pictures: ReadonlyMap<string, Resource>
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** A PDF whose colours are to become four inks. */
export interface SeparationJob {
  readonly pdf: Uint8Array
  readonly language: string
  readonly rightToLeft: boolean
  /** Metadata as XMP, which go into the file in place of those that it has. */
  readonly xmp: string
  /** ICC profile of the inks; absent: one that comes with the tool. */
  readonly profile?: Uint8Array
  /** Entries of the output intent that shows the profile, as PDF; absent: the file has none. */
  readonly intent?: string
}

/** A browser at work. Safe to call for several jobs at once; it runs as many as the machine bears. */
export interface Press {
  /** Product and version: part of the key under which a print is recalled. */
  readonly version: string
  /** How many jobs run side by side. */
  readonly width: number
  /** PDF as Chromium writes it. Throws `PressError` when the browser dies twice or exceeds its time. */
  readonly print: (job: PrintJob) => Promise<Uint8Array>
  /** The top of the document as PNG. Throws likewise. */
  readonly picture: (job: PictureJob) => Promise<Uint8Array>
}

/** A family of the house that is not at hand and cannot be fetched. */
export interface MissingFont {
  readonly family: string
  /** The npm package that has it; absent for a family that is none of the house. */
  readonly package?: string
  /** Completes "could not be fetched: …". */
  readonly reason: string
}

/** A font cut down to some characters. */
export interface FontSubset {
  /** TrueType. */
  readonly content: Uint8Array
  /** The copyright notice in the font. */
  readonly copyright: string
}

/** Upright and slanted letters in two weights: what a family has at most. */
export interface FontCut {
  readonly family: string
  readonly weight: 400 | 700
  readonly style: 'normal' | 'italic'
}

/** What some fonts of the house can show. */
export interface Coverage {
  /** Whether one of them has a glyph for a code point. */
  readonly has: (codePoint: number) => boolean
  /** Their families without blanks, as names of fonts in a PDF begin. */
  readonly families: ReadonlySet<string>
}

/** A state of the publication that version control keeps. */
export interface Revision {
  /** Its full name. */
  readonly id: string
  /** Calendar date, `2026-11-22`. */
  readonly date: string
}

/** What version control knows of the publication's files. Paths are those of today, whatever a file was called then. */
export interface History {
  /** The newest one. */
  readonly head: Revision
  /** Those that changed the text of a file, newest first; where older ones are cut off, only those that are known to have changed it. */
  readonly changes: (path: string) => readonly Revision[]
  /** Names that a file had before, newest first. */
  readonly formerNames: (path: string) => readonly string[]
  /** Texts as they stood in a revision (by `id`, or any name that it goes by), in the order asked; `undefined` where there was none. Ask for many at once. */
  readonly texts: (asked: readonly {readonly revision: string; readonly path: string}[]) => Promise<readonly (string | undefined)[]>
}

/** The state of a folder: its newest revision, and whether files were changed since. */
export interface WorkingRevision extends Revision {
  readonly changed: boolean
}

/** A file of the output folder as it was before; `undefined` where there was none. */
export type FormerFile = (path: string) => Promise<Uint8Array | undefined>

/** What completes the output folder. */
export interface Closing {
  /** By path, in the order in which they are to appear, after all products. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Former files that nothing refers to any more. */
  readonly withdrawn: readonly string[]
}

export interface World {
  /** Seconds since 1970: SOURCE_DATE_EPOCH, else midnight of the calendar date given, else the newest file's time. Never the clock of this run. */
  readonly modified: (date: string | undefined) => Promise<number>
  /** All files of the publication's folder, sorted by path; hidden ones and the output folder left out. */
  readonly list: () => Promise<readonly Listed[]>
  /** A file of the publication's folder. Throws `ReadError` for anything outside of it, links, devices and files over the limit. */
  readonly read: (path: string) => Promise<Uint8Array>
  /** What version control knows of the publication's folder; `undefined` where there is none, or it cannot be asked. */
  readonly history: () => Promise<History | undefined>
  /** The folder as version control keeps it in a revision, by any name that it goes by; `undefined` where there is none of that name. */
  readonly at: (revision: string) => Promise<Pick<World, 'list' | 'read'> | undefined>
  /** Writes texts into the publication's folder by their path, each by one rename, all or none. Throws `KeepError` for anything outside of it, links and hidden files. */
  readonly keep: (texts: ReadonlyMap<string, string>) => Promise<void>
  /** Our own templates, terms or styles: path within the folder → text, sorted. */
  readonly house: (folder: HouseFolder) => Promise<ReadonlyMap<string, string>>
  /** Parses in worker threads under limits of time and memory, results in the order given. */
  readonly parse: (manuscripts: readonly Manuscript[], settings: ParseSettings) => Promise<readonly Parsed[]>
  /** Finds and starts a browser at first use. Throws `MissingToolError`. */
  readonly press: () => Promise<Press>
  /** The press, if a browser is at hand: nothing is downloaded or installed for it. */
  readonly maybePress: () => Promise<Press | undefined>
  /** The picture fit for every reading system: upright, sRGB, within the limits, without metadata; JPEG where that is `wanted`. Throws `PictureError`, and `ReadError` as `read` does. */
  readonly encodePicture: (picture: Resource, limits: PictureLimits, wanted?: 'image/jpeg') => Promise<EncodedPicture>
  /** A JPEG in greys; one that cannot be opened as it is. */
  readonly greyPicture: (jpeg: Uint8Array) => Promise<Uint8Array>
  /** Sees that fonts of the house are at hand, fetching those that are not; gives those that cannot be had. */
  readonly provideFonts: (families: readonly string[]) => Promise<readonly MissingFont[]>
  /** Measured from the fonts of these families that are at hand. */
  readonly coverage: (families: readonly string[]) => Promise<Coverage>
  /** A font with the characters of `text` that it has; `undefined` where it is not at hand or has none of them. The same bytes for the same characters. */
  readonly subsetFont: (cut: FontCut, text: string) => Promise<FontSubset | undefined>
  /** The PDF in CMYK, black and greys in black ink alone. Throws `MissingToolError` where no Ghostscript is installed. */
  readonly separate: (job: SeparationJob) => Promise<Uint8Array>
  /** A plain cover as PNG, drawn without a browser, in the fonts of the script. */
  readonly drawCover: (cover: Cover) => Promise<Uint8Array>
  /** The value made once for this key (hashed by value with our own version); a cache that may be deleted at any time. */
  readonly recall: <T>(kind: string, key: readonly unknown[], make: () => Promise<T>) => Promise<T>
  /** Holds a finished product in a staging file. */
  readonly stage: (path: string, content: Uint8Array) => Promise<void>
  /**
   * Moves all staged products to the output folder, each by one rename; nothing staged is lost or half-written. No other build publishes
   * there meanwhile, so that what `close` makes of the former state and of the staged products is true of both together. Does nothing where nothing is staged,
   * or where `close` gives nothing.
   */
  readonly publish: (close: (former: FormerFile) => Promise<Closing | undefined>) => Promise<void>
  /** The state of the publication's folder that version control knows it by; `undefined` as for `history`. */
  readonly revision: () => Promise<WorkingRevision | undefined>
  /** What makes the books, with versions: this program, Node, the browser where one is at work. */
  readonly tools: () => Promise<Readonly<Record<string, string>>>
  /** One line of progress, for people. */
  readonly progress: (line: string) => void
}

/** A file that may not or cannot be read; `reason` completes "Unexpected …". */
export class ReadError extends Error {
  override name = 'ReadError'
}

/** A file that may not or cannot be written; the message is a sentence. */
export class KeepError extends Error {
  override name = 'KeepError'
}

/** A picture that is none, or too large to be opened; `message` completes "Unexpected picture (…)". */
export class PictureError extends Error {
  override name = 'PictureError'
}

/** A tool that the work needs is not there; the message names the exact remedy. */
export class MissingToolError extends Error {
  override name = 'MissingToolError'
}

/** The browser failed at a job. */
export class PressError extends Error {
  override name = 'PressError'
}
