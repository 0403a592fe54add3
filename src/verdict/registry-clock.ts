/** How old the registry is: the times are passed in, the limits are those of the registry design (Expiry degrades). */
import type { RegistryIndex } from '../registry/registry-index.ts'
import type { RegistryStamp } from './verdict.ts'

/** Milliseconds since 1970. `provenAt`: the last proof of freshness; for the bundled registry, its build. */
export interface RegistryClock {
  now: number
  provenAt: number
  builtAt: number
}

export interface Freshness {
  stamp: RegistryStamp
  /** `YYYY-MM-DD` in China: dates of lines and notices are compared with it. */
  today: string
  /** Older than 14 days: note with date, verdict stays. */
  stale: boolean
  /** Older than 90 days: nothing is called official any more. */
  tooOld: boolean
}

const DAY = 86_400_000
const STALE_AFTER = 14 * DAY
const UNUSABLE_AFTER = 90 * DAY
const CHINA_OFFSET = 8 * 3_600_000
/** Largest time a Date can hold. */
const MAX_TIME = 8.64e15

function sane(time: number): number {
  return Number.isFinite(time) ? Math.min(Math.max(time, -MAX_TIME + DAY), MAX_TIME - DAY) : 0
}

/** Reads the clock once. A clock behind the build or the last proof counts as that time. */
export function readClock(index: RegistryIndex | null, clock: RegistryClock): Freshness {
  const builtAt = sane(clock.builtAt)
  const provenAt = sane(clock.provenAt)
  const now = Math.max(sane(clock.now), builtAt, provenAt)
  const age = now - provenAt
  return {
    stamp: {
      seq: index?.seq ?? 0,
      channel: index?.channel ?? 'release',
      builtAt: index?.builtAt ?? new Date(builtAt).toISOString(),
      provenAt: new Date(provenAt).toISOString(),
      ageDays: Math.floor(age / DAY),
    },
    today: new Date(now + CHINA_OFFSET).toISOString().slice(0, 10),
    stale: age > STALE_AFTER,
    tooOld: age > UNUSABLE_AFTER,
  }
}

/** Compares dates of any precision (`YYYY[-MM[-DD]]`) with today: true when the whole of `date` lies before today. */
export function isPast(date: string, today: string): boolean {
  return date < today.slice(0, date.length)
}

/** True when the whole of `date` lies after today. */
export function isFuture(date: string, today: string): boolean {
  return date > today.slice(0, date.length)
}

/** True when a line is taking calls by its dates at `today` (`YYYY-MM-DD`): it has begun and not ended. */
export function isInForce({ validFrom, validTo }: { validFrom?: string; validTo?: string }, today: string): boolean {
  if (validFrom !== undefined && isFuture(validFrom, today)) return false
  return validTo === undefined || !isPast(validTo, today)
}
