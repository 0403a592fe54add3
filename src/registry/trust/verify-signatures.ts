/** Thresholds: does a role's document carry enough good signatures of distinct keys? */
import type { RoleKeys } from './delegations.ts'
import { bytesFromHex } from './hex.ts'
import { type KeyRecord, type KeyScheme, openKey } from './keys.ts'
import type { Document } from './metadata.ts'
import { TufError } from './tuf-error.ts'

/** Where a role's keys are listed: root for the top-level roles, a targets role for delegated ones. */
export interface Delegator {
  keys: ReadonlyMap<string, KeyRecord>
  role: RoleKeys
}

/**
 * Spec 5.3.4, 5.4.2, 5.5.3, 5.6.3, the check for an arbitrary software attack. Signatures of unknown keys and bad ones
 * are passed over; two ids of one key count once.
 */
export async function assertSigned(
  document: Document<unknown>,
  delegator: Delegator,
  schemes: ReadonlySet<KeyScheme>,
  what: string,
): Promise<void> {
  const signers = await signersOf(document, delegator, schemes)
  if (signers.length < delegator.role.threshold) {
    throw new TufError('threshold', `${what}: ${signers.length} of ${delegator.role.threshold} needed keys have signed`)
  }
}

/** The role's keys whose signature on the document is good, each key once, in the role's order. */
export async function signersOf(
  document: Document<unknown>,
  delegator: Delegator,
  schemes: ReadonlySet<KeyScheme>,
): Promise<KeyRecord[]> {
  const signers = new Map<string, KeyRecord>()
  for (const keyid of delegator.role.keyids) {
    const record = delegator.keys.get(keyid)
    const material = record && (await signerOf(document, record, schemes))
    if (record && material !== undefined && !signers.has(material)) signers.set(material, record)
  }
  return [...signers.values()]
}

/** The material of the key if its signature is good. */
async function signerOf(
  document: Document<unknown>,
  record: KeyRecord,
  schemes: ReadonlySet<KeyScheme>,
): Promise<string | undefined> {
  const text = document.signatures.get(record.id)
  const signature = text === undefined ? undefined : bytesFromHex(text)
  if (signature === undefined) return undefined
  const key = await openKey(record, schemes)
  return key !== undefined && (await key.verify(signature, document.signedBytes)) ? key.material : undefined
}
