/** Asks whether a word is in a list, each of its occurrences once. */
export function makeTally(words: readonly string[]): (word: string) => boolean {
  const left = new Map<string, number>()
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1)
  return (word) => {
    const count = left.get(word) ?? 0
    if (count > 0) left.set(word, count - 1)
    return count > 0
  }
}
