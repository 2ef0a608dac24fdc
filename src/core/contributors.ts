/** Those who made a book. */

/** MARC-like roles which the title page knows. */
export type Role = 'author' | 'editor' | 'translator' | 'illustrator' | 'contributor'

export interface Contributor {
  readonly name: string
  readonly role: Role
  readonly sortAs?: string
}
