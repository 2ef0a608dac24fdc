/** What goes to a translator and comes back, whatever the format of the file. */
import type {Language, Place, Slug} from '../../core/model.ts'

/** A passage to be translated. */
export interface ExchangeUnit {
  /** `slug#kind:hash`: it stays the same as long as the source says the same, wherever the passage stands; `~2` for its second occurrence. */
  readonly id: string
  readonly slug: Slug
  readonly kind: string
  /** Markdown, without marks of what the passage stands in. */
  readonly source: string
  /** Absent: not translated yet. */
  readonly target?: string
  /** Its source has changed since it was translated. */
  readonly behind: boolean
  /** What the source said then. */
  readonly former?: string
  /** Of the source. */
  readonly place: Place
  /** What the translation says now, by hash: so that it can be told when it comes back whether somebody has changed it meanwhile. */
  readonly stand: string
}

/** Passages for one target language. */
export interface Parcel {
  /** The publication's. */
  readonly name: string
  readonly source: Language
  readonly target: Language
  /** Seconds since 1970. */
  readonly modified: number
  readonly units: readonly ExchangeUnit[]
}

/** A passage as it came back. */
export interface ReceivedUnit {
  /** Absent: it comes from a memory and is known by its words. */
  readonly id?: string
  readonly source: string
  readonly target: string
  /** The translator says that it is not done. */
  readonly open: boolean
  /** The translator says that it is done. */
  readonly confirmed?: true
  /** What the translation said when it was sent. */
  readonly stand?: string
  /** In the file that came back. */
  readonly place: Place
  /** Marks that were torn: completes "Unexpected …". */
  readonly torn?: string
}

export interface Received {
  readonly source?: Language
  readonly target: Language
  readonly units: readonly ReceivedUnit[]
}

/** What is wrong with a file that came back. */
export class ExchangeFault extends Error {
  override name = 'ExchangeFault'
  readonly line: number

  constructor(reason: string, line: number) {
    super(reason)
    this.line = line
  }
}

/** No translation there. */
export const noStand = '-'
