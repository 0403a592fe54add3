/** When to remind, and whom it was already told. Pure: the clock is passed in. */
import type { Matter } from './matter.ts'

/** The next time (ms since 1970) at which a reminder is wanted, or undefined. Past ones that were never given count: they are due now. */
export function nextReminder(matters: readonly Matter[]): number | undefined {
  const times = matters.flatMap((matter) => matter.calls.filter(isWaiting).map((call) => call.deadline ?? 0))
  return times.length > 0 ? Math.min(...times) : undefined
}

export interface Reminders {
  /** How many were due. */
  due: number
  /** The matters that changed: their due reminders are marked as given. */
  changed: Matter[]
}

/** Takes the reminders that are due at `now`: each is given once, however late. */
export function takeDue(matters: readonly Matter[], now: number): Reminders {
  let due = 0
  const changed = matters.flatMap((matter) => {
    const given = matter.calls.filter((call) => isWaiting(call) && (call.deadline ?? 0) <= now)
    due += given.length
    if (given.length === 0) return []
    return [
      { ...matter, calls: matter.calls.map((call) => (given.includes(call) ? { ...call, reminded: true } : call)) },
    ]
  })
  return { due, changed }
}

function isWaiting(call: Matter['calls'][number]): boolean {
  return call.remind && !call.reminded && !call.solved && call.deadline !== undefined
}
