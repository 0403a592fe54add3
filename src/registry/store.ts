/** The registry's place on the device: one signed blob in IndexedDB, replaced in one transaction. Background only. */
import { Dexie, type EntityTable } from 'dexie'
import type { SignedBytes } from './trusted-snapshot.ts'

/** The active data set as stored. It is checked again whenever it is read: a store can be damaged or edited. */
export interface StoredSnapshot extends SignedBytes {
  name: 'active'
  seq: number
  /** Milliseconds since 1970 of the last proof that this was the newest publication. */
  provenAt: number
}

export interface RegistryStore {
  /** The active data set, or undefined when there is none yet. Rejects when the database cannot be opened or read. */
  read(): Promise<StoredSnapshot | undefined>
  /**
   * Makes `next` the active data set, whole or not at all. False when a newer or equal one is already there
   * (compared inside the transaction: two contexts may race), unless `repair` says that the stored one is unusable.
   */
  swap(next: Omit<StoredSnapshot, 'name'>, repair?: boolean): Promise<boolean>
  close(): void
}

export function openRegistryStore(name = 'zhenhao-registry'): RegistryStore {
  const database = new Dexie(name) as Dexie & { active: EntityTable<StoredSnapshot, 'name'> }
  database.version(1).stores({ active: 'name' })
  return {
    read: () => database.active.get('active'),
    swap: (next, repair = false) =>
      database.transaction('rw', database.active, async () => {
        const current = await database.active.get('active')
        if (!repair && current && current.seq >= next.seq) return false
        await database.active.put({ ...next, name: 'active' })
        return true
      }),
    close: () => database.close(),
  }
}
