/** What stands behind the active list: which roles signed with which keys, until when, and the last publications. */
import { problemsOf, text } from './check-shape.ts'
import { HISTORY_TARGET, type History, historyLimits, readHistory } from './history.ts'
import { type FileKind, readPublishedFile } from './published-file.ts'
import { RegistryError } from './registry-error.ts'
import type { RegistryStore } from './store.ts'
import { type KeyRecord, REGISTRY_SCHEMES } from './trust/keys.ts'
import {
  type Document,
  parseRoot,
  parseSnapshot,
  parseTargets,
  parseTimestamp,
  type Root,
  type Targets,
} from './trust/metadata.ts'
import { TufError } from './trust/tuf-error.ts'
import { topDelegator } from './trust/update-root.ts'
import { signersOf } from './trust/verify-signatures.ts'

export type RoleName = 'root' | 'targets' | 'snapshot' | 'timestamp'

/** One role of the trusted metadata; only what its keys vouch for now is told. */
export interface RoleDetails {
  role: RoleName
  version: number
  /** ISO 8601. */
  expires: string
  /** So many of the role's keys must sign. */
  threshold: number
  keys: number
  /** Names of the keys whose signatures are good, as the trust root has them; sorted. */
  signedBy: string[]
}

export interface RegistryDetails {
  /** Root, targets, snapshot, timestamp, as far as they are there and verify. */
  roles: RoleDetails[]
  /** Null when none is published, or the stored one is not the one that the present metadata signs. */
  history: History | null
}

/** A file that is not a history is not stored. */
export const historyFile: FileKind = { target: HISTORY_TARGET, largest: historyLimits.bytes, check: readHistory }

const parsers = { root: parseRoot, targets: parseTargets, snapshot: parseSnapshot, timestamp: parseTimestamp }

/** Signatures are checked anew: what a store holds is believed only after that. Never rejects for what the store holds. */
export async function readRegistryDetails(store: RegistryStore): Promise<RegistryDetails> {
  const root = await orNothing(async () => readRole(store, 'root', parseRoot))
  if (root === undefined) return { roles: [], history: null }
  const others = (['targets', 'snapshot', 'timestamp'] as const).map((role) =>
    orNothing(async () => describe(role, await readRole<unknown>(store, role, parsers[role]), root)),
  )
  const roles = await Promise.all([orNothing(() => describe('root', root, root)), ...others])
  return { roles: roles.filter((role) => role !== undefined), history: (await signedHistory(store, root)) ?? null }
}

async function readRole<T>(
  store: RegistryStore,
  role: RoleName,
  parse: (bytes: Uint8Array<ArrayBuffer>) => Document<T>,
): Promise<Document<T>> {
  const bytes = await store.metadata.read(role)
  if (bytes === undefined) throw new RegistryError('missing', `no ${role} is stored`)
  return parse(bytes)
}

async function describe(role: RoleName, document: Document<unknown>, root: Document<Root>): Promise<RoleDetails> {
  const delegator = topDelegator(root, role)
  const signers = await signersOf(document, delegator, REGISTRY_SCHEMES)
  const { threshold, keyids } = delegator.role
  if (signers.length < threshold) throw new TufError('threshold', `${role} does not verify`)
  return {
    role,
    version: document.version,
    expires: new Date(document.expires).toISOString(),
    threshold,
    keys: keyids.length,
    signedBy: signers.map(keyName).sort(),
  }
}

/** Every role's keys may have a holder's name in their record; else the beginning of the id says which key it is. */
function keyName({ id, body }: KeyRecord): string {
  const { name } = body
  return typeof name === 'string' && problemsOf(text(60), name).length === 0 ? name : `#${id.slice(0, 8)}`
}

function signedHistory(store: RegistryStore, root: Document<Root>): Promise<History | undefined> {
  return orNothing(async () => {
    const targets: Document<Targets> = await readRole(store, 'targets', parseTargets)
    await describe('targets', targets, root)
    const signed = targets.signed.targets.get(HISTORY_TARGET)?.hashes.get('sha256')
    if (signed === undefined || (await store.readFile(HISTORY_TARGET))?.sha256 !== signed) return undefined
    const bytes = await readPublishedFile(store, historyFile)
    return bytes && readHistory(bytes)
  })
}

/** Details are read to be shown: what cannot be read or does not verify is left out, and the answers go on without. */
async function orNothing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TufError || error instanceof RegistryError) return undefined
    throw error
  }
}
