import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addCounts, countRing, summary } from '../../scripts/test-counts.ts'

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((test, at) => ({ fullName: `test ${at}`, status: test })),
})

function report(...testResults: unknown[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'zhenhao-counts-')), 'report.json')
  writeFileSync(path, JSON.stringify({ testResults }))
  return path
}

it('counts passed, failed and skipped tests', () => {
  const counts = countRing(report(file('failed', 'passed', 'failed', 'pending'), file('passed', 'passed', 'todo')), 1)
  expect(counts).toEqual({ passed: 2, failed: 1, skipped: ['test 2', 'test 1'] })
})

it('counts a file that did not load, a run that broke and a missing report as failures', () => {
  expect(countRing(report(file('failed')), 1).failed).toBe(1)
  expect(countRing(report(file('passed', 'passed')), 1)).toEqual({ passed: 1, failed: 1, skipped: [] })
  expect(countRing('/nowhere.json', null).failed).toBe(1)
})

it('ends with the count, names skips, and fails on them only when told to', () => {
  const counts = addCounts(
    { passed: 3, failed: 0, skipped: [] },
    { passed: 1, failed: 0, skipped: ['skipped: no ../shared a'] },
  )
  expect(summary(counts, { skipIsFailure: false })).toEqual({
    lines: ['skipped: no ../shared a', '1 skipped', '4 passed, 0 failed'],
    exitCode: 0,
  })
  expect(summary(counts, { skipIsFailure: true })).toEqual({
    lines: ['skipped: no ../shared a', '1 skipped (counted as failed)', '4 passed, 1 failed'],
    exitCode: 1,
  })
  expect(summary({ passed: 0, failed: 0, skipped: [] }, { skipIsFailure: false }).exitCode).toBe(1)
})
