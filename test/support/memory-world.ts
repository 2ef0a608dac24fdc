/** The pure twin of the world: files in memory, the real parser, a fixed time; what is published can be looked at. */
import type {Manuscript, Parsed, ParseSettings} from '../../src/core/model.ts'
import type {Resource} from '../../src/core/resources.ts'
import {MissingToolError, PictureError, ReadError, type Coverage, type History, type HouseFolder, type Listed, type MissingFont, type Press, type WorkingRevision, type World} from '../../src/core/world.ts'
import {parseManuscript} from '../../src/parse/manuscript.ts'
import {readHouse} from '../../src/world/house.ts'
import {makePixels} from './pixels.ts'

export interface MemoryOptions {
  readonly modified?: number
  /** What the browser is; none at all when absent. */
  readonly press?: Press
  /** What the fonts can show; everything when absent. */
  readonly coverage?: Coverage
  /** Families that cannot be had. */
  readonly missingFonts?: readonly MissingFont[]
  /** Paths that are no regular files. */
  readonly refused?: Readonly<Record<string, NonNullable<Listed['refused']>>>
  /** The order in which files are listed; by path when absent. */
  readonly arrange?: (listed: readonly Listed[]) => readonly Listed[]
  readonly parse?: (manuscript: Manuscript, settings: ParseSettings) => Parsed
  /** What version control knows; nothing when absent. */
  readonly history?: History
  /** State of the folder that version control knows. */
  readonly revision?: WorkingRevision
  /** Files of older revisions, by their names. */
  readonly revisions?: ReadonlyMap<string, Readonly<Record<string, string>>>
}

export interface MemoryWorld extends World {
  readonly staged: ReadonlyMap<string, Uint8Array>
  readonly published: ReadonlyMap<string, Uint8Array>
  /** Texts written into the publication's folder. */
  readonly kept: ReadonlyMap<string, string>
  readonly lines: readonly string[]
}

const houses = new Map<HouseFolder, Promise<ReadonlyMap<string, string>>>()

/** Our own templates and styles, read from disk once in a run of tests. */
export async function recallHouse(folder: HouseFolder): Promise<ReadonlyMap<string, string>> {
  const house = houses.get(folder) ?? readHouse(folder)
  houses.set(folder, house)
  return house
}

/** A world whose publication is made of these files; text is UTF-8. Reading anything else throws `ReadError`. */
export function makeMemoryWorld(files: Readonly<Record<string, string | Uint8Array>>, options: MemoryOptions = {}): MemoryWorld {
  const contents = new Map(Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? new TextEncoder().encode(content) : content]))
  const refused = new Map(Object.entries(options.refused ?? {}))
  const listed = [
    ...[...contents].map(([path, {length}]): Listed => ({path, size: length})),
    ...[...refused].map(([path, kind]): Listed => ({path, size: 0, refused: kind}))
  ].sort((a, b) => a.path < b.path ? -1 : 1)
  const staged = new Map<string, Uint8Array>()
  const published = new Map<string, Uint8Array>()
  const kept = new Map<string, string>()
  const lines: string[] = []
  const {parse = parseManuscript, press} = options
  return {
    staged, published, kept, lines,
    modified: async () => options.modified ?? 1_800_000_000,
    list: async () => options.arrange?.(listed) ?? listed,
    read: async (path) => {
      const content = contents.get(path)
      if (!content) throw new ReadError(`absent file ${path}`)
      return content
    },
    history: async () => options.history,
    at: async (revision) => {
      const then = options.revisions?.get(revision)
      return then && makeMemoryWorld(then)
    },
    keep: async (texts) => {
      for (const [path, text] of texts) {
        kept.set(path, text)
        contents.set(path, new TextEncoder().encode(text))
      }
    },
    house: recallHouse,
    parse: async (manuscripts, settings) => manuscripts.map((manuscript) => parse(manuscript, settings)),
    press: async () => {
      if (!press) throw new MissingToolError('no browser in memory')
      return press
    },
    maybePress: async () => press,
    encodePicture: async (picture) => ({mediaType: picture.mediaType, content: await loadSound(picture), hash: picture.hash, moves: picture.mediaType === 'image/gif'}),
    greyPicture: async (jpeg) => jpeg,
    provideFonts: async (families) => (options.missingFonts ?? []).filter(({family}) => families.includes(family)),
    coverage: async () => options.coverage ?? {has: () => true, families: new Set(['NotoSerif'])},
    subsetFont: async ({family, weight}, text) => ({content: new TextEncoder().encode(`${family} ${weight}: ${[...new Set(text)].sort().join('')}`), copyright: 'Copyright 2026 The Authors'}),
    separate: async ({pdf}) => pdf,
    drawCover: async ({words}) => makePixels(`cover: ${words.title}`),
    recall: async (_kind, _key, make) => make(),
    stage: async (path, content) => void staged.set(path, content),
    publish: async (close) => {
      if (staged.size === 0) return
      const closing = await close(async (path) => published.get(path))
      if (!closing) return
      const {files, withdrawn} = closing
      for (const [path, content] of [...staged, ...files]) published.set(path, content)
      for (const path of withdrawn) published.delete(path)
      staged.clear()
    },
    revision: async () => options.revision,
    tools: async () => ({hexapla: '0.0.0'}),
    progress: (line) => void lines.push(line)
  }
}

/** The content as it is; the word "broken" in it stands for pixels that cannot be decoded. */
async function loadSound(picture: Resource): Promise<Uint8Array> {
  const content = await picture.load()
  if (new TextDecoder().decode(content).includes('broken')) throw new PictureError('pixels that cannot be decoded')
  return content
}
