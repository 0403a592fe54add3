/** The active registry with its index, as the handlers need it. */
import type { RegistryStatus } from '../protocol.ts'
import type { ActiveRegistry } from '../registry/active-registry.ts'
import { indexRecords, type RegistryIndex } from '../registry/registry-index.ts'
import type { UpdateLog } from '../registry/store.ts'
import { type RegistryClock, readClock } from '../verdict/registry-clock.ts'

export interface ReadyRegistry {
  active: ActiveRegistry
  /** Null when nothing usable is there: every answer is `cannot-check`. */
  index: RegistryIndex | null
  /** How the last update went. */
  log: UpdateLog
}

/** Makes the index: once per worker life, and after an update. */
export function readyRegistry(active: ActiveRegistry, log: UpdateLog = { failures: 0 }): ReadyRegistry {
  return { active, index: active.usable ? indexRecords(active.trusted.records) : null, log }
}

/** `now`: milliseconds since 1970. */
export function clockOf({ active }: ReadyRegistry, now: number): RegistryClock {
  if (!active.usable) return { now, provenAt: 0, builtAt: 0 }
  return { now, provenAt: active.provenAt, builtAt: Date.parse(active.trusted.records.head.builtAt) }
}

export function statusOf(ready: ReadyRegistry, now: number): RegistryStatus {
  const { active, index, log } = ready
  return {
    stamp: active.usable ? readClock(index, clockOf(ready, now)).stamp : null,
    hotlines: index?.hotlines ?? 0,
    institutions: active.usable ? active.trusted.records.ids.length : 0,
    storage: active.storage,
    update: {
      ...(log.triedAt !== undefined && { triedAt: new Date(log.triedAt).toISOString() }),
      ...(log.nextAt !== undefined && { nextAt: new Date(log.nextAt).toISOString() }),
      ...(log.outcome !== undefined && { outcome: log.outcome }),
    },
    ...(active.problem === undefined ? {} : { problem: active.problem }),
  }
}
