import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { updateDelay, wakeAt } from '../../src/registry/schedule.ts'

const minute = 60_000
const hour = 60 * minute
const dice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('how long until the next try', () => {
  it('is a day, give or take a quarter, after a success', () => {
    fc.assert(
      fc.property(dice, (random) => {
        const wait = updateDelay(0, random)
        expect(wait).toBeGreaterThanOrEqual(18 * hour)
        expect(wait).toBeLessThanOrEqual(30 * hour)
      }),
    )
  })

  it('doubles from a quarter of an hour to a day while tries fail, spread over its second half', () => {
    expect(updateDelay(1, 0)).toBe(7.5 * minute)
    expect(updateDelay(2, 0)).toBe(15 * minute)
    expect(updateDelay(3, 0.5)).toBe(45 * minute)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), dice, (failures, random) => {
        const wait = updateDelay(failures, random)
        expect(wait).toBeGreaterThanOrEqual(7.5 * minute)
        expect(wait).toBeLessThanOrEqual(24 * hour)
      }),
    )
  })
})

describe('when to wake', () => {
  const now = Date.parse('2026-11-22T00:00:00Z')

  it('is the time that was set, in a minute when that is past or none was', () => {
    expect(wakeAt(now + 5 * hour, now)).toBe(now + 5 * hour)
    expect(wakeAt(now - hour, now)).toBe(now + minute)
    expect(wakeAt(undefined, now)).toBe(now + minute)
  })

  it('never lies further off than a wait can be: a clock that was ahead by years heals', () => {
    expect(wakeAt(Date.parse('2099-01-01T00:00:00Z'), now)).toBe(now + 30 * hour)
    fc.assert(
      fc.property(fc.nat(), dice, (failures, random) => {
        const set = now + updateDelay(failures, random)
        expect(wakeAt(set, now)).toBe(set)
      }),
    )
  })
})
