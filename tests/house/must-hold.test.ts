/** The product's must-hold list: each of its thirteen lines has a test whose title names its number. */
import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('every line of the must-hold list is named by a test', () => {
  const files = globSync('tests/**/*.test.{ts,tsx}').filter((file) => !file.endsWith('house/must-hold.test.ts'))
  const titles = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:it|test|describe)(?:\.each\([^\n]*\))?\(\s*['`]([^\n]*?)['`],/g)].map(
      ([, title]) => title ?? '',
    ),
  )
  const named = new Set(titles.flatMap((title) => title.match(/must-hold (\d+)/)?.[1] ?? []))
  const lines = Array.from({ length: 13 }, (_, at) => String(at + 1))
  expect(lines.filter((line) => !named.has(line))).toEqual([])
})
