/**
 * The registry's place on the device: trusted metadata role by role, the active data set as one blob, the outcome of the
 * last update. The blob is replaced in one transaction; metadata is not part of it, so it never claims data that is not
 * there. Background only.
 */
import { Dexie, type EntityTable } from 'dexie'
import type { Outcome } from './outcome.ts'
import { RegistryError } from './registry-error.ts'
import type { StateBytes } from './state.ts'
import type { MetadataStore } from './trust/run.ts'

/** Signed metadata that vouches for a data set, kept beside it: newer metadata may be stored before newer data is. */
export interface Proof {
  root: StateBytes
  targets: StateBytes
}

/** The active data set as stored. It is checked again whenever it is read: a store can be damaged or edited. */
export interface StoredState {
  seq: number
  /** `stateRoot` of the bytes, which a target in `proof` signs. */
  root: string
  bytes: StateBytes
  proof: Proof
  /** `CHECKS` of the program that asserted the content before it stored it. */
  checks: number
}

/** A file published beside the data set, as it was verified, under the hash that the metadata signed. */
export interface StoredFile {
  sha256: string
  bytes: StateBytes
}

/** How updating went. */
export interface UpdateLog {
  /** The last proof of freshness: which publication was the newest, and when (milliseconds since 1970). */
  proven?: { seq: number; at: number }
  /** Of the last try that ended, and of the next one. */
  triedAt?: number
  nextAt?: number
  /** Failed tries in a row. */
  failures: number
  outcome?: Outcome
}

export interface RegistryStore {
  kind: 'database' | 'memory'
  metadata: MetadataStore
  /** The active data set, or undefined when there is none yet. Rejects when the database cannot be read. */
  readState(): Promise<StoredState | undefined>
  /**
   * Makes `next` the active data set, whole or not at all. False when the one that is there by then is not older: it is
   * compared inside the transaction, two contexts may race. `replaces`: the number of a stored set that was found
   * unusable and may be replaced whatever it claims.
   */
  swap(next: StoredState, replaces?: number): Promise<boolean>
  readLog(): Promise<UpdateLog>
  writeLog(log: UpdateLog): Promise<void>
  /** `name`: of the target. */
  readFile(name: string): Promise<StoredFile | undefined>
  writeFile(name: string, file: StoredFile): Promise<void>
  close(): void
}

interface MetadataRow {
  role: string
  bytes: StateBytes
}

type Database = Dexie & {
  metadata: EntityTable<MetadataRow, 'role'>
  active: EntityTable<StoredState & { name: 'active' }, 'name'>
  log: EntityTable<UpdateLog & { name: 'update' }, 'name'>
  files: EntityTable<StoredFile & { name: string }, 'name'>
}

export const DATABASE_NAME = 'zhenhao-registry'

/** Opens the database, or rejects: private windows, a full disk, a damaged database. Its operations reject with `store`. */
export async function openDatabase(name = DATABASE_NAME): Promise<RegistryStore> {
  const database = new Dexie(name) as Database
  database.version(1).stores({ metadata: 'role', active: 'name', log: 'name' })
  database.version(2).stores({ adapters: 'name' })
  database.version(3).stores({ adapters: null, files: 'name' })
  await database.open()
  return {
    kind: 'database',
    metadata: metadataTable(database),
    readState: () => told(database.active.get('active')),
    swap: (next, replaces) => told(swapActive(database, next, replaces)),
    readLog: async () => (await told(database.log.get('update'))) ?? { failures: 0 },
    writeLog: async (log) => {
      await told(database.transaction('rw', database.log, () => database.log.put({ ...log, name: 'update' })))
    },
    readFile: (name) => told(database.files.get(name)),
    writeFile: async (name, file) => {
      await told(database.transaction('rw', database.files, () => database.files.put({ ...file, name })))
    },
    close: () => database.close(),
  }
}

/** At quota a single put may never settle: what is awaited is the transaction, which always does. */
function swapActive(database: Database, next: StoredState, replaces: number | undefined): Promise<boolean> {
  return database.transaction('rw', database.active, async () => {
    const current = await database.active.get('active')
    if (!maySwap(current, next, replaces)) return false
    await database.active.put({ ...next, name: 'active' })
    return true
  })
}

function metadataTable(database: Database): MetadataStore {
  return {
    read: async (role) => (await told(database.metadata.get(role)))?.bytes,
    write: async (role, bytes) => {
      await told(database.transaction('rw', database.metadata, () => database.metadata.put({ role, bytes })))
    },
    remove: (role) => told(database.metadata.delete(role)),
  }
}

/** Whatever the database throws, callers see one code. */
async function told<T>(operation: PromiseLike<T>): Promise<T> {
  try {
    return await operation
  } catch (cause) {
    throw new RegistryError('store', 'the registry database failed', { cause })
  }
}

export function maySwap(current: StoredState | undefined, next: StoredState, replaces: number | undefined): boolean {
  return current === undefined || current.seq < next.seq || current.seq === replaces
}
