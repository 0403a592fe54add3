/** When to ask for an update again. Pure: the clock and the dice are passed in. */

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** The timestamp is re-signed daily; asking more often brings nothing. */
const INTERVAL = DAY
const FIRST_RETRY = 15 * MINUTE
const LONGEST_RETRY = DAY

/** The longest wait that `updateDelay` gives, ms. */
const LONGEST_WAIT = INTERVAL * 1.25

/**
 * Milliseconds to wait. `failures`: failed tries in a row, 0 after a success. `random`: [0, 1).
 * Spread widely, so that many clients do not return at one moment after an outage: 24 h ± 25 % after a success, after
 * failures between half and all of 15 min · 2ⁿ, at most a day.
 */
export function updateDelay(failures: number, random: number): number {
  if (failures === 0) return INTERVAL * (0.75 + random / 2)
  const longest = Math.min(FIRST_RETRY * 2 ** (failures - 1), LONGEST_RETRY)
  return longest * (0.5 + random / 2)
}

/** Milliseconds to wait after a try that could not be recorded (disk full, a fault of ours): one to two hours. */
export function unrecordedDelay(random: number): number {
  return updateDelay(4, random)
}

/**
 * When to wake for the next try, ms since 1970: at `nextAt` as the last try set it, in a minute when that is past or none
 * was made, and never later than a wait can be: a clock that was ahead then must not put updates off for years.
 */
export function wakeAt(nextAt: number | undefined, now: number): number {
  return Math.min(Math.max(nextAt ?? 0, now + MINUTE), now + LONGEST_WAIT)
}
