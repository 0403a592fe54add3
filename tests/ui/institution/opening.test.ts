import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Hours } from '../../../src/registry/schema.ts'
import { dateAt, opening } from '../../../src/ui/institution/opening.ts'

/** A time in Shanghai as ms since 1970. */
function at(time: string): number {
  return Date.parse(`${time}:00+08:00`)
}
const workdays: Hours[] = [{ days: 'workdays', from: '9:00', to: '18:00' }]

describe('opening', () => {
  it.each([
    ['a Friday, first minute', '2026-11-20T09:00', 'open'],
    ['a Friday, the minute before', '2026-11-20T08:59', 'closed'],
    ['a Friday, the closing minute', '2026-11-20T18:00', 'closed'],
    ['a Saturday', '2026-11-21T10:00', 'closed'],
    ['a make-up Saturday', '2026-10-10T10:00', 'open'],
    ['a holiday on a Thursday', '2026-10-01T10:00', 'closed'],
    ['the last day of the Spring Festival', '2026-02-23T10:00', 'closed'],
    ['the day after', '2026-02-24T10:00', 'open'],
  ])('workdays 9–18 on %s: %s is %s', (_, time, kind) => {
    expect(opening(workdays, at(time))).toMatchObject({ kind, holidaysKnown: true })
  })

  it('says when the year’s holidays are not in the data, but only where workdays matter', () => {
    expect(opening(workdays, at('2031-03-03T10:00'))).toEqual({ kind: 'open', holidaysKnown: false })
    expect(opening([{ days: 'daily', from: '9:00', to: '18:00' }], at('2031-03-03T10:00'))).toEqual({
      kind: 'open',
      holidaysKnown: true,
    })
  })

  it.each([
    ['early on a workday', '2026-11-20T07:00', '2026-11-20'],
    ['late on a Friday', '2026-11-20T18:00', '2026-11-23'],
    ['before a make-up Saturday', '2026-10-09T20:00', '2026-10-10'],
    ['in the National Day holidays', '2026-10-01T10:00', '2026-10-08'],
    ['in the Spring Festival', '2026-02-15T10:00', '2026-02-24'],
  ])('says when it opens again: %s', (_, time, date) => {
    expect(opening(workdays, at(time))).toMatchObject({ kind: 'closed', next: { date, time: '09:00' } })
  })

  it('opens again with the earliest span of the day', () => {
    const split: Hours[] = [
      { days: 'daily', from: '13:00', to: '17:00' },
      { days: 'daily', from: '9:00', to: '12:00' },
    ]
    expect(opening(split, at('2026-11-20T12:30'))).toMatchObject({ next: { date: '2026-11-20', time: '13:00' } })
    expect(opening(split, at('2026-11-20T17:00'))).toMatchObject({ next: { date: '2026-11-21', time: '09:00' } })
  })

  it('reads ranges of weekdays, also around the week’s end, and single days', () => {
    const monSat: Hours[] = [{ days: 'mon-sat', from: '08:00', to: '20:00' }]
    expect(opening(monSat, at('2026-11-21T10:00')).kind).toBe('open')
    expect(opening(monSat, at('2026-11-22T10:00')).kind).toBe('closed')
    const satMon: Hours[] = [{ days: 'sat-mon', from: '08:00', to: '20:00' }]
    expect(['20', '21', '22', '23', '24'].map((day) => opening(satMon, at(`2026-11-${day}T10:00`)).kind)).toEqual([
      'closed',
      'open',
      'open',
      'open',
      'closed',
    ])
    expect(opening([{ days: 'sun', from: '08:00', to: '20:00' }], at('2026-11-22T10:00')).kind).toBe('open')
  })

  it('runs over midnight into the next day', () => {
    const night: Hours[] = [{ days: 'fri', from: '22:00', to: '06:00' }]
    expect(opening(night, at('2026-11-20T23:00')).kind).toBe('open')
    expect(opening(night, at('2026-11-21T05:59')).kind).toBe('open')
    expect(opening(night, at('2026-11-21T06:00')).kind).toBe('closed')
    expect(opening(night, at('2026-11-21T23:00')).kind).toBe('closed')
  })

  it('is open when one of several spans is', () => {
    const split: Hours[] = [
      { days: 'daily', from: '9:00', to: '12:00' },
      { days: 'daily', from: '13:00', to: '17:00' },
    ]
    expect(['11:59', '12:30', '13:00'].map((time) => opening(split, at(`2026-11-20T${time}`)).kind)).toEqual([
      'open',
      'closed',
      'open',
    ])
  })

  it('round the clock is always open', () => {
    expect(opening('24h', 0)).toEqual({ kind: 'always' })
  })

  it('never calls a line closed because its hours cannot be read', () => {
    expect(opening(undefined, 0)).toEqual({ kind: 'unknown' })
    expect(opening([], 0)).toEqual({ kind: 'unknown' })
    expect(opening([{ days: 'weekdays', from: '9:00', to: '18:00' }], 0)).toEqual({ kind: 'unknown' })
    expect(opening([{ days: 'daily', from: '9am', to: '18:00' }], 0)).toEqual({ kind: 'unknown' })
    expect(opening([{ days: 'mon-funday', from: '9:00', to: '18:00' }], 0)).toEqual({ kind: 'unknown' })
  })

  it('does not depend on the machine’s own time zone: Shanghai is 8 hours ahead of UTC', () => {
    expect(dateAt(Date.UTC(2026, 10, 20, 15, 59))).toBe('2026-11-20')
    expect(dateAt(Date.UTC(2026, 10, 20, 16, 0))).toBe('2026-11-21')
  })

  it('is total', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.integer({ min: 0, max: 4e12 }), (days, from, to, now) => {
        expect(['open', 'closed', 'unknown']).toContain(opening([{ days, from, to }], now).kind)
      }),
    )
  })
})
