/**
 * Decides which data set answers when the worker starts: the stored one when it is sound and at least as new as the
 * packaged one, else the packaged one (and stores it), else none. A store that fails never stops the answers.
 */
import { openPackaged, type PackagedRepository } from './packaged-repository.ts'
import { bringFile } from './published-file.ts'
import { historyFile } from './registry-details.ts'
import { RegistryError, type RegistryProblem } from './registry-error.ts'
import type { Snapshot } from './schema.ts'
import type { RegistryStore, StoredState } from './store.ts'
import { trustState } from './trusted-state.ts'

export interface RegistrySources {
  store: RegistryStore
  packaged: PackagedRepository
}

export type ActiveRegistry =
  | {
      usable: true
      trusted: { snapshot: Snapshot }
      /** Milliseconds since 1970: the last proof that it was the newest; of the packaged one, when it was built. */
      provenAt: number
      storage: 'database' | 'memory'
      problem?: RegistryProblem
    }
  | { usable: false; storage: 'database' | 'memory'; problem: RegistryProblem }

/** What the store holds: nothing, something unusable, or a data set. */
interface Stored {
  state?: StoredState
  snapshot?: Snapshot
  problem?: RegistryProblem
}

/** Never rejects for what store or package may do: it is in the result. */
export async function openActiveRegistry({ store, packaged }: RegistrySources): Promise<ActiveRegistry> {
  const stored = await readStored(store)
  if (stored.snapshot !== undefined && stored.snapshot.seq >= packaged.seq) return answerStored(store, stored.snapshot)
  try {
    return await answerPackaged(store, packaged, stored)
  } catch (error) {
    const problem = problemOf(error)
    return stored.snapshot === undefined
      ? { usable: false, storage: store.kind, problem }
      : { ...(await answerStored(store, stored.snapshot)), problem }
  }
}

async function readStored(store: RegistryStore): Promise<Stored> {
  const stored: Stored = {}
  try {
    const state = await store.readState()
    if (state === undefined) return stored
    stored.state = state
    stored.snapshot = await trustState(state)
  } catch (error) {
    stored.problem = problemOf(error)
  }
  return stored
}

async function answerStored(store: RegistryStore, snapshot: Snapshot): Promise<ActiveRegistry & { usable: true }> {
  return { usable: true, trusted: { snapshot }, provenAt: await provenAtOf(store, snapshot), ...storageOf(store) }
}

/** A proof is about one publication: it says nothing about another one that was put in since. */
async function provenAtOf(store: RegistryStore, snapshot: Snapshot): Promise<number> {
  const builtAt = Date.parse(snapshot.builtAt)
  try {
    const { proven } = await store.readLog()
    return proven?.seq === snapshot.seq ? Math.max(proven.at, builtAt) : builtAt
  } catch {
    return builtAt
  }
}

/** A stored set that failed its check is replaced whatever number it claims; its damage is told once. */
async function answerPackaged(
  store: RegistryStore,
  packaged: PackagedRepository,
  stored: Stored,
): Promise<ActiveRegistry> {
  const { state, snapshot, trusted } = await openPackaged(packaged, store.metadata)
  await bringFile(store, trusted, historyFile)
  const provenAt = Date.parse(snapshot.builtAt)
  const answer = { usable: true, trusted: { snapshot }, provenAt } as const
  try {
    await store.swap(state, stored.snapshot === undefined ? stored.state?.seq : undefined)
  } catch {
    return { ...answer, storage: 'memory', problem: 'store' }
  }
  const told = storageOf(store)
  return stored.problem === undefined
    ? { ...answer, ...told }
    : { ...answer, storage: told.storage, problem: stored.problem }
}

function storageOf(store: RegistryStore): { storage: 'database' | 'memory'; problem?: RegistryProblem } {
  return store.kind === 'memory' ? { storage: 'memory', problem: 'store' } : { storage: 'database' }
}

function problemOf(error: unknown): RegistryProblem {
  if (error instanceof RegistryError) return error.code
  throw error
}
