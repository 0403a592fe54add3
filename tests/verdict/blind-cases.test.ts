import { expect, test } from 'vitest'
import { readCases } from './cases/all-cases.ts'
import { testCases } from './cases/test-cases.ts'

/**
 * Cases written from the verdicts design alone, before the judge was read: one JSON object a line, in the shape of
 * `cases/case.ts`. `blind.jsonl` and `unseen.jsonl` are such sets, by two hands; `hostile.jsonl` grew while looking for
 * the judge's weak sides.
 */
const sets = {
  blind: readCases('blind'),
  unseen: readCases('unseen'),
  hostile: readCases('hostile'),
}

for (const [name, cases] of Object.entries(sets)) testCases(name, cases)

test('at least 200 cases of each blind set, each with its own reason', () => {
  expect(sets.blind.length).toBeGreaterThanOrEqual(200)
  expect(sets.unseen.length).toBeGreaterThanOrEqual(200)
  const reasons = Object.values(sets).flatMap((cases) => cases.map((one) => one.why))
  expect(new Set(reasons).size).toBe(reasons.length)
})
