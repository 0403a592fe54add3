/** The same store without a database: for private windows and broken profiles. Ends with the worker. */

import type { StateBytes } from './state.ts'
import type { RegistryStore, StoredFile, StoredState, UpdateLog } from './store.ts'
import { maySwap } from './store.ts'

export function openMemoryStore(): RegistryStore {
  const rows = new Map<string, StateBytes>()
  let active: StoredState | undefined
  let log: UpdateLog = { failures: 0 }
  const files = new Map<string, StoredFile>()
  return {
    kind: 'memory',
    metadata: {
      read: async (role) => rows.get(role),
      write: async (role, bytes) => void rows.set(role, bytes),
      remove: async (role) => void rows.delete(role),
    },
    readState: async () => active,
    swap: async (next, replaces) => {
      if (!maySwap(active, next, replaces)) return false
      active = next
      return true
    },
    readLog: async () => log,
    writeLog: async (next) => {
      log = next
    },
    readFile: async (name) => files.get(name),
    writeFile: async (name, file) => void files.set(name, file),
    close: () => undefined,
  }
}
