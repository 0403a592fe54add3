/** Proves a repository with two implementations, from a client that knows only a root and from one that is up to date. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BaseFetcher, Updater } from 'tuf-js'
import { DownloadHTTPError } from 'tuf-js/dist/error.js'
import { ADAPTERS_TARGET } from '../registry/published-adapters.ts'
import { readSnapshot } from '../registry/read-snapshot.ts'
import type { Snapshot } from '../registry/schema.ts'
import { stateBytes, stateRoot } from '../registry/state.ts'
import { downloadTarget } from '../registry/trust/download-target.ts'
import type { Fetch } from '../registry/trust/fetch-bytes.ts'
import { refresh, type TrustedSet } from '../registry/trust/refresh.ts'
import type { MetadataStore, Mirror } from '../registry/trust/run.ts'

export interface Place {
  mirror: Mirror
  fetch: Fetch
}

export interface Verified {
  /** Trusted metadata after the run, by role: the store of an up-to-date client. */
  store: Map<string, Uint8Array<ArrayBuffer>>
  state: Snapshot
  versions: { root: number; timestamp: number; snapshot: number; targets: number }
  /** ISO 8601. */
  expires: { root: string; timestamp: string; snapshot: string; targets: string }
  files: number
  /** SHA-256 of the base file: the first part of its name. */
  baseHash: string
  /** The published file of message views, if there is one. */
  adapters?: Uint8Array<ArrayBuffer>
}

/**
 * Our own client: metadata, every target file, the state's root. `known` is what a client has stored before (at least
 * `root`). Throws the client's error, or one sentence for a target that is not what `custom` says.
 */
export async function verifyOwn(
  place: Place,
  known: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  now: number,
): Promise<Verified> {
  const store = new Map(known)
  const trusted = await refresh({ mirror: place.mirror, fetch: place.fetch, store: memoryStore(store), now })
  let state: Snapshot | undefined
  let baseHash = ''
  let adapters: Uint8Array<ArrayBuffer> | undefined
  for (const target of trusted.targets.signed.targets.values()) {
    const bytes = await downloadTarget(trusted, target)
    if (target.path === ADAPTERS_TARGET) adapters = bytes
    if (!/^base-\d+\.json$/.test(target.path)) continue
    state = await readBase(target.path, bytes, target.custom)
    baseHash = target.hashes.get('sha256') ?? ''
  }
  if (!state) throw new Error('the repository offers no base file')
  return {
    store,
    state,
    ...summary(trusted),
    files: trusted.targets.signed.targets.size,
    baseHash,
    ...(adapters && { adapters }),
  }
}

/** The same with tuf-js, which shares no line with our client. Throws its error. */
export async function verifySecond(
  place: Place,
  known: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  names: string[],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhenhao-tuf-js-'))
  try {
    for (const [role, bytes] of known) writeFileSync(join(folder, `${role}.json`), bytes)
    const updater = new Updater({
      metadataDir: folder,
      metadataBaseUrl: place.mirror.metadata,
      targetDir: folder,
      targetBaseUrl: place.mirror.targets,
      fetcher: new PlaceFetcher(place.fetch),
    })
    await updater.refresh()
    for (const name of names) {
      const info = await updater.getTargetInfo(name)
      if (!info) throw new Error(`tuf-js finds no ${name}`)
      await updater.downloadTarget(info, join(folder, 'target'))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** tuf-js wants a class here. */
class PlaceFetcher extends BaseFetcher {
  readonly #fetch: Fetch

  constructor(fetch: Fetch) {
    super()
    this.#fetch = fetch
  }

  override async fetch(url: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const answer = await this.#fetch(url, {})
    if (answer.status !== 200) throw new DownloadHTTPError(`${url} answered ${answer.status}`, answer.status)
    return answer.body ?? new Blob([]).stream()
  }
}

async function readBase(path: string, bytes: Uint8Array<ArrayBuffer>, custom: unknown): Promise<Snapshot> {
  const state = readSnapshot(bytes)
  const root = await stateRoot(stateBytes(state))
  if (typeof custom !== 'object' || custom === null || !('root' in custom) || custom.root !== root)
    throw new Error(`${path}: its content does not have the root that was signed`)
  return state
}

function memoryStore(rows: Map<string, Uint8Array<ArrayBuffer>>): MetadataStore {
  return {
    read: async (role) => rows.get(role),
    write: async (role, bytes) => void rows.set(role, bytes),
    remove: async (role) => void rows.delete(role),
  }
}

function summary({ root, timestamp, snapshot, targets }: TrustedSet): Pick<Verified, 'versions' | 'expires'> {
  const date = (milliseconds: number) => new Date(milliseconds).toISOString()
  return {
    versions: {
      root: root.version,
      timestamp: timestamp.version,
      snapshot: snapshot.version,
      targets: targets.version,
    },
    expires: {
      root: date(root.expires),
      timestamp: date(timestamp.expires),
      snapshot: date(snapshot.expires),
      targets: date(targets.expires),
    },
  }
}
