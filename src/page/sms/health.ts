/** Notices when an adapter no longer fits its page: ready and visible for 4 s, and not one message read. Pure. */

export const blindAfterMs = 4000

export interface Health {
  /** @param failing ready, and no message read. @returns true once that has held, visible, for 4 s, until it ends. */
  check(failing: boolean, visible: boolean, now: number): boolean
  /** Ms until `check` can turn true; 0 when no clock runs. */
  remaining(now: number): number
}

export function createHealth(): Health {
  let since: number | undefined
  let blind = false
  return {
    check(failing, visible, now) {
      if (!failing || !(visible || blind)) since = undefined
      else since ??= now
      blind = since !== undefined && now - since >= blindAfterMs
      return blind
    },
    remaining: (now) => (since === undefined ? 0 : Math.max(0, since + blindAfterMs - now)),
  }
}
