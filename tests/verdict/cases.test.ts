import { expect, test } from 'vitest'
import type { Modifier, VerdictCode } from '../../src/verdict/verdict.ts'
import { modules } from './cases/all-cases.ts'
import { testCases } from './cases/test-cases.ts'

const all = Object.values(modules).flat()

for (const [name, cases] of Object.entries(modules)) testCases(name, cases)

test('at least 120 cases, each with its own reason', () => {
  expect(all.length).toBeGreaterThanOrEqual(120)
  expect(new Set(all.map((one) => one.why)).size).toBe(all.length)
})

test('every code and modifier has a case', () => {
  const codes: VerdictCode[] = [
    'official',
    'official-other',
    'lookalike',
    'malformed',
    'retired',
    'reported',
    'unconfirmed',
    'unlisted-service',
    'public-service',
    'sender-id',
    'ordinary',
    'not-phone',
    'unknown-brand',
    'cannot-check',
  ]
  const modifiers: Modifier[] = [
    'overseas',
    'personal-sender',
    'stale',
    'taken-care',
    'outbound-only',
    'inbound-only',
    'group-line',
  ]
  const expected = all.flatMap((one) => one.verdicts)
  expect(new Set(expected.map((one) => one.code))).toEqual(new Set(codes))
  expect(new Set(expected.flatMap((one) => one.modifiers ?? []))).toEqual(new Set(modifiers))
})
