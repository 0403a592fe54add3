/** Whose messages are these? After a switch of conversation, header and rows change at different moments. Pure. */

/** Rows of the old conversation were seen under the new header for up to 1.5 s. */
export const settleMs = 2000

export interface Pairing {
  /** Call at every reading. `replaced`: most rows were exchanged while the header stayed. */
  note(threadId: string, sender: string | undefined, replaced: boolean, now: number): void
  /** True when a row that is new now belongs to the header for certain. */
  settled(now: number): boolean
  /** Ms until `settled` can change; 0 when it holds. */
  remaining(now: number): number
}

export function createPairing(): Pairing {
  let known: string | undefined
  let switchedAt = Number.NEGATIVE_INFINITY
  return {
    note(threadId, sender, replaced, now) {
      const thread = `${threadId}\n${sender ?? ''}`
      if ((known !== undefined && thread !== known) || replaced) switchedAt = now
      known = thread
    },
    settled: (now) => now - switchedAt >= settleMs,
    remaining: (now) => Math.max(0, switchedAt + settleMs - now),
  }
}
