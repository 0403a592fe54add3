/**
 * Decides which data set answers when the worker starts: the stored one when it is sound and at least as new as the
 * packaged one, else the packaged one (and stores it), else none. A store that fails never stops the answers.
 */
import { RegistryError, type RegistryProblem } from './registry-error.ts'
import type { RegistryStore, StoredSnapshot } from './store.ts'
import { type SignedBytes, type TrustedSnapshot, trustSnapshot } from './trusted-snapshot.ts'

export interface RegistrySources {
  store: RegistryStore
  /** Reads the data set shipped in the package. */
  readPackaged: () => Promise<SignedBytes>
  /** Publication number of the packaged data set, known without reading it. */
  packagedSeq: number
  publicKey: Uint8Array<ArrayBuffer>
}

export type ActiveRegistry =
  | {
      usable: true
      trusted: TrustedSnapshot
      provenAt: number
      storage: 'database' | 'memory'
      problem?: RegistryProblem
    }
  | { usable: false; storage: 'database' | 'memory'; problem: RegistryProblem }

/** Never rejects: whatever fails is in the result. */
export async function openActiveRegistry(sources: RegistrySources): Promise<ActiveRegistry> {
  const stored = await readStored(sources)
  if (stored.usable && stored.trusted.snapshot.seq >= sources.packagedSeq) return stored
  const packaged = await readPackaged(sources)
  if (!packaged.usable) return stored.usable ? { ...stored, problem: packaged.problem } : packaged
  return store(sources, packaged, stored)
}

type Readable = ActiveRegistry & { absent?: boolean }

async function readStored(sources: RegistrySources): Promise<Readable> {
  let row: StoredSnapshot | undefined
  try {
    row = await sources.store.read()
  } catch {
    return { usable: false, storage: 'memory', problem: 'store' }
  }
  if (!row) return { usable: false, storage: 'database', problem: 'missing', absent: true }
  try {
    const trusted = await trustSnapshot(row, sources.publicKey)
    return { usable: true, trusted, provenAt: row.provenAt, storage: 'database' }
  } catch (error) {
    return { usable: false, storage: 'database', problem: problemOf(error) }
  }
}

async function readPackaged(sources: RegistrySources): Promise<ActiveRegistry> {
  try {
    const trusted = await trustSnapshot(await sources.readPackaged(), sources.publicKey)
    return { usable: true, trusted, provenAt: Date.parse(trusted.snapshot.builtAt), storage: 'memory' }
  } catch (error) {
    return { usable: false, storage: 'memory', problem: problemOf(error) }
  }
}

/** Swaps the packaged data set in. A stored row that failed its check is replaced whatever number it claims. */
async function store(
  sources: RegistrySources,
  packaged: ActiveRegistry & { usable: true },
  stored: Readable,
): Promise<ActiveRegistry> {
  if (stored.storage === 'memory') return { ...packaged, problem: 'store' }
  const { bytes, signature, snapshot } = packaged.trusted
  const repair = !stored.usable && !stored.absent
  try {
    await sources.store.swap({ bytes, signature, seq: snapshot.seq, provenAt: packaged.provenAt }, repair)
    return { ...packaged, storage: 'database' }
  } catch {
    return { ...packaged, problem: 'store' }
  }
}

function problemOf(error: unknown): RegistryProblem {
  return error instanceof RegistryError ? error.code : 'damaged'
}
