/** What one update run works with: network, clock, store and limits, all passed in. */
import { type Fetch, fetchBytes } from './fetch-bytes.ts'
import { type KeyScheme, REGISTRY_SCHEMES } from './keys.ts'
import type { Document } from './metadata.ts'
import { TufError } from './tuf-error.ts'
import { assertSigned, type Delegator } from './verify-signatures.ts'

/** Trusted metadata, role by role, byte for byte as received. Delegated roles have any name but the four top ones. */
export interface MetadataStore {
  read(role: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  write(role: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  remove(role: string): Promise<void>
}

/** Sizes in bytes; the specification leaves W, X, Y and Z to the application. */
export interface Limits {
  root: number
  timestamp: number
  snapshot: number
  targets: number
  /** Root versions fetched in one run (Y of 5.3.3): the next run goes on from there. */
  rootVersions: number
  /** Delegated roles visited in one search (5.6.7.1). */
  visitedRoles: number
  /** Total time for one file, milliseconds. */
  deadlineMs: number
}

export const DEFAULT_LIMITS: Limits = {
  root: 512_000,
  timestamp: 16_384,
  snapshot: 2_000_000,
  targets: 5_000_000,
  rootVersions: 256,
  visitedRoles: 32,
  deadlineMs: 20_000,
}

export interface Mirror {
  /** Base address of the metadata, with or without a slash at the end. */
  metadata: string
  targets: string
}

export interface TrustOptions {
  mirror: Mirror
  fetch: Fetch
  store: MetadataStore
  /** The fixed start time of the run (5.1), milliseconds since 1970. */
  now: number
  /** The root that came with the package: used when the stored one is absent, damaged or older. */
  bundledRoot?: Uint8Array<ArrayBuffer>
  limits?: Partial<Limits>
  schemes?: ReadonlySet<KeyScheme>
}

export interface Run extends TrustOptions {
  limits: Limits
  schemes: ReadonlySet<KeyScheme>
}

export function startRun(options: TrustOptions): Run {
  return {
    ...options,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    schemes: options.schemes ?? REGISTRY_SCHEMES,
  }
}

export function joinUrl(base: string, path: string): string {
  return base.endsWith('/') ? base + path : `${base}/${path}`
}

export function fetchMetadata(run: Run, file: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  return fetchBytes(run.fetch, joinUrl(run.mirror.metadata, file), maxBytes, run.limits.deadlineMs)
}

/** The checks for a freeze attack (5.3.10, 5.4.4, 5.5.6, 5.6.5): `expires` MUST be higher than the start time. */
export function assertFresh(run: Run, document: Document<unknown>, what: string): void {
  if (document.expires <= run.now) {
    throw new TufError('expired', `${what} expired on ${new Date(document.expires).toISOString()}`)
  }
}

/**
 * The stored document of a role, if its row is whole and the current keys still vouch for it. Anything else counts as
 * absent: it is fetched anew. Its expiry does not matter here, an expired one still protects from rollback.
 */
export async function loadTrusted<T>(
  run: Run,
  role: string,
  parse: (bytes: Uint8Array<ArrayBuffer>) => Document<T>,
  delegator: Delegator,
): Promise<Document<T> | undefined> {
  const bytes = await run.store.read(role)
  if (bytes === undefined) return undefined
  try {
    const document = parse(bytes)
    await assertSigned(document, delegator, run.schemes, role)
    return document
  } catch (error) {
    if (error instanceof TufError) return undefined
    throw error
  }
}
