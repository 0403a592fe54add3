/** One test for each case: the verdicts said, and their offsets. */
import { describe, expect, test } from 'vitest'
import type { Case } from './case.ts'
import { compareCase, judgeCase } from './judge-case.ts'

export function testCases(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    test.each(cases.map((one) => [one.why, one] as const))('%s', (_, one) => {
      const verdicts = judgeCase(one)
      const { said, expected } = compareCase(one, verdicts)
      expect(said).toEqual(expected)
      for (const verdict of verdicts) expect(one.text.slice(verdict.start, verdict.end)).toBe(verdict.raw)
    })
  })
}
