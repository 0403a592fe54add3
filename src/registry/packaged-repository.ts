/** The TUF repository that the package ships: trust anchor, floor of every start, and what answers without a database. */

import { chooseUpdate } from './choose-update.ts'
import { openMemoryStore } from './memory-store.ts'
import { CHECKS, readSnapshot } from './read-snapshot.ts'
import type { Records } from './records.ts'
import { recordsInBytes } from './records-in-bytes.ts'
import { RegistryError } from './registry-error.ts'
import { type StateBytes, stateRoot } from './state.ts'
import type { StoredState } from './store.ts'
import { downloadTarget } from './trust/download-target.ts'
import type { Fetch } from './trust/fetch-bytes.ts'
import { refresh, type TrustedSet } from './trust/refresh.ts'
import type { MetadataStore, Mirror } from './trust/run.ts'
import { TufError } from './trust/tuf-error.ts'

export interface PackagedRepository {
  /** Number of the packaged publication, known without reading it. */
  seq: number
  /** Answers `metadata/…` and `targets/…`, with 404 for what is not in the package. */
  fetch: Fetch
  /** The trust anchor: the newest root of the build. */
  readRoot(): Promise<StateBytes>
}

const MIRROR: Mirror = { metadata: 'metadata', targets: 'targets' }

/** What the package came with is good for as long as the package: its expiry is a matter of freshness, not of trust. */
const NO_EXPIRY = 0

/**
 * Verifies the packaged repository and gives its data set. The metadata goes to `store`, where it is the rollback floor
 * of later updates, unless newer metadata is there already.
 * @throws RegistryError
 */
export async function openPackaged(
  packaged: PackagedRepository,
  store: MetadataStore,
): Promise<{ state: StoredState; records: Records; trusted: TrustedSet }> {
  const trusted = await refreshPackaged(packaged, store)
  const base = chooseUpdate(trusted.targets.signed.targets.values(), 0)?.base
  if (base === undefined) throw new RegistryError('missing', 'the package has no data set')
  const bytes = await orDamaged(downloadTarget(trusted, base.target))
  if ((await stateRoot(bytes)) !== base.custom.root)
    throw new RegistryError('damaged', 'the packaged data is not canonical')
  readSnapshot(bytes) // its checks
  const proof = { root: trusted.root.bytes, targets: trusted.targets.bytes }
  return {
    state: { seq: base.custom.seq, root: base.custom.root, bytes, proof, checks: CHECKS },
    records: recordsInBytes(bytes),
    trusted,
  }
}

/** Into the store if it takes it; else (newer metadata there, or a failing database) past it. */
async function refreshPackaged(packaged: PackagedRepository, store: MetadataStore): Promise<TrustedSet> {
  const bundledRoot = await packaged.readRoot()
  const options = { mirror: MIRROR, fetch: packaged.fetch, now: NO_EXPIRY, bundledRoot }
  try {
    return await refresh({ ...options, store })
  } catch {
    return orDamaged(refresh({ ...options, store: openMemoryStore().metadata }))
  }
}

async function orDamaged<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    const unsigned = cause instanceof TufError && (cause.code === 'threshold' || cause.code === 'no-root')
    const code = unsigned ? 'signature' : 'damaged'
    throw new RegistryError(code, 'the packaged registry does not verify', { cause })
  }
}
