/** Is a line answered now? Opening hours against Shanghai time and the public holidays. Pure: the clock is passed in. */
import holidays from '../../../data/holidays.json' with { type: 'json' }
import type { Hours } from '../../registry/schema.ts'

export type Opening =
  | { kind: 'always' }
  /** `holidaysKnown`: false when workdays matter and nobody has published this year's holidays in our data. */
  | { kind: 'open'; holidaysKnown: boolean }
  /** `next`: when it opens again within two weeks, `YYYY-MM-DD` in Shanghai and `HH:MM`. */
  | { kind: 'closed'; holidaysKnown: boolean; next?: { date: string; time: string } }
  | { kind: 'unknown' }

interface HolidayYear {
  off: string[][]
  work: string[]
}

const years: Record<string, HolidayYear | undefined> = holidays.years
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const day = 86_400_000
/** China keeps UTC+8 all year. */
const shanghai = 8 * 3_600_000

/** Whether a line with `hours` is answered at `now` (ms since 1970). Hours that cannot be read are `unknown`, never `closed`. */
export function opening(hours: Hours[] | '24h' | undefined, now: number): Opening {
  if (hours === '24h') return { kind: 'always' }
  if (!hours || hours.length === 0) return { kind: 'unknown' }
  const spans = hours.map((span) => spanOf(span, now))
  if (spans.some((span) => span === undefined)) return { kind: 'unknown' }
  const holidaysKnown = !hours.some((span) => span.days === 'workdays') || years[dateAt(now).slice(0, 4)] !== undefined
  if (spans.includes(true)) return { kind: 'open', holidaysKnown }
  const next = nextStart(hours, now)
  return { kind: 'closed', holidaysKnown, ...(next && { next }) }
}

/** The longest holiday and the weekend around it are shorter. */
const daysAhead = 14

function nextStart(hours: readonly Hours[], now: number): { date: string; time: string } | undefined {
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const time = now + ahead * day
    const starts = hours
      .filter(({ days, from }) => runsOn(days, time) && (ahead > 0 || (minutes(from) ?? 0) > minutesAt(now)))
      .map(({ from }) => from.padStart(5, '0'))
      .sort()
    if (starts[0] !== undefined) return { date: dateAt(time), time: starts[0] }
  }
  return undefined
}

/** True inside the span, false outside, undefined when it cannot be read. `22:00`–`06:00` runs into the next day. */
function spanOf({ days, from, to }: Hours, now: number): boolean | undefined {
  const start = minutes(from)
  const end = minutes(to)
  const today = runsOn(days, now)
  const yesterday = runsOn(days, now - day)
  if (start === undefined || end === undefined || today === undefined || yesterday === undefined) return undefined
  const time = minutesAt(now)
  if (start < end) return today && time >= start && time < end
  return (today && time >= start) || (yesterday && time < end)
}

function runsOn(days: string, now: number): boolean | undefined {
  const weekday = new Date(now + shanghai).getUTCDay()
  if (days === 'daily') return true
  if (days === 'workdays') return isWorkday(dateAt(now), weekday)
  const [first, last] = days.split('-').map((name) => weekdays.indexOf(name))
  if (first === undefined || first < 0 || last === -1) return undefined
  const until = last ?? first
  return (weekday - first + 7) % 7 <= (until - first + 7) % 7
}

function isWorkday(date: string, weekday: number): boolean {
  const year = years[date.slice(0, 4)]
  if (year?.work.includes(date)) return true
  if (year?.off.some(([from = '', to = '']) => from <= date && date <= to)) return false
  return weekday >= 1 && weekday <= 5
}

/** `YYYY-MM-DD` in Shanghai. */
export function dateAt(now: number): string {
  return new Date(now + shanghai).toISOString().slice(0, 10)
}

function minutesAt(now: number): number {
  return Math.floor(((now + shanghai) % day) / 60_000)
}

function minutes(time: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? []
  const value = Number(hour) * 60 + Number(minute)
  return hour !== undefined && value <= 24 * 60 ? value : undefined
}
