/** The product's 21 rows of advice: each is named by a test that drives the built extension or a real page. */
import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** `row 13: …`, `rows 3, 14, 16: …`, `rows 2 and 17: …` at the head of a title. */
const named = /^rows? (\d+(?:(?:, | and )\d+)*):/

function rowsOf(title: string): number[] {
  return title.match(named)?.[1]?.match(/\d+/g)?.map(Number) ?? []
}

it('every row of the product is named by a test in a browser', () => {
  const files = globSync(['tests/e2e/**/*.test.ts', 'tests/**/*.browser.test.{ts,tsx}'])
  const titles = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bit(?:\.each\([^\n]*\))?\(\s*['`]([^\n]*?)['`],/g)].map(
      ([, title]) => title ?? '',
    ),
  )
  const rows = new Set(titles.flatMap(rowsOf))
  const missing = Array.from({ length: 21 }, (_, at) => at + 1).filter((row) => !rows.has(row))
  expect(missing).toEqual([])
})

it('reads the numbers at the head of a title only', () => {
  expect(rowsOf('rows 3, 14, 16: a message')).toEqual([3, 14, 16])
  expect(rowsOf('rows 2 and 17: the way')).toEqual([2, 17])
  expect(rowsOf('row 4: open now')).toEqual([4])
  expect(rowsOf('the first row 4: of a table')).toEqual([])
})
