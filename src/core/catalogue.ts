/** What libraries and shops ask of a book: series, subjects, claims of accessibility. */

/** The series or collection that the work belongs to. */
export interface Series {
  readonly title: string
  /** A set is complete one day, a series may go on for ever. */
  readonly kind: 'series' | 'set'
  /** Place in the series: `3`, `2.1`. */
  readonly number?: string
  /** ISSN, ISBN of a set, URN or URL, as the publisher writes it. */
  readonly identifier?: string
}

/** What the work is about, in words and, where a scheme such as Thema or BISAC is used, by its code. */
export interface Subject {
  readonly term: string
  readonly scheme?: {readonly authority: string; readonly code: string}
}

/** What the publisher answers for; nothing of it can be computed. */
export interface AccessibilityClaim {
  /** `EPUB Accessibility 1.1 - WCAG 2.2 Level AA`, word for word. */
  readonly conformsTo?: string
  readonly certifier?: string
  readonly credential?: string
  /** Calendar date of the examination. */
  readonly examined?: string
  /** URL. */
  readonly report?: string
  /** Of the European Accessibility Act: `eaa-microenterprise`, … */
  readonly exemption?: string
}
