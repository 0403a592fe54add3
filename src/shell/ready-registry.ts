/** The active registry with its index, as the handlers need it. */
import type { RegistryStatus } from '../protocol.ts'
import type { ActiveRegistry } from '../registry/active-registry.ts'
import { buildRegistryIndex, type RegistryIndex } from '../registry/registry-index.ts'
import { type RegistryClock, readClock } from '../verdict/registry-clock.ts'

export interface ReadyRegistry {
  active: ActiveRegistry
  /** Null when nothing usable is there: every answer is `cannot-check`. */
  index: RegistryIndex | null
}

/** Builds the index once per worker life. */
export function readyRegistry(active: ActiveRegistry): ReadyRegistry {
  return { active, index: active.usable ? buildRegistryIndex(active.trusted.snapshot) : null }
}

/** `now`: milliseconds since 1970. */
export function clockOf({ active }: ReadyRegistry, now: number): RegistryClock {
  if (!active.usable) return { now, provenAt: 0, builtAt: 0 }
  return { now, provenAt: active.provenAt, builtAt: Date.parse(active.trusted.snapshot.builtAt) }
}

export function statusOf(ready: ReadyRegistry, now: number): RegistryStatus {
  const { active, index } = ready
  const institutions = active.usable ? active.trusted.snapshot.institutions : []
  return {
    stamp: active.usable ? readClock(index, clockOf(ready, now)).stamp : null,
    hotlines: institutions.reduce((sum, institution) => sum + institution.hotlines.length, 0),
    institutions: institutions.length,
    storage: active.storage,
    ...(active.problem === undefined ? {} : { problem: active.problem }),
  }
}
