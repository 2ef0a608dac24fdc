/** The colours of covers: few, quiet, each pair with a contrast of at least 7 to 1. */
import type {CoverColours} from '../core/pictures.ts'
import {makeUuid} from '../core/uuid.ts'

export const coverColours: readonly CoverColours[] = [
  {paper: '#16324f', ink: '#f7f3e9', accent: '#e0c083'}, // ink blue
  {paper: '#5a1f24', ink: '#fbf3e8', accent: '#e8c39a'}, // oxblood
  {paper: '#1f4037', ink: '#f5f3e6', accent: '#d9c78a'}, // bottle green
  {paper: '#3a2a47', ink: '#f6f1f4', accent: '#dcc0d4'}, // aubergine
  {paper: '#2f3437', ink: '#f6f4ef', accent: '#d8c3a0'}, // slate
  {paper: '#f3ede0', ink: '#23303d', accent: '#7a3b24'}, // cream and rust
  {paper: '#e9eee9', ink: '#1d3a34', accent: '#3f5a2a'}, // pale green
  {paper: '#ece8ee', ink: '#2c2546', accent: '#6b2f57'} // pale violet
]

/** Always the same colours for one publication, in all its languages. */
export function chooseColours(identifier: string): CoverColours {
  const number = Number.parseInt(makeUuid(`cover ${identifier}`).slice(0, 8), 16)
  return coverColours[number % coverColours.length] as CoverColours // an index within the list
}
