/** Opens the store, whatever the profile allows: the database, else the database made anew once, else memory. */
import { Dexie } from 'dexie'
import { openMemoryStore } from './memory-store.ts'
import { DATABASE_NAME, openDatabase, type RegistryStore } from './store.ts'

/**
 * Never rejects. A database that cannot be opened or read is deleted and made anew once: what it held is in the package
 * or can be fetched again. Without a database the packaged registry answers from memory, and `kind` says so.
 */
export async function openRegistryStore(name = DATABASE_NAME): Promise<RegistryStore> {
  const opened = (await tryOpen(name)) ?? (await remakeDatabase(name))
  return opened ?? openMemoryStore()
}

async function remakeDatabase(name: string): Promise<RegistryStore | undefined> {
  try {
    await Dexie.delete(name)
  } catch {
    return undefined // no database at all here
  }
  return tryOpen(name)
}

/** Reads once: some profiles open a database and fail at the first read. */
async function tryOpen(name: string): Promise<RegistryStore | undefined> {
  try {
    const store = await openDatabase(name)
    await store.readLog()
    return store
  } catch {
    return undefined
  }
}
