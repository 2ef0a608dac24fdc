/** Two groups of tests: quick ones side by side, then those that need a browser, Java or other processes, one file at a time. */
import {defineConfig} from 'vitest/config'

const slow = ['test/validators/**/*.test.ts', 'test/browser/**/*.test.ts', 'test/readers/**/*.test.ts', 'test/machine/**/*.test.ts', 'test/languages/**/*.test.ts']
const minute = 60_000

export default defineConfig({
  test: {
    projects: [
      {test: {name: 'quick', include: ['test/**/*.test.ts'], exclude: slow, testTimeout: 20_000, sequence: {groupOrder: 1}}},
      {test: {name: 'slow', include: slow, testTimeout: 10 * minute, hookTimeout: 10 * minute, fileParallelism: false, sequence: {groupOrder: 2}}}
    ]
  }
})
