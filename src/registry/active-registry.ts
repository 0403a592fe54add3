/**
 * Decides which data set answers when the worker starts: the stored one when it is sound and at least as new as the
 * packaged one, else the packaged one (and stores it), else none. A store that fails never stops the answers.
 */
import { openPackaged, type PackagedRepository } from './packaged-repository.ts'
import { bringFile } from './published-file.ts'
import type { Records } from './records.ts'
import { historyFile } from './registry-details.ts'
import { RegistryError, type RegistryProblem } from './registry-error.ts'
import type { RegistryStore, StoredState } from './store.ts'
import { trustRecords } from './trusted-state.ts'

export interface RegistrySources {
  store: RegistryStore
  packaged: PackagedRepository
}

export type ActiveRegistry =
  | {
      usable: true
      trusted: { records: Records }
      /** Milliseconds since 1970: the last proof that it was the newest; of the packaged one, when it was built. */
      provenAt: number
      storage: 'database' | 'memory'
      problem?: RegistryProblem
    }
  | { usable: false; storage: 'database' | 'memory'; problem: RegistryProblem }

/** What the store holds: nothing, something unusable, or a data set. */
interface Stored {
  state?: StoredState
  records?: Records
  problem?: RegistryProblem
}

/** Never rejects for what store or package may do: it is in the result. */
export async function openActiveRegistry({ store, packaged }: RegistrySources): Promise<ActiveRegistry> {
  const stored = await readStored(store)
  if (stored.records !== undefined && stored.records.head.seq >= packaged.seq)
    return answerStored(store, stored.records)
  try {
    return await answerPackaged(store, packaged, stored)
  } catch (error) {
    const problem = problemOf(error)
    return stored.records === undefined
      ? { usable: false, storage: store.kind, problem }
      : { ...(await answerStored(store, stored.records)), problem }
  }
}

async function readStored(store: RegistryStore): Promise<Stored> {
  const stored: Stored = {}
  try {
    const state = await store.readState()
    if (state === undefined) return stored
    stored.state = state
    stored.records = await trustRecords(state)
  } catch (error) {
    stored.problem = problemOf(error)
  }
  return stored
}

async function answerStored(store: RegistryStore, records: Records): Promise<ActiveRegistry & { usable: true }> {
  return { usable: true, trusted: { records }, provenAt: await provenAtOf(store, records), ...storageOf(store) }
}

/** A proof is about one publication: it says nothing about another one that was put in since. */
async function provenAtOf(store: RegistryStore, { head }: Records): Promise<number> {
  const builtAt = Date.parse(head.builtAt)
  try {
    const { proven } = await store.readLog()
    return proven?.seq === head.seq ? Math.max(proven.at, builtAt) : builtAt
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
  const { state, records, trusted } = await openPackaged(packaged, store.metadata)
  await bringFile(store, trusted, historyFile)
  const provenAt = Date.parse(records.head.builtAt)
  const answer = { usable: true, trusted: { records }, provenAt } as const
  try {
    await store.swap(state, stored.records === undefined ? stored.state?.seq : undefined)
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
