/** No more than so many pieces of work at a time: a system opens only so many files for one program. */

export type Gate = <T>(work: () => Promise<T>) => Promise<T>

/** Open files of one program: far below the 256 of macOS, enough to keep a disk busy. */
export const fileGate: Gate = makeGate(64)

/** Lets `width` pieces of work run side by side; the others wait for their turn. */
export function makeGate(width: number): Gate {
  const waiting: (() => void)[] = []
  let next = 0
  let running = 0
  return async (work) => {
    if (running >= width) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const follower = waiting[next++]
      if (follower) follower() // takes over the place
      else {
        running--
        waiting.length = next = 0
      }
    }
  }
}
