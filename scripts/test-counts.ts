/** Counts what vitest reported, so that no way of failing is lost: a test, a file that does not load, a run that breaks. */
import { existsSync, readFileSync } from 'node:fs'

export interface Counts {
  passed: number
  failed: number
  /** Full names of tests that did not run. */
  skipped: string[]
}

interface Report {
  testResults: {
    name: string
    status: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

/**
 * @param report file of vitest's JSON reporter
 * @param exitStatus of vitest; a non-zero one without a failed test counts as one failure
 */
export function countRing(report: string, exitStatus: number | null): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: [] }
  if (existsSync(report)) {
    const { testResults }: Report = JSON.parse(readFileSync(report, 'utf8'))
    for (const file of testResults) {
      if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
        counts.failed += 1
      for (const test of file.assertionResults) countTest(counts, test)
    }
  }
  if (exitStatus !== 0 && counts.failed === 0) counts.failed = 1
  return counts
}

function countTest(counts: Counts, test: { fullName: string; status: string }): void {
  if (test.status === 'passed') counts.passed += 1
  else if (test.status === 'failed') counts.failed += 1
  else counts.skipped.push(test.fullName)
}

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: [...a.skipped, ...b.skipped] }
}

/** The lines to print, the count last, and the exit code. Nothing passed is a failure too: then nothing was tested. */
export function summary(counts: Counts, options: { skipIsFailure: boolean }): { lines: string[]; exitCode: number } {
  const failed = counts.failed + (options.skipIsFailure ? counts.skipped.length : 0)
  const lines = counts.skipped.map((name) => (name.startsWith('skipped:') ? name : `skipped: ${name}`))
  if (counts.skipped.length > 0)
    lines.push(`${counts.skipped.length} skipped${options.skipIsFailure ? ' (counted as failed)' : ''}`)
  lines.push(`${counts.passed} passed, ${failed} failed`)
  return { lines, exitCode: failed === 0 && counts.passed > 0 ? 0 : 1 }
}
