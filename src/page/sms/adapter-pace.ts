/** Does an adapter take too much of the page's time? Selectors are data, and some cost a second on a long page. Pure. */

/** So much of each span, ms, is far beyond what reading needs (a conversation of 5,000 messages: some 3 ms a reading). */
export const paceSpanMs = 5000
export const paceMostMs = 1500

export interface Pace {
  /** Notes that reading took `ms` until `now` (monotonic). True when the adapter is too slow for this page. */
  note(ms: number, now: number): boolean
}

export function createPace(): Pace {
  let since = Number.NEGATIVE_INFINITY
  let spent = 0
  return {
    note(ms, now) {
      if (now - since > paceSpanMs) {
        since = now
        spent = 0
      }
      spent += ms
      return spent > paceMostMs
    },
  }
}
