/** What tells that a text was too much for a parser, rather than that a program is wrong. */

/** Whether an error says that the stack, a nesting limit or the longest string was exceeded. */
export function isLimitError(error: unknown): error is RangeError {
  return error instanceof RangeError && /call stack|too deep|invalid (?:array|string) length/i.test(error.message)
}
