/** The product's must-hold list: each of its thirteen lines has a test whose title names its number, in browsers where it speaks of pages. */
import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const lines = Array.from({ length: 13 }, (_, at) => at + 1)
/** Judged alike wherever the text comes from. */
const withoutBrowser = new Set([1, 3, 4, 5])

/** The numbers that titles of these files name: `must-hold 7: …` at the head of a test or of a group of tests. */
function namedIn(...patterns: string[]): Set<number> {
  const title = /\b(?:it|test|describe)(?:\.each\b[^\n]*?\)?)?\(\s*['`]must-hold (\d+):/g
  const texts = globSync(patterns).map((file) => readFileSync(file, 'utf8'))
  return new Set(texts.flatMap((text) => [...text.matchAll(title)].map(([, line]) => Number(line))))
}

it('every line of the must-hold list is named by a test', () => {
  const named = namedIn('tests/**/*.test.{ts,tsx}')
  expect(lines.filter((line) => !named.has(line))).toEqual([])
})

it('every line that speaks of pages or of the extension is named by a test of the built extension', () => {
  const named = namedIn('tests/e2e/**/*.test.ts')
  expect(lines.filter((line) => !withoutBrowser.has(line) && !named.has(line))).toEqual([])
})
