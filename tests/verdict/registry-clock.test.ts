import { describe, expect, test } from 'vitest'
import { buildRegistryIndex } from '../../src/registry/registry-index.ts'
import { isFuture, isInForce, isPast, readClock } from '../../src/verdict/registry-clock.ts'
import { NOW, tinySnapshot } from './tiny-registry.ts'

const index = buildRegistryIndex(tinySnapshot())
const DAY = 86_400_000

describe('must-hold 6: age', () => {
  test.each([
    [0, 0, false, false],
    [14 * DAY, 14, false, false],
    [14 * DAY + 1, 14, true, false],
    [90 * DAY, 90, true, false],
    [90 * DAY + 1, 90, true, true],
    [-5 * DAY, 0, false, false],
    [Number.NaN, 0, false, false],
    [Number.POSITIVE_INFINITY, 0, false, false],
  ])('%s ms on: %s days', (later, days, stale, tooOld) => {
    const fresh = readClock(index, { now: NOW + later, provenAt: NOW, builtAt: NOW - 3 * DAY })
    expect([fresh.stamp.ageDays, fresh.stale, fresh.tooOld]).toEqual([days, stale, tooOld])
  })

  test('a clock behind the build counts as the build', () => {
    const fresh = readClock(index, { now: 0, provenAt: NOW - 100 * DAY, builtAt: NOW })
    expect(fresh.tooOld).toBe(true)
    expect(fresh.today).toBe('2026-11-21')
  })

  test('the day is China’s', () => {
    const late = Date.parse('2026-11-21T17:00:00Z')
    expect(readClock(index, { now: late, provenAt: late, builtAt: late }).today).toBe('2026-11-22')
  })
})

test('dates of any precision are past or future as a whole', () => {
  expect(isPast('2026-11-20', '2026-11-21')).toBe(true)
  expect(isPast('2026-11-21', '2026-11-21')).toBe(false)
  expect(isPast('2026-11', '2026-11-21')).toBe(false)
  expect(isPast('2025', '2026-11-21')).toBe(true)
  expect(isFuture('2026-12', '2026-11-21')).toBe(true)
  expect(isFuture('2026', '2026-11-21')).toBe(false)
})

test('a line is in force from the first day of its dates to the last, whatever their precision', () => {
  const today = '2026-11-21'
  for (const validTo of ['2026-11-21', '2026-11', '2026', '2027']) expect(isInForce({ validTo }, today)).toBe(true)
  for (const validTo of ['2026-11-20', '2026-10', '2025']) expect(isInForce({ validTo }, today)).toBe(false)
  for (const validFrom of ['2026-11-21', '2026-11', '2026']) expect(isInForce({ validFrom }, today)).toBe(true)
  for (const validFrom of ['2026-11-22', '2026-12', '2027']) expect(isInForce({ validFrom }, today)).toBe(false)
  expect(isInForce({}, today)).toBe(true)
})
